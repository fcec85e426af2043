/**
 * Learns the weights by which names are told from ordinary words, and writes them into dictionaries/senses.json.
 *
 *     npx tsx scripts/learn-senses.ts [--dry] EXAMPLES.jsonl …
 *
 * An example is a line {"text", "start", "term", "label"}: "brand" where the term at `start` is the name, "common" or
 * "boundary" where it is not. Prints how well weights do that were learned without the names that they are tried on
 * (leave-names-out cross-validation over ten groups of names), then how well those that are written do on all.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { senseInputOf } from "../src/analyze.js";
import { Glossary } from "../src/glossary/glossary.js";
import { type LogisticExample, learnLogistic } from "../src/glossary/logistic.js";
import { readPost } from "../src/glossary/occurrence.js";
import { decideSenses, ruleFor } from "../src/glossary/senses.js";
import { createVocabulary, type SensesDictionary } from "../src/glossary/vocabulary.js";
import { createWeigh, featuresOf, type SenseWeights } from "../src/glossary/weigh.js";
import { parse } from "../src/post/parse.js";
import { normalize } from "../src/text/normalize.js";
import { nodejiebaSegmenter } from "../src/words/nodejieba.js";

interface Example {
  text: string;
  start: number;
  term: string;
  label: "brand" | "common" | "boundary";
}

const GROUPS = 10;
const PENALTY = Number(process.env.PENALTY ?? 1);
const DICTIONARY = new URL("../dictionaries/senses.json", import.meta.url);
const KINDS = new Set(["brand", "product", "service", "organization"]);

const args = process.argv.slice(2);
const files = args.filter((arg) => !arg.startsWith("--"));
if (files.length === 0) {
  console.error("usage: npx tsx scripts/learn-senses.ts [--dry] EXAMPLES.jsonl …");
  process.exit(2);
}

const dictionary = JSON.parse(readFileSync(DICTIONARY, "utf8")) as SensesDictionary;
const vocabulary = createVocabulary(dictionary.words);
const segmenter = nodejiebaSegmenter();
const glossary = Glossary.bundled();
const examples = files.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Example),
);
const inputs = examples.map(({ text }) => {
  const normalized = normalize(text);
  return { input: senseInputOf(parse(text).tokens, normalized), normalized };
});

/** What there is to learn from an example; nothing where a rule decides it or no entry has the form. */
const lessons = examples.map((example, i): LogisticExample | undefined => {
  const { input, normalized } = inputs[i]!;
  const [start, end] = [example.start, example.start + example.term.length].map((at) => normalized.fromSource(at!));
  const candidates = glossary.matcher.find(input.text);
  const candidate = candidates.find((other) => other.start === start && other.end === end);
  const covered = candidates.some(
    (other) => other.start <= start! && other.end >= end! && other !== candidate && !other.entry.ambiguous,
  );
  const reading = readPost(input.text, candidates, input.hashtags, vocabulary);
  if (!candidate || covered || ruleFor(candidate, input, reading)) return undefined;
  const features = new Map<string, number>();
  for (const { name, value } of featuresOf(candidate, reading, segmenter)) {
    features.set(name, (features.get(name) ?? 0) + value);
  }
  return { features, yes: example.label === "brand" };
});

const learn = (rows: readonly number[]): SenseWeights =>
  learnLogistic(
    rows.flatMap((i) => lessons[i] ?? []),
    { penalty: PENALTY },
  );

/** Whether the term is taken for a name, as the score script asks it: the name itself, or a longer one around it. */
function isTakenAsName(i: number, weights: SenseWeights): boolean {
  const { term, start, label } = examples[i]!;
  const { input, normalized } = inputs[i]!;
  const model = { vocabulary, weigh: createWeigh(weights) };
  const end = start + term.length;
  return decideSenses(input, glossary.matcher, segmenter, model).some((sense) => {
    const source = normalized.toSource(sense);
    if (!sense.accepted || !KINDS.has(sense.entry.kind) || source.start >= end || source.end <= start) return false;
    return label === "brand" || source.end - source.start <= term.length;
  });
}

const all = examples.map((_, i) => i);
const names = [...new Set(examples.map(({ term }) => term))].sort();
const groupOf = new Map(names.map((name, i) => [name, (i * 7) % GROUPS]));
const held: boolean[] = [];
for (let group = 0; group < GROUPS; group++) {
  const weights = learn(all.filter((i) => groupOf.get(examples[i]!.term) !== group));
  for (const i of all) if (groupOf.get(examples[i]!.term) === group) held[i] = isTakenAsName(i, weights);
}
report("names left out", held);
const { bias, weights } = learn(all);
report(
  "learned on all",
  all.map((i) => isTakenAsName(i, { bias, weights })),
);
if (args.includes("--show")) {
  for (const i of all) {
    const { text, start, term, label } = examples[i]!;
    if (held[i] === (label === "brand")) continue;
    console.log(
      `${term}\t${label}\t${text.slice(Math.max(0, start - 30), start)}⟦${term}⟧${text.slice(start + term.length, start + term.length + 30)}`,
    );
  }
}
if (!args.includes("--dry")) writeFileSync(DICTIONARY, written({ ...dictionary, bias, weights }));

function report(what: string, taken: readonly boolean[]): void {
  const count = (brand: boolean, name: boolean) =>
    all.filter((i) => (examples[i]!.label === "brand") === brand && taken[i] === name).length;
  const [tp, fn, fp, tn] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  const figure = (part: number, whole: number) => (part / whole).toFixed(3);
  console.log(
    `${what}: accuracy ${figure(tp + tn, all.length)}, brand recall ${figure(tp, tp + fn)}, ` +
      `false brands ${figure(fp, fp + tn)}, n=${all.length}, learned from ${lessons.filter(Boolean).length}`,
  );
}

/** The dictionary with a line for each category and each weight, so that changes can be read. */
function written({ weights, words, ...rest }: SensesDictionary): string {
  const lines = (record: Record<string, unknown>) =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(",\n");
  const rounded = Object.fromEntries(
    Object.entries(weights).flatMap(([name, weight]) =>
      Math.abs(weight) < 0.005 ? [] : [[name, Number(weight.toFixed(3))]],
    ),
  );
  const head = Object.entries({ ...rest, bias: Number(rest.bias.toFixed(3)) }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${head.join(",\n")},\n  "words": {\n${lines(words)}\n  },\n  "weights": {\n${lines(rounded)}\n  }\n}\n`;
}
