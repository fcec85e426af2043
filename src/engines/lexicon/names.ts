import { type Candidate, candidate } from "./candidates.js";
import type { Lexicon } from "./load.js";

/** How names are made, as written in `dictionaries/lexicon/names.json`. */
export interface NamesFile {
  readonly surnames: string;
  /** Surnames of two characters, separated by spaces. */
  readonly compoundSurnames: string;
  /** Characters that write foreign names, with the sound they stand for. */
  readonly sounds: Readonly<Record<string, string>>;
}

/** What the engine knows about names. */
export interface Names {
  readonly surnames: ReadonlySet<string>;
  readonly sounds: ReadonlyMap<string, string>;
}

/** Reads the file's strings into sets. */
export const readNames = (file: NamesFile): Names => ({
  surnames: new Set([...file.surnames, ...file.compoundSurnames.split(" ")]),
  sounds: new Map(Object.entries(file.sounds)),
});

const PARTS = /\p{Script=Han}{1,8}(?:[·•・]\p{Script=Han}{1,8})+/uy;
const HAN_ONLY = /^\p{Script=Han}+$/u;
const SPELLED_OUT = /^ ?[（(]\p{Lu}/u;
/** Costs against words: a Chinese name of two or three characters, a foreign one by its length. */
const CHINESE = [0, 0, 20.5, 19.5];
const FOREIGN = 21;
/** A word cheaper than this is an everyday one, and hardly a given name. */
const COMMON = 11;
const MAX_FOREIGN = 8;

/** Names that no dictionary has: Chinese ones by their surname, foreign ones by the characters that write them. */
export function* nameCandidates(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  yield* dotted(text, at, limit, lexicon);
  yield* chinese(text, at, limit, lexicon);
  let end = at;
  while (end < limit && end - at < MAX_FOREIGN && lexicon.names.sounds.has(text[end]!)) {
    end++;
    const spelled = SPELLED_OUT.test(text.slice(end, end + 3));
    if (end - at < 2) continue;
    const english = foreign(text.slice(at, end), lexicon);
    yield named(text, at, end, english, (spelled ? 10 : end - at === 2 ? FOREIGN + 2.5 : FOREIGN) + 0.4 * (end - at));
  }
}

const named = (text: string, start: number, end: number, english: string, cost: number): Candidate =>
  candidate(text, start, end, [{ category: "name", english, cost: 0 }], cost);

function* dotted(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  PARTS.lastIndex = at;
  const match = PARTS.exec(text);
  if (!match) return;
  const parts = match[0].split(/[·•・]/);
  const first = startOf(parts[0]!, lexicon);
  if (first !== 0) return;
  const last = parts.at(-1)!;
  for (let length = last.length; length >= 1; length--) {
    const end = at + match[0].length - last.length + length;
    if (end > limit) continue;
    const tail = last.slice(0, length);
    const spelled = SPELLED_OUT.test(text.slice(end, end + 3));
    if (length > 1 && !spelled && ![...tail].every((c) => lexicon.names.sounds.has(c)) && !isName(tail, lexicon))
      continue;
    const english = [...parts.slice(0, -1), tail].map((part) => partName(part, lexicon)).join(" ");
    yield named(text, at, end, english, 12 - length);
  }
}

const isName = (form: string, lexicon: Lexicon): boolean => lexicon.lookup(form)?.readings[0]?.category === "name";

/** Where a foreign name begins in what stands before its first dot. */
function startOf(before: string, lexicon: Lexicon): number {
  if (isName(before, lexicon) || before.length === 1) return 0;
  return [...before].every((c) => lexicon.names.sounds.has(c)) ? 0 : -1;
}

const partName = (part: string, lexicon: Lexicon): string => {
  const known = lexicon.lookup(part)?.readings.find((r) => r.category === "name")?.english;
  return typeof known === "string" && !known.includes(" ") ? known : foreign(part, lexicon);
};

/** A foreign name by the sounds of its characters; pinyin where a character writes none. */
function foreign(form: string, lexicon: Lexicon): string {
  const sounds = [...form].map((c) => lexicon.names.sounds.get(c) ?? lexicon.pinyin(c) ?? "");
  return capital(sounds.join("").replace(/([^aeiou])\1+/g, "$1$1"));
}

/** A surname with one or two characters after it. */
function* chinese(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Candidate> {
  const { surnames } = lexicon.names;
  const width = surnames.has(text.slice(at, at + 2)) ? 2 : surnames.has(text[at]!) ? 1 : 0;
  if (!width) return;
  const title = [2, 3].find((length) => lexicon.titles.has(text.slice(at + width, at + width + length)));
  const syllable = [...text.slice(at, at + width)].map((c) => lexicon.pinyin(c, true) ?? "").join("");
  if (title && syllable) yield named(text, at, at + width, capital(syllable), 7);
  for (const given of [1, 2]) {
    const end = at + width + given;
    if (end > limit || !HAN_ONLY.test(text.slice(at, end))) continue;
    if ([...text.slice(at + width, end)].some((c) => isFunctionWord(c, lexicon))) continue;
    const syllables = [...text.slice(at, end)].map((c, i) => lexicon.pinyin(c, i < width));
    if (syllables.includes(undefined)) continue;
    const english = [syllables.slice(0, width), syllables.slice(width)].map((part) => capital(part.join(""))).join(" ");
    const common = (lexicon.lookup(text.slice(at + width, end))?.cost ?? COMMON) < COMMON ? 4 : 0;
    yield named(text, at, end, english, CHINESE[1 + given]! + width - 1 + common);
  }
}

const FUNCTION = /^(?:[A-Z]+|pronoun|preposition|adverb|conjunction|particle|determiner|modal|localizer)$/;

const isFunctionWord = (character: string, lexicon: Lexicon): boolean =>
  FUNCTION.test(lexicon.lookup(character)?.readings[0]?.category ?? "");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
