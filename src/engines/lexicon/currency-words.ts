import type { Word } from "./entry.js";
import { NUMERALS, numberInEnglish, numeralValue } from "./numbers.js";
import type { MakeWord, ReadAt } from "./read-at.js";

/** What English writes before the number of a currency that Chinese names before or behind it. */
const SIGNS = new Map([
  ["新台币", "NT$"],
  ["台币", "NT$"],
  ["港币", "HK$"],
  ["港元", "HK$"],
  ["新加坡元", "S$"],
  ["新元", "S$"],
  ["澳元", "A$"],
  ["加元", "C$"],
  ["美金", "$"],
]);
const NAMES = [...SIGNS.keys()].join("|");
const AMOUNT = `(\\d[\\d,]*(?:\\.\\d+)?(?: ?[百千万亿]{1,3})?|[${NUMERALS}]{1,10})`;
/** 新台币4,999元, 港币两千元. */
const BEFORE = new RegExp(`(${NAMES}) ?${AMOUNT} ?[元块]?`, "y");
/** 4999台币, 三千港元. */
const BEHIND = new RegExp(`${AMOUNT} ?元?(${NAMES})`, "y");
/** 人民币1999元, 1999元人民币: the name says no more than 元. */
const YUAN = new RegExp(`人民币 ?${AMOUNT} ?[元块]?|${AMOUNT} ?[元块]人民币`, "y");
/** What a name before its number may begin with. */
const BEGINS = /[新台港澳加美人]/;
const NUMERIC = new RegExp(`[\\d${NUMERALS}]`);

/** Amounts of a currency that English writes as a sign before the number, and of yuan that are called by both names. */
export function* currencyAt(text: string, at: number, read: ReadAt, one: MakeWord): Generator<Word> {
  const first = text[at]!;
  const named = BEGINS.test(first);
  if (!named && !NUMERIC.test(first)) return;
  const before = named ? read(BEFORE) : undefined;
  const behind = named ? undefined : read(BEHIND);
  const name = before?.[1] ?? behind?.[2];
  const signed = numberText(before?.[2] ?? behind?.[1]);
  if (name && signed) yield one((before ?? behind)![0].length, "SUM", `${SIGNS.get(name)}${signed}`, 7);
  const yuan = read(YUAN);
  const number = numberText(yuan?.[1] ?? yuan?.[2]);
  if (yuan && number) yield one(yuan[0].length, "PRICE", number, 7);
}

/** A number as it stands where it is in digits. */
function numberText(amount: string | undefined): string | undefined {
  if (amount === undefined || /^\d[\d,.]*$/.test(amount)) return amount;
  const value = numeralValue(amount.replaceAll(" ", ""));
  return value === undefined ? undefined : numberInEnglish(value, false);
}
