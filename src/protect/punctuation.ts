import { isDigit, isWordChar } from "../post/chars.js";
import { codeAround, codeAt, cut, textOfCodes } from "./strings.js";

/** How English writes a sign, and whether a space belongs on each side of it; where it says neither, what was there stays. */
interface Sign {
  readonly english: string;
  readonly before?: "space" | "none";
  readonly after?: "space" | "none";
  /** A run of it counts once: Chinese doubles its ellipsis and its dash. */
  readonly once?: true;
  /** No space follows it amid digits: 12:30. */
  readonly tight?: true;
}

/** A sign of which every field is given: all of them have one shape, which V8 reads fastest. */
interface WrittenSign {
  readonly english: string;
  /** The sign with a space before it. */
  readonly spaced: string;
  readonly followed: string;
  readonly both: string;
  readonly spaceBefore: boolean;
  readonly noneBefore: boolean;
  readonly spaceAfter: boolean;
  readonly noneAfter: boolean;
  readonly once: boolean;
  readonly tight: boolean;
}

/** Which Chinese and full-width signs are which; other full-width letters, digits and signs lose nothing but their width. */
const SIGNS: readonly [characters: string, sign: Sign][] = [
  ["，、", { english: ",", before: "none", after: "space" }],
  ["。｡", { english: ".", before: "none", after: "space" }],
  ["！", { english: "!", before: "none", after: "space" }],
  ["？", { english: "?", before: "none", after: "space" }],
  ["；", { english: ";", before: "none", after: "space" }],
  ["：", { english: ":", before: "none", after: "space", tight: true }],
  ["（", { english: "(", before: "space", after: "none" }],
  ["）", { english: ")", before: "none", after: "space" }],
  ["【〔［", { english: "[", before: "space", after: "none" }],
  ["】〕］", { english: "]", before: "none", after: "space" }],
  ["“„「『《〈", { english: '"', before: "space", after: "none" }],
  ["”」』》〉", { english: '"', before: "none", after: "space" }],
  ["‘’", { english: "'" }],
  ["…⋯", { english: "...", before: "none", once: true }],
  ["—", { english: "—", once: true }],
  ["〜", { english: "~" }],
  ["％", { english: "%", before: "none" }],
  ["￥", { english: "¥" }],
];

const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_OFFSET = 0xfee0;

/**
 * What a UTF-16 code is to the spacing of English; 0 where it is nothing but text. Every role from `SPACE` on has to be
 * looked at, `FOREIGN` and those above it are signs by their place in `signs`.
 */
const CLOSING = 1;
const DOT = 2;
const OPENING = 3;
const SPACE = 4;
const OTHER_SPACE = 5;
const INVISIBLE = 6;
const FOREIGN = 7;

const roles = new Uint8Array(0x10000);
const signs: WrittenSign[] = [];
/** The role of full-width letters, digits and signs that lose nothing but their width. */
const WIDE = addSign({ english: "" });
roles.fill(WIDE, FULL_WIDTH_FIRST, FULL_WIDTH_LAST + 1);
for (const [characters, sign] of SIGNS) {
  const role = addSign(sign);
  for (const character of characters) roles[character.charCodeAt(0)] = role;
}
for (const character of ",;:!?)]}%") roles[character.charCodeAt(0)] = CLOSING;
for (const character of "([{") roles[character.charCodeAt(0)] = OPENING;
roles[".".charCodeAt(0)] = DOT;
// The dot between the parts of a foreign name is a space in English.
for (const character of "\t\n\v\f\r\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000·・")
  roles[character.charCodeAt(0)] = OTHER_SPACE;
for (let code = 0x2000; code <= 0x200a; code++) roles[code] = OTHER_SPACE;
roles[" ".charCodeAt(0)] = SPACE;
// Soft hyphens and marks of direction have no width; what joins emoji has none either, and is text.
for (const code of [0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff]) roles[code] = INVISIBLE;
for (let code = 0x202a; code <= 0x202e; code++) roles[code] = INVISIBLE;
for (let code = 0x2066; code <= 0x2069; code++) roles[code] = INVISIBLE;

function addSign({ english, before, after, once, tight }: Sign): number {
  const sign: WrittenSign = {
    english,
    spaced: ` ${english}`,
    followed: `${english} `,
    both: ` ${english} `,
    spaceBefore: before === "space",
    noneBefore: before === "none",
    spaceAfter: after === "space",
    noneAfter: after === "none",
    once: once === true,
    tight: tight === true,
  };
  return FOREIGN + signs.push(sign) - 1;
}

/** Which pairs of roles, one after the other, English does not write: signs at all, and a space that stands amiss. */
const ROLES = FOREIGN + signs.length;
const untidy = new Uint8Array(ROLES * ROLES);
for (let before = 0; before < ROLES; before++) {
  untidy.fill(1, before * ROLES + SPACE + 1, (before + 1) * ROLES);
  if (before > DOT) untidy[before * ROLES + SPACE] = 1;
}
untidy[SPACE * ROLES + CLOSING] = 1;
untidy[SPACE * ROLES + DOT] = 1;

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
  return textOfCodes(codes);
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
