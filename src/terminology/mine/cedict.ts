import { type CedictEntry, openCedict } from "../../engines/lexicon/cedict-file.js";

/** A name as CC-CEDICT has it. */
export interface CedictName {
  readonly pinyin: string;
  readonly glosses: readonly string[];
}

/** The English of a form as an ordinary word, and as a name. */
export interface Glosses {
  readonly ordinary: readonly string[];
  readonly name: readonly string[];
}

/** What mining needs of CC-CEDICT. */
export interface CedictWords {
  /** The name that a form is. */
  name(form: string): CedictName | undefined;
  /** A short gloss, which may be empty, of the ordinary word that a form is. */
  ordinary(form: string): string | undefined;
  /** All glosses of the ordinary word that a form is, and of the name. */
  glosses(form: string): Glosses;
  /** Characters, with the syllable of pinyin, without its tone, by which each is read in most words. */
  readonly syllables: ReadonlyMap<string, string>;
  /** Characters that are surnames. */
  readonly surnames: ReadonlySet<string>;
  /** The English words of the glosses, lower-case ones only. */
  readonly english: ReadonlySet<string>;
}

/** Reads CC-CEDICT; its entries are looked up in the file's bytes when they are asked for. */
export function readCedictWords(): CedictWords {
  const cedict = openCedict();
  const readings = new Map<string, Map<string, number>>();
  const surnames = new Set<string>();
  const english = new Set<string>();
  for (const { simplified, pinyin, english: glosses } of cedict.entries()) {
    for (const gloss of glosses) {
      for (const word of gloss.split(BETWEEN_WORDS)) if (LOWER.test(word)) english.add(word);
    }
    // A single capitalised syllable is a surname.
    if (/^[A-Z]/.test(pinyin) && !pinyin.includes(" ") && glosses.some((gloss) => gloss.startsWith("surname "))) {
      surnames.add(simplified);
    }
    countReadings(simplified, pinyin, readings);
  }
  const syllables = new Map([...readings].map(([character, counts]) => [character, mostFrequent(counts)]));
  return {
    name(form) {
      const entry = cedict.get(form)?.find(isName);
      return entry && { pinyin: entry.pinyin, glosses: entry.english };
    },
    ordinary(form) {
      const entry = cedict.get(form)?.find(({ pinyin }) => /^[a-z]/.test(pinyin));
      return entry && shortGloss(entry.english);
    },
    glosses(form) {
      const entries = cedict.get(form) ?? [];
      const isOrdinary = ({ pinyin }: CedictEntry) => /^[a-z]/.test(pinyin);
      return {
        ordinary: entries.filter(isOrdinary).flatMap((entry) => entry.english),
        name: entries.filter((entry) => !isOrdinary(entry)).flatMap((entry) => entry.english),
      };
    },
    syllables,
    surnames,
    english,
  };
}

/** CC-CEDICT capitalises the pinyin of names. */
function isName({ pinyin }: CedictEntry): boolean {
  return /^[A-Z]/.test(pinyin) && pinyin.includes(" ");
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

const HAN = /^\p{Script=Han}+$/u;
const BETWEEN_WORDS = /[ ,;()/"]+/;
const LOWER = /^[a-z]{2,}$/;
const NO_GLOSS = /^(?:CL:|\(|to |variant|old variant|see |abbr\.)/;

function shortGloss(glosses: readonly string[]): string {
  const gloss = glosses.find((one) => !NO_GLOSS.test(one)) ?? "";
  return gloss.split(/[,;(]/)[0]!.trim();
}
