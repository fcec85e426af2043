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
  known.numbered += fresh.numbered;
  known.patterns = sum(known.patterns, fresh.patterns);
  known.tags = joined(known.tags, fresh.tags, Number.POSITIVE_INFINITY);
  known.latin = joined(known.latin, fresh.latin, LATIN_FORMS);
  known.examples = firstOf(known.examples, fresh.examples, EXAMPLES);
  known.translations = firstOf(known.translations, fresh.translations, TRANSLATIONS);
}

function sum(known: readonly number[], fresh: readonly number[]): readonly number[] {
  if (fresh.length === 0) return known;
  return fresh.map((hits, i) => hits + (known[i] ?? 0));
}

function joined(
  known: ReadonlyMap<string, number>,
  fresh: ReadonlyMap<string, number>,
  capacity: number,
): ReadonlyMap<string, number> {
  if (fresh.size === 0) return known;
  const both = new Map(known);
  for (const [key, count] of fresh) {
    if (both.has(key) || both.size < capacity) both.set(key, (both.get(key) ?? 0) + count);
  }
  return both;
}

function firstOf<T>(known: readonly T[], fresh: readonly T[], most: number): readonly T[] {
  return known.length === most || fresh.length === 0 ? known : [...known, ...fresh].slice(0, most);
}
