import { currencyAt } from "./currency-words.js";
import type { Word } from "./entry.js";
import type { Lexicon } from "./load.js";
import { numberedAt } from "./numbered-words.js";
import { NUMERALS, numberInEnglish, numeralValue, ordinalInEnglish } from "./numbers.js";
import { priceAt } from "./price-words.js";
import { readerAt, wordMaker } from "./read-at.js";

const NUMBER = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:[十百万亿]|千(?![米克瓦卡赫帕伏])){1,4}(?![${NUMERALS}]{0,20}\\d))?|(?![百千万亿])[${NUMERALS}]{1,20}(?:点[零一二三四五六七八九]+)?`,
  "y",
);
/** 五一, 三八: two digits in words are hardly a number. */
const UNLIKELY = /^[一二三四五六七八九]{2}$/;
const UNITS_ALONE = /^[百千万亿]{2,}$/;
const PERCENT = new RegExp(`百分之([${NUMERALS}\\d.]+)|(\\d[\\d.,]*) ?[%％]`, "y");
const FRACTION = new RegExp(`([${NUMERALS}\\d]+)分之([${NUMERALS}\\d]+)`, "y");
const ORDINAL = new RegExp(`第 ?([${NUMERALS}\\d]+) ?(\\p{Script=Han}?)`, "uy");
/** 七八年, 两三百个: one of two numbers that follow each other. */
const ABOUT = /(?=一二|一两|[两二]三|三四|四五|五六|六七|七八|八九)(.)(.)([十百千万亿]?)/y;
/** 三到五个工作日, 3至5天. */
const RANGE = new RegExp(`([${NUMERALS}]{1,4}|\\d{1,4})[到至]([${NUMERALS}]{1,4}|\\d{1,4})`, "y");
const PAIRS = [
  [ABOUT, "or"],
  [RANGE, "to"],
] as const;
const MESSAGES = /^条(?:语音|微博|消息|信息|短信|评论|视频|新闻|动态|朋友|留言|弹幕|回复|推文|私信|建议)/;
const ANNIVERSARY = new RegExp(
  `([${NUMERALS}\\d]+) ?周年(?:纪念日|庆典|庆(?!典)|纪念(?![章币款版品册馆碑大活封]))?`,
  "y",
);
/** 三比一, 2比1: the score of a game. */
const SCORE =
  /(\d{1,3}|[零一二三四五六七八九十两]{1,3}) ?比 ?(\d{1,3}|[零一二三四五六七八九十]{1,3})(?! ?[\d.个名人次年月天位%％十百千万亿家])/y;
/** 5分30秒. */
const MINUTES = /(\d{1,3})分(\d{1,2})秒/y;
/** What any of these may begin with: most places of a text begin none. */
const NUMERIC = new RegExp(`[\\d${NUMERALS}第打满]`);

const COUNTING = /^(?:measure|TUNIT|TIMES)$/;
const LONGEST_MEASURE = 2;

/** Whether what a number counts stands at a place: a measure word, a unit of time, or people, who need no measure word. */
export function isCounted(text: string, at: number, lexicon: Lexicon): boolean {
  if (text[at] === "人") return true;
  for (let length = 1; length <= LONGEST_MEASURE; length++) {
    const readings = lexicon.lookup(text.slice(at, at + length))?.readings;
    if (readings?.some(({ category }) => COUNTING.test(category))) return true;
  }
  return false;
}

/** Numbers, percentages, fractions, ordinals, prices and the like that begin at a place and end by `limit`. */
export function* numberCandidates(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  const read = readerAt(text, at, limit);
  const one = wordMaker(text, at);
  yield* currencyAt(text, at, read, one);
  if (!NUMERIC.test(text[at]!)) return;

  const number = read(NUMBER);
  if (number && !UNITS_ALONE.test(number[0])) {
    const [digits, decimals] = number[0].split("点") as [string, string?];
    const whole = numeralValue(digits.replaceAll(" ", ""));
    const spelled = !/\d/.test(digits);
    const value =
      whole !== undefined && decimals ? Number(`${whole}.${[...decimals].map(numeralValue).join("")}`) : whole;
    const plain = /^\d[\d,.]*$/.test(digits);
    if (value !== undefined) {
      const made = one(
        number[0].length,
        "number",
        plain ? digits : numberInEnglish(value, spelled),
        spelled ? 5 + digits.length + (UNLIKELY.test(digits) ? 6 : 0) : 4,
        value,
      );
      // 两千万用户: a large number needs no measure word
      const [reading] = made.readings;
      yield /[百千万亿]$/.test(digits) && reading
        ? { ...made, readings: [reading, { ...reading, category: "BIG" }] }
        : made;
    }
  }
  for (const [pattern, word] of PAIRS) {
    const pair = read(pattern);
    if (!pair || !isCounted(text, at + pair[0].length, lexicon)) continue;
    const [lower, upper] = [pair[1]!, pair[2]!].map((digits) => numeralValue(digits + (pair[3] ?? "")));
    if (lower === undefined || upper === undefined || lower >= upper) continue;
    yield one(pair[0].length, "number", `${numberInEnglish(lower, true)} ${word} ${numberInEnglish(upper, true)}`, 4);
  }
  const score = read(SCORE);
  if (score) {
    const [ours, theirs] = [numeralValue(score[1]!), numeralValue(score[2]!)];
    if (ours !== undefined && theirs !== undefined) yield one(score[0].length, "name", `${ours}-${theirs}`, 8);
  }
  const percent = read(PERCENT);
  if (percent) {
    const value = percent[2] ?? String(numeralValue(percent[1]!) ?? percent[1]);
    yield one(percent[0].length, "percent", `${value}%`, 4, Number(value));
  }
  const fraction = read(FRACTION);
  if (fraction) {
    const [below, above] = [numeralValue(fraction[1]!), numeralValue(fraction[2]!)];
    if (below && above && below !== 100) yield one(fraction[0].length, "percent", fractionText(above, below), 5);
  }
  const ordinal = read(ORDINAL);
  const rank = ordinal && numeralValue(ordinal[1]!);
  if (ordinal && rank !== undefined) {
    const part = lexicon.numbered.get(ordinal[2]!);
    const bare = ordinal[0].length - ordinal[2]!.length;
    yield one(bare, "ordinal", ordinalInEnglish(rank), 5, rank);
    // 第一条语音 is the first one of its kind
    const isArticle = !MESSAGES.test(text.slice(at + ordinal[0].length - 1, at + ordinal[0].length + 2));
    if (part && isArticle) yield one(ordinal[0].length, "name", `${part} ${rank}`, 7, rank);
  }
  const anniversary = read(ANNIVERSARY);
  const years = anniversary && numeralValue(anniversary[1]!);
  if (anniversary && years !== undefined)
    yield one(anniversary[0].length, "ANNIV", `${ordinalInEnglish(years)} anniversary`, 7);
  const minutes = read(MINUTES);
  if (minutes) yield one(minutes[0].length, "DUR", `${minutes[1]} minutes ${minutes[2]} seconds`, 5);
  yield* numberedAt(read, one);
  yield* priceAt(read, one);
}

function fractionText(above: number, below: number): string {
  if (below === 2) return above === 1 ? "half" : `${above} halves`;
  const part = below === 4 ? "quarter" : ordinalInEnglish(below);
  return above === 1 ? `a ${part}` : `${numberInEnglish(above, true)} ${part}s`;
}
