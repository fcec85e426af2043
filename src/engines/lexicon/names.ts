import { candidate } from "./candidates.js";
import type { Word } from "./entry.js";
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

const DOT = /[·•・]/;
const HAN_ONLY = /^\p{Script=Han}+$/u;
/** The foreign spelling of a name, which Chinese text gives behind it: 奥韦奇金（Ovechkin）. */
const SPELLING = / ?[（(] ?(\p{Lu}[\p{L}'’. -]{1,40}?) ?[）)]/uy;
/** Costs against words: a Chinese name of two or three characters, a foreign one by its length. */
const CHINESE = [0, 0, 20.5, 19.5];
const FOREIGN = 21;
/** A foreign name that something marks: a dot, a spelling, a title behind it. */
const MARKED = 3;
const BY_CHARACTER = 3.5;
/** How much likelier the end of a name is where its spelling follows. */
const SPELLED = 6;
/** A word cheaper than this is an everyday one, and hardly a given name. */
const COMMON = 11;
const EVERYDAY = 12.5;
const MAX_PART = 8;

/** Names that no dictionary has: Chinese ones by their surname, foreign ones by the characters that write them. */
export function* nameCandidates(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  yield* dotted(text, at, limit, lexicon);
  yield* chinese(text, at, limit, lexicon);
  const { sounds } = lexicon.names;
  let heard = 0;
  for (let end = at + 1; end <= Math.min(limit, at + MAX_PART); end++) {
    if (!HAN_ONLY.test(text[end - 1]!)) return;
    if (sounds.has(text[end - 1]!)) heard++;
    const form = text.slice(at, end);
    const spelling = end - at > 1 ? spellingAt(text, end) : undefined;
    if (spelling !== undefined && heard * 3 >= form.length * 2 && soundsLike(form, spelling, lexicon))
      yield named(
        text,
        at,
        end,
        foreign(form, lexicon),
        MARKED + BY_CHARACTER * form.length + 3 * (form.length - heard),
      );
    if (heard < form.length) continue;
    const length = form.length;
    const extra = swallowed(form, lexicon);
    const cost = titleAt(text, end, lexicon)
      ? MARKED + 3 + BY_CHARACTER * length
      : (length === 2 ? FOREIGN + 2.5 : FOREIGN) + 0.4 * length;
    if (length > 1 || cost < FOREIGN) yield named(text, at, end, foreign(form, lexicon), cost + extra);
  }
}

const named = (text: string, start: number, end: number, english: string, cost: number): Word =>
  candidate(text, start, end, [{ category: "name", english, cost: 0 }], cost);

const titleAt = (text: string, at: number, lexicon: Lexicon): boolean =>
  [2, 3].some((length) => lexicon.titles.has(text.slice(at, at + length)));

/** The foreign spelling in parentheses that stands at a place. */
function spellingAt(text: string, at: number): string | undefined {
  SPELLING.lastIndex = at;
  return SPELLING.exec(text)?.[1];
}

/** Whether a form may be what writes a spelling: it begins with its first sound, and is about as long. */
function soundsLike(form: string, spelling: string, lexicon: Lexicon): boolean {
  const sound = lexicon.names.sounds.get(form[0]!) ?? lexicon.pinyin(form[0]!) ?? "";
  const syllables = spelling.match(/[aeiouyáéíóúèöüäåøōū]+|[^aeiouy\s]{2,}/giu)?.length ?? 0;
  return (
    ALIKE.some((letters) => letters.includes(sound[0]!) && letters.includes(spelling[0]!.toLowerCase())) &&
    form.length <= syllables + 2
  );
}

/** First letters that one Chinese character may stand for. */
const ALIKE = ["aeiouwhy", "bpvwf", "ckgqhjx", "sczxtj", "dt", "lr", "mn", "jyg", "hgjx", "f", "kq"];

/** A name whose parts a dot joins: each is a known name, or written with the characters of foreign names. */
function* dotted(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  let [start, cost] = [at, MARKED];
  const parts: string[] = [];
  while (start < limit) {
    let end = start;
    while (end < limit && end - start < MAX_PART && HAN_ONLY.test(text[end]!)) end++;
    const closed = DOT.test(text[end] ?? "");
    if (parts.length) {
      for (let length = 1; length <= end - start; length++) {
        const tail = text.slice(start, start + length);
        const own = partCost(tail, lexicon);
        if (own !== undefined && !(closed && length === end - start))
          yield named(
            text,
            at,
            start + length,
            [...parts, partName(tail, lexicon)].join(" "),
            cost + own - (spellingAt(text, start + length) ? SPELLED : 0),
          );
      }
    }
    const part = text.slice(start, end);
    const own = closed ? partCost(part, lexicon) : undefined;
    if (own === undefined) return;
    parts.push(partName(part, lexicon));
    cost += own;
    start = end + 1;
  }
}

/** What a part of a dotted name costs; undefined where it cannot be one. */
function partCost(part: string, lexicon: Lexicon): number | undefined {
  if (isName(part, lexicon)) return (part.length * BY_CHARACTER) / 2;
  if (!part || [...part].some((c) => !lexicon.names.sounds.has(c))) return undefined;
  return BY_CHARACTER * part.length + swallowed(part, lexicon);
}

/** What it costs a foreign name to end in an everyday word, which rather stands behind it: 哈拉帕|文明. */
function swallowed(form: string, lexicon: Lexicon): number {
  return [2, 3].some((length) => form.length > length && isEveryday(form.slice(-length), lexicon)) ? 9 : 0;
}

const isName = (form: string, lexicon: Lexicon): boolean =>
  form.length > 1 && lexicon.lookup(form)?.readings[0]?.category === "name";

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
function* chinese(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
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
    const functional = width === 1 && isFunctionWord(text[at]!, lexicon) ? 3 : 0;
    const common = (lexicon.lookup(text.slice(at + width, end))?.cost ?? COMMON) < COMMON ? 4 : 0;
    const across = given === 2 && isEveryday(text.slice(at, at + width + 1), lexicon) ? ACROSS : 0;
    yield named(text, at, end, english, CHINESE[1 + given]! + width - 1 + common + functional + across);
  }
}

/** What it costs a name to begin with an everyday word: 温度|低. */
const ACROSS = 3;

function isEveryday(form: string, lexicon: Lexicon): boolean {
  const item = lexicon.lookup(form);
  return item !== undefined && item.cost < EVERYDAY && !/^(?:name|place)$/.test(item.readings[0]!.category);
}

const FUNCTION = /^(?:[A-Z]+|pronoun|preposition|adverb|conjunction|particle|determiner|modal|localizer)$/;

const isFunctionWord = (character: string, lexicon: Lexicon): boolean =>
  FUNCTION.test(lexicon.lookup(character)?.readings[0]?.category ?? "");

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
