import { NotMilletError } from "../errors.js";

/** Gives the pinyin of a stretch of Chinese characters, a syllable for each of them. */
export type Pinyin = (characters: string) => readonly string[];

const RUN = /\p{Script=Han}+|\P{Script=Han}+/gu;
const HAN = /^\p{Script=Han}/u;

/** A stretch of a text: Chinese characters with a syllable each, or something else as it is. */
export type Reading = string | { character: string; syllable: string }[];

/** Splits a text into stretches of Chinese characters, each with its pinyin, and what is between them. */
export function readingsOf(text: string, pinyin: Pinyin): Reading[] {
  return (text.match(RUN) ?? []).map((run): Reading => {
    if (!HAN.test(run)) return run;
    const syllables = pinyin(run);
    return Array.from(run, (character, i) => ({ character, syllable: syllables[i] ?? "" }));
  });
}

/** The pinyin of a text as one line, syllables apart, everything else as it is: `xiǎo mǐ 15`. */
export function pinyinLine(text: string, pinyin: Pinyin): string {
  return readingsOf(text, pinyin)
    .map((reading) => (typeof reading === "string" ? reading : reading.map(({ syllable }) => syllable).join(" ")))
    .reduce((line, part) => (needsSpace(line, part) ? `${line} ${part}` : line + part), "");
}

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;

function needsSpace(line: string, part: string): boolean {
  return WORD_END.test(line) && WORD_START.test(part);
}

/**
 * Loads the package `pinyin-pro`, an optional peer dependency, for the `pinyin` option of the renderers.
 *
 * @throws {NotMilletError} `missing-dependency` where it is not installed.
 */
export async function loadPinyin(): Promise<Pinyin> {
  try {
    const { pinyin } = await import("pinyin-pro");
    return (characters) => pinyin(characters, { type: "array" });
  } catch (cause) {
    const what = "Pinyin needs the package pinyin-pro, which could not be loaded. Run: npm install pinyin-pro";
    throw new NotMilletError("missing-dependency", what, { package: "pinyin-pro" }, cause);
  }
}
