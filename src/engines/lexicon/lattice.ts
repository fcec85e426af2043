import type { UnitTerm } from "../engine.js";
import { dateAt } from "./dates.js";
import type { Item, Reading, Word } from "./entry.js";
import type { Lexicon } from "./load.js";
import { NUMERALS, numberInEnglish, numeralValue, ordinalInEnglish } from "./numbers.js";

const HAN = /\p{Script=Han}/u;
const LATIN =
  /[\p{Script=Latin}][\p{Script=Latin}\p{Mn}\d'’&.+\-_/:@]*(?: +[\p{Script=Latin}\d][\p{Script=Latin}\p{Mn}\d'’&.+\-_/]*)*/uy;
const NUMBER = new RegExp(
  `\\d[\\d,]*(?:\\.\\d+)?(?:[十百千万亿]+(?![${NUMERALS}]*\\d))?|[零〇一二三四五六七八九十百千万亿两]{1,20}(?:点[零一二三四五六七八九]+)?`,
  "y",
);
const PERCENT = new RegExp(`(?:百分之)([${NUMERALS}\\d.]+)|(\\d[\\d.,]*) ?[%％]`, "y");
const FRACTION = new RegExp(`([${NUMERALS}\\d]+)分之([${NUMERALS}\\d]+)`, "y");
const ORDINAL = new RegExp(`第 ?([${NUMERALS}\\d]+)`, "y");
const TENTHS = /([\d.]+|[一二三四五六七八九]{1,2})(折|成)(?![功为员长熟立果就绩本都])/y;
const DIGITS_OTHER = /[\d][\d.,:\-/+~×xX*]*[\d]|\d+/y;
const MAX_WORD = 10;
const UNKNOWN = 19;
const NAME_COSTS = [0, 0, 19.5, 19];

interface Candidate extends Word {
  readonly cost: number;
}

/** Words that stand at fixed places, by their start: terms and bracketed parts. */
export type Fixed = ReadonlyMap<number, Word>;

/** Splits a part of a normalized text into words by the cheapest path through everything that may begin at each place. */
export function segment(text: string, from: number, to: number, fixed: Fixed, lexicon: Lexicon): Word[] {
  const best: { cost: number; word?: Candidate }[] = [];
  best[from] = { cost: 0 };
  const relax = (candidate: Candidate): void => {
    const cost = best[candidate.start]!.cost + candidate.cost;
    const there = best[candidate.end];
    if (!there || cost < there.cost) best[candidate.end] = { cost, word: candidate };
  };
  const starts = [...fixed.keys()].filter((start) => start >= from && start < to).sort((a, b) => a - b);
  for (let at = from; at < to; at++) {
    if (!best[at]) continue;
    const word = fixed.get(at);
    if (word) {
      relax({ ...word, cost: 0 });
      at = word.end - 1;
      continue;
    }
    while (starts.length && starts[0]! <= at) starts.shift();
    for (const candidate of candidatesAt(text, at, starts[0] ?? to, lexicon)) relax(candidate);
  }
  const words: Word[] = [];
  for (let end = to; end > from; ) {
    const word = best[end]!.word!;
    if (word.readings.length) words.unshift(word);
    end = word.start;
  }
  return words;
}

/** The terms of a unit as words at their places; a term that the text does not hold is left out. */
export function termWords(text: string, terms: readonly UnitTerm[], lexicon: Lexicon): Map<number, Word> {
  const fixed = new Map<number, Word>();
  let from = 0;
  for (const { source, target, start: told } of terms) {
    const start = source ? text.indexOf(source, told ?? from) : -1;
    if (start < 0) continue;
    from = start + source.length;
    fixed.set(start, {
      text: source,
      start,
      end: from,
      readings: termReadings(source, target, lexicon),
      verbatim: true,
    });
  }
  return fixed;
}

