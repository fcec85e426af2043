import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = join(dirname(fileURLToPath(import.meta.url)), "../src");

/** The line, from the text to the command line: a room may use those before it, and itself. */
const LINE = [
  "base",
  "post",
  "text",
  "glossary",
  "words",
  "analyze",
  "protect",
  "engines",
  "align",
  "translator",
  "render",
  "archive",
  "terminology",
  "cli",
];
const BASE = new Set([
  "span.ts",
  "errors.ts",
  "model.ts",
  "schemas.ts",
  "entry-kinds.ts",
  "dictionaries.ts",
  "package.ts",
  "processes.ts",
]);
const ROOM_OF_FILE = new Map([
  ["analyze.ts", "analyze"],
  ["line.ts", "translator"],
  ["translator.ts", "translator"],
]);
/** Types only, on one screen: what an engine and a segmenter are may be known everywhere. */
const INTERFACES = new Set(["engines/engine.ts", "words/segmenter.ts"]);
/** Doors of the package, which only export. */
const DOORS = new Set([
  "index.ts",
  "render/index.ts",
  "archive/index.ts",
  "terminology/review/index.ts",
  "testing/index.ts",
]);

function roomOf(file: string): string {
  if (BASE.has(file) || file.startsWith("model/")) return "base";
  return ROOM_OF_FILE.get(file) ?? file.split("/")[0]!;
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const IMPORT = /^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)";/gmu;

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), "utf8");
  return [...source.matchAll(IMPORT)].map((match) => ({
    from: file,
    to: posix.normalize(posix.join(posix.dirname(file), match[2]!)).replace(/\.js$/u, ".ts"),
    typeOnly: match[1] !== undefined,
  }));
}

const files = (readdirSync(root, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  // What stands in for Node in a browser is put in by the build, not imported.
  .filter((file) => file.endsWith(".ts") && !DOORS.has(file) && !file.startsWith("browser/"));

describe("the line", () => {
  it("has a place for every file", () => {
    expect(files.filter((file) => !LINE.includes(roomOf(file)))).toEqual([]);
  });

  it("is never imported against", () => {
    const against = files
      .flatMap(importsOf)
      .filter(({ to, typeOnly }) => !(typeOnly && INTERFACES.has(to)))
      .filter(({ from, to }) => LINE.indexOf(roomOf(to)) > LINE.indexOf(roomOf(from)))
      .map(({ from, to }) => `${from} imports ${to}`);
    expect(against).toEqual([]);
  });

  it("would be seen broken", () => {
    expect(LINE.indexOf(roomOf("protect/protect.ts"))).toBeGreaterThan(LINE.indexOf(roomOf("post/parse.ts")));
    expect(files.flatMap(importsOf).length).toBeGreaterThan(20);
  });
});
