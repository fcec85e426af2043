import { EXAMPLES, LATIN_FORMS, type Observation, TRANSLATIONS } from "./observation.js";

/** How many forms are remembered between batches. */
const CAPACITY = 40_000;
/** How much of that is left when there were more. */
const KEPT = 0.75;

/** What was seen of forms in all batches so far, within bounded memory. */
export interface Store {
  /** Whether a form that a batch holds so often would be remembered. */
  wants(key: string, count: number): boolean;
  /** Adds what was seen in a batch. What is given becomes the store's own. */
  add(observed: Iterable<readonly [key: string, seen: Observation]>): void;
  readonly observations: ReadonlyMap<string, Observation>;
}

/**
 * Makes a store of observations.
 *
 * When it holds more than 40,000 forms it forgets the rarest, and from then on takes no new one that a batch holds no oftener
 * than what was forgotten (lossy counting, Manku and Motwani 2002). So a count is a lower bound: it lacks at most one
 * occurrence a batch, in which a string that stood there once was no repeated one, and what was forgotten.
 */
export function createStore(): Store {
  const observations = new Map<string, Observation>();
  let forgotten = 0;
  return {
    observations,
    wants: (key, count) => count > forgotten || observations.has(key),
    add(observed) {
      for (const [key, fresh] of observed) {
        const known = observations.get(key);
        if (known) join(known, fresh);
        else observations.set(key, fresh);
      }
      if (observations.size > CAPACITY) forgotten = forgetRarest(observations);
    },
  };
}

/** Tells up to what count forms were forgotten. */
function forgetRarest(observations: Map<string, Observation>): number {
  const counts = Int32Array.from(observations.values(), ({ count }) => count).sort();
  const least = counts[Math.floor(counts.length - CAPACITY * KEPT)]!;
  for (const [key, { count }] of observations) if (count <= least) observations.delete(key);
  return least;
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
  known.bracketed = joined(known.bracketed, fresh.bracketed, LATIN_FORMS);
  known.examples = firstOf(known.examples, fresh.examples, EXAMPLES);
  known.translations = firstOf(known.translations, fresh.translations, TRANSLATIONS);
}

function sum(known: number[], fresh: number[]): number[] {
  if (known.length === 0) return fresh;
  for (const [i, hits] of fresh.entries()) known[i]! += hits;
  return known;
}

function joined(known: Map<string, number>, fresh: Map<string, number>, capacity: number): Map<string, number> {
  if (known.size === 0) return fresh;
  for (const [key, count] of fresh) {
    if (known.has(key) || known.size < capacity) known.set(key, (known.get(key) ?? 0) + count);
  }
  return known;
}

function firstOf<T>(known: T[], fresh: T[], most: number): T[] {
  if (known.length === 0) return fresh;
  known.push(...fresh.slice(0, most - known.length));
  return known;
}
