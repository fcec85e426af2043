import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import type { Engine } from "../engines/engine.js";
import { ArgumentError } from "../errors.js";
import type { Glossary } from "../glossary/glossary.js";

/** What every command that translates can be told: by which engine, with which glossaries. */
export interface Choices {
  engine: string;
  glossary?: string[];
  bundled: boolean;
}

/** The engines that can be named; each is loaded when it is asked for, and takes its keys from the environment. */
const ENGINES = new Map<string, () => Promise<Engine>>([
  ["lexicon", async () => (await import("../engines/embedded.js")).lexicon()],
  ["deepl", async () => (await import("../engines/deepl/index.js")).deepl()],
  ["google", async () => (await import("../engines/google.js")).google()],
  ["azure", async () => (await import("../engines/azure.js")).azure()],
  ["amazon", async () => (await import("../engines/amazon.js")).amazon()],
  ["bergamot", async () => (await import("../engines/bergamot/index.js")).bergamot()],
  ["openai", async () => (await import("../engines/openai-compatible.js")).openaiCompatible()],
  ["libretranslate", async () => (await import("../engines/libretranslate.js")).libretranslate()],
]);

/** Adds `--engine`, `--glossary` and `--no-bundled` to a command. */
export function addChoices(command: Command): Command {
  return command
    .option(
      "-e, --engine <engine>",
      `what translates: ${[...ENGINES.keys()].join(", ")}, or a module whose default export is an engine`,
      "lexicon",
    )
    .option(
      "-g, --glossary <file>",
      "names of your own, before the bundled ones; may be given again: .json, .csv, .tsv, .tbx, .tmx, .xlf",
      (file: string, files: string[] = []) => [...files, file],
    )
    .option("--no-bundled", "without the bundled glossary");
}

/** Loads the engine that was chosen. */
export async function chosenEngine({ engine }: Pick<Choices, "engine">): Promise<Engine> {
  const make = ENGINES.get(engine);
  if (make) return make();
  if (!/[./\\]/u.test(engine)) {
    throw new ArgumentError(
      `There is no engine "${engine}"; there are ${[...ENGINES.keys()].join(", ")}, or name a module such as ./engine.js.`,
    );
  }
  if (!existsSync(engine)) throw new ArgumentError(`Cannot read ${engine}: there is no such file.`, { engine });
  const module = (await import(pathToFileURL(resolve(engine)).href)) as { default?: Partial<Engine> };
  if (typeof module.default?.translate !== "function") {
    throw new ArgumentError(
      `${engine} has no engine as its default export: an object with \`name\` and \`translate\`.`,
      { engine },
    );
  }
  return module.default as Engine;
}

/** Reads the glossaries that were chosen: those named first, then the bundled one; an earlier entry wins. */
export async function chosenGlossary({
  glossary: files = [],
  bundled,
}: Pick<Choices, "glossary" | "bundled">): Promise<Glossary> {
  const { Glossary } = await import("../glossary/glossary.js");
  const { readGlossaryFile } = await import("../terminology/files.js");
  let all = bundled ? Glossary.bundled() : Glossary.of([]);
  for (const file of [...files].reverse()) {
    all = all.merge(readGlossaryFile(file), { onConflict: "replace" });
  }
  if (files.length === 0) return all;
  const names = [...files.map((file) => basename(file)), ...(bundled ? [all.name] : [])];
  return Glossary.of(all.entries, { name: names.join(" + ") });
}
