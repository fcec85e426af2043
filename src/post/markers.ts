import { isHan, isLatin, isLineBreak, isSpace, isWordChar, skipSpaces } from "./chars.js";
import { listWords } from "./listwords.js";
import { digitValue, isNumeral, type Numeral, readDigits, readNumber, readNumeral, skipNumerals } from "./numerals.js";
import { isSentenceEnd } from "./sentences.js";
import { allSigns, type Sign, signOf } from "./signs.js";

/**
 * What may mark an item of a list.
 *
 * Markers of one `family` make a list. `end` is after the delimiter, `content` where the item's own words would begin.
 * `firm` says that no word runs into it, `tight` that a digit follows it, so that it may be part of a number, `pointed`
 * that the word before it points at it, as 图① does.
 */
export interface Marker {
  family: string;
  ordinal: number;
  start: number;
  end: number;
  content: number;
  firm: boolean;
  tight: boolean;
  pointed: boolean;
}

/** The families whose lists are always steps. */
export const STEP_FAMILIES: ReadonlySet<string> = new Set(["第N步", "步骤N", "Step N"]);

/** The families that are written with signs of their own: nothing else looks like them. */
export const SIGN_FAMILIES: ReadonlySet<string> = new Set(["①", "⑴", "⒈", "❶", "⓵", "㈠", "㊀", "1️⃣"]);

/** The delimiters of numbers; those beside each other make one family. */
const DELIMITERS = new Map(
  [".．", "、", ")）", ":：", ",，"].flatMap((ones) => Array.from(ones, (one) => [one, `1${ones[0]}`])),
);
/** Families that are a number and a delimiter, so that one may stand for another by mistake. */
export const NUMBER_FAMILIES: ReadonlySet<string> = new Set(DELIMITERS.values());
const LOOSE = new Set(["1:", "1,"]);
const KEYCAP = /\ufe0f?\u20e3/y;
const KEYCAP_TEN = "🔟";
const STEP = /第[ \u00a0]?/y;
const STEP_WORDS = [
  ["步骤N", /步[骤驟][ \u00a0]?/y],
  ["Step N", /step[ \u00a0.]{0,2}/iy],
] as const;
const AFTER_STEP = /[ \u00a0]?(?:[:：,，、.．|｜)）→>-]|——?)/y;
const AFTER_NUMERAL = new Set(["、", ".", "．", ":", "："]);
const NEVER_BEFORE_NUMBER = /[0-9０-９.．+/\\*×=<>^_%％(（-]|\u20e3/;
const BREAK = /[；;：:】」』”"》)）\]#→↓]/;
/** What follows the digits of a decimal and not those of an item: 1.5元, 2.0版, 3.5% */
const AFTER_DECIMAL = /[元块塊万萬亿億倍%％折分秒米寸公千版英吋度℃號号A-Za-z0-9.,，。、;；:：\-—~～/／)）]/;

/** Every character with which a marker can begin. */
export function markerStarts(): string {
  return `0123456789０１２３４５６７８９一二三四五六七八九十第步Ss(（${KEYCAP_TEN.charAt(0)}${allSigns()}`;
}

/** Whether a clause or bracket ends before a number, so that it is no part of a longer one. */
function followsBreak(before: string): boolean {
  const code = before.charCodeAt(0);
  return before === "" || isLineBreak(code) || isSentenceEnd(code) || BREAK.test(before);
}

/**
 * Reads what may mark an item at `at`: 1. 1、 1) (1) ① ❶ 1️⃣ 一、 （一） Ⅰ 第一步 步骤1 Step 1 and their like.
 *
 * `before` is the character before it, "" at the beginning of the text and after a token.
 */
export function readMarker(text: string, at: number, before: string): Marker | undefined {
  const code = text.charCodeAt(at);
  if (digitValue(code) >= 0) return readNumbered(text, at, before);
  const sign = signOf(code);
  if (sign !== undefined) return readSign(text, at, before, sign);
  const char = text.charAt(at);
  if (char === "(" || char === "（") return readParenthesized(text, at, before);
  if (char === "第" || char === "步" || char === "S" || char === "s") return readStep(text, at, before);
  if (text.startsWith(KEYCAP_TEN, at)) return marker(text, "1️⃣", 10, at, at + KEYCAP_TEN.length, before);
  return isNumeral(char) ? readChinese(text, at, before) : undefined;
}

function marker(text: string, family: string, ordinal: number, start: number, end: number, before: string): Marker {
  const firm = before === "" || !isWordChar(before.charCodeAt(0));
  return {
    family,
    ordinal,
    start,
    end,
    content: skipSpaces(text, end, text.length),
    firm,
    tight: digitValue(text.charCodeAt(end)) >= 0,
    pointed: !firm && !NUMBER_FAMILIES.has(family) && listWords().beforeSign.has(before),
  };
}

function readNumbered(text: string, at: number, before: string): Marker | undefined {
  const number = readDigits(text, at);
  if (number === undefined || isLongerNumber(before)) return undefined;
  KEYCAP.lastIndex = number.end;
  if (KEYCAP.test(text)) return marker(text, "1️⃣", number.value, at, KEYCAP.lastIndex, before);
  const family = DELIMITERS.get(text.charAt(number.end));
  if (family === undefined) return undefined;
  const found = marker(text, family, number.value, at, number.end + 1, before);
  return isPlausible(text, found, before) ? found : undefined;
}

/** Whether a number goes on from what stands before it: 12, 1.2, 第2, ￥2. */
function isLongerNumber(before: string): boolean {
  return NEVER_BEFORE_NUMBER.test(before) || listWords().beforeNumber.has(before);
}

function isPlausible(text: string, { end, family, ordinal, tight }: Marker, before: string): boolean {
  if (isLatin(before.charCodeAt(0)) && !(ordinal > 1 && isHan(text.charCodeAt(end)))) return false;
  if (LOOSE.has(family)) return !tight && (isSpace(before.charCodeAt(0)) || followsBreak(before));
  return !tight || (followsBreak(before) && !(family === "1." && isDecimal(text, end)));
}

/** Whether the digits after a dot make a decimal with the number before it. */
function isDecimal(text: string, at: number): boolean {
  let end = at;
  while (digitValue(text.charCodeAt(end)) >= 0) end++;
  return end - at < 3 && (end === text.length || AFTER_DECIMAL.test(text.charAt(end)));
}

function readSign(text: string, at: number, before: string, { family, ordinal }: Sign): Marker | undefined {
  const dotted = /[.．、:：,，]/.test(text.charAt(at + 1)) ? at + 2 : at + 1;
  const found = marker(text, family, ordinal, at, dotted, before);
  return family === "Ⅰ" && !found.firm ? undefined : found;
}

function readParenthesized(text: string, at: number, before: string): Marker | undefined {
  const number = readNumber(text, at + 1);
  const code = before.charCodeAt(0);
  if (number === undefined || isLatin(code) || digitValue(code) >= 0) return undefined;
  if (!/[)）]/.test(text.charAt(number.end))) return undefined;
  const dotted = /[.．、]/.test(text.charAt(number.end + 1)) ? number.end + 2 : number.end + 1;
  const family = digitValue(text.charCodeAt(at + 1)) >= 0 ? "(1)" : "(一)";
  return marker(text, family, number.value, at, dotted, before);
}

