import type { GlossaryEntry } from "../model.js";
import { type CueFinder, createCueFinder } from "./cues.js";
import { foldForm } from "./forms.js";
import { addForm, type Candidate, findAll } from "./scan.js";
import { Trie } from "./trie.js";

/** Finds the forms of many entries at once. */
export interface Matcher {
  /** The entry that a form belongs to, however it is written. */
  get(form: string): GlossaryEntry | undefined;
  /** Every form in a normalized text: by where it starts, the longest first. Linear in the text for forms of bounded length. */
  find(text: string): Candidate[];
  /** What finds the entries' cues; made when first needed. */
  readonly cues: CueFinder;
}

/**
 * Makes a matcher of entries.
 *
 * Where two entries share a form it belongs to the one whose `source` it is, then to the first. Letter case, width,
 * traditional characters and optional spaces do not count; a form that begins or ends in a Latin letter or a digit needs
 * a word edge there, but a number may follow a name (`iPhone15`).
 */
export function createMatcher(entries: readonly GlossaryEntry[]): Matcher {
  const trie = new Trie();
  for (const [i, entry] of entries.entries()) addForm(trie, entry.source, i);
  for (const [i, entry] of entries.entries()) for (const form of entry.variants ?? []) addForm(trie, form, i);
  let cues: CueFinder | undefined;
  return {
    get: (form) => {
      const key = foldForm(form);
      const index = key === "" ? undefined : trie.get(key);
      return index === undefined ? undefined : entries[index];
    },
    find: (text) => findAll(trie, text).map(({ start, end, value }) => ({ start, end, entry: entries[value]! })),
    get cues() {
      cues ??= createCueFinder(entries);
      return cues;
    },
  };
}
