import { readDictionary } from "../dictionaries.js";
import { addForm, findAll } from "./scan.js";
import { Trie } from "./trie.js";

/** What the words of `dictionaries/senses.json` say about a name near them: the categories that it knows. */
export const CATEGORIES = [
  "device",
  "organization",
  "officer",
  "announce",
  "person",
  "compare",
  "degree",
  "deviceMeasure",
  "produceMeasure",
  "technology",
  "business",
  "food",
  "feeling",
  "society",
  "place",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What `dictionaries/senses.json` holds. */
export interface SensesDictionary {
  name: string;
  version: string;
  license: string;
  /** Words by what they say about a name near them; written by people. */
  words: Record<Category, string[]>;
  /** The logit of a name of which nothing is known; learned. */
  bias: number;
  /** What one unit of each feature adds to the logit; learned by scripts/learn-senses.ts. */
  weights: Record<string, number>;
  /** How often a form means the name where its entry does not say so, by jieba's tag of the form; learned. */
  priors: Record<string, number>;
}

/** A word of the vocabulary, found in a text. */
export interface KnownWord {
  readonly start: number;
  readonly end: number;
  /** The same for every occurrence of the word. */
  readonly id: number;
  /** The categories that the word is in, as bits in the order of `CATEGORIES`. */
  readonly categories: number;
}

/** Finds the words of the vocabulary in normalized text. */
export interface Vocabulary {
  /** Every known word, by where it starts, the longest first; words may overlap. */
  find(text: string): KnownWord[];
}

/** The bit of a category in `KnownWord.categories`. */
export function bitOf(category: Category): number {
  return 1 << CATEGORIES.indexOf(category);
}

/** Makes a vocabulary of words by category. */
export function createVocabulary(words: Readonly<Record<Category, readonly string[]>>): Vocabulary {
  const bits = new Map<string, number>();
  for (const category of CATEGORIES) {
    for (const word of words[category]) bits.set(word, (bits.get(word) ?? 0) | bitOf(category));
  }
  const categories = [...bits.values()];
  const trie = new Trie();
  for (const [id, word] of [...bits.keys()].entries()) addForm(trie, word, id);
  return {
    find: (text) =>
      findAll(trie, text).map(({ start, end, value }) => ({ start, end, id: value, categories: categories[value]! })),
  };
}

let dictionary: SensesDictionary | undefined;

/** The bundled words and weights, read at the first call. */
export function sensesDictionary(): SensesDictionary {
  dictionary ??= readDictionary<SensesDictionary>("senses.json");
  return dictionary;
}
