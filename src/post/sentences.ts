import type { Range } from "../span.js";
import { isHan, isLatin, isLineBreak, isSpace, isWordChar, skipSpaces, trimSpaces } from "./chars.js";
import { alternation, phrases } from "./phrases.js";

const OPENERS = "“‘「『（(《〈〔［";
const CLOSERS = "”’」』）)》〉〕］";
const BOOK_TITLE = "《〈";
/** What carries a sentence on after a quotation or bracket. */
const CONTINUES = /[，、；：,;:。的地得]/;
const SPEECH = /[:：,，]/;

const ENDS = new Set("。！？!?…．｡".split("").map((char) => char.charCodeAt(0)));
const openers = new Map([...OPENERS].map((char, i) => [char.charCodeAt(0), CLOSERS.charCodeAt(i)]));
const closers = new Set([...CLOSERS].map((char) => char.charCodeAt(0)));
const DOT = 0x2e;
const STRAIGHT_QUOTE = 0x22;

/** Tells whether a UTF-16 code ends a sentence by itself: 。！？!?… and their like, not the ASCII full stop. */
export function isSentenceEnd(code: number): boolean {
  return ENDS.has(code);
}

/** How many unclosed brackets a closing one may skip; a stray `）` closes nothing. */
const MAX_UNCLOSED = 4;

function depthOf(text: string, stack: readonly number[], close: number): number {
  const floor = Math.max(0, stack.length - MAX_UNCLOSED);
  for (let depth = stack.length - 1; depth >= floor; depth--) {
    if (openers.get(text.charCodeAt(stack[depth]!)) === close) return depth;
  }
  return -1;
}

/** Where each quotation and bracket that opens between `start` and `end` closes, on the same line. */
function pairs(text: string, start: number, end: number): Map<number, number> | undefined {
  let closeOf: Map<number, number> | undefined;
  const stack: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (openers.has(code)) stack.push(i);
    else if (isLineBreak(code)) stack.length = 0;
    else if (stack.length > 0 && closers.has(code)) {
      const depth = depthOf(text, stack, code);
      if (depth === -1) continue;
      closeOf ??= new Map();
      closeOf.set(stack[depth]!, i);
      stack.length = depth;
    }
  }
  return closeOf;
}

let abbreviations: Set<string> | undefined;
const WORD_BEFORE_DOT = /[A-Za-z.]{1,6}$/;

/** A full stop after a Latin word and before a space and a new word; not after an initial or abbreviation. */
function isFullStop(text: string, at: number, end: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (at + 1 >= end || !isSpace(text.charCodeAt(at + 1)) || !(isLatin(before) || isHan(before))) return false;
  const next = text.charCodeAt(skipSpaces(text, at + 1, end));
  if (!(isHan(next) || (isLatin(next) && next < 0x61) || next === STRAIGHT_QUOTE)) return false;
  if (isHan(before)) return true;
  const word = WORD_BEFORE_DOT.exec(text.slice(Math.max(0, at - 6), at))?.[0] ?? "";
  abbreviations ??= new Set(phrases().abbreviations.words);
  return word.length > 1 && !abbreviations.has(word.toLowerCase());
}

let speaker: RegExp | undefined;

function isCarriedOn(text: string, at: number): boolean {
  if (CONTINUES.test(text.charAt(at))) return true;
  speaker ??= new RegExp(`\\p{Script=Han}{0,6}?(?:${alternation(phrases().speech.verbs)})`, "uy");
  speaker.lastIndex = at;
  return speaker.test(text);
}

/** Whether the quotation or bracket from `open` to `close` ends the sentence that began at `start`. */
function endsWithBracket(text: string, start: number, open: number, close: number): boolean {
  const last = text.charCodeAt(close - 1);
  if (!isSentenceEnd(last) || BOOK_TITLE.includes(text.charAt(open))) return false;
  const whole = open === start || SPEECH.test(text.charAt(open - 1));
  return whole && !isCarriedOn(text, close + 1);
}

/** The end of a run of sentence ends that holds `at`, with the closing quotes, brackets and ~ after it. */
function endOfRun(text: string, at: number, end: number, quoted: boolean): number {
  let open = quoted;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isSentenceEnd(code) || code === DOT || closers.has(code) || code === 0x7e || code === 0xff5e) continue;
    if (code !== STRAIGHT_QUOTE || !open) return i;
    open = false;
  }
  return end;
}

/**
 * Splits the prose of `text` between `start` and `end` into sentences: ranges in order, without the spaces and line
 * breaks between them.
 *
 * A sentence ends at 。！？…!?, a run of them counting once, at `...`, at a line break, and at a full stop after a word;
 * closing quotes and brackets belong to it. Nothing is split inside 《》, “” and （）, and a quotation or bracket that
 * is itself a whole sentence ends one. Nothing is split inside the ranges `opaque` either, which must be in order.
 */
export function splitSentences(text: string, start: number, end: number, opaque: readonly Range[] = []): Range[] {
  const sentences: Range[] = [];
  const closeOf = pairs(text, start, end);
  let next = 0;
  let from = skipSpaces(text, start, end);
  let quoted = false;
  const cut = (at: number): void => {
    const stop = trimSpaces(text, from, at);
    if (stop > from) sentences.push({ start: from, end: stop });
    from = skipSpaces(text, at, end);
    quoted = false;
  };
  for (let i = from; i < end; ) {
    while (next < opaque.length && opaque[next]!.end <= i) next++;
    const hidden = opaque[next];
    if (hidden !== undefined && hidden.start <= i) {
      i = hidden.end;
      continue;
    }
    const code = text.charCodeAt(i);
    const close = closeOf?.get(i);
    if (close !== undefined) {
      if (endsWithBracket(text, from, i, close)) cut(endOfRun(text, close, end, quoted));
      i = Math.max(from, close + 1);
    } else if (isLineBreak(code)) {
      cut(i);
      i = Math.max(from, i + 1);
    } else if (isSentenceEnd(code) || (code === DOT && isDotEnd(text, i, end))) {
      cut(endOfRun(text, i, end, quoted));
      i = from;
    } else {
      if (code === STRAIGHT_QUOTE) quoted = !quoted;
      i++;
    }
  }
  cut(end);
  return sentences;
}

function isDotEnd(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at + 1) === DOT) return text.charCodeAt(at + 2) === DOT || !isWordChar(text.charCodeAt(at + 2));
  return isFullStop(text, at, end);
}
