import { addForm, findAll } from "../../glossary/scan.js";
import { Trie } from "../../glossary/trie.js";
import { sensesDictionary } from "../../glossary/vocabulary.js";
import type { Range } from "../../span.js";
import { miningDictionary, type TradePattern } from "./dictionary.js";

/** A place where words of patterns stand: `from` has the bits of those that a form before it is shown by, `to` after it. */
export interface PatternPlace {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Finds words of trade patterns in normalized text. */
export interface PatternFinder {
  /** The patterns; the bit of each is its index. */
  readonly patterns: readonly TradePattern[];
  find(text: string): PatternPlace[];
  /** Where a text has words that the platform writes into posts: they name nothing. */
  boilerplate(text: string): Range[];
  /** Whether a Latin word behind a name is a model's: one that makers use for many, or a few capitals (GT, SE). */
  isModel(word: string): boolean;
  /** The bits of the patterns whose marks stand right before and after a range. */
  around(text: string, start: number, end: number): number;
}

const CAPITALS = /^\p{Lu}{1,3}$/u;

/** Makes the finder of the patterns of `dictionaries/mining.json`. */
export function createPatternFinder(): PatternFinder {
  const { patterns, boilerplate, models } = miningDictionary();
  const modelWords = new Set(models.map((word) => word.toLowerCase()));
  const trie = new Trie();
  const sides: { from: number; to: number }[] = [];
  const pairs: { open: string; close: string; bit: number }[] = [];
  for (const [i, { side, words, senses, pair }] of patterns.entries()) {
    if (pair) pairs.push({ open: pair[0], close: pair[1], bit: 1 << i });
    for (const word of words ?? (senses ? sensesDictionary().words[senses] : undefined) ?? []) {
      const [value] = [trie.get(word.toLowerCase()) ?? sides.push({ from: 0, to: 0 }) - 1];
      addForm(trie, word, value);
      sides[value]![side === "before" ? "to" : "from"] |= 1 << i;
    }
  }
  const platform = new Trie();
  for (const words of boilerplate) addForm(platform, words, 0);
  return {
    patterns,
    boilerplate: (text) => findAll(platform, text),
    find: (text) => findAll(trie, text).map(({ start, end, value }) => ({ start, end, ...sides[value]! })),
    isModel: (word) => CAPITALS.test(word) || modelWords.has(word.toLowerCase()),
    around(text, start, end) {
      const [before, after] = [text[start - 1], text[end]];
      let bits = 0;
      for (const { open, close, bit } of pairs) if (before === open && after === close) bits |= bit;
      return bits;
    },
  };
}
