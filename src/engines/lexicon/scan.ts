import { entityEnd } from "./entities.js";

/** A stretch of a unit between punctuation, a mark of punctuation, or a bracketed part. */
export interface Stretch {
  readonly kind: "clause" | "mark";
  readonly start: number;
  readonly end: number;
  /** Bracketed parts inside a clause. */
  readonly groups: readonly Group[];
}

/** A part in quotation marks, brackets or title marks. */
export interface Group {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly close: string;
}

const BRACKETS = new Map([
  ["“", "”"],
  ["‘", "’"],
  ["「", "」"],
  ["『", "』"],
  ["《", "》"],
  ["〈", "〉"],
  ["(", ")"],
  ["（", "）"],
  ["[", "]"],
  ["【", "】"],
  ['"', '"'],
]);
const MARK = /[，。！？；：…,!?;:~～—|｜\n\r]/u;
const HAN = /\p{Script=Han}/u;
const JOINED = /[\p{L}\p{N}]/u;
const MAX_GROUP = 400;

/** Cuts a text into clauses and marks; a bracketed part stays inside its clause. */
export function scan(text: string, from: number, to: number): Stretch[] {
  const out: Stretch[] = [];
  let start = from;
  let groups: Group[] = [];
  const flush = (end: number): void => {
    if (text.slice(start, end).trim()) out.push({ kind: "clause", start, end, groups });
    groups = [];
  };
  for (let at = from; at < to; at++) {
    const character = text[at]!;
    const close = BRACKETS.get(character);
    const end = close === undefined ? -1 : closing(text, at, to, character, close);
    if (end > 0) {
      groups.push({ start: at, end: end + 1, open: character, close: close! });
      at = end;
      // “…？”店员说: a quoted sentence ends the sentence it stands in
      if (/[。！？!?]/.test(text[end - 1]!) && /[”」』"]/.test(text[end]!)) {
        flush(end + 1);
        out.push({ kind: "mark", start: end + 1, end: end + 1, groups: [] });
        start = end + 1;
      }
    } else if (character === "&") at = Math.max(at, entityEnd(text, at) - 1);
    else if (isMark(text, at) && !parallels(text, start, at)) {
      flush(at);
      out.push({ kind: "mark", start: at, end: at + 1, groups: [] });
      start = at + 1;
    }
  }
  flush(to);
  return out;
}

/** 越努力，越幸运, 宁可饿着，也不吃: the comma between the two halves cuts nothing. */
function parallels(text: string, start: number, at: number): boolean {
  if (!/[，,]/.test(text[at]!)) return false;
  const before = text.slice(Math.max(start, at - MAX_HALF), at);
  const after = text.slice(at + 1, at + MAX_HALF).split(MARK, 1)[0]!;
  return (isHalf(before) && isHalf(after)) || (/宁[愿可肯]/.test(before) && after.startsWith("也不"));
}

/** What has one 越 that is not of 越来越. */
const isHalf = (text: string): boolean => /^[^越]*越(?!来越)[^越]*$/.test(text);
const MAX_HALF = 16;

function closing(text: string, at: number, to: number, open: string, close: string): number {
  let depth = 0;
  const limit = Math.min(to, at + MAX_GROUP);
  for (let i = at; i < limit; i++) {
    if (text[i] === close && (i > at || open !== close)) {
      if (open === close || --depth === 0) return i;
    } else if (text[i] === open) depth++;
  }
  return -1;
}

function isMark(text: string, at: number): boolean {
  const character = text[at]!;
  if (character === " ") return HAN.test(text[at - 1] ?? "") && HAN.test(text[at + 1] ?? "");
  if (character === ".")
    return (
      !JOINED.test(text[at + 1] ?? " ") ||
      (!/[a-z0-9]/i.test(text[at - 1] ?? " ") && !/[a-z0-9]/i.test(text[at + 1] ?? " "))
    );
  if (!MARK.test(character)) return false;
  const between = /[0-9]/.test(text[at - 1] ?? "") && /[0-9]/.test(text[at + 1] ?? "");
  if (between && character === ":") return isLabel(text, at);
  return !(between && /[,~]/.test(character));
}

const DIGITS_BEFORE = /(?:[A-Za-z]\d{1,4}|\d{4})$/;
const AMOUNT_AFTER = /\d{4}|[\d.]+(?:[A-Za-z%％元块万亿千百克寸英毫瓦])/y;

/** 小米14:3299元, K70:1999元: behind the name of a thing the colon is of what is said about it, of no time or ratio. */
function isLabel(text: string, at: number): boolean {
  AMOUNT_AFTER.lastIndex = at + 1;
  return DIGITS_BEFORE.test(text.slice(Math.max(0, at - 5), at)) || AMOUNT_AFTER.test(text);
}
