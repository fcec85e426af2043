import { ArgumentError } from "../../errors.js";
import type { Glossary } from "../../glossary/glossary.js";
import type { GlossaryEntry } from "../../model.js";
import { defaultSegmenter } from "../../words/default.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { accuracy, type Gain, gainOf, heldOut } from "./held-out.js";
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
  /**
   * How much likelier the best way of learning made the label of a held-out example: the mean of the natural logarithms;
   * below 0 where it made them unlikelier.
   */
  gain: number;
  /** The standard error of that mean. */
  gainError: number;
  /** Why the entry was changed or kept, in words. */
  reason: string;
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

/** Simple first: of two that do equally well the first is taken. */
const METHODS: readonly Method[] = ["prior", "exclusions", "cues"];

/** So many standard errors above nothing does the mean gain of an example have to be, for what an entry was taught to be changed. */
const MARGIN = 1;

/**
 * Learns from labelled examples what tells a name from the ordinary word: how often it is meant, longer words that are
 * something else, and words nearby that speak for or against it.
 *
 * Every way of learning is tried on examples that it has not seen (cross-validation in five turns) and compared, example
 * by example, with the entry as it is. An entry takes the way by which the labels are likeliest if the gain is clear: its
 * mean over the examples is more than one standard error above nothing (above nothing at all for an entry that was taught
 * nothing yet: it has no prior, no exclusions and no cues to lose), and no fewer are decided rightly. Else it stays as it
 * is, and `reason` says why. Deterministic.
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
  const learn = (method: Method, from: readonly Lesson[]) => learnEntry(entry, from, method, trial, segmenter);
  const before = trial(entry, lessons);
  const tried = METHODS.map((method) => {
    const likely = heldOut(lessons, trial, (from) => learn(method, from));
    return { method, likely, ...gainOf(before, likely) };
  });
  const best = tried.reduce((one, other) => (other.gain > one.gain ? other : one));
  const least = isTaught(entry) ? MARGIN * best.error : 0;
  const isClear = best.gain > least && accuracy(best.likely) >= accuracy(before);
  const after = isClear ? best.likely : before;
  const changed = (from: readonly number[], to: readonly number[]) =>
    lessons.filter((_, i) => from[i]! < 0.5 && to[i]! >= 0.5).map(plain);
  return {
    before: entry,
    after: isClear ? learn(best.method, lessons) : entry,
    examples: lessons.length,
    accuracyBefore: accuracy(before),
    accuracyAfter: accuracy(after),
    method: isClear ? best.method : "nothing",
    gain: best.gain,
    gainError: best.error,
    reason: reasonOf(best, accuracy(best.likely) - accuracy(before), least),
    improved: changed(before, after),
    worsened: changed(after, before),
  };
}

/** Whether somebody has said, or learning has found, anything of what the entry's name means where. */
function isTaught({ prior, notIn = [], cues = {} }: GlossaryEntry): boolean {
  return prior !== undefined || [notIn, cues.for, cues.against].some((words) => words?.length);
}

function reasonOf({ method, gain, error }: Gain & { method: Method }, more: number, least: number): string {
  const measured = `${gain.toFixed(3)} ± ${error.toFixed(3)} (${method})`;
  if (gain <= 0) return `nothing that was learned made held-out labels likelier: ${measured}`;
  if (gain <= least) return `held-out labels became no more than a standard error likelier: ${measured}`;
  if (more >= 0) return `held-out labels became likelier: ${measured}`;
  return `held-out labels became likelier, ${measured}, but ${(-100 * more).toFixed(0)} % fewer were decided rightly`;
}

function plain({ text, start, form, isName }: Lesson): SenseExample {
  return { text, start, form, isName };
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
