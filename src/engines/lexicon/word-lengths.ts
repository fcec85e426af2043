const SLOTS = 1 << 16;
const LONGEST_BIT = 15;

/**
 * How long the words are that begin with two code units, a bit for each length (15 stands for all from 15 on).
 *
 * Most stretches of a text are no words, which this tells without cutting them out. It may name a length that no word has
 * (two beginnings can share a place of the table), never leave one out. A word of one unit is told by its own bit.
 */
export class WordLengths {
  private readonly single: Uint8Array;
  private readonly longer: Uint16Array;

  constructor(from?: WordLengths) {
    this.single = from ? from.single.slice() : new Uint8Array(0x10000);
    this.longer = from ? from.longer.slice() : new Uint16Array(SLOTS);
  }

  /** Notes a word by its first two UTF-16 code units and its length in them; the second is not read where there is none. */
  add(first: number, second: number, length: number): void {
    if (length === 1) this.single[first] = 1;
    else this.longer[slotOf(first, second)]! |= 1 << Math.min(length, LONGEST_BIT);
  }

  /** The lengths of words that may begin at an index of a text: bit 1 for one code unit, and so on to bit 15. */
  at(text: string, index: number): number {
    const first = text.charCodeAt(index);
    const more = index + 1 < text.length ? this.longer[slotOf(first, text.charCodeAt(index + 1))]! : 0;
    return more | (this.single[first]! << 1);
  }

  /** Whether a text may be a word. */
  mayHave(word: string): boolean {
    return word.length > 0 && ((this.at(word, 0) >> Math.min(word.length, LONGEST_BIT)) & 1) === 1;
  }
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e35) + second) & (SLOTS - 1);
