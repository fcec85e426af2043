import { type Range, rangesWithin } from "../span.js";
import { hasWords, isLineBreak, isSpace } from "./chars.js";
import type { Token } from "./construct.js";
import type { ParsedItem } from "./parsed.js";
import { splitSentences } from "./sentences.js";

const CLOSERS = "》”」』）)’~～";

/** How the items of a list but the last are written, so that the last can be ended where such an item would. */
export interface Style {
  /** Every item begins on a line of its own. */
  byLine: boolean;
  /** The most lines and sentences that an item has. */
  lines: number;
  sentences: number;
  /** The character before every marker but the first, where it is the same. */
  delimiter: string;
  hasComma: boolean;
  hasSemicolon: boolean;
  /** The closing bracket, quotation mark or ~ with which every item ends and which no item has inside; or "". */
  closer: string;
  /** Every item is mentions, links or other tokens and no words. */
  tokensOnly: boolean;
  kinds: ReadonlySet<string>;
}

function lineCount(text: string, start: number, end: number): number {
  let lines = 1;
  for (let i = start; i < end; i++) {
    if (isLineBreak(text.charCodeAt(i)) && !isLineBreak(text.charCodeAt(i - 1))) lines++;
  }
  return lines;
}

/** Tells whether there is nothing but spaces between `at` and the line break before it. */
export function beginsLine(text: string, at: number): boolean {
  let i = at;
  while (i > 0 && isSpace(text.charCodeAt(i - 1))) if (isLineBreak(text.charCodeAt(--i))) return true;
  return false;
}

function hasOwnWords(text: string, start: number, end: number, tokens: readonly Token[]): boolean {
  let at = start;
  for (const token of tokens) {
    if (hasWords(text, at, token.start)) return true;
    at = Math.max(at, token.end);
  }
  return hasWords(text, at, end);
}

const NO_KINDS: ReadonlySet<string> = new Set();

/** The delimiter between an item that ends at `end` and the next marker at `next`. */
function delimiterOf(text: string, end: number, next: number): string {
  return end < next && !isSpace(text.charCodeAt(end)) ? text.charAt(end) : "";
}

/** How the items before the last are written; `markers` are those of the whole list. */
export function styleOf(
  text: string,
  items: readonly ParsedItem[],
  markers: readonly Range[],
  all: readonly Token[],
): Style {
  const delimiter = delimiterOf(text, items[0]!.end, markers[1]!.start);
  const style: Style = {
    byLine: true,
    lines: 1,
    sentences: 1,
    delimiter,
    hasComma: false,
    hasSemicolon: false,
    closer: items.length > 1 ? closerOf(text, items[0]!) : "",
    tokensOnly: true,
    kinds: NO_KINDS,
  };
  const kinds = new Set<string>();
  for (let i = 0; i < items.length; i++) {
    const { markerEnd: start, end } = items[i]!;
    const next = markers[i + 1]!.start;
    const tokens = rangesWithin(all, start, end);
    for (const token of tokens) kinds.add(token.kind);
    style.byLine &&= beginsLine(text, next);
    style.lines = Math.max(style.lines, lineCount(text, start, end));
    style.sentences = Math.max(style.sentences, splitSentences(text, start, end, tokens).length);
    style.hasComma ||= hasAny(text, start, end, ",，");
    style.hasSemicolon ||= hasAny(text, start, end, ";；");
    if (style.closer !== "" && closerOf(text, items[i]!) !== style.closer) style.closer = "";
    style.tokensOnly &&= tokens.length > 0 && !hasOwnWords(text, start, end, tokens);
    if (delimiterOf(text, end, next) !== delimiter) style.delimiter = "";
  }
  if (kinds.size > 0) style.kinds = kinds;
  return style;
}

/** The closing mark with which an item ends, where it stands nowhere else in the item but in a run at the end. */
function closerOf(text: string, item: ParsedItem): string {
  const last = text.charAt(item.end - 1);
  return CLOSERS.includes(last) && endOfRun(text, text.indexOf(last, item.markerEnd), last) === item.end ? last : "";
}

/** Where the run of a character that begins at `start` ends. */
export function endOfRun(text: string, start: number, char: string): number {
  let end = start;
  while (text.charAt(end) === char) end++;
  return end;
}

function hasAny(text: string, start: number, end: number, chars: string): boolean {
  for (let i = start; i < end; i++) if (chars.includes(text.charAt(i))) return true;
  return false;
}
