import { analyze } from "../analyze.js";
import { ArgumentError } from "../errors.js";
import { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { locate } from "../protect/locate.js";
import { overlaps, type Range, type Span, spanOf } from "../span.js";
import { defaultSegmenter } from "../words/default.js";
import type { WordSegmenter } from "../words/segmenter.js";

/** A text and its translation. */
export interface TranslationPair {
  /** The Chinese. */
  source: string;
  /** Its English. */
  translation: string;
}

/**
 * A term that a translation has not right: it is `missed`, `mistranslated` by a word that the entry forbids, or named
 * otherwise than the term mostly is (`inconsistent`).
 */
export interface TermFinding {
  /** What is wrong. */
  kind: "missed" | "mistranslated" | "inconsistent";
  /** The index of the pair, from 0. */
  pair: number;
  /** The term. */
  entry: GlossaryEntry;
  /** Where the term stands in the source. */
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

/**
 * Checks how existing translations treat the terms of a glossary.
 *
 * A term counts as missed where a translation has it less often than never: once is enough for a source that repeats it.
 * A form counts as right in any letter case, and with the spaces and hyphens of any writer.
 *
 * @throws {ArgumentError} where a pair is not two strings; `facts.index` says which.
 */
export function checkTranslations(
  pairs: Iterable<TranslationPair>,
  glossary: Glossary = Glossary.bundled(),
  options: { segmenter?: WordSegmenter } = {},
): TranslationCheck {
  const segmenter = options.segmenter ?? defaultSegmenter();
  const uses = new Map<GlossaryEntry, Use>();
  const findings: TermFinding[] = [];
  let index = 0;
  for (const pair of pairs) {
    checkPair(pair, index);
    for (const [entry, places] of placesOf(pair.source, glossary, segmenter)) {
      const use = uses.get(entry) ?? newUse();
      uses.set(entry, use);
      findings.push(...checkEntry(entry, places, pair.translation, index, use));
    }
    index++;
  }
  for (const [entry, use] of uses) findings.push(...inconsistencies(entry, use));
  const terms = [...uses].map(([entry, use]): TermUse => ({ entry, ...use.counts, english: frequent(use.rights) }));
  return {
    pairs: index,
    findings: findings.sort((a, b) => a.pair - b.pair || a.source.start - b.source.start),
    terms: terms.sort((a, b) => b.count - a.count || (a.entry.source < b.entry.source ? -1 : 1)),
  };
}

interface Use {
  counts: Pick<TermUse, "count" | "right" | "missed" | "mistranslated">;
  /** Where the term is right, and in which of its English forms. */
  rights: { form: string; pair: number; source: Span; target: Span }[];
}

function newUse(): Use {
  return { counts: { count: 0, right: 0, missed: 0, mistranslated: 0 }, rights: [] };
}

function placesOf(source: string, glossary: Glossary, segmenter: WordSegmenter): Map<GlossaryEntry, Span[]> {
  const places = new Map<GlossaryEntry, Span[]>();
  for (const term of analyze(source, { glossary, segmenter }).terms) {
    places.set(term.entry, [...(places.get(term.entry) ?? []), term.source]);
  }
  return places;
}

function checkEntry(
  entry: GlossaryEntry,
  places: readonly Span[],
  translation: string,
  pair: number,
  { counts, rights }: Use,
): TermFinding[] {
  const find = (forms: readonly string[]) => locateAll(translation, forms);
  const right = find([entry.target, ...(entry.accept ?? [])]);
  const wrong = find(entry.forbid ?? []).filter((place) => !right.some((other) => overlaps(other, place)));
  counts.count += places.length;
  counts.right += Math.min(right.length, places.length);
  for (const [i, place] of right.slice(0, places.length).entries()) {
    rights.push({ form: place.form, pair, source: places[i]!, target: spanOf(translation, place.start, place.end) });
  }
  const open = places.slice(right.length);
  const mistranslated = open.slice(0, wrong.length).map((source, i): TermFinding => {
    const target = spanOf(translation, wrong[i]!.start, wrong[i]!.end);
    const message = `${source.text} is “${target.text}” here; it has to be ${entry.target}.`;
    return { kind: "mistranslated", pair, entry, source, target, message };
  });
  counts.mistranslated += mistranslated.length;
  if (right.length > 0 || wrong.length > 0) return mistranslated;
  counts.missed += open.length;
  return open.map((source): TermFinding => {
    const at = translation.indexOf(source.text);
    const target = at < 0 ? null : spanOf(translation, at, at + source.text.length);
    const how = target ? "was left in Chinese" : "is not in the translation";
    return { kind: "missed", pair, entry, source, target, message: `${source.text} (${entry.target}) ${how}.` };
  });
}

/** Where any of the forms stands, in order; of overlapping places the longest. */
function locateAll(text: string, forms: readonly string[]): (Range & { form: string })[] {
  const found = forms.flatMap((form) => locate(text, form).map((range) => ({ ...range, form })));
  const kept: (Range & { form: string })[] = [];
  for (const place of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => overlaps(other, place))) kept.push(place);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function inconsistencies(entry: GlossaryEntry, { rights }: Use): TermFinding[] {
  const [usual, ...rest] = frequent(rights);
  if (!usual || rest.length === 0) return [];
  return rights
    .filter(({ form }) => form !== usual.text)
    .map(({ form, pair, source, target }) => {
      const message = `${source.text} is ${form} here and ${usual.text} ${usual.count} times.`;
      return { kind: "inconsistent", pair, entry, source, target, message };
    });
}

function frequent(rights: Use["rights"]): TermUse["english"] {
  const counts = new Map<string, number>();
  for (const { form } of rights) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}

function checkPair(pair: unknown, index: number): void {
  const { source, translation } = (pair ?? {}) as Partial<TranslationPair>;
  if (typeof source === "string" && typeof translation === "string") return;
  throw new ArgumentError(`Pair ${index} must have a source and a translation, both strings.`, { index });
}
