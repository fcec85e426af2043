/**
 * The embedded engine: what each stage contributes to chrF, posts a second, loading time, memory.
 *
 * Run: npx tsx bench/lexicon.ts. The parallel data beside the repository (../shared/data) is measured where it is there.
 */
import { existsSync, readFileSync } from "node:fs";
import { endWithReader } from "../src/cli/reader.js";
import type { Item, Reading } from "../src/engines/lexicon/entry.js";
import type { Grammar, Rule } from "../src/engines/lexicon/grammar.js";
import type { Inflector } from "../src/engines/lexicon/inflect.js";
import { type Lexicon, loadLexicon } from "../src/engines/lexicon/load.js";
import { translateUnit } from "../src/engines/lexicon/unit.js";
import { chrf } from "./chrf.js";

endWithReader();

interface Sample {
  readonly name: string;
  readonly pairs: readonly { source: string; reference: string }[];
}

const lines = (path: string): string[] => readFileSync(path, "utf8").replace(/\n$/, "").split("\n");

function samples(): Sample[] {
  const posts = JSON.parse(
    readFileSync(new URL("../test/engines/lexicon/company-posts.json", import.meta.url), "utf8"),
  );
  const out: Sample[] = [{ name: "company posts", pairs: posts.posts }];
  for (const name of ["weibo-parallel-dev", "flores-dev"]) {
    const path = new URL(`../../shared/data/${name}`, import.meta.url).pathname;
    if (!existsSync(`${path}.zh`)) continue;
    const references = lines(`${path}.en`);
    out.push({ name, pairs: lines(`${path}.zh`).map((source, i) => ({ source, reference: references[i]! })) });
  }
  return out;
}

const score = (sample: Sample, lexicon: Lexicon): number =>
  chrf(
    sample.pairs.map((pair) => translateUnit({ text: pair.source, terms: [] }, lexicon).text),
    sample.pairs.map((pair) => pair.reference),
  );

const plainReadings = (item: Item | undefined, change: (reading: Reading) => Reading): Item | undefined =>
  item && { ...item, readings: item.readings.map(change) };

function withoutActions(grammar: Grammar, dropped: RegExp): Grammar {
  const keep = (rules: readonly Rule[]): Rule[] => rules.filter((rule) => !dropped.test(rule.action));
  return { ...grammar, binary: grammar.binary.map(keep), unary: grammar.unary.map(keep) };
}

const uninflected = (english: Inflector): Inflector => ({
  ...english,
  verb: (phrase) => phrase,
  plural: (phrase) => phrase,
  compare: (adjective, degree) => `${degree} ${adjective}`,
  adverb: (adjective) => adjective,
});

/** The engine with one thing taken out at a time. */
function variants(lexicon: Lexicon): [string, Lexicon][] {
  const { grammar, lookup } = lexicon;
  const without = (dropped: RegExp): Lexicon => ({ ...lexicon, grammar: withoutActions(grammar, dropped) });
  return [
    ["everything", lexicon],
    ["without the grammar (word by word)", { ...lexicon, grammar: { ...grammar, binary: [] } }],
    ["with the likeliest split alone", { ...lexicon, slack: 0 }],
    ["without choices by neighbours", { ...lexicon, lookup: (word) => plainReadings(lookup(word), plainEnglish) }],
    ["without inflection", { ...lexicon, english: uninflected(lexicon.english) }],
    ["without articles", { ...lexicon, english: { ...lexicon.english, article: () => "" as "a" } }],
    ["without relative clauses", without(/^relativeOf$/)],
    ["without compounds", without(/^(?:compound|attribute)$/)],
    ["without prepositional phrases", without(/^(?:preposition|locate|end)$/)],
    ["without times", without(/^(?:temporal\w*|endTime|ago)$/)],
    ["without amounts", without(/^(?:quantify\w*|measure\w*)$/)],
    ["without serial verbs", without(/^(?:serial|coordinateClauses)$/)],
    ["without clause objects", without(/^(?:clauseObject|infinitive|causative)$/)],
    ["without names outside the dictionaries", { ...lexicon, names: { surnames: new Set(), sounds: new Map() } }],
  ];
}

function plainEnglish(reading: Reading): Reading {
  if (typeof reading.english === "string") return reading;
  const last = reading.english.at(-1)!;
  return { ...reading, english: typeof last === "string" ? last : last.english };
}

const started = performance.now();
const lexicon = loadLexicon();
translateUnit({ text: "你好", terms: [] }, lexicon);
console.log(`loading ${(performance.now() - started).toFixed(0)} ms`);

const all = samples();
const base = all.map((sample) => score(sample, lexicon));
console.log(`\n| | ${all.map((sample) => sample.name).join(" | ")} |\n|---|${all.map(() => "---").join("|")}|`);
for (const [name, variant] of variants(lexicon)) {
  const row = all.map((sample, i) => {
    const value = variant === lexicon ? base[i]! : score(sample, variant);
    return variant === lexicon ? value.toFixed(1) : `${value.toFixed(1)} (${(value - base[i]!).toFixed(1)})`;
  });
  console.log(`| ${name} | ${row.join(" | ")} |`);
}

for (const sample of all) {
  const before = process.cpuUsage();
  for (const pair of sample.pairs) translateUnit({ text: pair.source, terms: [] }, lexicon);
  const { user, system } = process.cpuUsage(before);
  console.log(
    `${sample.name}: ${(sample.pairs.length / ((user + system) / 1e6)).toFixed(0)} texts a second of processor time`,
  );
}
console.log(`memory ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
