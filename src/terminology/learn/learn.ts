import { ArgumentError } from "../../errors.js";
import type { Glossary } from "../../glossary/glossary.js";
import type { GlossaryEntry } from "../../model.js";
import { defaultSegmenter } from "../../words/nodejieba.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { type Lesson, learnEntry, type Method } from "./lessons.js";
import { createTrial, type Trial } from "./trial.js";

/** A place in a post where a form of an entry stands, and what somebody says that it means there. */
export interface SenseExample {
  /** The post. */
  text: string;
  /** Where the form begins, in UTF-16 code units. */
  start: number;
  /** The form as it stands there. */
  form: string;
  /** Whether it is the name there. */
  isName: boolean;
}

/** What was learned about one entry. Accuracies (0…1) are of examples that were held out. */
export interface LearnedEntry {
  /** The entry as it was. */
  before: GlossaryEntry;
  /** The entry with what was learned; the same where nothing was. */
  after: GlossaryEntry;
  /** How many examples it was learned from. */
  examples: number;
  /** The part of the held-out examples that the old entry decides rightly. */
  accuracyBefore: number;
  /** The part that the new entry decides rightly. */
  accuracyAfter: number;
  /** What was learned: nothing, as it would have been no better; how often the name is meant; and more. */
  method: "nothing" | "prior" | "exclusions" | "cues";
  /** Examples that are decided rightly now and were not. */
  improved: SenseExample[];
  /** Examples that were decided rightly and are not now. */
  worsened: SenseExample[];
}

/** An example from which nothing could be learned. */
export interface SkippedExample {
  /** The example. */
  example: SenseExample;
  /** Why not. */
  reason: string;
}

/** A glossary that learned, and what that is worth. */
export interface LearnedSenses {
  /** The glossary with the entries that learned. */
  glossary: Glossary;
  /** What each entry learned. */
  entries: LearnedEntry[];
  /** Of all examples, held out in turns: the part decided rightly with the old entries. */
  accuracyBefore: number;
  /** The part decided rightly with the new entries. */
  accuracyAfter: number;
  /** Examples from which nothing could be learned. */
  skipped: SkippedExample[];
}

/** Examples are held out in so many turns. */
const TURNS = 5;

/** Simple first: of two that do equally well the first is taken. */
const METHODS: readonly Method[] = ["prior", "exclusions", "cues"];

/**
 * Learns from labelled examples what tells a name from the ordinary word: how often it is meant, longer words that are
 * something else, and words nearby that speak for or against it.
 *
 * Every way of learning is tried on examples that it has not seen (cross-validation in five turns); an entry takes the
 * one by which the labels are likeliest, if it decides no fewer of them rightly, and else stays as it is. Deterministic.
 *
 * @throws {ArgumentError} where an example is none; `facts.index` says which.
 */
export function learnSenses(
  glossary: Glossary,
  examples: Iterable<SenseExample>,
  options: { segmenter?: WordSegmenter } = {},
): LearnedSenses {
  const segmenter = options.segmenter ?? defaultSegmenter();
  const skipped: LearnedSenses["skipped"] = [];
  const lessons = new Map<GlossaryEntry, Lesson[]>();
  for (const [index, example] of Array.from(examples).entries()) {
    checkExample(example, index);
    const entry = glossary.get(example.form);
    if (!entry) skipped.push({ example, reason: `the glossary has no ${example.form}` });
    else lessons.set(entry, [...(lessons.get(entry) ?? []), { ...example, entry }]);
  }
  const entries = [...lessons].map(([entry, own]) =>
    learned(createTrial(glossary, own, segmenter), entry, own, segmenter),
  );
  const total = entries.reduce((sum, { examples: count }) => sum + count, 0);
  const mean = (accuracy: "accuracyBefore" | "accuracyAfter") =>
    total === 0 ? 1 : entries.reduce((sum, one) => sum + one[accuracy] * one.examples, 0) / total;
  return {
    glossary: glossary.with(entries.filter(({ method }) => method !== "nothing").map(({ after }) => after)),
    entries,
    accuracyBefore: mean("accuracyBefore"),
    accuracyAfter: mean("accuracyAfter"),
    skipped,
  };
}

