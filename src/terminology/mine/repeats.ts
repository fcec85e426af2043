import { createPairCounter, type PairCounter } from "./counter.js";

/** How many units a form has at most. */
export const LONGEST = 10;

/** The strings of one length that occur repeatedly in a row of symbols. */
export interface Repeats {
  readonly length: number;
  /** Of each place the number of the repeated string that begins there; -1 where none does. */
  readonly at: Int32Array;
  /** Of each string how often it occurs. */
  readonly counts: Int32Array;
}

/**
 * Counts the strings of 1 to `LONGEST` symbols that occur at least `least` times; 0 is in no string.
 *
 * A string is looked at only where both strings of one symbol less are repeated (the principle of Apriori), so that the
 * work and the memory of each length are linear in the row.
 */
export function repeatsOf(symbols: Int32Array, least: number): Repeats[] {
  const levels: Repeats[] = [];
  let previous: Int32Array = symbols.map((symbol) => (symbol === 0 ? -1 : symbol));
  const counter = createPairCounter(symbols.length);
  for (let length = 1; length <= LONGEST; length++) {
    const level = countStrings(length, previous, counter, least);
    if (level.counts.length === 0) break;
    levels.push(level);
    previous = level.at;
  }
  return levels;
}

/** Counts the strings of a length from those of one symbol less: a string is the one that begins at it, and the next. */
function countStrings(length: number, previous: Int32Array, counter: PairCounter, least: number): Repeats {
  const tailAt = (i: number) => (length === 1 ? 0 : (previous[i + 1] ?? -1));
  counter.clear();
  const at = new Int32Array(previous.length).fill(-1);
  for (let i = 0; i < previous.length; i++) {
    const [head, tail] = [previous[i]!, tailAt(i)];
    if (head >= 0 && tail >= 0) at[i] = counter.count(head, tail);
  }
  return keepRepeated(length, at, counter.counts(), least);
}

function keepRepeated(length: number, at: Int32Array, counts: Int32Array, least: number): Repeats {
  const renumbered = new Int32Array(counts.length).fill(-1);
  let kept = 0;
  for (const [number, count] of counts.entries()) if (count >= least) renumbered[number] = kept++;
  for (let i = 0; i < at.length; i++) if (at[i]! >= 0) at[i] = renumbered[at[i]!]!;
  return { length, at, counts: counts.filter((count) => count >= least) };
}

/** The places of each string of a level: those of string `n` are `places.subarray(first[n], first[n + 1])`, in order. */
export function placesOf({ at, counts }: Repeats): { places: Int32Array; first: Int32Array } {
  const first = new Int32Array(counts.length + 1);
  for (const [n, count] of counts.entries()) first[n + 1] = first[n]! + count;
  const next = first.slice();
  const places = new Int32Array(first[counts.length]!);
  for (let i = 0; i < at.length; i++) if (at[i]! >= 0) places[next[at[i]!]!++] = i;
  return { places, first };
}
