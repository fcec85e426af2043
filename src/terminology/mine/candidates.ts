import type { Glossary } from "../../glossary/glossary.js";
import { spanOf } from "../../span.js";
import type { Accounts } from "./accounts.js";
import type { TermCandidate } from "./candidate.js";
import type { MiningDictionary } from "./dictionary.js";
import { composeEnglish, proposeEnglish } from "./english.js";
import { type Folded, foldForms } from "./fold.js";
import type { Observation } from "./observation.js";
import type { Translations } from "./parallel.js";
import { evidenceOf, judge, kindOf } from "./score.js";
import type { Store } from "./store.js";
import type { CommonVocabulary } from "./vocabulary.js";

/** What forms are judged by. */
export interface Judging {
  glossary: Glossary;
  minCount: number;
  limit: number;
  dictionary: MiningDictionary;
  vocabulary: CommonVocabulary;
  accounts: Accounts;
}

/** The candidates among the forms that were seen, best first. */
export function candidatesOf(store: Store, translations: Translations, judging: Judging): TermCandidate[] {
  const { glossary, minCount, limit, dictionary, vocabulary, accounts } = judging;
  const judged = [];
  for (const [key, seen] of store.observations) {
    if (seen.count < minCount || isAmount(key, dictionary.measures)) continue;
    judged.push(judge(key, seen, accounts.count(key), vocabulary, dictionary));
  }
  const candidates = foldForms(judged, vocabulary.isOrdinary)
    .filter(({ key, seen }) => !glossary.get(key) && !glossary.get(seen.form))
    .filter(({ key, seen }) => isTitle(seen, dictionary) || !extendsKnown(key, glossary, vocabulary))
    .slice(0, limit)
    .map((folded) => candidateOf(folded, translations, judging));
  return withComposed(withoutBorrowed(candidates, vocabulary), glossary);
}

/**
 * Takes the English of translations from ordinary words where it is another form's, which has it more consistently: all
 * posts about Qingluan speak of 手机, a phone.
 */
function withoutBorrowed(candidates: readonly TermCandidate[], vocabulary: CommonVocabulary): TermCandidate[] {
  const most = new Map<string, number>();
  for (const { english } of candidates) {
    if (english) most.set(english.text, Math.max(english.consistency ?? 1, most.get(english.text) ?? 0));
  }
  return candidates.map((candidate) => {
    const { english, form } = candidate;
    if (english?.consistency === undefined || english.consistency >= most.get(english.text)!) return candidate;
    const gloss = vocabulary.english(form);
    return gloss === undefined ? candidate : { ...candidate, english: { text: gloss, source: "CC-CEDICT", count: 0 } };
  });
}

/** Gives names with a model's letters behind the English of the name, where they have none. */
function withComposed(candidates: readonly TermCandidate[], glossary: Glossary): TermCandidate[] {
  const proposed = new Map(candidates.map(({ form, english }) => [form, english]));
  const englishOf = (part: string) => {
    const entry = glossary.get(part);
    return entry ? { text: entry.target, source: "glossary" as const } : proposed.get(part);
  };
  return candidates.map((candidate) => {
    const english = candidate.english ?? composeEnglish(candidate.form, englishOf);
    return english ? { ...candidate, english } : candidate;
  });
}

/** Whether a form is mostly the title of a work: then a known name in it is none of its own. */
function isTitle({ patterns, count }: Observation, dictionary: MiningDictionary): boolean {
  return dictionary.patterns.some(({ name }, i) => name === "work" && (patterns[i] ?? 0) * 2 >= count);
}

/** A known name with ordinary words around it is nothing new. */
function extendsKnown(key: string, glossary: Glossary, vocabulary: CommonVocabulary): boolean {
  return glossary.matcher.find(key).some(({ start, end }) => {
    const rest = [key.slice(0, start), key.slice(end)].map((text) => text.trim());
    return rest.every((text) => text === "" || vocabulary.isCompound(text));
  });
}

const NUMBER = /(?<![a-z\d])(\d[\d.,:-]*)(.?)/gu;

/** Whether a form is a number, or has one in it with what it counts: 3月15, 5个, 73胜. */
function isAmount(key: string, measures: string): boolean {
  for (const [, number, next] of key.matchAll(NUMBER)) {
    if (key.length - number!.length < 2 || (next !== "" && measures.includes(next!))) return true;
  }
  return false;
}

/** The least that a piece of evidence adds to be told. */
const TOLD_FROM = 0.25;

function candidateOf(folded: Folded, translations: Translations, judging: Judging): TermCandidate {
  const { dictionary, vocabulary } = judging;
  const { seen, known } = folded;
  const evidence = evidenceOf(folded, vocabulary, dictionary)
    .map(({ name, value, says }) => ({ says, logit: (dictionary.weights[name] ?? 0) * value }))
    .filter((one): one is { says: string; logit: number } => one.says !== undefined && one.logit >= TOLD_FROM)
    .sort((a, b) => b.logit - a.logit)
    .map(({ says }) => says);
  const kind = kindOf(folded, dictionary, vocabulary);
  const english = proposeEnglish(folded, kind, translations.align(seen.translations, seen.documents), vocabulary);
  return {
    form: seen.form,
    count: seen.count,
    documents: seen.documents,
    score: 1 / (1 + Math.exp(-folded.logit)),
    evidence: evidence.length > 0 ? evidence : [`it occurs ${seen.count} times`],
    examples: seen.examples.map(({ text, start, end }) => ({ text, span: spanOf(text, start, end) })),
    kind,
    // As a term it is the ordinary word; a rare one is told from a name by its kind.
    ambiguous: known.ordinary >= 1 || (known.ordinary > 0 && kind !== "term"),
    ...(english ? { english } : {}),
    folded: [...folded.folded],
  };
}
