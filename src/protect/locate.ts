import type { Range } from "../span.js";

/** A text with what engines change taken out (case, spaces, hyphens, marks), and where each character came from. */
export interface Folded {
  text: string;
  /** For each character of the folded text its offset in the original. */
  from: number[];
}

const IGNORED = /[\s\-‐‑_·.'’`"“”\u200b-\u200f\u2060\ufeff]/u;

/** Folds a text for the search of damaged names: lower case, without spaces, hyphens and marks. */
export function fold(text: string): Folded {
  let folded = "";
  const from: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (IGNORED.test(character)) continue;
    const lower = character.toLowerCase();
    folded += lower.length === 1 ? lower : character;
    from.push(i);
  }
  return { text: folded, from };
}

const WORD = /[\p{L}\p{N}]/u;
const ENGLISH_WORD = /[\p{Script=Latin}\p{N}]/u;

/** How a form of a term may go on within its word: plurals, possessives and regular verb endings of common words. */
const SUFFIX = /^(?:['’]s|s['’]|es|ed|ing|s|d)(?![\p{L}\p{N}])/u;

/**
 * Finds where an English form stands in a text, whatever an engine did to its case, spaces and hyphens.
 *
 * A form stands at word edges only; one without capitals may carry an ending (`repost` in "reposted").
 *
 * @returns Ranges of the text, in order, without overlap.
 */
export function locate(text: string, folded: Folded, form: string): Range[] {
  const needle = fold(form).text;
  const found: Range[] = [];
  if (needle === "") return found;
  const common = form === form.toLowerCase();
  for (let at = folded.text.indexOf(needle); at >= 0; at = folded.text.indexOf(needle, at + 1)) {
    const start = folded.from[at]!;
    const end = folded.from[at + needle.length - 1]! + 1;
    if (found.length > 0 && start < found.at(-1)!.end) continue;
    if (!isEdge(text, start)) continue;
    const ending = common ? (SUFFIX.exec(text.slice(end, end + 4))?.[0].length ?? 0) : 0;
    if (ending > 0) found.push({ start, end: end + ending });
    else if (isEdge(text, end)) found.push({ start, end: end + trailingMarks(text, end, form) });
  }
  return found;
}

/** Tells whether a word could begin or end between two characters: Latin words must not go on, Chinese ones may. */
function isEdge(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  if (before === undefined || after === undefined) return true;
  if (!WORD.test(before) || !WORD.test(after)) return true;
  return !(ENGLISH_WORD.test(before) && ENGLISH_WORD.test(after));
}

/** Marks that end the form itself (the `!` of Yahoo!) and that folding has passed over. */
function trailingMarks(text: string, end: number, form: string): number {
  let length = 0;
  for (const mark of /[.'’]*$/u.exec(form)![0]) {
    if (text[end + length] !== mark) break;
    length++;
  }
  return length;
}
