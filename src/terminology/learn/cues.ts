import { sensesDictionary } from "../../glossary/vocabulary.js";
import type { Lesson } from "./lessons.js";
import type { Surroundings } from "./surroundings.js";

/** A word has to be seen in so many lessons to tell anything. */
const LEAST = 2;
/** The logarithm of how much oftener it is seen beside the one sense. */
const LEAST_ODDS = 1;
/** How much likelier, as a logarithm, a cue has to make all labels together: what it costs to have one more. */
const COST = 1;
const MOST_CUES = 8;

interface Cue {
  readonly word: string;
  readonly isFor: boolean;
  /** The lessons that have it, by index. */
  readonly lessons: readonly number[];
}

/**
 * The words that tell what everything else about the places does not: of those seen mostly beside one sense the one that
 * makes the labels likeliest, as long as it makes them clearly likelier (forward selection).
 *
 * @param right How likely each lesson's label is without them.
 */
export function tellingWords(
  lessons: readonly Lesson[],
  seen: readonly Surroundings[],
  right: readonly number[],
): { cuesFor: string[]; cuesAgainst: string[] } {
  const open = new Set(candidatesOf(lessons, seen));
  const taken: Cue[] = [];
  let logits = right.map((p, i) => (lessons[i]!.isName ? 1 : -1) * Math.log(bounded(p) / (1 - bounded(p))));
  while (taken.length < MOST_CUES) {
    let best: { cue: Cue; logits: number[]; gain: number } | undefined;
    for (const cue of open) {
      const changed = withCue(cue, taken, logits);
      const gain = likelihood(changed, lessons) - likelihood(logits, lessons);
      if (!best || gain > best.gain) best = { cue, logits: changed, gain };
    }
    if (!best || best.gain < COST) break;
    logits = best.logits;
    taken.push(best.cue);
    open.delete(best.cue);
  }
  const words = (isFor: boolean) => taken.filter((cue) => cue.isFor === isFor).map(({ word }) => word);
  return { cuesFor: words(true), cuesAgainst: words(false) };
}

function candidatesOf(lessons: readonly Lesson[], seen: readonly Surroundings[]): Cue[] {
  const places = new Map<string, number[]>();
  for (const [i, { words }] of seen.entries()) {
    for (const word of words) places.set(word, [...(places.get(word) ?? []), i]);
  }
  return [...places].flatMap(([word, found]) => {
    const names = found.filter((i) => lessons[i]!.isName).length;
    const odds = Math.log((names + 0.5) / (found.length - names + 0.5));
    if (found.length < LEAST || Math.abs(odds) < LEAST_ODDS) return [];
    return [{ word, isFor: odds > 0, lessons: found }];
  });
}

/** The logits with one more cue: what the first of a lesson adds, and what each further one does. */
function withCue({ isFor, lessons }: Cue, taken: readonly Cue[], logits: readonly number[]): number[] {
  const weight = sensesDictionary().weights[isFor ? "cue:for" : "cue:against"] ?? 0;
  const changed = [...logits];
  for (const i of lessons) {
    const before = taken.filter((cue) => cue.isFor === isFor && cue.lessons.includes(i)).length;
    changed[i]! += weight * (Math.log1p(before + 1) - Math.log1p(before));
  }
  return changed;
}

/** How likely all labels are together, as a logarithm. */
function likelihood(logits: readonly number[], lessons: readonly Lesson[]): number {
  return logits.reduce((sum, logit, i) => sum - Math.log1p(Math.exp(lessons[i]!.isName ? -logit : logit)), 0);
}

function bounded(p: number): number {
  return Math.min(0.98, Math.max(0.02, p));
}
