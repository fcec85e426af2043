import { readDictionary } from "../dictionaries.js";
import { addForm, findAll } from "./match.js";
import { Trie } from "./trie.js";

/** What `dictionaries/senses.json` holds: words by what they say about a name near them, and the learned weights. */
export interface SensesDictionary {
  name: string;
  version: string;
  license: string;
  /** Words by category; written by people. */
  words: Record<string, string[]>;
  /** The logit of a name of which nothing is known; learned. */
  bias: number;
  /** What one unit of each feature adds to the logit; learned by scripts/learn-senses.ts. */
  weights: Record<string, number>;
}

/** A word of the vocabulary, found in a text. */
export interface KnownWord {
  readonly start: number;
  readonly end: number;
  /** Names of the categories that the word is in. */
  readonly categories: readonly string[];
}

/** Finds the words of the vocabulary in normalized text. */
export interface Vocabulary {
  /** Every known word, by where it starts, the longest first; words may overlap. */
  find(text: string): KnownWord[];
}

/** Makes a vocabulary of words by category. */
export function createVocabulary(words: Readonly<Record<string, readonly string[]>>): Vocabulary {
  const categories = new Map<string, string[]>();
  for (const [category, list] of Object.entries(words)) {
    for (const word of list) categories.set(word, [...(categories.get(word) ?? []), category]);
  }
  const values = [...categories.values()];
  const trie = new Trie();
  for (const [i, word] of [...categories.keys()].entries()) addForm(trie, word, i);
  return {
    find: (text) => findAll(trie, text).map(({ start, end, value }) => ({ start, end, categories: values[value]! })),
  };
}

let dictionary: SensesDictionary | undefined;

/** The bundled words and weights, read at the first call. */
export function sensesDictionary(): SensesDictionary {
  dictionary ??= readDictionary<SensesDictionary>("senses.json");
  return dictionary;
}
