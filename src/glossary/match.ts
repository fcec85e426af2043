import type { GlossaryEntry } from "../model.js";
import { characterTables } from "../text/characters.js";
import { characterClass, DIGIT, foldForm, isSpaceOptional, LETTER, OTHER, SPACE } from "./forms.js";
import { ROOT, Trie } from "./trie.js";

/** A place in a normalized text where a form of an entry stands; what it means there is not yet decided. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly entry: GlossaryEntry;
}

/** Finds the forms of many entries at once. */
export interface Matcher {
  /** The entry that a form belongs to, however it is written. */
  get(form: string): GlossaryEntry | undefined;
  /** Every form in a normalized text: by where it starts, the longest first. Linear in the text for forms of bounded length. */
  find(text: string): Candidate[];
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
  return {
    get: (form) => {
      const key = foldForm(form);
      const index = key === "" ? undefined : trie.get(key);
      return index === undefined ? undefined : entries[index];
    },
    find: (text) => findAll(trie, text).map(({ start, end, value }) => ({ start, end, entry: entries[value]! })),
  };
}

/** A key of a trie, found in a text. */
export interface Found {
  start: number;
  end: number;
  value: number;
}

/** Adds a form to a trie under its key, and under the key without its spaces. */
export function addForm(trie: Trie, form: string, value: number): void {
  const key = foldForm(form);
  if (key === "") return;
  trie.add(key, value);
  if (key.includes(" ")) trie.add(key.replaceAll(" ", ""), value);
}

/** Every key of a trie in a normalized text: by where it starts, the longest first. */
export function findAll(trie: Trie, text: string): Found[] {
  const { folded } = characterTables();
  const found: Found[] = [];
  let before = OTHER;
  for (let start = 0; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    const first = trie.step(ROOT, folded[unit]!);
    const kind = characterClass(unit);
    if (first !== 0 && !(isWord(kind) && isWord(before))) findFrom(trie, folded, text, start, first, found);
    before = kind;
  }
  return found;
}

function findFrom(trie: Trie, folded: Uint16Array, text: string, start: number, first: number, found: Found[]): void {
  const sizeBefore = found.length;
  let node = first;
  let kind = characterClass(text.charCodeAt(start));
  let end = start + 1;
  for (;;) {
    const value = trie.value(node);
    const next = end < text.length ? characterClass(text.charCodeAt(end)) : OTHER;
    if (value !== undefined && isEdge(kind, next)) found.push({ start, end, value });
    if (end >= text.length) break;
    let at = end;
    if (next === SPACE) {
      while (at < text.length && characterClass(text.charCodeAt(at)) === SPACE) at++;
      if (at === text.length) break;
      if (!isSpaceOptional(kind, characterClass(text.charCodeAt(at)))) {
        node = trie.step(node, 0x20);
        if (node === 0) break;
      }
    }
    const unit = text.charCodeAt(at);
    node = trie.step(node, folded[unit]!);
    if (node === 0) break;
    kind = characterClass(unit);
    end = at + 1;
  }
  // Found from the shortest to the longest.
  reverseFrom(found, sizeBefore);
}

function isWord(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

function isEdge(last: number, next: number): boolean {
  return !isWord(last) || !isWord(next) || (last === LETTER && next === DIGIT);
}

function reverseFrom(found: Found[], from: number): void {
  for (let low = from, high = found.length - 1; low < high; low++, high--) {
    [found[low], found[high]] = [found[high]!, found[low]!];
  }
}