function readChinese(text: string, at: number, before: string): Marker | undefined {
  if (!AFTER_NUMERAL.has(text.charAt(skipNumerals(text, at)))) return undefined;
  const number = readNumeral(text, at);
  if (number === undefined || isNumeral(before) || listWords().beforeNumeral.has(before)) return undefined;
  const found = marker(text, "一、", number.value, at, number.end + 1, before);
  const colon = /[:：]/.test(text.charAt(number.end));
  return isNumeral(text.charAt(found.end)) || (colon && !followsBreak(before)) ? undefined : found;
}

function skipOne(text: string, at: number): number {
  return isSpace(text.charCodeAt(at)) ? at + 1 : at;
}

/** The number of a step: 1, 一 or ①. */
function stepOrdinal(text: string, at: number): Numeral | undefined {
  const sign = signOf(text.charCodeAt(at));
  return sign === undefined ? readNumber(text, at) : { value: sign.ordinal, end: at + 1 };
}

function stepNumber(text: string, at: number): { family: string; number: Numeral } | undefined {
  STEP.lastIndex = at;
  if (STEP.test(text)) {
    const number = stepOrdinal(text, STEP.lastIndex);
    const end = number === undefined ? -1 : skipOne(text, number.end);
    if (number === undefined || text.charAt(end) !== "步" || /[骤驟]/.test(text.charAt(end + 1))) return undefined;
    return { family: "第N步", number: { value: number.value, end: end + 1 } };
  }
  for (const [family, pattern] of STEP_WORDS) {
    pattern.lastIndex = at;
    const number = pattern.test(text) ? stepOrdinal(text, pattern.lastIndex) : undefined;
    if (number !== undefined) return { family, number };
  }
  return undefined;
}

function readStep(text: string, at: number, before: string): Marker | undefined {
  const step = stepNumber(text, at);
  if (step === undefined || (step.family === "Step N" && isLatin(before.charCodeAt(0)))) return undefined;
  const { family, number } = step;
  AFTER_STEP.lastIndex = number.end;
  const delimited = AFTER_STEP.test(text);
  const found = marker(text, family, number.value, at, delimited ? AFTER_STEP.lastIndex : number.end, before);
  if (delimited) return found;
  const { notAfterStep } = listWords();
  notAfterStep.lastIndex = number.end;
  return (found.firm || found.content > number.end) && !notAfterStep.test(text) ? found : undefined;
}
