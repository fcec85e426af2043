import type { Range } from "../span.js";
import { bracketPairs, CLOSING, OPENING } from "./brackets.js";
import { isHan, isLatin, isSpace, isWordChar, skipSpaces, trimSpaces } from "./chars.js";
import { alternation, phrases } from "./phrases.js";

const BOOK_TITLE = "《〈";
/** What carries a sentence on after a quotation or bracket. */
const CONTINUES = /[，、；：,;:。的地得]/;
const SPEECH = /[:：,，]/;
const DOT = 0x2e;
const STRAIGHT_QUOTE = 0x22;

/** What a UTF-16 code is to a sentence; 0 where it is nothing but text. */
const END = 1;
const OPENER = 2;
const CLOSER = 3;
const LINE_BREAK = 4;
const STOP = 5;
const QUOTE = 6;
const WAVE = 7;

const roles = new Uint8Array(0x10000);
for (const char of "。！？!?…．｡") roles[char.charCodeAt(0)] = END;
for (const code of OPENING) roles[code] = OPENER;
for (const code of CLOSING) roles[code] = CLOSER;
for (const char of "\n\r\u2028\u2029") roles[char.charCodeAt(0)] = LINE_BREAK;
for (const char of "~～") roles[char.charCodeAt(0)] = WAVE;
roles[DOT] = STOP;
roles[STRAIGHT_QUOTE] = QUOTE;

/** Tells whether a UTF-16 code ends a sentence by itself: 。！？!?… and their like, not the ASCII full stop. */
export function isSentenceEnd(code: number): boolean {
  return roles[code] === END;
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
    const role = roles[text.charCodeAt(i)];
    if (role === END || role === STOP || role === CLOSER || role === WAVE) continue;
    if (role !== QUOTE || !open) return i;
    open = false;
  }
  return end;
}

function isDotEnd(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at + 1) === DOT) return text.charCodeAt(at + 2) === DOT || !isWordChar(text.charCodeAt(at + 2));
  return isFullStop(text, at, end);
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
  let closeOf: Map<number, number> | undefined;
  let next = 0;
  let hidden = opaque[0]?.start ?? end;
  let from = skipSpaces(text, start, end);
  let quoted = false;
  for (let i = from; i < end; i++) {
    if (i >= hidden) {
      while (next < opaque.length && opaque[next]!.end <= i) next++;
      hidden = opaque[next]?.start ?? end;
      if (hidden <= i) {
        i = opaque[next]!.end - 1;
        continue;
      }
    }
    const role = roles[text.charCodeAt(i)]!;
    if (role === 0) continue;
    let cut = -1;
    if (role === END || (role === STOP && isDotEnd(text, i, end))) cut = endOfRun(text, i, end, quoted);
    else if (role === LINE_BREAK) cut = i;
    else if (role === QUOTE) quoted = !quoted;
    else if (role === OPENER) {
      closeOf ??= bracketPairs(text, start, end);
      const close = closeOf.get(i);
      if (close === undefined) continue;
      if (endsWithBracket(text, from, i, close)) cut = endOfRun(text, close, end, quoted);
      else i = close;
    }
    if (cut === -1) continue;
    addTrimmed(text, from, cut, sentences);
    from = skipSpaces(text, cut, end);
    quoted = false;
    i = from - 1;
  }
  addTrimmed(text, from, end, sentences);
  return sentences;
}

function addTrimmed(text: string, start: number, end: number, out: Range[]): void {
  const stop = trimSpaces(text, start, end);
  if (stop > start) out.push({ start, end: stop });
}
