import { isWordChar } from "../post/chars.js";
import type { Range } from "../span.js";
import { isDefined, standsAlone } from "./alone.js";
import type { Edit } from "./edits.js";
import { continuesSeries } from "./series.js";
import { codeAround } from "./strings.js";

const ARTICLE_BEFORE = /\b(a|an|the)[ \t]+$/i;
const LONGEST_ARTICLE = 8;
const LEADING_ARTICLE = /^(a|an|the)[ \t]/i;
const POSSESSIVE = /[ \t]+(['’]s)(?![\p{L}\p{N}])/uy;

const POSSESSIVE_END = /^['’]s(?![\p{L}\p{N}])/u;
/** A common word in the plural: the buyers' phones, not the buyers's. */
const PLURAL = /(?:^|[ -])\p{Ll}+[^s\P{Ll}]s$/u;

const FINAL_S = /s$/i;
/** A single quotation mark that was opened and not closed yet: the next one closes it, and makes no possessive. */
const OPEN_QUOTE = /(?:^|[\s([{"“])['‘][^'‘’]{0,80}$/u;
const LONGEST_QUOTE = 80;

/**
 * Letters and digits whose name begins with a vowel sound: an LG phone, an M3 chip, an SUV, an 8-inch screen. Capitals that
 * read as a word are none: a HUAWEI phone, a REDMI phone, a NIO car.
 */
const SPELLED_VOWEL = /^(?:[AEFHILMNORSX](?![a-z]|[AEIOU](?:[A-Z]{2}|[AEIOU]))|8|11(?!\d)|18(?!\d))/;
/** An h that is not said: an HONOR phone, an hour. */
const SILENT_H = /^h(?:ono|our|eir|onest)/i;
/** Words whose first letter is a vowel and whose first sound is none: a unit, a one-time code, a European phone. */
const CONSONANT_SOUND = /^(?:u[bnst]i|use|usu|uk|eu|one\b|once\b)/i;
const VOWEL = /^[aeiou]/i;

/** Tells whether English says "an" before a word, by its first sound. */
export function takesAn(word: string): boolean {
  if (/^[A-Z0-9]/.test(word) && SPELLED_VOWEL.test(word)) return true;
  return SILENT_H.test(word) || (VOWEL.test(word) && !CONSONANT_SOUND.test(word));
}

/** A text whose terms are being put in, from left to right. */
export interface Mending {
  readonly text: string;
  /** What is changed so far, in order, without overlap. */
  readonly edits: Edit[];
  /** Where the part of the text begins that was not looked at yet. */
  until: number;
  /** How much longer the edits have made the text. */
  shift: number;
}

/** A text of which nothing was changed yet. */
export function startMending(text: string): Mending {
  return { text, edits: [], until: 0, shift: 0 };
}

function replace(mending: Mending, start: number, end: number, replacement: string): void {
  mending.edits.push({ start, end, replacement });
  mending.shift += replacement.length - (end - start);
}

/** Takes out what stands there once too often, with the spaces before it; at the beginning those behind it. */
export function takeOut(mending: Mending, { start, end }: Range): void {
  const { text, until } = mending;
  let from = start;
  let to = end;
  while (from > until && text[from - 1] === " ") from--;
  if (from === 0) while (text[to] === " ") to++;
  replace(mending, from, to, "");
  mending.until = to;
}

/**
 * Puts a term in and mends the seams on its sides: a space beside a word, no doubled article, the right one of "a" and
 * "an", no space before a possessive. Nothing is written where all of that is right already.
 *
 * @param bare Whether the term goes without an article, save before a word that it describes: "the Douyin app".
 * @returns Where the term stands in the text as the edits make it.
 */
export function putIn(mending: Mending, { start, end }: Range, english: string, bare = false): Range {
  const { text } = mending;
  mendBefore(mending, { start, end }, english, bare);
  const at = start + mending.shift;
  if (english.length !== end - start || !text.startsWith(english, start)) replace(mending, start, end, english);
  mending.until = isPluralPossessive(text, start, end, english)
    ? mendPluralPossessive(mending, end)
    : mendAfter(mending, end, english);
  return { start: at, end: at + english.length };
}

function mendBefore(mending: Mending, { start, end }: Range, english: string, bare: boolean): void {
  const { text, edits, until } = mending;
  const hasSpace = start > until && isSpace(codeAround(text, start - 1));
  const article = hasSpace ? ARTICLE_BEFORE.exec(text.slice(Math.max(until, start - LONGEST_ARTICLE), start)) : null;
  if (article) {
    const at = start - article[0].length;
    const isBare = bare && standsAlone(text, end) && !isDefined(text, at, end);
    const fixed = isBare ? "" : fixArticle(article[1]!, english);
    if (fixed !== article[1]) replace(mending, at, fixed === "" ? start : at + article[1]!.length, fixed);
  } else if (!hasSpace && isGlued(lastWritten(text, edits, start), codeAround(english, 0)))
    replace(mending, start, start, " ");
}

/** The code of the last character before `start` as the edits left it; 0 where there is none. */
function lastWritten(text: string, edits: readonly Edit[], start: number): number {
  const last = edits[edits.length - 1];
  return last?.end === start ? codeAround(last.replacement, last.replacement.length - 1) : codeAround(text, start - 1);
}

/** Tells whether a name that ends in no s takes the place of one that does and belongs to somebody: "millets' phone". */
function isPluralPossessive(text: string, start: number, end: number, english: string): boolean {
  if (!isApostrophe(codeAround(text, end)) || isWordChar(codeAround(text, end + 1))) return false;
  if (!FINAL_S.test(text.charAt(end - 1)) || FINAL_S.test(english)) return false;
  return !OPEN_QUOTE.test(text.slice(Math.max(0, start - LONGEST_QUOTE), start));
}

function mendPluralPossessive(mending: Mending, end: number): number {
  replace(mending, end + 1, end + 1, "s");
  return end + 1;
}

/** Mends what follows a term and tells how far that reaches. */
function mendAfter(mending: Mending, end: number, english: string): number {
  const { text } = mending;
  const next = codeAround(text, end);
  if (isApostrophe(next) && PLURAL.test(english) && POSSESSIVE_END.test(text.slice(end, end + 3))) {
    replace(mending, end + 1, end + 2, "");
    return end + 2;
  }
  if (isSpace(next)) {
    POSSESSIVE.lastIndex = end;
    const possessive = POSSESSIVE.exec(text);
    if (!possessive) return end;
    replace(mending, end, POSSESSIVE.lastIndex, possessive[1]!);
    return POSSESSIVE.lastIndex;
  }
  if (continuesSeries(english, text, end)) return end;
  if (isWordChar(next) && (isWordChar(codeAround(english, english.length - 1)) || LINK.test(english)))
    replace(mending, end, end, " ");
  return end;
}

/** A word that is written right behind a link goes on with it, though it ends in a slash. */
const LINK = /^(?:https?|ftp):\/\//i;

function fixArticle(article: string, term: string): string {
  if (LEADING_ARTICLE.test(term)) return "";
  if (article.toLowerCase() === "the") return article;
  const fixed = takesAn(term) ? "an" : "a";
  return article[0] === "A" ? fixed[0]!.toUpperCase() + fixed.slice(1) : fixed;
}

/** Tells whether two words would stand together without a space. */
function isGlued(before: number, after: number): boolean {
  return isWordChar(before) && isWordChar(after);
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
