import { execFile, fork } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Block, blocksOf, docstringsOf } from "./blocks.js";
import { checked, type Program, programsOf } from "./programs.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = resolve(here, "../..");

/** Every page with code in it: the Markdown of the repository, and the docstrings of the source. */
const pages: [page: string, blocks: Block[]][] = [
  ...["README.md", "CONTRIBUTING.md", "SECURITY.md", ...filesIn("docs", /^[^/]*\.md$/u)].map(
    (file): [string, Block[]] => [file, blocksOf(readFileSync(join(root, file), "utf8"))],
  ),
  ...filesIn("src", /\.ts$/u).map((file): [string, Block[]] => [
    file,
    blocksOf(docstringsOf(readFileSync(join(root, file), "utf8"))),
  ]),
];
const programs = pages.flatMap(([page, blocks]) => programsOf(page, blocks));
const commands = pages.flatMap(([page, blocks]) =>
  blocks.map((block, i) => ({ page, block, next: blocks[i + 1] })).filter(({ block }) => block.language === "sh"),
);
const LANGUAGES = new Set(["ts", "sh", "json", "jsonl", "csv", "text"]);

function filesIn(folder: string, pattern: RegExp): string[] {
  return (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

/** A project of a user, with the built package in it and the files that the pages speak of. */
let project: string;
let results: Map<string, string | undefined>;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "not-millet-docs-"));
  cpSync(join(here, "files"), project, { recursive: true });
  for (const file of ["check.mjs", "run.mjs"]) copyFileSync(join(here, file), join(project, file));
  mkdirSync(join(project, "node_modules"));
  symlinkSync(root, join(project, "node_modules/not-millet"), "dir");
  for (const name of ["@types", "vitest"]) {
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name), "dir");
  }
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  mkdirSync(join(project, "bin"));
  writeFileSync(
    join(project, "bin/npx"),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${root}/dist/cli/main.js" "$@"\n`,
  );
  chmodSync(join(project, "bin/npx"), 0o755);
  for (const [, blocks] of pages) {
    for (const { language, info, code } of blocks) {
      if (!["ts", "sh"].includes(language) && /^[\w-]+\.\w+$/u.test(info)) {
        writeFileSync(join(project, info), `${code}\n`);
      }
    }
  }
  programs.forEach((program, i) => {
    writeFileSync(join(project, `${i}.ts`), program.code);
    if (!program.compileOnly) writeFileSync(join(project, `${i}.mjs`), checked(program));
  });
  results = await run(programs.flatMap(({ compileOnly }, i) => (compileOnly ? [] : [`${i}.mjs`])));
}, 600_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Runs programs in the project: the error of each that failed. */
function run(files: string[]): Promise<Map<string, string | undefined>> {
  return new Promise((finish) => {
    const outcome = new Map<string, string | undefined>(files.map((file) => [file, "did not come to its end"]));
    const child = fork("run.mjs", files, { cwd: project, stdio: ["ignore", "ignore", "inherit", "ipc"] });
    child.on("message", ({ file, error }: { file: string; error?: string }) => outcome.set(file, error));
    child.on("exit", () => finish(outcome));
  });
}

const nameOf = ({ page, line }: Pick<Program, "page" | "line">) => `${page}:${line}`;

describe("the code on the pages", () => {
  it("is in languages that something checks", () => {
    const others = pages.flatMap(([page, blocks]) =>
      blocks.filter(({ language }) => !LANGUAGES.has(language)).map(({ line }) => nameOf({ page, line })),
    );
    expect(others).toEqual([]);
    expect(programs.length).toBeGreaterThan(20);
  });

  it("compiles as a user compiles it", () => {
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      types: ["node"],
      typeRoots: [join(project, "node_modules/@types")],
      moduleDetection: ts.ModuleDetectionKind.Force,
    };
    const names = programs.map((_, i) => join(project, `${i}.ts`));
    const messages = ts.getPreEmitDiagnostics(ts.createProgram(names, options)).map(({ file, start, messageText }) => {
      const program = programs[Number(/(\d+)\.ts$/u.exec(file?.fileName ?? "")?.[1])];
      const line = file ? file.getLineAndCharacterOfPosition(start ?? 0).line + 1 : 0;
      return `${program?.page ?? file?.fileName}:${line} ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    });
    expect(messages).toEqual([]);
  }, 240_000);

  it.each(
    programs
      .map((program, i) => ({ name: nameOf(program), file: `${i}.mjs`, ...program }))
      .filter((one) => !one.compileOnly),
  )("$name runs, and is what it says", ({ file }) => expect(results.get(file)).toBeUndefined());

  it.each(
    commands
      .filter(({ block }) => block.info !== "no-run")
      .map(({ page, block, next }) => ({ name: nameOf({ page, line: block.line }), block, next })),
  )(
    "$name does what it says",
    async ({ block, next }) => {
      const env = { ...process.env, PATH: `${project}/bin${delimiter}${process.env.PATH}`, NO_COLOR: "1" };
      const { stdout } = await promisify(execFile)("bash", ["-euo", "pipefail", "-c", block.code], {
        cwd: project,
        env,
      });
      if (next?.language === "text" && next.info === "") expect(stdout.trim()).toMatch(patternOf(next.code.trim()));
    },
    120_000,
  );
});

/** A shown output, in which a line of … stands for any lines, and … at the end of a line for the rest of it. */
function patternOf(output: string): RegExp {
  const lines = output
    .split("\n")
    .map((line) => (line.trim() === "…" ? "[^]*?" : line.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replace(/…$/u, ".*")));
  return new RegExp(`^${lines.join("\n")}$`, "u");
}
