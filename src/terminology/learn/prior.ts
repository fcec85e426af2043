import { sensesDictionary } from "../../glossary/vocabulary.js";
import { priorOf } from "../../glossary/weigh.js";
import type { GlossaryEntry } from "../../model.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import type { Lesson } from "./lessons.js";
import { likelihoods, type Trial } from "./trial.js";

const PRIORS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98];
/** How far the logit of a prior is expected to be from what it was: one standard deviation. */
const SPREAD = 1;

/**
 * The entry with the prior by which the labels of its lessons are likeliest, beside all that is seen of their places.
 *
 * It is drawn to the prior that the entry has, or that is usual for such a form (maximum a posteriori, a normal
 * distribution of the logit): a few lessons move it little.
 */
export function fitPrior(
  entry: GlossaryEntry,
  lessons: readonly Lesson[],
  trial: Trial,
  segmenter: WordSegmenter,
): GlossaryEntry {
  const usual = logit(priorOf(entry, segmenter, sensesDictionary()));
  let best = entry;
  let most = Number.NEGATIVE_INFINITY;
  for (const prior of PRIORS) {
    const fitted = { ...entry, ambiguous: true, prior };
    const likely = sum(likelihoods(trial(fitted, lessons))) - (logit(prior) - usual) ** 2 / (2 * SPREAD ** 2);
    if (likely > most) [best, most] = [fitted, likely];
  }
  return best;
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
