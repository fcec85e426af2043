import { type Cedict, type CedictEntry, openCedict } from "./cedict-file.js";

/** Gives the ways in which a Chinese name is written in pinyin, without tones: `["Tengxun"]` for 腾讯. */
export type Speller = (name: string) => string[];

/** How many ways to read a name are tried, and to read a word of it. */
const MOST_READINGS = 4;
const MOST_OF_WORD = 2;
const LONGEST_WORD = 6;
const RUN = /\p{Script=Han}+|\P{Script=Han}+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * Reads CC-CEDICT, of which every word keeps its own reading: 重庆 is Chongqing, though 重 alone is zhong. In a browser there
 * is none, and no name has pinyin.
 */
export function openSpeller(): Speller {
  const cedict = openCedict();
  return (name) => {
    const parts = (name.match(RUN) ?? []).map((run) => (HAN.test(run) ? readingsOf(run, cedict) : [run]));
    return combined(parts, " ").map(capitalised);
  };
}

/** The readings of Chinese characters, by the longest words that they begin with; none where one is unknown. */
function readingsOf(characters: string, cedict: Cedict): string[] {
  const parts: string[][] = [];
  for (let at = 0; at < characters.length; ) {
    let end = Math.min(characters.length, at + LONGEST_WORD);
    let readings: string[] = [];
    for (; end > at; end--) {
      readings = usualReadings(cedict.get(characters.slice(at, end)) ?? []);
      if (readings.length > 0) break;
    }
    parts.push(readings);
    at = Math.max(end, at + 1);
  }
  return combined(parts, "");
}

/** The readings with which the entries of a word have most meanings. */
function usualReadings(entries: readonly CedictEntry[]): string[] {
  const meanings = new Map<string, number>();
  for (const entry of entries)
    for (const reading of plain(entry)) meanings.set(reading, (meanings.get(reading) ?? 0) + entry.english.length);
  const usual = [...meanings].sort((a, b) => b[1] - a[1]).slice(0, MOST_OF_WORD);
  return usual.map(([reading]) => reading);
}

/** The syllables of an entry in one word; ü is written as u or as v where there are no accents. */
function plain({ pinyin }: CedictEntry): string[] {
  const letters = pinyin.toLowerCase().replaceAll(" ", "").replace(/\d/g, "");
  if (!/^[a-z:]+$/.test(letters) || letters.startsWith("xx")) return [];
  return letters.includes("u:") ? [letters.replaceAll("u:", "ü"), letters.replaceAll("u:", "v")] : [letters];
}

function combined(parts: readonly (readonly string[])[], between: string): string[] {
  const [first = [], ...others] = parts;
  return others.reduce<string[]>(
    (ways, next) => ways.flatMap((way) => next.map((part) => way + between + part)).slice(0, MOST_READINGS),
    first.slice(0, MOST_READINGS),
  );
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
