import type { WordSegmenter } from "../words/segmenter.js";
import { type Feature, type Nameness, surfaceFeatures } from "./features.js";
import type { Candidate } from "./match.js";
import { excludingWord, type Reading } from "./occurrence.js";
import { SEGMENTATION_GROUPS, segmentationFeatures } from "./segmentation.js";

/** The learned part of the decision: a logistic regression over features that know no name. */
export interface SenseWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
}

/** How likely it is that the name is meant, and what was seen: the features with what each adds to the logit. */
export interface Weighed {
  readonly probability: number;
  readonly contributions: readonly { readonly feature: Feature; readonly logit: number }[];
}

/** Weighs candidates by learned weights. */
export type Weigh = (candidate: Candidate, reading: Reading, segmenter: WordSegmenter) => Weighed;

/**
 * Makes the function that weighs a candidate.
 *
 * The text is segmented only where segmentation could change the decision: where the most or the least that it can add
 * would carry the rest across one half.
 */
export function createWeigh({ bias, weights }: SenseWeights): Weigh {
  const weightOf = new Map(Object.entries(weights));
  const most = sum(SEGMENTATION_GROUPS.map((group) => Math.max(0, ...group.map((name) => weightOf.get(name) ?? 0))));
  const least = sum(SEGMENTATION_GROUPS.map((group) => Math.min(0, ...group.map((name) => weightOf.get(name) ?? 0))));

  const logitOf = (features: readonly Feature[]) =>
    bias + sum(features.map(({ name, value }) => (weightOf.get(name) ?? 0) * value));
  const namenessIn = createNameness(logitOf);

  return (candidate, reading, segmenter) => {
    const features = surfaceFeatures(candidate, reading, namenessIn(reading));
    const surface = logitOf(features);
    if (surface + most >= 0 && surface + least <= 0) {
      features.push(...segmentationFeatures(candidate, reading, segmenter));
    }
    const contributions = features.map((feature) => ({
      feature,
      logit: (weightOf.get(feature.name) ?? 0) * feature.value,
    }));
    return { probability: sigmoid(bias + sum(contributions.map(({ logit }) => logit))), contributions };
  };
}

/**
 * Makes the function that tells how much the candidates of a reading count as names for each other.
 *
 * An ambiguous one counts as much as what is seen of it without segmenting makes it likely, where the others count by
 * their priors alone.
 */
function createNameness(logitOf: (features: readonly Feature[]) => number): (reading: Reading) => Nameness {
  const known = new WeakMap<Reading, Nameness>();
  const make = (reading: Reading): Nameness => {
    const weights = new Map<Candidate, number>();
    return (candidate) => {
      let weight = weights.get(candidate);
      if (weight === undefined) {
        weight = namenessByPrior(candidate);
        if (candidate.entry.ambiguous) {
          const excluded = excludingWord(candidate, reading.folded) !== undefined;
          weight = excluded ? 0 : 2 * sigmoid(logitOf(surfaceFeatures(candidate, reading, namenessByPrior))) - 1;
        }
        weights.set(candidate, weight);
      }
      return weight;
    };
  };
  return (reading) => {
    let nameness = known.get(reading);
    if (!nameness) {
      nameness = make(reading);
      known.set(reading, nameness);
    }
    return nameness;
  };
}

function namenessByPrior({ entry }: Candidate): number {
  return entry.ambiguous ? 2 * (entry.prior ?? 0.5) - 1 : 1;
}

/**
 * Every feature of a candidate, whether or not the decision needs it: what weights are learned from.
 *
 * @param weights the weights that are to tell how much the other candidates count as names.
 */
export function featuresOf(
  candidate: Candidate,
  reading: Reading,
  segmenter: WordSegmenter,
  { bias, weights }: SenseWeights,
): Feature[] {
  const nameness = createNameness(
    (features) => bias + sum(features.map(({ name, value }) => (weights[name] ?? 0) * value)),
  );
  return [
    ...surfaceFeatures(candidate, reading, nameness(reading)),
    ...segmentationFeatures(candidate, reading, segmenter),
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
