import type { GlossaryEntry } from "../model.js";
import { foldForm } from "./forms.js";
import { addForm, type Found, findAll } from "./scan.js";
import { Trie } from "./trie.js";

/** The cues of one entry: numbers of words, as `Found.value` has them. */
export interface EntryCues {
  readonly for: ReadonlySet<number>;
  readonly against: ReadonlySet<number>;
}

/** Finds the cues of all entries of a glossary in one go. */
export interface CueFinder {
  /** Every cue in a normalized text, by where it starts. */
  find(text: string): Found[];
  /** Which of them are an entry's. */
  of(entry: GlossaryEntry): EntryCues;
}

/** Makes a finder of the cues of entries. */
export function createCueFinder(entries: readonly GlossaryEntry[]): CueFinder {
  const trie = new Trie();
  const cues = [...new Set(entries.flatMap(({ cues }) => [...(cues?.for ?? []), ...(cues?.against ?? [])]))];
  for (const [i, cue] of cues.entries()) addForm(trie, cue, i);
  const numbers = (words: readonly string[] = []) =>
    new Set(words.map((word) => trie.get(foldForm(word))).filter((number) => number !== undefined));
  const known = new WeakMap<GlossaryEntry, EntryCues>();
  return {
    find: (text) => findAll(trie, text),
    of(entry) {
      let own = known.get(entry);
      if (!own) {
        own = { for: numbers(entry.cues?.for), against: numbers(entry.cues?.against) };
        known.set(entry, own);
      }
      return own;
    },
  };
}
