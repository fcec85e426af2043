/**
 * How good the library is, as one Markdown table: `npm run quality`.
 *
 * Structure, senses, terms and translation on the project's own labelled sets, and on those of a folder of data beside the
 * repository (../shared/data, or the first argument) where it is there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyze } from "../src/analyze.js";
import { endWithReader } from "../src/cli/reader.js";
import { createTranslator } from "../src/translator.js";
import companyPosts from "../test/engines/lexicon/company-posts.json" with { type: "json" };
import { compareStructure } from "../test/post/structure.js";
import { hostileEngines } from "../test/support/hostile.js";
import { chrf } from "./chrf.js";
import { printTable } from "./measure.js";
import { ownPlaces, type Place, scoreSenses } from "./senses.js";

endWithReader();

const tests = fileURLToPath(new URL("../test/post", import.meta.url));
const data = process.argv[2] ?? fileURLToPath(new URL("../../shared/data", import.meta.url));
const rows: string[][] = [];
const add = (what: string, set: string, size: number, measure: string, value: string): void => {
  rows.push([what, set, String(size), measure, value]);
};
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const linesOf = (file: string): string[] => readFileSync(join(data, file), "utf8").replace(/\n$/, "").split("\n");

structure();
senses("own lines", ownPlaces);
if (existsSync(join(data, "senses-dev.jsonl"))) senses("senses-dev", gold());
await terms();
await translation(
  "own company posts",
  companyPosts.posts.map(({ source }) => source),
  companyPosts.posts.map(({ reference }) => reference),
);
for (const set of ["weibo-parallel-dev", "flores-dev"]) {
  if (existsSync(join(data, `${set}.zh`))) await translation(set, linesOf(`${set}.zh`), linesOf(`${set}.en`));
}
printTable("Quality", ["", "labelled set", "size", "measure", "figure"], rows);
console.log(
  "\nThe own lines are seen by whoever works on the library, and those of structure are tests: expect less of unseen ones.",
);

/** The lines of the tests that have what is expected written inside them. */
function structure(): void {
  const written = readdirSync(tests)
    .filter((file) => /^(?:tokens|lists)\.test\.ts$/u.test(file))
    .flatMap((file) => readFileSync(join(tests, file), "utf8").match(/"(?:[^"\\\n]|\\.)*"/gu) ?? []);
  const lines = written
    .map((text) => JSON.parse(text) as string)
    .filter((text) => /\{[a-z]+(?:=[^:{}]*)?:/u.test(text));
  let [right, found, expected] = [0, 0, 0];
  for (const line of lines) {
    const compared = compareStructure(line);
    found += compared.found.length;
    expected += compared.expected.length;
    right += compared.expected.filter((row) => compared.found.includes(row)).length;
  }
  add(
    "structure",
    "own lines, those of the tests",
    lines.length,
    "F1 of spans",
    percent((2 * right) / (found + expected)),
  );
}

function senses(set: string, places: readonly Place[]): void {
  const { accuracy, recall, falseNames } = scoreSenses(
    (text) => analyze(text).terms.map(({ source }) => source),
    places,
  );
  add("senses", set, places.length, "right", percent(accuracy));
  add("senses", set, places.length, "names found", percent(recall));
  add("senses", set, places.length, "look-alikes taken for names", percent(falseNames));
}

function gold(): Place[] {
  return linesOf("senses-dev.jsonl").map((line) => {
    const { text, start, term, label } = JSON.parse(line) as {
      text: string;
      start: number;
      term: string;
      label: string;
    };
    return { text, start, end: start + term.length, isName: label === "brand" };
  });
}

/** What becomes of the terms of the company posts, through the embedded engine and through engines that do harm. */
async function terms(): Promise<void> {
  const posts = companyPosts.posts.map(({ source }) => source);
  const tally = async (translator: ReturnType<typeof createTranslator>): Promise<Map<string, number>> => {
    const counts = new Map<string, number>();
    for await (const post of translator.translateAll(posts))
      for (const { status } of post.terms) counts.set(status, (counts.get(status) ?? 0) + 1);
    return counts;
  };
  const report = (set: string, counts: ReadonlyMap<string, number>): void => {
    const size = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const status of ["kept", "repaired", "missing"])
      add("terms", set, size, status, percent((counts.get(status) ?? 0) / size));
  };
  report("company posts, embedded engine", await tally(createTranslator()));
  const all = new Map<string, number>();
  for (const [, engine] of hostileEngines)
    for (const [status, count] of await tally(createTranslator({ engine, retries: 0 })))
      all.set(status, (all.get(status) ?? 0) + count);
  report(`company posts, ${hostileEngines.length} engines that damage terms`, all);
}

async function translation(set: string, sources: readonly string[], references: readonly string[]): Promise<void> {
  const made: string[] = [];
  for await (const post of createTranslator().translateAll(sources)) made.push(post.target.text);
  add("translation", set, sources.length, "chrF2", chrf(made, references).toFixed(1));
}
