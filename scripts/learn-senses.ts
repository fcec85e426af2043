/**
 * Learns the weights by which names are told from ordinary words, and writes them into dictionaries/senses.json.
 *
 *     npx tsx scripts/learn-senses.ts [--dry] [--show] [--data FOLDER] EXAMPLES … [--segmented FILE] [--test EXAMPLES]
 *
 * The weights that are there were learned by
 *
 *     npx tsx scripts/learn-senses.ts --data ../shared/data ../shared/data/senses-dev.jsonl scripts/senses-labels.tsv \
 *       --segmented ../shared/data/weibo-sentences-segmented.txt
 *
 * Examples are lines {"text", "start", "term", "label"} of a .jsonl file: "brand" where the term at `start` is the name,
 * "common" or "boundary" where it is not; or lines of a .tsv file that name a file of the data folder, a line of it (from
 * 1), start, term and label. A segmented file holds sentences whose words people have separated by spaces; it gives
 * examples of forms that a word cuts through.
 *
 * Prints how well weights do that were learned without the names that they are tried on (leave-names-out
 * cross-validation over ten groups of names), then how well those that are written do on the examples and on the test
 * files. --dry writes nothing; --show prints what is wrong.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { senseInputOf } from "../src/analyze.js";
import { endWithReader } from "../src/cli/reader.js";
import { Glossary } from "../src/glossary/glossary.js";
import { type LogisticExample, learnLogistic } from "../src/glossary/logistic.js";
import { type Reading, readPost } from "../src/glossary/occurrence.js";
import type { Candidate } from "../src/glossary/scan.js";
import { tagOfForm } from "../src/glossary/segmentation.js";
import { decideSenses, ruleFor, type SenseInput } from "../src/glossary/senses.js";
import { createVocabulary, type SensesDictionary } from "../src/glossary/vocabulary.js";
import { createWeigh, featuresOf, type SenseWeights } from "../src/glossary/weigh.js";
import { parse } from "../src/post/parse.js";
import { type NormalizedText, normalize } from "../src/text/normalize.js";
import { jiebaSegmenter } from "../src/words/jieba/jieba.js";
import { type Labelled, labelledIn, linesOf } from "./labels.js";

endWithReader();

interface Example extends Labelled {
  input: SenseInput;
  normalized: NormalizedText;
  /** The place to weigh; nothing where a rule decides or no entry has the form. */
  place: { candidate: Candidate; reading: Reading } | undefined;
}

const GROUPS = 10;
const PENALTY = 0.4;
/** Kinds of words with fewer examples get no prior. */
const SEEN_OFTEN = 10;
const ROUNDS = 2;
/** At most so many cut-through places of one form: the many of a frequent one would drown the others. */
const BOUNDARIES_PER_FORM = 2;
/** How much a cut-through place counts: there are more of them among the examples than in posts. */
const BOUNDARY_WEIGHT = 0.5;
const DICTIONARY = new URL("../dictionaries/senses.json", import.meta.url);
const NAMES = new Set(["brand", "product", "service", "organization"]);

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    dry: { type: "boolean" },
    show: { type: "boolean" },
    data: { type: "string", default: "../shared/data" },
    segmented: { type: "string", multiple: true },
    test: { type: "string", multiple: true },
  },
});

const dictionary = JSON.parse(readFileSync(DICTIONARY, "utf8")) as SensesDictionary;
const vocabulary = createVocabulary(dictionary.words);
const segmenter = jiebaSegmenter();
const glossary = Glossary.bundled();

const examplesIn = (file: string) => labelledIn(file, options.data).map(exampleOf);
const sets = new Map(files.map((file) => [file, examplesIn(file)]));
const examples = [...sets.values()].flat();
const boundaries = (options.segmented ?? []).flatMap((file) => cutThrough(linesOf(file)).map(exampleOf));

const priors = priorsByKind();

reportLeavingNamesOut();
const learned = learn([...examples, ...boundaries]);
for (const [file, set] of [...sets, ...(options.test ?? []).map((file) => [file, examplesIn(file)] as const)]) {
  report(`${file}, learned on all`, set, (example) => isTakenAsName(example, learned));
}
if (!options.dry) writeFileSync(DICTIONARY, written({ ...dictionary, ...learned }));

function exampleOf(labelled: Labelled): Example {
  const normalized = normalize(labelled.text);
  const input = senseInputOf(parse(labelled.text).tokens, normalized);
  return { ...labelled, normalized, input, place: placeOf(labelled, input, normalized) };
}

function placeOf({ start, term }: Labelled, input: SenseInput, copy: NormalizedText): Example["place"] {
  const [from, to] = [copy.fromSource(start), copy.fromSource(start + term.length)];
  const candidates = glossary.matcher.find(input.text);
  const candidate = candidates.find((other) => other.start === from && other.end === to);
  const isCovered = candidates.some(
    (other) => other !== candidate && other.start <= from && other.end >= to && !other.entry.ambiguous,
  );
  const reading = readPost(input.text, candidates, input.hashtags, vocabulary, glossary.matcher.cues);
  if (!candidate || isCovered || ruleFor(candidate, input, reading)) return undefined;
  return { candidate, reading };
}

