import { EXAMPLES, LATIN_FORMS, type Observation, TRANSLATIONS } from "./observe.js";

/** How many forms are remembered between batches. */
const CAPACITY = 40_000;
/** How much of that is left when there were more. */
const KEPT = 0.75;

/** What was seen of forms in all batches so far, within bounded memory. */
export interface Store {
  add(observed: ReadonlyMap<string, Observation>): void;
  readonly observations: ReadonlyMap<string, Observation>;
}

/**
 * Makes a store of observations.
 *
 * When it holds more than 40,000 forms it forgets the rarest (as in lossy counting, Manku and Motwani 2002), so that a
 * count is a lower bound: it lacks at most one occurrence a batch, in which a string that stood there once was no repeated
 * one, and what was forgotten.
 */
export function createStore(): Store {
  const observations = new Map<string, Observation>();
  return {
    observations,
    add(observed) {
      for (const [key, fresh] of observed) {
        const known = observations.get(key);
        if (known) join(known, fresh);
        else observations.set(key, fresh);
      }
      if (observations.size > CAPACITY) forgetRarest(observations);
    },
  };
}

function forgetRarest(observations: Map<string, Observation>): void {
  const counts = Int32Array.from(observations.values(), ({ count }) => count).sort();
  const least = counts[Math.floor(counts.length - CAPACITY * KEPT)]!;
  for (const [key, { count }] of observations) if (count <= least) observations.delete(key);
}

/** Adds what was seen in a later batch; averages count by occurrences. */
function join(known: Observation, fresh: Observation): void {
  const share = fresh.count / (known.count + fresh.count);
  for (const measure of ["cohesion", "left", "right", "aligned", "burst"] as const) {
    known[measure] += share * (fresh[measure] - known[measure]);
  }
  known.count += fresh.count;
  known.documents += fresh.documents;
  for (const [i, hits] of fresh.patterns.entries()) known.patterns[i]! += hits;
  for (const [tag, count] of fresh.tags) known.tags.set(tag, (known.tags.get(tag) ?? 0) + count);
  for (const [text, count] of fresh.latin) {
    if (known.latin.has(text) || known.latin.size < LATIN_FORMS) {
      known.latin.set(text, (known.latin.get(text) ?? 0) + count);
    }
  }
  known.examples.push(...fresh.examples.slice(0, EXAMPLES - known.examples.length));
  known.translations.push(...fresh.translations.slice(0, TRANSLATIONS - known.translations.length));
}
