import { isDigit, isLatin } from "../post/chars.js";
import type { Range } from "../span.js";
import { characterTables, JOINER, REMOVED } from "../text/characters.js";
import { fromUnits } from "../text/units.js";
import { codeAt, indexIn } from "./strings.js";

/** What engines put into a name or leave out of it. */
const PASSED_OVER = " \t\n\u2028\u2029-‐‑‒–_·.'’‘`\"“”";
const FIRST_ACCENTED = 0xc0;
const LAST_ACCENTED = 0x24f;
const FIRST_COMBINING = 0x300;
const LAST_COMBINING = 0x36f;

let table: Uint16Array | undefined;

/**
 * What each UTF-16 code counts as in the search for a damaged name: half-width, lower case, without its accent; 0 where
 * the search passes over it.
 */
function letterTable(): Uint16Array {
  if (table) return table;
  const { folded, flags } = characterTables();
  const letters = folded.map((letter, code) => (flags[code] === REMOVED || flags[code] === JOINER ? 0 : letter));
  for (let code = FIRST_ACCENTED; code <= LAST_ACCENTED; code++)
    letters[code] = String.fromCharCode(letters[code]!).normalize("NFD").charCodeAt(0);
  letters.fill(0, FIRST_COMBINING, LAST_COMBINING + 1);
  for (const character of PASSED_OVER) letters[character.charCodeAt(0)] = 0;
  table = letters.map((letter) => letters[letter]!);
  return table;
}

/** A text as the search for damaged names reads it. */
export interface Letters {
  readonly text: string;
  /** What counts of it, one character for each. */
  readonly letters: string;
  /** Where each of the letters stands in the text. */
  readonly offsets: ArrayLike<number>;
}

/** An English form, and what of it a search compares. */
export interface Form {
  readonly written: string;
  readonly letters: string;
}

/** Reads the letters of a text: half-width, in lower case, without accents, spaces, hyphens and quotes. */
export function lettersOf(text: string): Letters {
  const letterOf = letterTable();
  const offsets: number[] = [];
  const letters: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = letterOf[codeAt(text, i)]!;
    if (letter === 0) continue;
    letters.push(letter);
    offsets.push(i);
  }
  return { text, letters: fromUnits(letters), offsets };
}

/** How often a text has a letter, whatever its case, width and accent. */
export function countLetter(text: string, letter: string): number {
  const letterOf = letterTable();
  const sought = letterOf[codeAt(letter, 0)]!;
  let count = 0;
  for (let i = 0; i < text.length; i++) if (letterOf[codeAt(text, i)] === sought) count++;
  return count;
}

/** Makes a form of how it is written. */
export function formOf(written: string): Form {
  return { written, letters: lettersOf(written).letters };
}

/**
 * Finds where an English form stands in a text, whatever an engine did to its case, width, accents, spaces and hyphens.
 *
 * A form stands at word edges only; one without capitals may carry an ending (`repost` in "reposted").
 *
 * @returns Ranges of the text, in order, without overlap.
 */
export function locate(read: Letters, form: Form): Range[] {
  const { text } = read;
  const { written } = form;
  const found: Range[] = [];
  for (const { start, end } of occurrences(read, form.letters)) {
    if (start < (found.at(-1)?.end ?? 0) || !isEdge(text, start) || isVague(text, start, end, written)) continue;
    const ending = endingAt(text, end, written);
    if (ending > 0) found.push({ start, end: end + ending });
    else if (isEnd(text, end)) found.push({ start, end: end + trailingMarks(text, end, written) });
  }
  return found;
}

/** Finds where a form stands at word edges just as it is written: ranges in order, without overlap. */
export function locateExact(text: string, form: string): Range[] {
  const found: Range[] = [];
  for (let start = nextExact(text, form, 0), end = 0; start >= 0; start = nextExact(text, form, end)) {
    end = start + form.length;
    found.push({ start, end });
  }
  return found;
}

/** The first offset from `from` on at which a form stands at word edges just as it is written, or -1. */
export function nextExact(text: string, form: string, from: number): number {
  if (form === "") return -1;
  for (let start = indexIn(text, form, from), end = 0; start >= 0; start = indexIn(text, form, end)) {
    end = start + form.length;
    if (isEdge(text, start) && isEnd(text, end)) return start;
  }
  return -1;
}

/** The most characters that may stand between two letters of a name, as in "Xiao - mi". */
const LONGEST_GAP = 3;

/** Finds every place where a text says the letters of a form, within a word too, in order; they may overlap. */
export function occurrences({ letters, offsets }: Letters, form: string): Range[] {
  const found: Range[] = [];
  if (form === "") return found;
  for (let first = letters.indexOf(form); first >= 0; first = letters.indexOf(form, first + 1)) {
    const last = first + form.length - 1;
    if (isTogether(offsets, first, last)) found.push({ start: offsets[first]!, end: offsets[last]! + 1 });
  }
  return found;
}

function isTogether(offsets: ArrayLike<number>, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (offsets[i + 1]! - offsets[i]! > LONGEST_GAP + 1) return false;
  return true;
}

/** A name of fewer letters may be taken apart or change its case, not both: "I'm I" does not say Mi. */
const SURE_LENGTH = 4;

/** The first offset from `at` on that holds what the search does not pass over. */
function nextLetter(text: string, at: number, letterOf: Uint16Array): number {
  let next = at;
  while (next < text.length && letterOf[codeAt(text, next)] === 0) next++;
  return next;
}

function isVague(text: string, start: number, end: number, form: string): boolean {
  if (form.length >= SURE_LENGTH || end - start <= form.length) return false;
  const letterOf = letterTable();
  let at = start;
  for (let i = nextLetter(form, 0, letterOf); i < form.length; i = nextLetter(form, i + 1, letterOf)) {
    at = nextLetter(text, at, letterOf);
    if (text[at] !== form[i]) return true;
    at++;
  }
  return false;
}

/** How a form may go on within its word where it is a common word: plurals and regular endings of verbs. */
const SUFFIX = /(?:es|ed|ing|s|d)(?![\p{L}\p{N}])/uy;
const CAPITAL = /\p{Lu}/u;

function endingAt(text: string, end: number, form: string): number {
  SUFFIX.lastIndex = end;
  return SUFFIX.test(text) && !CAPITAL.test(form) ? SUFFIX.lastIndex - end : 0;
}

/** Tells whether a word could begin or end between two characters: Latin words must not go on, Chinese ones may. */
function isEdge(text: string, at: number): boolean {
  return at === 0 || at >= text.length || !isEnglish(codeAt(text, at - 1)) || !isEnglish(codeAt(text, at));
}

/** Tells whether a name could end there: a number may follow without a space, as in "Mate60". */
function isEnd(text: string, at: number): boolean {
  return (
    isEdge(text, at) || (isDigit(letterTable()[codeAt(text, at)]!) && !isDigit(letterTable()[codeAt(text, at - 1)]!))
  );
}

/** Tells whether a UTF-16 code is a Latin letter, with an accent or without, or a digit, of any width. */
function isEnglish(code: number): boolean {
  const letter = letterTable()[code]!;
  return isLatin(letter) || isDigit(letter) || (letter >= FIRST_ACCENTED && letter <= LAST_ACCENTED);
}

/** Marks that end the form itself (the stop of `Inc.`) and that the search has passed over. */
function trailingMarks(text: string, end: number, form: string): number {
  const marks = TRAILING_MARKS.exec(form)?.[0] ?? "";
  let length = 0;
  while (length < marks.length && text[end + length] === marks[length]) length++;
  return length;
}

const TRAILING_MARKS = /[.'’]{1,3}$/u;
