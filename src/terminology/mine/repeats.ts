import { createBuffer } from "./buffer.js";
import { createPairCounter, type PairCounter } from "./counter.js";

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
 * Counts the strings of 1 to `LONGEST` symbols that occur at least `least` times; 0 is in no string. What an earlier call
 * returned is overwritten.
 */
export type FindRepeats = (symbols: Int32Array, least: number) => Repeats[];

/**
 * Makes what finds repeated strings.
 *
 * A string is looked at only where both strings of one symbol less are repeated (the principle of Apriori), so that the
 * work and the memory of each length are linear in the row.
 */
export function createRepeatFinder(): FindRepeats {
  const counter = createPairCounter();
  const [rowBuffer, renumberedBuffer] = [createBuffer(), createBuffer()];
  const buffers = Array.from({ length: LONGEST }, () => [createBuffer(), createBuffer(), createBuffer()] as const);
  return (symbols, least) => {
    const levels: Repeats[] = [];
    // Of each place the string that begins there; -1 where none does.
    const at = rowBuffer(symbols.length);
    for (let i = 0; i < at.length; i++) at[i] = symbols[i] === 0 ? -1 : symbols[i]!;
    counter.reserve(symbols.length);
    for (const [shorter, [places, strings, counts]] of buffers.entries()) {
      const length = shorter + 1;
      countStrings(length, at, counter);
      const all = counter.counts();
      const renumbered = renumberedBuffer(all.length);
      const { kept, size } = renumber(all, least, renumbered);
      if (kept === 0) break;
      const level = { length, places: places(size), strings: strings(size), counts: counts(kept) };
      keepRepeated(at, all, renumbered, level);
      levels.push(level);
    }
    return levels;
  };
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

/** Gives the strings that are counted often enough new numbers, the others -1; tells how many there are, at how many places. */
function renumber(all: Int32Array, least: number, renumbered: Int32Array): { kept: number; size: number } {
  let [kept, size] = [0, 0];
  for (let number = 0; number < all.length; number++) {
    const isKept = all[number]! >= least;
    renumbered[number] = isKept ? kept++ : -1;
    if (isKept) size += all[number]!;
  }
  return { kept, size };
}

/** Fills a level with the strings that have a new number, and forgets the others. */
function keepRepeated(
  at: Int32Array,
  all: Int32Array,
  renumbered: Int32Array,
  { places, strings, counts }: Repeats,
): void {
  for (let number = 0; number < all.length; number++) {
    if (renumbered[number]! >= 0) counts[renumbered[number]!] = all[number]!;
  }
  let next = 0;
  for (let i = 0; i < at.length; i++) {
    if (at[i]! >= 0) at[i] = renumbered[at[i]!]!;
    if (at[i]! < 0) continue;
    places[next] = i;
    strings[next++] = at[i]!;
  }
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
export type GroupPlaces = (level: Repeats) => { places: Int32Array; first: Int32Array };

/** Makes what groups the places of a level by its strings. What an earlier call returned is overwritten. */
export function createPlaceGrouper(): GroupPlaces {
  const [orderedBuffer, firstBuffer, nextBuffer] = [createBuffer(), createBuffer(), createBuffer()];
  return ({ places, strings, counts }) => {
    const first = firstBuffer(counts.length + 1);
    first[0] = 0;
    for (let n = 0; n < counts.length; n++) first[n + 1] = first[n]! + counts[n]!;
    const next = nextBuffer(first.length);
    next.set(first);
    const ordered = orderedBuffer(places.length);
    for (let k = 0; k < strings.length; k++) ordered[next[strings[k]!]!++] = places[k]!;
    return { places: ordered, first };
  };
}
