import type { GlossaryEntry } from "../../model.js";
import type { Span } from "../../span.js";
import type { Verdict } from "./judge.js";

/**
 * A term that a translation has not right: it is `missed`, `mistranslated` by a word that the entry forbids, or named
 * otherwise than the term mostly is (`inconsistent`). `mistranslated` is also an ordinary word for which the translation
 * has the name that it looks like: "Xiaomi porridge".
 */
export interface TermFinding {
  /** What is wrong. */
  kind: "missed" | "mistranslated" | "inconsistent";
  /** The index of the pair, from 0. */
  pair: number;
  /** The term. */
  entry: GlossaryEntry;
  /** Where the term, or the word that looks like it, stands in the source. */
  source: Span;
  /** What stands in the translation instead; `null` where nothing is to be seen of the term. */
  target: Span | null;
  /** One sentence for a reader. */
  message: string;
}

/** An English form of a term. */
export interface CountedEnglish {
  /** The form. */
  text: string;
  /** How often it was used. */
  count: number;
}

/** How a term was translated throughout. */
export interface TermUse {
  /** The term. */
  entry: GlossaryEntry;
  /** Occurrences in the sources. */
  count: number;
  /** Occurrences that the translations have right. */
  right: number;
  /** Occurrences of which nothing is to be seen. */
  missed: number;
  /** Occurrences that are translated by a forbidden word. */
  mistranslated: number;
  /** The English that was used, with how often; the most frequent first. */
  english: CountedEnglish[];
}

/** What a check of translations found. */
export interface TranslationCheck {
  /** How many pairs were read. */
  pairs: number;
  /** What is wrong, in the order of the pairs. */
  findings: TermFinding[];
  /** Every term that occurred, the most frequent first. */
  terms: TermUse[];
}

/** What was found of a term, and in which pair. */
export type JudgedTerm = Verdict & { readonly pair: number };

/** Says that a term is left out or left in Chinese. */
export function missed({ pair, entry, source, target }: JudgedTerm): TermFinding {
  const how = target ? "was left in Chinese" : "is not in the translation";
  return { kind: "missed", pair, entry, source, target, message: `${source.text} (${entry.target}) ${how}.` };
}

/** Says that a term is translated by a forbidden word. */
export function mistranslated({ pair, entry, source, target }: JudgedTerm): TermFinding {
  const message = `${source.text} is “${target!.text}” here; it has to be ${entry.target}.`;
  return { kind: "mistranslated", pair, entry, source, target, message };
}

/** Says where one term, whose occurrences are given, is named otherwise than it mostly is. */
export function inconsistencies(own: readonly JudgedTerm[]): TermFinding[] {
  const [usual, ...rest] = englishOf(own);
  if (!usual || rest.length === 0) return [];
  const places = `${usual.count} other ${usual.count === 1 ? "place" : "places"}`;
  return own
    .filter(({ status, form }) => status === "right" && form !== usual.text)
    .map(({ pair, entry, source, target, form }) => {
      const message = `${source.text} is ${form} here and ${usual.text} in ${places}.`;
      return { kind: "inconsistent", pair, entry, source, target, message };
    });
}

/** Counts how one term, whose occurrences are given, was translated. */
export function useOf(
  entry: GlossaryEntry,
  own: readonly JudgedTerm[],
  isMissed: (one: JudgedTerm) => boolean,
): TermUse {
  const countOf = (holds: (one: JudgedTerm) => boolean) => own.filter(holds).length;
  return {
    entry,
    count: own.length,
    right: countOf(({ status }) => status === "right"),
    missed: countOf(isMissed),
    mistranslated: countOf(({ status }) => status === "forbidden"),
    english: englishOf(own),
  };
}

/** The right forms that an entry goes by, the most frequent first; of two that are as frequent its own English. */
function englishOf(own: readonly JudgedTerm[]): CountedEnglish[] {
  const counts = new Map<string, number>();
  for (const { status, form } of own) {
    if (status === "right") counts.set(form!, (counts.get(form!) ?? 0) + 1);
  }
  const target = own[0]?.entry.target;
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || Number(b.text === target) - Number(a.text === target));
}
