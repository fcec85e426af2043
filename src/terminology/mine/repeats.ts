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
  for (let length = 1; length <= LONGEST; length++) {
    const keyAt =
      length === 1
        ? (i: number) => previous[i]!
        : (i: number) => {
            const [head, tail] = [previous[i]!, previous[i + 1] ?? -1];
            return head < 0 || tail < 0 ? -1 : head * 0x4000000 + tail;
          };
    const level = countKeys(length, symbols.length, keyAt, least);
    if (level.counts.length === 0) break;
    levels.push(level);
    previous = level.at;
  }
  return levels;
}

function countKeys(length: number, size: number, keyAt: (i: number) => number, least: number): Repeats {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const at = new Int32Array(size).fill(-1);
  for (let i = 0; i < size; i++) {
    const key = keyAt(i);
    if (key < 0) continue;
    let number = numbers.get(key);
    if (number === undefined) {
      number = counts.push(0) - 1;
      numbers.set(key, number);
    }
    counts[number]!++;
    at[i] = number;
  }
  return keepRepeated(length, at, counts, least);
}

function keepRepeated(length: number, at: Int32Array, counts: readonly number[], least: number): Repeats {
  const renumbered = new Int32Array(counts.length).fill(-1);
  const kept: number[] = [];
  for (const [number, count] of counts.entries()) if (count >= least) renumbered[number] = kept.push(count) - 1;
  for (let i = 0; i < at.length; i++) if (at[i]! >= 0) at[i] = renumbered[at[i]!]!;
  return { length, at, counts: Int32Array.from(kept) };
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
