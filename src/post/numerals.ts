import { isDigit } from "./chars.js";

const NUMERALS = "一二三四五六七八九十";
/** 九十九 is the longest number below a hundred. */
const MAX_NUMERALS = 3;

/** A number as it is written in a text. */
export interface Numeral {
  value: number;
  end: number;
}

/** The value of a UTF-16 code as a digit, ASCII or full-width; -1 where it is none. */
export function digitValue(code: number): number {
  if (isDigit(code)) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** The number of one or two digits at `at`; `undefined` where there is none, or a longer one. */
export function readDigits(text: string, at: number): Numeral | undefined {
  let value = 0;
  let end = at;
  for (let digit = digitValue(text.charCodeAt(end)); digit >= 0; digit = digitValue(text.charCodeAt(++end))) {
    if (end - at === 2) return undefined;
    value = value * 10 + digit;
  }
  return end > at ? { value, end } : undefined;
}

/** Tells whether a character is a Chinese numeral from one to ten. */
export function isNumeral(char: string): boolean {
  return char !== "" && NUMERALS.includes(char);
}

/** The first offset from `at` on that holds no Chinese numeral, after four numerals at most. */
export function skipNumerals(text: string, at: number): number {
  let end = at;
  while (end - at <= MAX_NUMERALS && isNumeral(text.charAt(end))) end++;
  return end;
}

/** The Chinese number below a hundred at `at`: 三, 十, 十二, 二十, 二十一. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const end = skipNumerals(text, at);
  const chars = text.slice(at, end);
  const [, tens, ten, ones] = /^([二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(chars) ?? [];
  if (tens === undefined || (tens !== "" && ten === "" && ones !== "") || chars === "") return undefined;
  const digit = (char: string | undefined): number => NUMERALS.indexOf(char || "零") + 1;
  if (ten === "") return { value: digit(tens || ones), end };
  return { value: 10 * (digit(tens) || 1) + digit(ones), end };
}

/** The number below a hundred at `at`, in digits or Chinese numerals. */
export function readNumber(text: string, at: number): Numeral | undefined {
  return readDigits(text, at) ?? readNumeral(text, at);
}
