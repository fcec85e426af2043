import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { ArgumentError, GlossaryError, type GlossaryErrorCode } from "../errors.js";
import type { Stringified } from "../glossary/formats/format.js";
import { glossaryFormats } from "../glossary/formats/formats.js";
import { Glossary } from "../glossary/glossary.js";

/** What stands for the glossary that comes with the library where a file is asked for. */
export const BUNDLED = "bundled";

const FORMAT_OF_EXTENSION = new Map([
  ["xlf", "xliff"],
  ["txt", "omegat"],
]);

/** The format that a file's name tells; `json` where it tells none. */
export function formatOfFile(file: string): string {
  const extension = extname(file).slice(1).toLowerCase();
  const name = FORMAT_OF_EXTENSION.get(extension) ?? extension;
  return glossaryFormats.some((format) => format.name === name) ? name : "json";
}

/**
 * Reads a glossary from a file, or the bundled one.
 *
 * @throws {ArgumentError} where the file cannot be read. @throws {GlossaryError} where it is no glossary; the message names the file.
 */
export function readGlossaryFile(file: string, format = formatOfFile(file)): Glossary {
  if (file === BUNDLED) return Glossary.bundled();
  const text = textOf(file);
  try {
    return Glossary.parse(text, { format });
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    throw new GlossaryError(
      error.code as GlossaryErrorCode,
      `${file}: ${error.message}`,
      { ...error.facts, file },
      error,
    );
  }
}

/**
 * Writes a glossary to a file in one go: whoever reads the file sees the old one or the new one. What stands around the
 * entries of a JSON dictionary stays.
 */
export function writeGlossaryFile(file: string, glossary: Glossary, format = formatOfFile(file)): Stringified {
  const written = glossary.stringify({ format });
  const text = format === "json" ? withHead(written.text, file) : written.text;
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { flush: true, mode: modeOf(file) });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new ArgumentError(`Cannot write ${file}: ${(error as Error).message}.`, { file }, error);
  }
  return written;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/u, "");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : message;
    throw new ArgumentError(`Cannot read ${file}: ${reason}.`, { file }, error);
  }
}

function modeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mode ?? 0o666;
}

/** The text of a dictionary with the name, version and license of the file whose place it takes. */
function withHead(text: string, file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })) return text;
  const before: unknown = JSON.parse(textOf(file));
  const { entries } = JSON.parse(text) as { entries: unknown[] };
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)}`).join(",\n");
  const list = lines === "" ? "[]" : `[\n${lines}\n]`;
  if (Array.isArray(before)) return `${list}\n`;
  const { entries: _, ...head } = before as Record<string, unknown>;
  const fields = Object.entries(head).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return `{\n${fields.join("")}"entries": ${list}\n}\n`;
}
