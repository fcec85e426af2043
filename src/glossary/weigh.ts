import type { WordSegmenter } from "../words/segmenter.js";
import { type Feature, surfaceFeatures } from "./features.js";
import type { Candidate } from "./match.js";
import type { Reading } from "./occurrence.js";
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

  return (candidate, reading, segmenter) => {
    const features = surfaceFeatures(candidate, reading);
    const surface = bias + sum(features.map(({ name, value }) => (weightOf.get(name) ?? 0) * value));
    if (surface + most >= 0 && surface + least <= 0) {
      features.push(...segmentationFeatures(candidate, reading.text, segmenter));
    }
    const contributions = features.map((feature) => ({
      feature,
      logit: (weightOf.get(feature.name) ?? 0) * feature.value,
    }));
    return { probability: sigmoid(bias + sum(contributions.map(({ logit }) => logit))), contributions };
  };
}

/** Every feature of a candidate, whether or not the decision needs it: what weights are learned from. */
export function featuresOf(candidate: Candidate, reading: Reading, segmenter: WordSegmenter): Feature[] {
  return [...surfaceFeatures(candidate, reading), ...segmentationFeatures(candidate, reading.text, segmenter)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The logistic function. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
