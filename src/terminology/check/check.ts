import { analyze } from "../../analyze.js";
import { ArgumentError } from "../../errors.js";
import { Glossary } from "../../glossary/glossary.js";
import { UNCERTAIN_BELOW } from "../../glossary/senses.js";
import type { GlossaryEntry, Post } from "../../model.js";
import { falseNames } from "../../protect/false-names.js";
import type { Lookalike } from "../../protect/pieces.js";
import { overlaps, spanOf } from "../../span.js";
import { defaultSegmenter } from "../../words/default.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { type ReadTranslation, readTranslation } from "./english.js";
import {
  inconsistencies,
  type JudgedTerm,
  missed,
  mistranslated,
  type TermFinding,
  type TranslationCheck,
  useOf,
} from "./findings.js";
import { judgeTerms, type Verdict } from "./judge.js";
import { hasOtherEnglish } from "./ordinary.js";

/** A text and its translation. */
export interface TranslationPair {
  /** The Chinese. */
  source: string;
  /** Its English. */
  translation: string;
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

function checkPair(pair: unknown, index: number): void {
  const { source, translation } = (pair ?? {}) as Partial<TranslationPair>;
  if (typeof source === "string" && typeof translation === "string") return;
  throw new ArgumentError(`Pair ${index} must have a source and a translation, both strings.`, { index });
}
