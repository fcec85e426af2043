import type { GlossaryEntry } from "../model.js";
import type { WordSegmenter } from "../words/segmenter.js";
import { excludingWord } from "./exclude.js";
import { type Feature, placeFeatures } from "./features.js";
import type { Reading } from "./occurrence.js";
import type { Candidate } from "./scan.js";
import { createSegmentation, SEGMENTATION_FEATURES, tagOfForm } from "./segmentation.js";
import { type Nameness, supportFeatures } from "./support.js";

/** The learned part of the decision: a logistic regression over features that know no name. */
export interface SenseWeights {
  readonly bias: number;
  readonly weights: Readonly<Record<string, number>>;
  /** The prior of an entry without one, by jieba's tag of its form; 0.5 for a tag that is not there. */
  readonly priors: Readonly<Record<string, number>>;
}

/** How likely it is that the name is meant, and what was seen: the features with what each adds to the logit. */
export interface Weighed {
  readonly probability: number;
  readonly contributions: readonly { readonly feature: Feature; readonly logit: number }[];
}

/** Weighs the candidates of one reading. */
export type Weigh = (candidate: Candidate) => Weighed;

/**
 * Makes what weighs the candidates of a post.
 *
 * Names support each other: an ambiguous one counts as much as what is seen of its own place makes it likely. The text is
 * segmented only where segmentation could change the decision: where what it can add would carry the rest across one half.
 */
export function createWeigh(model: SenseWeights): (reading: Reading, segmenter: WordSegmenter) => Weigh {
  const weightOf = new Map(Object.entries(model.weights));
  const logitOf = (features: readonly Feature[]) =>
    features.reduce((sum, { name, value }) => sum + (weightOf.get(name) ?? 0) * value, 0);
  const ofSegmentation = SEGMENTATION_FEATURES.map((name) => weightOf.get(name) ?? 0);
  const most = Math.max(0, ...ofSegmentation);
  const least = Math.min(0, ...ofSegmentation);

  return (reading, segmenter) => {
    const placeOf = placesOf(reading, segmenter, model);
    const segmentation = createSegmentation(reading, segmenter);
    const nameness = namenessOf(reading, (candidate) => model.bias + logitOf(placeOf(candidate)));
    return (candidate) => {
      const features = [...placeOf(candidate), ...supportFeatures(candidate, reading, nameness)];
      const unsegmented = model.bias + logitOf(features);
      if (unsegmented + most >= 0 && unsegmented + least <= 0) {
        features.push(...segmentation(candidate));
      }
      const contributions = features.map((feature) => ({
        feature,
        logit: (weightOf.get(feature.name) ?? 0) * feature.value,
      }));
      return { probability: sigmoid(model.bias + logitOf(features)), contributions };
    };
  };
}

/** Every feature of a candidate, whether or not the decision needs it: what weights are learned from. */
export function featuresOf(
  candidate: Candidate,
  reading: Reading,
  segmenter: WordSegmenter,
  model: SenseWeights,
): Feature[] {
  const placeOf = placesOf(reading, segmenter, model);
  const logitOf = (other: Candidate) =>
    placeOf(other).reduce((sum, { name, value }) => sum + (model.weights[name] ?? 0) * value, model.bias);
  return [
    ...placeOf(candidate),
    ...supportFeatures(candidate, reading, namenessOf(reading, logitOf)),
    ...createSegmentation(reading, segmenter)(candidate),
  ];
}

/** The features of each place by itself, its prior first; kept, for every other name asks for them too. */
function placesOf(
  reading: Reading,
  segmenter: WordSegmenter,
  model: SenseWeights,
): (candidate: Candidate) => Feature[] {
  return kept((candidate: Candidate) => [
    { name: "prior", value: logit(priorOf(candidate.entry, segmenter, model)) },
    ...placeFeatures(candidate, reading),
  ]);
}

function namenessOf(reading: Reading, logitOf: (candidate: Candidate) => number): Nameness {
  return kept((candidate: Candidate) => {
    if (!candidate.entry.ambiguous) return 1;
    return excludingWord(candidate, reading.folded) === undefined ? 2 * sigmoid(logitOf(candidate)) - 1 : 0;
  });
}

/** No prior is taken for quite certain. */
const PRIOR_FLOOR = 0.02;

/** How often a name is meant before anything is seen of its place: as its entry says, else as is usual for such a form. */
export function priorOf(
  entry: GlossaryEntry,
  segmenter: WordSegmenter,
  { priors }: Pick<SenseWeights, "priors">,
): number {
  const prior = entry.prior ?? priors[tagOfForm(entry.source, segmenter)] ?? 0.5;
  return Math.min(1 - PRIOR_FLOOR, Math.max(PRIOR_FLOOR, prior));
}

function kept<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const values = new Map<K, V>();
  return (key) => {
    let value = values.get(key);
    if (value === undefined) {
      value = compute(key);
      values.set(key, value);
    }
    return value;
  };
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
