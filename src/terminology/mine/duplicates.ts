import { HASH_START, hashWith } from "../../text/hash.js";

/** Tells whether something was seen before. */
export interface DuplicateFilter {
  /** Whether a content, given piece by piece, is one that was seen; from now on it is. */
  isKnown(content: Iterable<string>): boolean;
}

/** How many contents are remembered at least; at most twice as many. */
const REMEMBERED = 100_000;

/**
 * Makes a filter in bounded memory: of each content 53 bits of a hash are kept, of the latest 100,000 to 200,000.
 *
 * A new content is taken for a known one by chance once in some 10¹⁰ times.
 */
export function createDuplicateFilter(): DuplicateFilter {
  let older = new Set<number>();
  let newer = new Set<number>();
  return {
    isKnown(content) {
      const hash = hashOf(content);
      const isKnown = newer.has(hash) || older.has(hash);
      newer.add(hash);
      if (newer.size >= REMEMBERED) [older, newer] = [newer, new Set()];
      return isKnown;
    },
  };
}

/** Two hashes of 32 bits (FNV-1a with two primes), of which 53 bits make a whole number. */
function hashOf(content: Iterable<string>): number {
  let [one, two] = [HASH_START, 0x9747b28c];
  for (const piece of content) {
    for (let i = 0; i < piece.length; i++) {
      one = hashWith(one, piece.charCodeAt(i));
      two = Math.imul(two ^ piece.charCodeAt(i), 0x5bd1e995);
    }
    // So that "ab", "c" is something else than "a", "bc".
    one = hashWith(one, 0xffff);
    two = Math.imul(two ^ (two >>> 15) ^ 0xffff, 0x5bd1e995);
  }
  return (one >>> 0) * 2 ** 21 + (two >>> 11);
}