/** A term keeps the parts of speech its source has in the lexicon where its English is an ordinary word; else it is a name. */
function termReadings(source: string, target: string, lexicon: Lexicon): Reading[] {
  if (/\p{Lu}|\d/u.test(target)) return [{ category: "name", english: target, cost: 0 }];
  const known =
    lexicon.lookup(source)?.readings.filter((r) => /^(noun|mass|verb|adjective|plural|V[A-Z]+)$/.test(r.category)) ??
    [];
  const readings = known.map((r) => ({ ...r, english: target }));
  return readings.length ? readings : [{ category: "noun", english: target, cost: 0 }];
}

function* candidatesAt(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  const single = at + character.length;
  if (character === " " || character === "\u3000") {
    yield { text: character, start: at, end: single, readings: [], cost: 0 };
    return;
  }
  yield* numbersAt(text, at, limit);
  const date = dateAt(text, at, numeralValue);
  if (date && date.end <= limit)
    yield word(text, at, date.end, [{ category: "date", english: `${date.preposition} ${date.english}`, cost: 0 }], 6);
  if (!HAN.test(character)) {
    yield otherAt(text, at, limit, single);
    return;
  }
  let known = false;
  for (let end = Math.min(limit, at + MAX_WORD); end > at; end--) {
    const form = text.slice(at, end);
    const item = lexicon.lookup(form);
    if (!item) continue;
    known ||= end === single;
    yield word(text, at, end, item.readings, item.cost);
  }
  yield* reduplicated(text, at, limit, lexicon);
  yield* personAt(text, at, limit, lexicon);
  if (!known) yield word(text, at, single, unknownReadings(character, lexicon), UNKNOWN);
}

const word = (text: string, start: number, end: number, readings: readonly Reading[], cost: number): Candidate => ({
  text: text.slice(start, end),
  start,
  end,
  readings,
  cost,
});

function unknownReadings(character: string, lexicon: Lexicon): Reading[] {
  const syllable = lexicon.pinyin(character);
  return [{ category: "name", english: syllable ? syllable[0]!.toUpperCase() + syllable.slice(1) : "", cost: 0.5 }];
}

function otherAt(text: string, at: number, limit: number, single: number): Candidate {
  LATIN.lastIndex = at;
  const latin = LATIN.exec(text)?.[0];
  if (latin && at + latin.length <= limit)
    return word(
      text,
      at,
      at + latin.length,
      [{ category: "name", english: latin.trim().replace(/ +/g, " "), cost: 0 }],
      3,
    );
  DIGITS_OTHER.lastIndex = at;
  const digits = DIGITS_OTHER.exec(text)?.[0];
  if (digits && at + digits.length <= limit && digits.length > 0)
    return word(text, at, at + digits.length, [{ category: "name", english: digits, cost: 0.5 }], 8);
  return word(text, at, single, [{ category: "symbol", english: text.slice(at, single), cost: 0 }], 3);
}

function* numbersAt(text: string, at: number, limit: number): Generator<Candidate> {
  const read = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match && at + match[0].length <= limit ? match : undefined;
  };
  const number = read(NUMBER);
  if (number) {
    const value = numeralValue(number[0].replace(/点.*$/, ""));
    const spelled = !/\d/.test(number[0]);
    const decimals = /点(.+)$/.exec(number[0])?.[1];
    const total =
      value !== undefined && decimals
        ? Number(`${value}.${[...decimals].map((d) => numeralValue(d)).join("")}`)
        : value;
    const raw = /^\d[\d,.]*$/.test(number[0]) ? number[0] : undefined;
    if (
      total !== undefined &&
      !(spelled && number[0].length > 1 && /^[两百千万亿]+$/.test(number[0]) && number[0].length > 2)
    )
      yield {
        ...word(
          text,
          at,
          at + number[0].length,
          [{ category: "number", english: raw ?? numberInEnglish(total, spelled), cost: 0 }],
          spelled ? 5 + number[0].length : 4,
        ),
        value: total,
      };
  }
  const percent = read(PERCENT);
  if (percent) {
    const value = percent[1] === undefined ? percent[2]! : String(numeralValue(percent[1]) ?? percent[1]);
    yield {
      ...word(text, at, at + percent[0].length, [{ category: "percent", english: `${value}%`, cost: 0 }], 4),
      value: Number(value),
    };
  }
  const fraction = read(FRACTION);
  if (fraction) {
    const [below, above] = [numeralValue(fraction[1]!), numeralValue(fraction[2]!)];
    if (below && above && below !== 100)
      yield word(
        text,
        at,
        at + fraction[0].length,
        [{ category: "percent", english: fractionText(above, below), cost: 0 }],
        5,
      );
  }
  const ordinal = read(ORDINAL);
  const rank = ordinal && numeralValue(ordinal[1]!);
  if (ordinal && rank !== undefined) {
    const english = ordinalInEnglish(rank);
    yield { ...word(text, at, at + ordinal[0].length, [{ category: "ordinal", english, cost: 0 }], 5), value: rank };
  }
  const tenths = read(TENTHS);
  if (tenths) {
    const digits = /\d/.test(tenths[1]!)
      ? Number(tenths[1])
      : Number([...tenths[1]!].map((d) => numeralValue(d)).join(""));
    const share = digits < 10 ? digits * 10 : digits;
    const english = tenths[2] === "折" ? `${Math.round(1000 - share * 10) / 10}% off` : `${share}%`;
    yield word(
      text,
      at,
      at + tenths[0].length,
      [{ category: tenths[2] === "折" ? "noun" : "percent", english, cost: 0 }],
      6,
    );
  }
}