/** Places where the words of segmented lines cut through a form of an ambiguous entry. */
function cutThrough(lines: readonly string[]): Labelled[] {
  const counts = new Map<string, number>();
  const found: Labelled[] = [];
  for (const line of lines) {
    const words = line.split(" ");
    const text = words.join("");
    const edges = new Set([0]);
    let at = 0;
    for (const word of words) {
      at += word.length;
      edges.add(at);
    }
    const normalized = normalize(text);
    for (const { entry, ...range } of glossary.matcher.find(normalized.text)) {
      const { start, end } = normalized.toSource(range);
      const isCut = Array.from({ length: end - start - 1 }, (_, i) => start + 1 + i).some((place) => edges.has(place));
      if (!entry.ambiguous || !isCut || (edges.has(start) && edges.has(end))) continue;
      const count = (counts.get(entry.source) ?? 0) + 1;
      counts.set(entry.source, count);
      if (count <= BOUNDARIES_PER_FORM) found.push({ text, start, term: text.slice(start, end), label: "boundary" });
    }
  }
  return found;
}

/** How often a form means the name in the examples, by the kind of word that it is; of kinds seen often enough. */
function priorsByKind(): Record<string, number> {
  const seen = new Map<string, { names: number; all: number }>();
  for (const { term, label } of examples) {
    const tag = tagOfForm(term, segmenter);
    const counts = seen.get(tag) ?? { names: 0, all: 0 };
    seen.set(tag, { names: counts.names + (label === "brand" ? 1 : 0), all: counts.all + 1 });
  }
  const often = [...seen].filter(([, { all }]) => all >= SEEN_OFTEN).sort(([a], [b]) => (a < b ? -1 : 1));
  // One more of either sort, so that no kind is quite certain.
  return Object.fromEntries(often.map(([tag, { names, all }]) => [tag, Number(((names + 1) / (all + 2)).toFixed(2))]));
}

/** Learns weights in rounds, for how much the names of a post support each other depends on the weights. */
function learn(from: readonly Example[]): SenseWeights {
  let weights: SenseWeights = { bias: 0, weights: {}, priors };
  for (let round = 0; round < ROUNDS; round++) {
    const lessons = from.flatMap(({ place, label }): LogisticExample[] => {
      if (!place) return [];
      const features = new Map<string, number>();
      for (const { name, value } of featuresOf(place.candidate, place.reading, segmenter, weights)) {
        features.set(name, (features.get(name) ?? 0) + value);
      }
      return [{ features, yes: label === "brand", weight: label === "boundary" ? BOUNDARY_WEIGHT : 1 }];
    });
    weights = { ...learnLogistic(lessons, { penalty: PENALTY }), priors };
  }
  return weights;
}

function reportLeavingNamesOut(): void {
  const names = [...new Set(examples.map(({ term }) => term))].sort();
  // Neighbours in the order of code points are alike (小米, 小鹏): they are dealt out to different groups.
  const groupOf = new Map(names.map((name, i) => [name, (i * 7) % GROUPS]));
  const taken = new Map<Example, boolean>();
  for (let group = 0; group < GROUPS; group++) {
    const isLeftOut = ({ term }: Example) => groupOf.get(term) === group;
    const weights = learn([...examples, ...boundaries].filter((example) => !isLeftOut(example)));
    for (const example of examples.filter(isLeftOut)) taken.set(example, isTakenAsName(example, weights));
  }
  for (const [file, set] of sets) report(`${file}, names left out`, set, (example) => taken.get(example)!);
}

/** Whether the term is taken for a name: by itself, or, where it should be, within a longer one. */
function isTakenAsName({ term, start, label, input, normalized }: Example, weights: SenseWeights): boolean {
  const model = { vocabulary, weigh: createWeigh(weights) };
  const end = start + term.length;
  return decideSenses(input, glossary.matcher, segmenter, model).some((sense) => {
    const source = normalized.toSource(sense);
    if (!sense.accepted || !NAMES.has(sense.entry.kind) || source.start >= end || source.end <= start) return false;
    return label === "brand" || source.end - source.start <= term.length;
  });
}

function report(what: string, tried: readonly Example[], isTaken: (example: Example) => boolean): void {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  const wrong: string[] = [];
  for (const example of tried) {
    const { text, start, term, label } = example;
    const taken = isTaken(example);
    counts[label === "brand" ? (taken ? "tp" : "fn") : taken ? "fp" : "tn"]++;
    const end = start + term.length;
    const excerpt = `${text.slice(Math.max(0, start - 30), start)}⟦${term}⟧${text.slice(end, end + 30)}`;
    if (taken !== (label === "brand")) wrong.push(`  ${label}\t${excerpt}`);
  }
  const { tp, fn, fp, tn } = counts;
  const rate = (part: number, whole: number) => (part / whole).toFixed(3);
  const learnedFrom = tried.filter(({ place }) => place).length;
  console.log(
    `${what}: accuracy ${rate(tp + tn, tried.length)}, brand recall ${rate(tp, tp + fn)}, ` +
      `false brands ${rate(fp, fp + tn)}, n=${tried.length}, weighed ${learnedFrom}`,
  );
  if (options.show) console.log(wrong.join("\n"));
}

/** The dictionary with a line for each category and each weight, so that changes can be read. */
function written({ weights, words, bias, priors, ...head }: SensesDictionary): string {
  const rounded = Object.entries(weights).map(([name, weight]) => [name, Number(weight.toFixed(3))] as const);
  const lines = (record: readonly (readonly [string, unknown])[], indent: string) =>
    record.map(([key, value]) => `${indent}${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n");
  return [
    `{\n${lines([...Object.entries(head), ["bias", Number(bias.toFixed(3))]], "  ")},`,
    `  "words": {\n${lines(Object.entries(words), "    ")}\n  },`,
    `  "priors": {\n${lines(Object.entries(priors), "    ")}\n  },`,
    `  "weights": {\n${lines(
      rounded.filter(([, weight]) => weight !== 0),
      "    ",
    )}\n  }\n}\n`,
  ].join("\n");
}
