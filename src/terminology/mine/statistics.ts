import type { Batch } from "./batch.js";
import { countAt, type Repeats } from "./repeats.js";

/** The part of the places that word segmentation does not cut through, 0…1. */
export function alignment({ words, symbols }: Batch, at: Int32Array, length: number): number {
  let aligned = 0;
  for (const i of at) if (words[i] !== 0 && (words[i + length] !== 0 || symbols[i + length] === 0)) aligned++;
  return aligned / at.length;
}

/** How much more often the halves of a string stand together than by chance, at the split where they do least; bits. */
export function cohesionOf(levels: readonly Repeats[], start: number, length: number, total: number): number {
  const count = (place: number, size: number) => countAt(levels[size - 1]!, place);
  const whole = count(start, length);
  let least = Number.POSITIVE_INFINITY;
  for (let head = 1; head < length; head++) {
    const apart = count(start, head) * count(start + head, length - head);
    least = Math.min(least, Math.log2((whole * total) / apart));
  }
  // A single word cannot be taken apart.
  return length === 1 ? Math.log2(total / whole) : least;
}

/** The entropy of what stands so far from each place; no neighbour is like another one that is missing. */
export function entropyBeside({ symbols }: Batch, at: Int32Array, offset: number, scratch: Int32Array): number {
  const beside = scratch.subarray(0, at.length);
  for (let k = 0; k < at.length; k++) beside[k] = symbols[at[k]! + offset] || -at[k]!;
  return entropy(beside);
}

/** The entropy of a list of numbers, in bits; the list is sorted. */
function entropy(numbers: Int32Array): number {
  numbers.sort();
  let bits = 0;
  for (let i = 0; i < numbers.length; ) {
    let end = i + 1;
    while (end < numbers.length && numbers[end] === numbers[i]) end++;
    const part = (end - i) / numbers.length;
    bits -= part * Math.log2(part);
    i = end;
  }
  return bits;
}

/** How much of the row lies between neighbouring places at chance, over how much does at the median. */
export function burstOf({ symbols }: Batch, at: Int32Array, scratch: Int32Array): number {
  if (at.length < 4) return 1;
  const gaps = scratch.subarray(0, at.length - 1);
  for (let k = 0; k < gaps.length; k++) gaps[k] = at[k + 1]! - at[k]!;
  gaps.sort();
  const expected = (symbols.length / at.length) * Math.LN2;
  return expected / Math.max(1, gaps[gaps.length >> 1]!);
}
