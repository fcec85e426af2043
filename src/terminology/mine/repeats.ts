import type { PairCounter } from "./counter.js";

/** How many units a form has at most. */
export const LONGEST = 10;

/** The strings of one length that occur repeatedly in a row of symbols; only their places are kept, for long ones are rare. */
export interface Repeats {
  readonly length: number;
  /** Where repeated strings begin, in order. */
  readonly places: Int32Array;
  /** Of each of these places the number of the string that begins there. */
  readonly strings: Int32Array;
  /** Of each string how often it occurs. */
  readonly counts: Int32Array;
}

/**
 * Counts the strings of 1 to `LONGEST` symbols that occur at least `least` times; 0 is in no string.
 *
 * A string is looked at only where both strings of one symbol less are repeated (the principle of Apriori), so that the
 * work and the memory of each length are linear in the row.
 */
export function repeatsOf(symbols: Int32Array, least: number, counter: PairCounter): Repeats[] {
  const levels: Repeats[] = [];
  // Of each place the string that begins there; -1 where none does.
  const at = symbols.map((symbol) => (symbol === 0 ? -1 : symbol));
  counter.reserve(symbols.length);
  for (let length = 1; length <= LONGEST; length++) {
    countStrings(length, at, counter);
    const level = keepRepeated(length, at, counter.counts(), least);
    if (level.counts.length === 0) break;
    levels.push(level);
  }
  return levels;
}

/**
 * Counts the strings of a length, and numbers them in the place of those of one symbol less: a string is the one that
 * begins at it, and the next.
 */
function countStrings(length: number, at: Int32Array, counter: PairCounter): void {
  counter.clear();
  for (let i = 0; i < at.length; i++) {
    const [head, tail] = [at[i]!, length === 1 ? 0 : (at[i + 1] ?? -1)];
    at[i] = head >= 0 && tail >= 0 ? counter.count(head, tail) : -1;
  }
}

/** Renumbers the strings that are counted often enough, and forgets the others. */
function keepRepeated(length: number, at: Int32Array, all: Int32Array, least: number): Repeats {
  const counts = all.filter((count) => count >= least);
  const size = counts.reduce((sum, count) => sum + count, 0);
  const [places, strings] = [new Int32Array(size), new Int32Array(size)];
  const renumbered = new Int32Array(all.length).fill(-1);
  let kept = 0;
  for (const [number, count] of all.entries()) if (count >= least) renumbered[number] = kept++;
  let next = 0;
  for (let i = 0; i < at.length; i++) {
    if (at[i]! >= 0) at[i] = renumbered[at[i]!]!;
    if (at[i]! < 0) continue;
    places[next] = i;
    strings[next++] = at[i]!;
  }
  return { length, places, strings, counts };
}

/** How often the string of a level occurs that begins at a place, where one does (binary search). */
export function countAt({ places, strings, counts }: Repeats, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return counts[strings[low]!]!;
}

/** The places of each string of a level: those of string `n` are `places.subarray(first[n], first[n + 1])`, in order. */
export function placesOf({ places, strings, counts }: Repeats): { places: Int32Array; first: Int32Array } {
  const first = new Int32Array(counts.length + 1);
  for (const [n, count] of counts.entries()) first[n + 1] = first[n]! + count;
  const next = first.slice();
  const ordered = new Int32Array(places.length);
  for (const [k, n] of strings.entries()) ordered[next[n]!++] = places[k]!;
  return { places: ordered, first };
}