function fractionText(above: number, below: number): string {
  if (below === 2) return above === 1 ? "half" : `${above} halves`;
  const part = below === 4 ? "quarter" : ordinalInEnglish(below);
  return above === 1 ? `a ${part}` : `${numberInEnglish(above, true)} ${part}s`;
}

const QUESTION_VERBS = /^(?:verb|modal|adjective|BE|HAVE|V[A-Z]+)$/;

/** 看看, 看一看, 能不能: a doubled verb is the verb; a verb, 不 and the verb again ask. */
function* reduplicated(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  const first = text[at]!;
  if (text[at + 1] === first && text[at + 2] === first && HAN.test(first)) {
    let end = at + 3;
    while (text[end] === first) end++;
    const item = lexicon.lookup(first + first) ?? lexicon.lookup(first);
    if (item && end <= limit) yield word(text, at, end, item.readings, item.cost + 1);
  }
  const middle = text[at + 1];
  if (at + 3 <= limit && (middle === "不" || middle === "没") && text[at + 2] === first) {
    const readings = lexicon.lookup(first)?.readings.filter((r) => QUESTION_VERBS.test(r.category)) ?? [];
    if (readings.length) yield { ...word(text, at, at + 3, readings, 8), asks: true };
  }
  const verbs = (item: Item | undefined): Reading[] =>
    item?.readings.filter((r) => /^(?:verb|V[A-Z]+)$/.test(r.category)) ?? [];
  for (const width of [1, 2]) {
    const form = text.slice(at, at + width);
    const again = text.startsWith(form, at + width)
      ? width * 2
      : /^[一了]/.test(text[at + width] ?? "") && text.startsWith(form, at + width + 1)
        ? width * 2 + 1
        : 0;
    if (!again || at + again > limit) continue;
    const readings = verbs(lexicon.lookup(form));
    if (readings.length) yield word(text, at, at + again, readings, (lexicon.lookup(form)?.cost ?? 10) + 3);
  }
}

/** A surname with one or two characters after it, where nothing else explains them more cheaply. */
function* personAt(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  const width = lexicon.surnames.has(text.slice(at, at + 2)) ? 2 : lexicon.surnames.has(text[at]!) ? 1 : 0;
  if (!width) return;
  for (const given of [1, 2]) {
    const end = at + width + given;
    if (end > limit || !/^\p{Script=Han}+$/u.test(text.slice(at, end))) continue;
    const syllables = [...text.slice(at, end)].map((c) => lexicon.pinyin(c));
    if (syllables.includes(undefined)) continue;
    const english = [syllables.slice(0, width).join(""), syllables.slice(width).join("")].map(capital).join(" ");
    yield word(text, at, end, [{ category: "name", english, cost: 0 }], NAME_COSTS[1 + given]! + width - 1);
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
