/**
 * Measures `analyze` against bare `nodejieba.cut` on the same posts, in the same run.
 *
 *     npm run build && npx tsx bench/analyze.ts [POSTS.jsonl]
 *
 * Prints characters a second of each and their ratio, for the bundled glossary and for it with 100,000 entries more, and
 * how long those take to build. Each figure is the best of several rounds after one that warms up, by processor time (which
 * counts collecting garbage), so that other programs disturb it little.
 */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as library from "../src/index.js";

const { analyze, Glossary } = (await import(new URL("../dist/index.js", import.meta.url).href)) as typeof library;
const { cut } = createRequire(import.meta.url)("nodejieba") as { cut(text: string): string[] };

const ROUNDS = 15;
const EXTRA_ENTRIES = 100_000;

const file = process.argv[2] ?? "../shared/data/weibo-posts.jsonl";
if (!existsSync(file)) {
  console.error(`no such file: ${file} (lines {"text"})`);
  process.exit(2);
}
const posts = readFileSync(file, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const characters = posts.reduce((total, { length }) => total + length, 0);

const bundled = Glossary.bundled();
const began = process.cpuUsage();
const large = bundled.with(randomEntries(EXTRA_ENTRIES));
large.get("小米");
const built = process.cpuUsage(began).user / 1000;

const runs = {
  "nodejieba.cut": (text: string) => cut(text),
  analyze: (text: string) => analyze(text, { glossary: bundled }),
  "analyze, 100,000 entries more": (text: string) => analyze(text, { glossary: large }),
};
const speeds = measure(runs);
const base = speeds["nodejieba.cut"]!;
for (const [name, speed] of Object.entries(speeds)) {
  console.log(
    `${name}: ${(speed / 1e6).toFixed(2)} million characters a second, ${(speed / base).toFixed(2)} of nodejieba.cut`,
  );
}
console.log(`${EXTRA_ENTRIES} entries more: built in ${built.toFixed(0)} ms of processor time`);

/** Characters a second of each run; the rounds take turns, so that a busy machine slows all alike. */
function measure(runs: Record<string, (text: string) => unknown>): Record<string, number> {
  const best: Record<string, number> = {};
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const start = process.cpuUsage();
      for (const post of posts) run(post);
      const { user, system } = process.cpuUsage(start);
      const speed = (characters / (user + system)) * 1e6;
      if (round > 0) best[name] = Math.max(best[name] ?? 0, speed);
    }
  }
  return best;
}

/** Entries of two to five Han characters, the same in every run. */
function* randomEntries(count: number) {
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % below;
  };
  for (let i = 0; i < count; i++) {
    const source = Array.from({ length: 2 + random(4) }, () => String.fromCharCode(0x4e00 + random(6000))).join("");
    yield { source, target: `Name ${i}`, kind: "term" as const };
  }
}
