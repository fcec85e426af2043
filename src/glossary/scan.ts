import type { GlossaryEntry } from "../model.js";
import { characterTables } from "../text/characters.js";
import { characterClass, DIGIT, foldForm, isSpaceOptional, LETTER, OTHER, SPACE } from "./forms.js";
import { ROOT, type Trie } from "./trie.js";

/** A place in a normalized text where a form of an entry stands; what it means there is not yet decided. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly entry: GlossaryEntry;
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
  let next = folded[text.charCodeAt(0)]!;
  for (let start = 0; start < text.length; start++) {
    const unit = next;
    next = start + 1 < text.length ? folded[text.charCodeAt(start + 1)]! : 0;
    // A space may stand between the two.
    if (next > 0x20 && !trie.mayBegin(unit, next)) continue;
    const first = trie.step(ROOT, unit);
    if (first === 0 || isInsideWord(text, start)) continue;
    findFrom(trie, folded, text, start, first, found);
  }
  return found;
}

function isInsideWord(text: string, start: number): boolean {
  return (
    start > 0 && isWord(characterClass(text.charCodeAt(start))) && isWord(characterClass(text.charCodeAt(start - 1)))
  );
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
