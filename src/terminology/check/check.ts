import { analyze } from "../../analyze.js";
import { ArgumentError } from "../../errors.js";
import { Glossary } from "../../glossary/glossary.js";
import { UNCERTAIN_BELOW } from "../../glossary/senses.js";
import type { GlossaryEntry, Post } from "../../model.js";
import { falseNames } from "../../protect/false-names.js";
import type { Lookalike } from "../../protect/plan.js";
import { overlaps, type Span, spanOf } from "../../span.js";
import { defaultSegmenter } from "../../words/default.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { type ReadTranslation, readTranslation } from "./english.js";
import { judgeTerms, type Verdict } from "./judge.js";
import { hasOtherEnglish } from "./ordinary.js";

/** A text and its translation. */
export interface TranslationPair {
  /** The Chinese. */
  source: string;
  /** Its English. */
  translation: string;
}

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

/** How translations are checked. */
export interface CheckOptions {
  /**
   * Whether a term that a source repeats has to be in the translation as often. Default `false`: once is enough, as English
   * goes on with "it". Chinese left over and forbidden words are found either way.
   */
  everyOccurrence?: boolean;
  /** What splits text into words. Default: `jiebaSegmenter`, else `Intl.Segmenter`. */
  segmenter?: WordSegmenter;
}

/**
 * Checks how existing translations treat the terms of a glossary.
 *
 * A form counts as right in any letter case, in the plural, and with the spaces and hyphens of any writer; not in a longer
 * name or in a link; in a mention only where the source has no such account and the mention is the form. Of several occurrences of a term each goes with the English that lies where it does.
 *
 * @throws {ArgumentError} where a pair is not two strings; `facts.index` says which.
 */
export function checkTranslations(
  pairs: Iterable<TranslationPair>,
  glossary: Glossary = Glossary.bundled(),
  options: CheckOptions = {},
): TranslationCheck {
  const { everyOccurrence = false, segmenter = defaultSegmenter() } = options;
  const verdicts: JudgedTerm[] = [];
  const falsely: TermFinding[] = [];
  let index = 0;
  for (const pair of pairs) {
    checkPair(pair, index);
    const post = analyze(pair.source, { glossary, segmenter });
    const mentions = post.mentions.map(({ name }) => name);
    const translation = readTranslation(pair.translation, mentions);
    const judged = judgeTerms(post, translation);
    for (const verdict of judged) verdicts.push({ ...verdict, pair: index });
    for (const finding of falseNamesIn(post, translation, judged)) falsely.push({ ...finding, pair: index });
    index++;
  }
  const byEntry = new Map<GlossaryEntry, JudgedTerm[]>();
  for (const one of verdicts) {
    const known = byEntry.get(one.entry);
    if (known) known.push(one);
    else byEntry.set(one.entry, [one]);
  }
  const isMissed = (one: JudgedTerm) =>
    one.status === "chinese" || (one.status === "unseen" && (everyOccurrence || !one.isElsewhere));
  const findings = [
    ...verdicts.filter(isMissed).map(missed),
    ...verdicts.filter(({ status }) => status === "forbidden").map(mistranslated),
    ...falsely,
    ...[...byEntry.values()].flatMap(inconsistencies),
  ];
  return {
    pairs: index,
    findings: findings.sort((a, b) => a.pair - b.pair || a.source.start - b.source.start),
    terms: [...byEntry]
      .map(([entry, own]) => useOf(entry, own, isMissed))
      .sort((a, b) => b.count - a.count || (a.entry.source < b.entry.source ? -1 : 1)),
  };
}

type JudgedTerm = Verdict & { readonly pair: number };

function missed({ pair, entry, source, target }: JudgedTerm): TermFinding {
  const how = target ? "was left in Chinese" : "is not in the translation";
  return { kind: "missed", pair, entry, source, target, message: `${source.text} (${entry.target}) ${how}.` };
}

function mistranslated({ pair, entry, source, target }: JudgedTerm): TermFinding {
  const message = `${source.text} is “${target!.text}” here; it has to be ${entry.target}.`;
  return { kind: "mistranslated", pair, entry, source, target, message };
}

/**
 * Names in a translation that stand for words that only look like them: "Xiaomi porridge" for 小米粥.
 *
 * Only where it is certain that the word is not the name, and that its English is another one: the entry forbids it, or
 * dictionaries say so.
 */
function falseNamesIn(
  { source, terms, rejected, mentions }: Post,
  { text, addresses, ownAccounts }: ReadTranslation,
  judged: readonly Verdict[],
): Omit<TermFinding, "pair">[] {
  const named = [...terms, ...mentions].map((annotation) => annotation.source);
  const words = rejected.filter(
    ({ source: at, confidence }) => confidence >= UNCERTAIN_BELOW && !named.some((range) => overlaps(range, at)),
  );
  const lookalikes = words.map(({ entry, source: at }): Lookalike => ({ ...at, target: entry.target }));
  const termTargets = [...addresses, ...ownAccounts, ...judged.flatMap(({ target }) => target ?? [])];
  const found = falseNames(lookalikes, { source: source.text, target: text, targetStart: 0, termTargets });
  return found.flatMap(({ lookalike, start, end }) => {
    const { entry, source: at } = words[lookalikes.indexOf(lookalike)]!;
    if (!entry.forbid?.length && !hasOtherEnglish(source.text, at, entry.target)) return [];
    const message = `${at.text} is not the name here, but “${entry.target}” stands in the translation.`;
    return { kind: "mistranslated", entry, source: at, target: spanOf(text, start, end), message };
  });
}

function inconsistencies(own: readonly JudgedTerm[]): TermFinding[] {
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

function useOf(entry: GlossaryEntry, own: readonly JudgedTerm[], isMissed: (one: JudgedTerm) => boolean): TermUse {
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

function checkPair(pair: unknown, index: number): void {
  const { source, translation } = (pair ?? {}) as Partial<TranslationPair>;
  if (typeof source === "string" && typeof translation === "string") return;
  throw new ArgumentError(`Pair ${index} must have a source and a translation, both strings.`, { index });
}
