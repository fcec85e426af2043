/** Gives equal pairs of numbers the same number, and counts them; in typed arrays, without an object a pair. */
export interface PairCounter {
  /** Counts a pair of whole numbers from 0 to 2³¹ − 1, and tells its number: 0 for the first pair, 1 for the next new one. */
  count(head: number, tail: number): number;
  /** How often each pair was counted, by its number; until the next `clear`. */
  counts(): Int32Array;
  /** Forgets all pairs, and makes room for a number of different ones: no more may be counted. */
  reserve(most: number): void;
  /** Forgets all pairs. */
  clear(): void;
}

/** Makes a counter; it keeps its memory, so that one that counts batch after batch allocates nothing. */
export function createPairCounter(): PairCounter {
  // Open addressing: of each slot the number of its pair plus one; 0 where it is free.
  let slots = new Int32Array(2);
  let [heads, tails, counts] = [new Int32Array(0), new Int32Array(0), new Int32Array(0)];
  let mask = slots.length - 1;
  let size = 0;
  return {
    count(head, tail) {
      let slot = hash(head, tail) & mask;
      for (;;) {
        const number = slots[slot]! - 1;
        if (number < 0) {
          heads[size] = head;
          tails[size] = tail;
          counts[size] = 1;
          slots[slot] = ++size;
          return size - 1;
        }
        if (heads[number] === head && tails[number] === tail) {
          counts[number]!++;
          return number;
        }
        slot = (slot + 1) & mask;
      }
    },
    counts: () => counts.subarray(0, size),
    reserve(most) {
      size = 0;
      if (heads.length >= most) return void slots.fill(0);
      slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, 2 * most))));
      mask = slots.length - 1;
      [heads, tails, counts] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
    },
    clear() {
      slots.fill(0);
      size = 0;
    },
  };
}

/** Mixes two numbers so that neighbours fall far from each other (the finalizer of MurmurHash3). */
function hash(head: number, tail: number): number {
  let mixed = Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
