import { copiedResult } from "./copied-result.js";
import { dateAt } from "./dates.js";
import { type Item, type Reading, type Word, wordAt } from "./entry.js";
import type { Lexicon } from "./load.js";
import { nameCandidates } from "./names.js";
import { numberCandidates } from "./number-words.js";
import { numberInEnglish, numeralValue } from "./numbers.js";
import { verbOfPhrase } from "./verb-object.js";

const HAN = /\p{Script=Han}/u;
const LATIN =
  /[\p{Script=Latin}](?:[\p{Script=Latin}\p{Mn}\d'’&.+\-_/@]|:(?!\d))*(?: +[\p{Script=Latin}\d][\p{Script=Latin}\p{Mn}\d'’&.+\-_/]*)*/uy;
/** A word in kana or hangul; a single kana is a sign: 鲜の每日. */
const FOREIGN = /[\u3041-\u30ff]{2,}|[\uac00-\ud7a3]+(?: +[\uac00-\ud7a3]+)*/uy;
const DIGITS = /\d[\d.,:\-/+~×xX*]*\d|\d+/y;
/** 4K, 65W, 2.4GHz: letters right behind digits. */
const MEASURED = /\d[\d.]*[A-Za-z]+[A-Za-z\d]*/y;
/** What stays as it stands: a row of emoji, a tag. */
const VERBATIM =
  /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u200d\ufe0f]|\p{Emoji_Modifier})+|<\/?[A-Za-z][^<>\n]{0,99}>/uy;
const LETTER = /[\p{Script=Latin}\d]/u;
const NUMERAL = /[\d十百千万亿]/;
const NUMERAL_END = /[二两三四五六七八九十]$/;
const MONTH = /(?:^|[^\d.])(?:1[0-2]|[1-9])$/;
/** Han that is no mark of mood, address or time, with which a sentence ends as well. */
const MORE = /(?![了吧啦呀哦啊呢吗喽哟嘛们])\p{Script=Han}/u;
/** How much less likely a fixed phrase is where more of the clause follows. */
const GOING_ON = 3;
const MAX_WORD = 10;
const UNKNOWN = 19;

/** Makes a candidate of a stretch of the text. */
export const candidate = (text: string, start: number, end: number, readings: readonly Reading[], cost: number): Word =>
  wordAt(text.slice(start, end), start, end, readings, cost);

/** Every word that may begin at a place and ends by `limit`: dictionary words, numbers, dates, names, other scripts. */
export function* candidatesAt(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const single = at + character.length;
  if (/\s/.test(character)) {
    yield candidate(text, at, single, [], 0);
    return;
  }
  yield* numberCandidates(text, at, limit, lexicon);
  const date = dateAt(text, at, numeralValue);
  if (date && date.end <= limit)
    yield candidate(
      text,
      at,
      date.end,
      [{ category: "date", english: `${date.preposition} ${date.english}`, cost: 0 }],
      6,
    );
  let known = false;
  const lengths = lexicon.lengthsAt(text, at);
  for (let end = Math.min(limit, at + MAX_WORD); end > at; end--) {
    const item = (lengths >> (end - at)) & 1 ? lexicon.lookup(text.slice(at, end)) : undefined;
    if (!item) continue;
    known ||= end === single;
    // 三万多位用户: 多 behind a number belongs to it
    if (character === "多" && end > single && NUMERAL.test(text[at - 1] ?? "")) continue;
    // 11月销量: so does 月 behind the number of a month
    if (character === "月" && end > single && MONTH.test(text.slice(Math.max(0, at - 3), at))) continue;
    // 提前一周 is no week before
    if (character === "前" && text[at - 1] === "提" && end > single) continue;
    // 前三天, "the first three days", is not "the top three" of something
    if (character === "前" && NUMERAL_END.test(text.slice(at, end)) && isMeasure(text, end, lexicon)) continue;
    const more = opensOn(text, end, limit, item) ? GOING_ON : 0;
    yield candidate(text, at, end, item.readings, item.cost + more);
    yield* verbOfPhrase(text, at, end, item, lexicon);
  }
  if (!HAN.test(character)) {
    if (!known || LETTER.test(character)) yield otherAt(text, at, limit, single);
    return;
  }
  yield* reduplicated(text, at, limit, lexicon);
  yield* copiedResult(text, at, limit, lexicon);
  yield* nameCandidates(text, at, limit, lexicon);
  if (!known) yield candidate(text, at, single, unknownReadings(character, lexicon), UNKNOWN);
}

/** 感谢反馈|意见: whether what says a whole sentence has more behind it, which is rather more of its words. */
const opensOn = (text: string, end: number, limit: number, { readings }: Item): boolean =>
  readings.every(({ category }) => category === "phrase") && end < limit && MORE.test(text.slice(end, end + 1));

const isMeasure = (text: string, at: number, lexicon: Lexicon): boolean =>
  (lexicon.lookup(text[at] ?? "")?.readings ?? []).some(({ category }) => /^(?:TUNIT|measure)$/.test(category));

/** A character of no dictionary is a name by its pinyin; one without pinyin stays as it is, which is reported. */
function unknownReadings(character: string, lexicon: Lexicon): Reading[] {
  const syllable = lexicon.pinyin(character);
  const english = syllable ? syllable[0]!.toUpperCase() + syllable.slice(1) : character;
  return [{ category: "name", english, cost: 0.5 }];
}

