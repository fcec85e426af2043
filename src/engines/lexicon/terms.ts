import { continuesSeries } from "../../protect/series.js";
import type { NormalizedText } from "../../text/normalize.js";
import type { TranslationUnit } from "../engine.js";
import { type Reading, type Word, wordAt } from "./entry.js";
import type { Lexicon } from "./load.js";
import { isCounted } from "./number-words.js";

/** The terms of a unit as words at their places in its normalized copy; a term that the text does not hold is left out. */
export function termWords(unit: TranslationUnit, copy: NormalizedText, lexicon: Lexicon): Map<number, Word> {
  const fixed = new Map<number, Word>();
  let from = 0;
  const places = standing(unit).flatMap(({ source, target, start: told }) => {
    const start = source ? unit.text.indexOf(source, told ?? from) : -1;
    if (start < 0) return [];
    from = start + source.length;
    return [{ source, target, start: copy.fromSource(start), end: copy.fromSource(from) }];
  });
  places.forEach(({ source, target, start, end: nameEnd }, i) => {
    const limit = places[i + 1]?.start ?? copy.text.length;
    const end = isName(target) ? modelEnd(copy.text, nameEnd, limit, lexicon) : nameEnd;
    const model = copy.text.slice(nameEnd, end).trim();
    const space = continuesSeries(target, copy.text, nameEnd) ? "" : " ";
    const english = model === "" ? target : target + space + model;
    const readings = termReadings(source, english, lexicon);
    fixed.set(start, { ...wordAt(source, start, end, readings), verbatim: true });
  });
  return fixed;
}

/**
 * The terms as they stand in the text: in Chinese where they travel natively, in English where that was written into the
 * sentence, which another engine asked for beside which this one stands. In any other way none stands there.
 */
function standing({ terms, carry = "native" }: TranslationUnit): TranslationUnit["terms"] {
  if (carry === "native") return terms;
  return carry === "inline" ? terms.map(({ target }) => ({ source: target, target })) : [];
}

function isName(target: string): boolean {
  return /\p{Lu}/u.test(target);
}

const MODEL = / ?[A-Za-z\d][A-Za-z\d.+-]*(?: [A-Z\d][A-Za-z\d.+-]*)*/y;
/** A whole number of up to four digits, or one with a point: what generations of a product are counted with. */
const GENERATION = /^ ?\d{1,4}(?:\.\d)?$/;

/**
 * Where the model ends that stands right behind a name: 小米15, 荣耀 X60 Pro. A number before a measure word counts things
 * and belongs to them: in 小米5天 the five are days.
 */
function modelEnd(text: string, at: number, limit: number, lexicon: Lexicon): number {
  MODEL.lastIndex = at;
  const found = MODEL.exec(text)?.[0].replace(/[.+-]{1,20}$/, (marks) => (marks.startsWith("+") ? "+" : ""));
  if (found === undefined || at + found.length > limit) return at;
  const end = at + found.length;
  if (!/\d$/.test(found)) return end;
  if (/^ ?[\d.]+$/.test(found) && !GENERATION.test(found)) return at;
  return /^ ?\d/.test(found) && (isAmount(text, end) || isCounted(text, end, lexicon)) ? at : end;
}

/** What makes a number before it an amount or a time of day; in K70:1999元 the colon is of what is said about the thing. */
const AMOUNT = /[万亿千百年月日号点折倍成%％℃°/]|[:：]\d{2}(?!\d)/y;

function isAmount(text: string, at: number): boolean {
  AMOUNT.lastIndex = at;
  return AMOUNT.test(text);
}

/**
 * A term keeps the parts of speech that its source has in the lexicon where its English is one ordinary word; else it is
 * a name, or where it has no capitals a noun, or a phrase that stands as it is where its source is a verb.
 */
function termReadings(source: string, target: string, lexicon: Lexicon): Reading[] {
  // vivo, realme: what Chinese writes in Latin letters is a name
  const placed = (lexicon.lookup(source)?.readings ?? []).flatMap((reading) => [
    ...placedAt(reading, target),
    ...heldBy(reading, target),
  ]);
  if (/\p{Lu}|\d|^[@#]/u.test(target) || !HAN.test(source))
    return [{ category: "name", english: target, cost: 0 }, ...placed];
  const allowed = target.includes(" ") ? NOMINAL : ANY;
  const all = lexicon.lookup(source)?.readings ?? [];
  const readings = all.flatMap((reading) =>
    allowed.test(reading.category) &&
    !(isGerund(target) && VERBAL.test(reading.category)) &&
    !isOnlyNoun(reading, target, all)
      ? [{ ...reading, english: target }]
      : [],
  );
  if (readings.length) return [...readings, ...placed];
  const verbal = all.some(({ category }) => VERBAL.test(category));
  return [...placed, { category: verbal ? "phrase" : "noun", english: target, cost: 0 }];
}

/** 刷剧: "binge-watching" has no other forms. */
const isGerund = (target: string): boolean => /[a-z]{4}ing$/.test(target);

/** 抽奖: what is called a giveaway is no verb, as the lexicon's own for it is another word. */
const isOnlyNoun = ({ category, english }: Reading, target: string, all: readonly Reading[]): boolean =>
  /^(?:verb|VI)$/.test(category) &&
  typeof english === "string" &&
  english.split(" ")[0] !== target &&
  all.some((other) => other.english !== english && /^(?:noun|mass|plural)$/.test(other.category));

/** 评论区: the comment section, and "in the comment section" where readers are asked to answer. */
function placedAt(reading: Reading, target: string): Reading[] {
  const { category, english } = reading;
  const placed = PLACED.test(category) && typeof english === "string" ? IN.exec(english)?.[0] : undefined;
  return placed ? [{ ...reading, english: `${placed} ${target}` }] : [];
}

/** 立减: an instant discount is what one gets, and the term stays whole behind the verb that has it for its object. */
function heldBy(reading: Reading, target: string): Reading[] {
  const { category, english } = reading;
  if (!HOLDING.test(category) || typeof english !== "string") return [];
  // 私信: "DM" is what one sends and how one sends it
  if (english === target) return /\p{Lu}/u.test(target) ? [reading] : [];
  const at = english.indexOf(` ${target}`);
  return at > 0 && /^(?: |$)/.test(english.slice(at + target.length + 1)) ? [reading] : [];
}

const HAN = /\p{Script=Han}/u;
const HOLDING = /^(?:verb|JIX|V[A-Z]+)$/;
const PLACED = /^LPC?$/;
const IN = /^(?:(?:in|on|at) the|by)\b/;
/** Verbs of several words would be inflected in their middle, where their English would no longer be the term's. */
const NOMINAL = /^(?:noun|mass|adjective|plural)$/;
const VERBAL = /^(?:verb|V[A-Z]+|phrase)$/;
const ANY = /^(?:noun|mass|verb|adjective|plural|VSAY|VWANT|VCAUSE|VGIVE|VI|VASKED|LAGV)$/;