function learned(
  trial: Trial,
  entry: GlossaryEntry,
  lessons: readonly Lesson[],
  segmenter: WordSegmenter,
): LearnedEntry {
  const learn = (method: Method, from: readonly Lesson[]) =>
    fitPrior(learnEntry(entry, from, method, segmenter), from, trial);
  const before = trial(entry, lessons);
  let method: LearnedEntry["method"] = "nothing";
  let best = before;
  for (const name of METHODS) {
    const tried = heldOut(lessons, trial, (from) => learn(name, from));
    if (likelihood(tried, lessons) > likelihood(best, lessons) && accuracy(tried) >= accuracy(before))
      [method, best] = [name, tried];
  }
  const changed = (from: readonly number[], to: readonly number[]) =>
    lessons.filter((_, i) => from[i]! < 0.5 && to[i]! >= 0.5).map(plain);
  return {
    before: entry,
    after: method === "nothing" ? entry : learn(method, lessons),
    examples: lessons.length,
    accuracyBefore: accuracy(before),
    accuracyAfter: accuracy(best),
    method,
    improved: changed(before, best),
    worsened: changed(best, before),
  };
}

function plain({ text, start, form, isName }: Lesson): SenseExample {
  return { text, start, form, isName };
}

/** How likely each lesson's label is by an entry that learned from the lessons of the other turns. */
function heldOut(
  lessons: readonly Lesson[],
  trial: Trial,
  learn: (from: readonly Lesson[]) => GlossaryEntry,
): number[] {
  const likely = new Array<number>(lessons.length).fill(0);
  for (let turn = 0; turn < TURNS; turn++) {
    const isHeldOut = (i: number) => i % TURNS === turn;
    const entry = learn(lessons.filter((_, i) => !isHeldOut(i)));
    const results = trial(
      entry,
      lessons.filter((_, i) => isHeldOut(i)),
    );
    for (const [k, result] of results.entries()) likely[turn + k * TURNS] = result;
  }
  return likely;
}

const PRIORS = [0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95];

/** The entry with the prior by which its lessons are likeliest; how often the name is meant counts like one more lesson. */
function fitPrior(entry: GlossaryEntry, lessons: readonly Lesson[], trial: Trial): GlossaryEntry {
  const logit = (p: number) => Math.log(p / (1 - p));
  const counted = entry.prior ?? 0.5;
  let best = entry;
  let most = Number.NEGATIVE_INFINITY;
  for (const prior of PRIORS) {
    const likely = likelihood(trial({ ...entry, prior }, lessons), lessons) - (logit(prior) - logit(counted)) ** 2 / 4;
    if (likely > most) [best, most] = [{ ...entry, prior }, likely];
  }
  return best;
}

function accuracy(likely: readonly number[]): number {
  return likely.length === 0 ? 1 : likely.filter((p) => p >= 0.5).length / likely.length;
}

/**
 * How likely all labels are together, as a logarithm.
 *
 * The rarer sense counts more than its lessons (by the root of how much rarer it is), or what is mostly the name would be
 * taken for it always.
 */
function likelihood(likely: readonly number[], lessons: readonly Lesson[]): number {
  const names = lessons.filter(({ isName }) => isName).length;
  const half = lessons.length / 2;
  const weight = ({ isName }: Lesson) => Math.sqrt(half / (isName ? names : lessons.length - names));
  return likely.reduce((sum, p, i) => sum + weight(lessons[i]!) * Math.log(Math.max(p, 0.01)), 0);
}

function checkExample(example: SenseExample, index: number): void {
  const { text, start, form, isName } = (example ?? {}) as Partial<SenseExample>;
  const isShaped = typeof text === "string" && typeof form === "string" && form !== "" && typeof isName === "boolean";
  if (isShaped && Number.isInteger(start) && text.startsWith(form, start)) return;
  const message = isShaped
    ? `Example ${index}: ${form} does not stand at ${start} of its text.`
    : `Example ${index} must have a text, the start of the form in it, the form, and isName.`;
  throw new ArgumentError(message, { index });
}
