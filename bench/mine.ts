/**
 * What mining finds in real posts, and what it costs.
 *
 *     npm run build && npx tsx bench/mine.ts [FILE] [--show N] [--sentences N]
 *
 * FILE holds a sentence a line, its words separated by spaces, which are taken out; it is not part of the repository. The
 * glossary is empty, so that known names can be looked for: bench/mine-names.txt has names of companies, brands, products
 * and services; those that stand in the file five times or more count. Kinds are compared with those of the bundled
 * glossary. --show prints the first N candidates with an example each, to be read and counted: is it a name or a term that
 * a glossary would want?
 *
 * --sentences instead mines so many different ones, each made of the halves of two and cut from a longer text as readers of
 * files do, and prints every 100,000 how much memory is taken and how much was at most: whether it grows.
 *
 * Speed is measured as processor time, beside what nodejieba alone takes to tag the same sentences in the same run.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { endWithReader } from "../src/cli/reader.js";
import type * as library from "../src/index.js";

endWithReader();

const { Glossary, mineTerms } = (await import(new URL("../dist/index.js", import.meta.url).href)) as typeof library;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: "string" }, sentences: { type: "string" } },
});
const file = positionals[0] ?? "../shared/data/weibo-sentences-segmented.txt";
if (!existsSync(file)) {
  console.error(`no such file: ${file} (a sentence a line, words separated by spaces)`);
  process.exit(2);
}
const linesOf = (path: string | URL) => readFileSync(path, "utf8").split("\n").filter(Boolean);
const posts = linesOf(file).map((line) => line.replaceAll(" ", ""));

if (values.sentences) {
  await mineMany(Number(values.sentences));
  process.exit();
}

const began = process.cpuUsage();
const candidates = await mineTerms(posts, { glossary: Glossary.of([]) });
const mining = seconds(process.cpuUsage(began));
const peak = process.resourceUsage().maxRSS / 1024;
// Loaded after mining was measured: its dictionary takes more memory than mining does.
const { tag } = createRequire(import.meta.url)("nodejieba") as { tag(text: string): unknown[] };
tag("一");
const tagging = secondsOf(() => {
  for (const post of posts) tag(post);
});

console.log(`${posts.length} sentences, ${candidates.length} candidates`);
console.log(
  `${mining.toFixed(1)} s of processor time, ${(mining / tagging).toFixed(1)} times nodejieba's tagging alone`,
);
console.log(`${peak.toFixed(0)} MiB of memory at most`);

const text = posts.join("\n").toLowerCase();
const occurrences = (name: string) => text.split(name.toLowerCase()).length - 1;
const names = linesOf(new URL("mine-names.txt", import.meta.url)).filter((name) => occurrences(name) >= 5);
const rank = new Map(candidates.map(({ form }, i) => [form.toLowerCase(), i]));
const found = (first: number) => names.filter((name) => (rank.get(name.toLowerCase()) ?? first) < first);
for (const first of [200, 1000])
  console.log(`${found(first).length} of ${names.length} names among the first ${first}`);
console.log(`not among them: ${names.filter((name) => !rank.has(name.toLowerCase())).join(" ")}`);

const bundled = Glossary.bundled();
const known = candidates.flatMap(({ form, kind }) => {
  const entry = bundled.get(form);
  return entry ? [entry.kind === kind] : [];
});
console.log(`${known.filter(Boolean).length} of ${known.length} kinds as in the bundled glossary`);

for (const { form, count, kind, english, examples } of candidates.slice(0, Number(values.show ?? 0))) {
  console.log([form, count, kind, english?.text ?? "", examples[0]?.text ?? ""].join("\t"));
}

function secondsOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  return seconds(process.cpuUsage(start));
}

function seconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

async function mineMany(count: number): Promise<void> {
  const different = [...new Set(posts)];
  const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  const report = (done: number) => {
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const most = mebibytes(process.resourceUsage().maxRSS * 1024);
    const parts = `heap ${mebibytes(heapUsed)}, typed arrays ${mebibytes(arrayBuffers)}`;
    console.log(`${done} sentences: ${mebibytes(rss)} (${parts}), at most ${most}`);
  };
  const sentence = (i: number) => {
    const [first, round] = [i % different.length, Math.floor(i / different.length)];
    const one = different[first]!;
    const other = different[(first + round * 7919) % different.length]!;
    return round === 0 ? one : one.slice(0, Math.ceil(one.length / 2)) + other.slice(-20);
  };
  const CHUNK = 1000;
  function* sentences() {
    for (let from = 0; from < count; from += CHUNK) {
      if (from % 100_000 === 0) report(from);
      yield* Array.from({ length: Math.min(CHUNK, count - from) }, (_, i) => sentence(from + i))
        .join("\n")
        .split("\n");
    }
  }
  await mineTerms(sentences(), { glossary: Glossary.of([]) });
  report(count);
}
