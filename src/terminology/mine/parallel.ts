import type { ProposedEnglish } from "./candidate.js";
import { isFunctionWord, phrasesOf } from "./phrases.js";

/** How many English phrases are counted. */
const CAPACITY = 200_000;

/** Which English goes with which form in posts and their translations. */
export interface Translations {
  add(translation: string): void;
  /**
   * The English that the translations of a form's posts have in common and others have not.
   *
   * @param translations Of some of these posts. @param documents How many posts hold the form.
   */
  align(translations: readonly string[], documents: number): ProposedEnglish | undefined;
}

/**
 * Makes the count of the phrases of all translations; when there are more than 200,000 the rarest are forgotten.
 *
 * @param isEnglish Tells whether a word, lower-cased, is an ordinary English word.
 */
export function createTranslations(isEnglish: (word: string) => boolean): Translations {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    add(translation) {
      total++;
      for (const phrase of phrasesOf(translation).keys()) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      if (counts.size > CAPACITY) forgetRarest(counts);
    },
    align: (translations, documents) => align(translations, documents, { counts, total, isEnglish }),
  };
}

interface Known {
  /** Of each phrase how many translations have it, of all of them. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  isEnglish(word: string): boolean;
}

/** At least so many translations have to have an English, and so many bits does a form have to tell of it. */
const LEAST = 2;
const LEAST_BITS = 1;
/**
 * Before any other translation is seen, a phrase is thought to be in this part of so many of them: an ordinary word, a name
 * of one word, which may be one that begins a sentence, and any other name.
 */
const SUPPOSED = 10;
const ORDINARY = 0.6;
const CAPITALISED = 0.3;
const NAME = 0.01;
/** What an ordinary word costs a phrase that is a name: "Neo Mist launches". */
const COST = 0.5;
/** A longer phrase that nearly as many translations have is the whole name. */
const NEARLY = 0.85;

interface Aligned {
  readonly phrase: string;
  readonly count: number;
  readonly value: number;
  readonly forms: ReadonlyMap<string, number>;
}

function align(translations: readonly string[], documents: number, known: Known): ProposedEnglish | undefined {
  const seen = new Map<string, Map<string, number>>();
  for (const translation of translations) {
    for (const [phrase, form] of phrasesOf(translation)) {
      const forms = seen.get(phrase) ?? new Map<string, number>();
      seen.set(phrase, forms.set(form, (forms.get(form) ?? 0) + 1));
    }
  }
  const aligned = [...seen].flatMap(([phrase, forms]): Aligned[] => {
    const count = [...forms.values()].reduce((sum, one) => sum + one, 0);
    if (count < LEAST) return [];
    return [{ phrase, count, forms, value: bitsOf(phrase, forms, count / translations.length, documents, known) }];
  });
  if (aligned.length === 0) return undefined;
  const best = aligned.reduce((one, other) => (other.value > one.value ? other : one));
  if (best.value < LEAST_BITS) return undefined;
  const { forms, count } = wholeOf(best, aligned, known);
  return { text: mostWritten(forms), source: "translations", count, consistency: count / translations.length };
}

/** How many bits a form tells of a phrase, weighed by the part of its translations that have the phrase. */
function bitsOf(
  phrase: string,
  forms: ReadonlyMap<string, number>,
  here: number,
  documents: number,
  { counts, total, isEnglish }: Known,
): number {
  const form = mostWritten(forms);
  const others = Math.max(0, total - documents);
  const elsewhere = Math.max(0, (counts.get(phrase) ?? 0) - here * documents);
  const expected = (elsewhere + SUPPOSED * supposedPart(form, isEnglish)) / (others + SUPPOSED);
  return here * Math.log2(here / Math.min(1, expected)) - COST * strangers(form, isEnglish);
}

/** In what part of translations a phrase is thought to be. */
function supposedPart(form: string, isEnglish: (word: string) => boolean): number {
  const words = form.split(" ").filter((word) => !isFunctionWord(word));
  const ordinary = words.filter((word) => isEnglish(word.toLowerCase()) || /^[\d.,]+$/.test(word)).length;
  if (ordinary < words.length) return NAME;
  if (words.some((word) => /^\p{Ll}/u.test(word))) return ORDINARY ** words.length;
  return words.length > 1 ? NAME : CAPITALISED;
}

/** How many words of a name are ordinary ones. */
function strangers(form: string, isEnglish: (word: string) => boolean): number {
  const words = form.split(" ").filter((word) => !isFunctionWord(word));
  const ordinary = words.filter((word) => /^\p{Ll}/u.test(word) && isEnglish(word));
  return ordinary.length < words.length ? ordinary.length : 0;
}

/** The longest name around a phrase that nearly as many translations have. */
function wholeOf(best: Aligned, aligned: readonly Aligned[], { isEnglish }: Known): Aligned {
  const isWhole = ({ phrase, count, forms }: Aligned) =>
    count >= NEARLY * best.count &&
    ` ${phrase} `.includes(` ${best.phrase} `) &&
    strangers(mostWritten(forms), isEnglish) === 0;
  return aligned.filter(isWhole).reduce((one, other) => (other.phrase.length > one.phrase.length ? other : one), best);
}

/** The form that is written most; of two the shorter, which is the singular. */
function mostWritten(forms: ReadonlyMap<string, number>): string {
  return [...forms].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0]![0];
}

function forgetRarest(counts: Map<string, number>): void {
  const sorted = Int32Array.from(counts.values()).sort();
  const least = sorted[sorted.length >> 1]!;
  for (const [phrase, count] of counts) if (count <= least) counts.delete(phrase);
}
