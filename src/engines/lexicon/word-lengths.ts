import { HASH_START, hashWith } from "../../text/hash.js";

const SLOTS = 1 << 16;
const LONGEST_BIT = 15;
const SHORTEST_TOLD = 3;
/** Some twelve for each word, so that few stretches of text are taken for one by chance. */
const BITS = 1 << 21;

/**
 * How long the words are that begin at a place of a text, a bit for each length (15 stands for all from 15 on).
 *
 * Most stretches of a text are no words, which this tells without cutting them out: by their first two code units, and from
 * three on by a hash of all of them (a Bloom filter with one FNV-1a hash). It may name a length that no word has there, never leave one out.
 */
export class WordLengths {
  private readonly single: Uint8Array;
  private readonly longer: Uint16Array;
  private readonly whole: Uint8Array;

  constructor(from?: WordLengths) {
    this.single = from ? from.single.slice() : new Uint8Array(0x10000);
    this.longer = from ? from.longer.slice() : new Uint16Array(SLOTS);
    this.whole = from ? from.whole.slice() : new Uint8Array(BITS >> 3);
  }

  /** Notes a word, given as its UTF-16 code units and how many of them count. */
  add(units: ArrayLike<number>, length: number): void {
    if (length === 1) this.single[units[0]!] = 1;
    if (length < 2) return;
    this.longer[slotOf(units[0]!, units[1]!)]! |= 1 << Math.min(length, LONGEST_BIT);
    let hash = HASH_START;
    for (let i = 0; i < length; i++) hash = hashWith(hash, units[i]!);
    const bit = bitOf(hash);
    this.whole[bit >> 3]! |= 1 << (bit & 7);
  }

  /** The lengths of words that may begin at an index of a text: bit 1 for one code unit, and so on to bit 15. */
  at(text: string, index: number): number {
    const first = text.charCodeAt(index);
    const alone = this.single[first]! << 1;
    if (index + 1 >= text.length) return alone;
    const second = text.charCodeAt(index + 1);
    const begun = this.longer[slotOf(first, second)]!;
    let found = (begun & 0b100) | (begun & (1 << LONGEST_BIT)) | alone;
    let hash = hashWith(hashWith(HASH_START, first), second);
    for (let length = SHORTEST_TOLD; begun >> length > 0 && index + length <= text.length; length++) {
      hash = hashWith(hash, text.charCodeAt(index + length - 1));
      const bit = bitOf(hash);
      if ((begun >> length) & 1 && (this.whole[bit >> 3]! >> (bit & 7)) & 1) found |= 1 << length;
    }
    return found;
  }

  /** Whether a text may be a word. */
  mayHave(word: string): boolean {
    return word.length > 0 && ((this.at(word, 0) >> Math.min(word.length, LONGEST_BIT)) & 1) === 1;
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e35) + second) & (SLOTS - 1);

const bitOf = (hash: number): number => (hash ^ (hash >>> 11)) & (BITS - 1);
