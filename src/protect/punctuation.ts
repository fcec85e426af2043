import { isDigit, isWordChar } from "../post/chars.js";
import { fromUnits } from "../text/units.js";
import {
  CLOSING,
  DOT,
  FOREIGN,
  FULL_WIDTH_OFFSET,
  INVISIBLE,
  OPENING,
  OTHER_SPACE,
  ROLES,
  roles,
  SPACE,
  signs,
  untidy,
  WIDE,
  type WrittenSign,
} from "./signs.js";
import { codeAround, codeAt, cut } from "./strings.js";

/** Whether a space comes before what is written next: it must not, it may be asked for, it does. */
const BARRED = 0;
const FREE = 1;
const DUE = 2;

/** English under way, written part by part. */
export interface Tidying {
  text: string;
  gap: typeof BARRED | typeof FREE | typeof DUE;
}

/** English of which nothing is written yet. */
export function startTidying(): Tidying {
  return { text: "", gap: BARRED };
}

/**
 * Writes a text in English punctuation and spacing, in one pass: Chinese and full-width signs, letters and digits become
 * English ones; one space stands between words, none before closing and after opening signs, none at the ends.
 *
 * A line break counts as a space; what has no width is left out.
 */
export function tidyEnglish(text: string): string {
  const first = nextUntidy(text, 0, text.length);
  if (first === text.length) return text;
  const tidying = startTidying();
  writeTidily(tidying, text, 0, text.length, first);
  return tidying.text;
}

/** Writes a part of a text like `tidyEnglish`. What stands beside the part in its text must be no sign and no space. */
export function tidyPart(tidying: Tidying, text: string, start: number, end: number): void {
  if (start < end) writeTidily(tidying, text, start, end, nextUntidy(text, start, end));
}

/** Writes a word as it stands, and returns where it begins. */
export function putWord(tidying: Tidying, word: string): number {
  if (tidying.gap === DUE) tidying.text += " ";
  const start = tidying.text.length;
  tidying.text += word;
  tidying.gap = FREE;
  return start;
}

function writeTidily(tidying: Tidying, text: string, start: number, end: number, first: number): void {
  let { text: written, gap } = tidying;
  let read = start;
  for (let at = first; ; at = nextUntidy(text, read, end)) {
    if (read < at) {
      const words = cut(text, read, at);
      written += gap === DUE && !isClosing(text, read) ? ` ${words}` : words;
      gap = roles[codeAt(text, at - 1)] === OPENING ? BARRED : FREE;
    }
    if (at === end) break;
    const role = roles[codeAt(text, at)]!;
    read = at + 1;
    if (role === WIDE) {
      while (read < end && roles[codeAt(text, read)] === WIDE) read++;
      const narrow = inHalfWidth(text, at, read);
      written += gap === DUE ? ` ${narrow}` : narrow;
      gap = FREE;
    } else if (role >= FOREIGN) {
      const sign = signs[role - FOREIGN]!;
      if (sign.once && codeAround(text, at - 1) === codeAt(text, at)) continue;
      const before = needsGap(sign, gap);
      gap = gapBehind(sign, text, at);
      if (gap === DUE && read < end && roles[codeAt(text, read)] === 0) {
        written += before ? sign.both : sign.followed;
        gap = BARRED;
      } else written += before ? sign.spaced : sign.english;
    } else if (role !== INVISIBLE && gap === FREE) gap = DUE;
  }
  tidying.text = written;
  tidying.gap = gap;
}

function needsGap({ spaceBefore, noneBefore }: WrittenSign, gap: number): boolean {
  return spaceBefore ? gap !== BARRED : !noneBefore && gap === DUE;
}

function gapBehind({ spaceAfter, noneAfter, tight }: WrittenSign, text: string, at: number): Tidying["gap"] {
  if (noneAfter) return BARRED;
  return spaceAfter && !(tight && isAmidDigits(text, at)) ? DUE : FREE;
}

function inHalfWidth(text: string, start: number, end: number): string {
  if (end - start === 1) return String.fromCharCode(codeAt(text, start) - FULL_WIDTH_OFFSET);
  const codes: number[] = [];
  for (let i = start; i < end; i++) codes.push(codeAt(text, i) - FULL_WIDTH_OFFSET);
  return fromUnits(codes);
}

function isAmidDigits(text: string, at: number): boolean {
  return isAnyDigit(codeAround(text, at - 1)) && isAnyDigit(codeAround(text, at + 1));
}

/**
 * The first offset from `start` on that English would not write just so: a sign, or a space that does not stand by itself
 * between two words; `end` where there is none.
 */
function nextUntidy(text: string, start: number, end: number): number {
  let before = start > 0 ? roles[codeAt(text, start - 1)]! : OTHER_SPACE;
  // A space before `start` has been written already; what counts is whether another one follows it.
  if (before === SPACE) before = OTHER_SPACE;
  for (let i = start; i < end; i++) {
    const role = roles[codeAt(text, i)]!;
    if (role !== 0 && untidy[before * ROLES + role] === 1) return before === SPACE ? i - 1 : i;
    before = role;
  }
  return before === SPACE ? end - 1 : end;
}

/** A full stop closes what is before it, save in `.NET` and before more of them. */
function isClosing(text: string, at: number): boolean {
  const role = roles[codeAt(text, at)];
  if (role !== DOT) return role === CLOSING;
  const next = codeAround(text, at + 1);
  return roles[next] !== DOT && !isWordChar(next);
}

/** Tells whether a UTF-16 code is a digit of half or full width. */
function isAnyDigit(code: number): boolean {
  return isDigit(code) || isDigit(code - FULL_WIDTH_OFFSET);
}

/** No space before these: closing signs and what goes on a word. */
const LEANS_BACK = ".'”’…~";
/** No space after these: opening signs and what a word begins with. */
const LEANS_FORWARD = "@/$¥€£";

/**
 * Tells whether English writes a space between two pieces that are put one after the other.
 *
 * @param last The last character of the text so far, empty at its beginning. @param after What comes next.
 */
export function needsSpace(last: string, after: string): boolean {
  if (last === "" || after === "") return false;
  const role = roles[last.charCodeAt(0)];
  const next = roles[after.charCodeAt(0)];
  if (isSpace(role) || isSpace(next) || next === CLOSING || LEANS_BACK.includes(after[0]!)) return false;
  if (last === "]" && after[0] === "[") return false;
  return role !== OPENING && !LEANS_FORWARD.includes(last);
}

function isSpace(role: number | undefined): boolean {
  return role === SPACE || role === OTHER_SPACE;
}