function otherAt(text: string, at: number, limit: number, single: number): Word {
  LATIN.lastIndex = at;
  const latin = LATIN.exec(text.slice(0, limit))?.[0];
  if (latin)
    return candidate(
      text,
      at,
      at + latin.length,
      [{ category: "name", english: latin.trim().replace(/ +/g, " "), cost: 0 }],
      3,
    );
  FOREIGN.lastIndex = at;
  const foreign = FOREIGN.exec(text.slice(0, limit))?.[0];
  if (foreign) return candidate(text, at, at + foreign.length, [{ category: "name", english: foreign, cost: 0 }], 3);
  MEASURED.lastIndex = at;
  const measured = MEASURED.exec(text.slice(0, limit))?.[0];
  if (measured) return candidate(text, at, at + measured.length, [{ category: "name", english: measured, cost: 0 }], 3);
  DIGITS.lastIndex = at;
  const digits = DIGITS.exec(text.slice(0, limit))?.[0];
  if (digits) return candidate(text, at, at + digits.length, [{ category: "name", english: digits, cost: 0.5 }], 8);
  VERBATIM.lastIndex = at;
  const whole = VERBATIM.exec(text.slice(0, limit))?.[0];
  if (whole) return candidate(text, at, at + whole.length, [{ category: "symbol", english: whole, cost: 0 }], 3);
  return candidate(text, at, single, [{ category: "symbol", english: text.slice(at, single), cost: 0 }], 3);
}

const VERBAL = /^(?:verb|V[A-Z]+)$/;
const ASKING = /^(?:verb|modal|adjective|BE|HAVE|V[A-Z]+)$/;

/** 看看, 看一看, 能不能: a doubled verb is the verb; a verb, 不 and the verb again ask. */
function* reduplicated(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  const first = text[at]!;
  if (text[at + 1] === first && text[at + 2] === first) {
    let end = at + 3;
    while (text[end] === first && end < limit) end++;
    const item = lexicon.lookup(first + first) ?? lexicon.lookup(first);
    if (item && end <= limit) yield candidate(text, at, end, item.readings, item.cost + 1);
  }
  const middle = text[at + 1];
  if (at + 3 <= limit && (middle === "不" || middle === "没") && text[at + 2] === first) {
    const long = [4, 3].find((width) =>
      ASKING.test(lexicon.lookup(text.slice(at + 2, at + width + (width === 4 ? 0 : 0)))?.readings[0]?.category ?? ""),
    );
    const end = long === 4 && at + 4 <= limit ? at + 4 : at + 3;
    const readings = lexicon.lookup(text.slice(at + 2, end))?.readings.filter((r) => ASKING.test(r.category)) ?? [];
    // 有没有 asks what has been done, too
    const done = lexicon.lookup(text.slice(at, end))?.readings.filter((r) => r.category === "HASIT") ?? [];
    if (readings.length) yield { ...candidate(text, at, end, [...done, ...readings], 8), asks: true };
  }
  // 打了电话: a mark of aspect inside a separable verb
  const separable =
    /^[了过个]$/.test(middle ?? "") && text[at + 2] !== "不" && at + 4 <= limit
      ? [3, 2].map((width) => ({ width, item: lexicon.lookup(first + text.slice(at + 2, at + 2 + width)) }))
      : [];
  for (const { width, item } of separable) {
    const aspect = aspectOf(middle);
    if (verbsOf(item).length && item!.cost < 15)
      yield { ...candidate(text, at, at + 2 + width, verbsOf(item), item!.cost + 5), aspect };
  }
  yield* counted(text, at, limit, lexicon);
  for (const width of [1, 2]) {
    const form = text.slice(at, at + width);
    const gap = text.startsWith(form, at + width)
      ? 0
      : /[一了]/.test(text[at + width] ?? "") && text.startsWith(form, at + width + 1)
        ? 1
        : undefined;
    if (gap === undefined || at + width * 2 + gap > limit) continue;
    const item = lexicon.lookup(form);
    // 看着看着就睡着了: while one does something, something else happens
    const going = gap === 0 && width === 2 && form[1] === "着" ? verbsOf(lexicon.lookup(first))[0] : undefined;
    if (going) yield candidate(text, at, at + 4, [{ ...going, category: "ZHEZHE" }], 8);
    const readings = going ? [] : verbsOf(item);
    if (readings.length) yield candidate(text, at, at + width * 2 + gap, readings, item!.cost + 3);
  }
}

const TIMES = /([了过]?)([一两二三四五六七八九十几]{1,3}|\d{1,3})[次遍回趟](?!数)/y;

/** 充三次电, 打了两次电话: how often stands inside a verb that holds its object. */
function* counted(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  TIMES.lastIndex = at + 1;
  const match = TIMES.exec(text);
  if (!match) return;
  const from = TIMES.lastIndex;
  const often = match[2] === "几" ? "several times" : timesOf(numeralValue(match[2]!));
  for (const end of [from + 2, from + 1]) {
    const readings = verbsOf(lexicon.lookup(text[at] + text.slice(from, end)));
    // 去过三次上海: a word that goes on behind it is not half of the verb
    if (end === from + 1 && from + 2 <= limit && lexicon.lookup(text.slice(from, from + 2))) continue;
    const plain = readings.flatMap((r) => (typeof r.english === "string" && !r.english.includes("{") ? [r] : []));
    if (end > limit || !often || !plain.length) continue;
    const read = plain.map((r) => ({ ...r, category: "VI", english: `${r.english as string} {} ${often}` }));
    yield { ...candidate(text, at, end, read, 10), aspect: aspectOf(match[1]) };
    return;
  }
}

const aspectOf = (mark: string | undefined): Word["aspect"] =>
  mark === "了" ? "LE" : mark === "过" ? "GUO" : undefined;

const timesOf = (count: number | undefined): string | undefined =>
  count === undefined ? undefined : (["", "once", "twice"][count] ?? `${numberInEnglish(count, true)} times`);

const verbsOf = (item: Item | undefined): Reading[] => item?.readings.filter((r) => VERBAL.test(r.category)) ?? [];
