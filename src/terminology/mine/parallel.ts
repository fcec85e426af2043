import type { ProposedEnglish } from "./candidate.js";

/** How many English phrases are counted, and how many words they have at most. */
const CAPACITY = 200_000;
const LONGEST = 3;

/** Which English goes with which form in posts and their translations. */
export interface Translations {
  add(translation: string): void;
  /** The English that the translations of a form's posts have in common and others have not. */
  align(translations: readonly string[], documents: number): ProposedEnglish | undefined;
}

/** Makes the count of the phrases of all translations; when there are more than 200,000 the rarest are forgotten. */
export function createTranslations(): Translations {
  const documents = new Map<string, number>();
  let total = 0;
  return {
    add(translation) {
      total++;
      for (const phrase of phrasesOf(translation).keys()) documents.set(phrase, (documents.get(phrase) ?? 0) + 1);
      if (documents.size > CAPACITY) forgetRarest(documents);
    },
    align: (translations) => align(translations, documents, total),
  };
}

/** At least so many translations have to have an English, and so many bits does a form have to tell of it. */
const LEAST = 2;
const LEAST_BITS = 0.5;

function align(
  translations: readonly string[],
  documents: ReadonlyMap<string, number>,
  total: number,
): ProposedEnglish | undefined {
  const counts = new Map<string, number>();
  const written = new Map<string, string>();
  for (const translation of translations) {
    for (const [phrase, form] of phrasesOf(translation)) {
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      if (!written.has(phrase) || /^[^\p{Lu}]/u.test(written.get(phrase)!)) written.set(phrase, form);
    }
  }
  let best: { phrase: string; count: number; value: number } | undefined;
  for (const [phrase, count] of counts) {
    if (count < LEAST) continue;
    const elsewhere = (documents.get(phrase) ?? count) / total;
    const here = count / translations.length;
    // How many bits the form tells of the phrase, weighed by how many of its translations have it.
    const value = here * Math.log2(here / elsewhere) + (phrase.includes(" ") ? 0.1 : 0);
    if (!best || value > best.value) best = { phrase, count, value };
  }
  if (!best || best.value < LEAST_BITS) return undefined;
  return {
    text: written.get(best.phrase)!,
    source: "translations",
    count: best.count,
    consistency: best.count / translations.length,
  };
}

const WORD = /[\p{Script=Latin}\d]+(?:[-.'’&][\p{Script=Latin}\d]+)*/gu;
const STOPPED = new Set(
  "the a an of in on at to and or for with is are was were be it its this that by from as".split(" "),
);

/** The phrases of a text that begin and end in no function word, lower-cased, with how each is written. */
function phrasesOf(text: string): Map<string, string> {
  const words = Array.from(text.matchAll(WORD), (match) => ({ text: match[0], at: match.index }));
  const phrases = new Map<string, string>();
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(words.length, first + LONGEST); last++) {
      const [from, to] = [words[first]!, words[last]!];
      if (last > first && /[^ ]/.test(text.slice(words[last - 1]!.at + words[last - 1]!.text.length, to.at))) break;
      if (STOPPED.has(from.text.toLowerCase())) break;
      if (STOPPED.has(to.text.toLowerCase())) continue;
      const form = text.slice(from.at, to.at + to.text.length);
      const key = form.toLowerCase();
      if (!phrases.has(key)) phrases.set(key, form);
    }
  }
  return phrases;
}

function forgetRarest(documents: Map<string, number>): void {
  const counts = Int32Array.from(documents.values()).sort();
  const least = counts[counts.length >> 1]!;
  for (const [phrase, count] of documents) if (count <= least) documents.delete(phrase);
}
