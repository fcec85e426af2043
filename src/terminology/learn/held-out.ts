import type { GlossaryEntry } from "../../model.js";
import type { Lesson } from "./lessons.js";
import { likelihoods, type Trial } from "./trial.js";

/** Examples are held out in so many turns. */
const TURNS = 5;

/** How likely each lesson's label is by an entry that learned from the lessons of the other turns. */
export function heldOut(
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

/** The part of the labels that are likelier than not. */
export function accuracy(likely: readonly number[]): number {
  return likely.length === 0 ? 1 : likely.filter((p) => p >= 0.5).length / likely.length;
}

/** What learning is worth: of all examples, held out in turns. */
export interface Gain {
  /** The mean over the examples of how much likelier a label has become, as a natural logarithm, and its standard error. */
  gain: number;
  error: number;
}

/** How much likelier labels are after than before. */
export function gainOf(before: readonly number[], after: readonly number[]): Gain {
  const [from, to] = [likelihoods(before), likelihoods(after)];
  const gains = to.map((likely, i) => likely - from[i]!);
  const gain = gains.reduce((sum, one) => sum + one, 0) / gains.length;
  const variance = gains.reduce((sum, one) => sum + (one - gain) ** 2, 0) / Math.max(1, gains.length - 1);
  return { gain, error: Math.sqrt(variance / gains.length) };
}
