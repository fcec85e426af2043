import type { EntryKind } from "../../model.js";
import type { MiningDictionary } from "./dictionary.js";
import type { Observation } from "./observation.js";
import type { CommonVocabulary, WordKnowledge } from "./vocabulary.js";

/** A piece of evidence: what it adds to the logit of a name, and what it says, if it is worth saying. */
export interface Evidence {
  readonly name: string;
  readonly value: number;
  readonly says?: string;
}

/** A form with what was seen of it, what is known of it, and what both together say. */
export interface Judged {
  readonly key: string;
  readonly seen: Observation;
  readonly known: WordKnowledge;
  /** How often accounts of companies were mentioned that bear it. */
  readonly accounts: number;
  readonly logit: number;
}

const HAN = /\p{Script=Han}/u;

const DICTIONARIES = { lexicon: "the embedded engine's lexicon", "CC-CEDICT": "CC-CEDICT" };

/** Weighs what was seen of a form. */
export function judge(
  key: string,
  seen: Observation,
  accounts: number,
  vocabulary: CommonVocabulary,
  dictionary: MiningDictionary,
): Judged {
  const known = vocabulary.of(key);
  const { bias, weights } = dictionary;
  const evidence = evidenceOf({ key, seen, known, accounts }, vocabulary, dictionary);
  const logit = evidence.reduce((sum, { name, value }) => sum + (weights[name] ?? 0) * value, bias);
  return { key, seen, known, accounts, logit };
}

/** All that speaks for a form or against it; it is not kept of tens of thousands of forms, as it is shown of few. */
export function evidenceOf(
  { key, seen, known, accounts }: Omit<Judged, "logit">,
  vocabulary: CommonVocabulary,
  dictionary: MiningDictionary,
): Evidence[] {
  return [
    ...statistics(seen),
    ...knowledge(key, seen, known, vocabulary),
    ...patternEvidence(seen, dictionary),
    ...accountEvidence(accounts),
    ...tagEvidence(seen, known),
  ];
}

function statistics(seen: Observation): Evidence[] {
  const { count, documents, numbered, cohesion, left, right, aligned, burst, units } = seen;
  const freedom = Math.min(left, right);
  const value = (name: string, number: number, says?: string): Evidence =>
    says === undefined ? { name, value: number } : { name, value: number, says };
  return [
    value("frequency", Math.min(6, Math.log2(count))),
    value("documents", documents / count),
    value(
      "cohesion",
      Math.min(15, cohesion) / 5,
      units > 1 && cohesion > 6 ? "its characters seldom stand apart" : undefined,
    ),
    value("freedom", Math.min(4, freedom) / 2, freedom > 2.5 ? "what stands around it changes freely" : undefined),
    value("aligned", aligned),
    value("burst", Math.min(3, Math.log2(Math.max(1, burst))), burst > 4 ? "it comes in bursts" : undefined),
    value("length", Math.min(6, units)),
    value("numbered", numbered / count),
  ];
}

function knowledge(key: string, { form }: Observation, known: WordKnowledge, vocabulary: CommonVocabulary): Evidence[] {
  if (!HAN.test(key)) return latinKnowledge(key, form, vocabulary);
  const evidence: Evidence[] = [];
  if (known.name)
    evidence.push({ name: "name", value: 1, says: `${DICTIONARIES[known.name.source]} has it as a name` });
  if (known.ordinary > 0) evidence.push({ name: `ordinary:${known.ordinary}`, value: 1 });
  if (known.ordinary === 0 && !known.name) {
    if (vocabulary.isCompound(key)) evidence.push({ name: "compound", value: 1 });
    else evidence.push({ name: "unknown", value: 1, says: "no dictionary has it" });
  }
  if (/[a-z\d]/.test(key)) evidence.push({ name: "mixed", value: 1, says: "it has Latin letters or digits in it" });
  return evidence;
}

function latinKnowledge(key: string, form: string, vocabulary: CommonVocabulary): Evidence[] {
  const evidence: Evidence[] = [{ name: "latin", value: 1 }];
  const words = key.split(" ");
  if (words.every((word) => vocabulary.isEnglish(word))) evidence.push({ name: "latin:english", value: 1 });
  if (/\p{Lu}/u.test(form)) evidence.push({ name: "latin:capital", value: 1, says: "it has capital letters" });
  if (words.some((word) => word.length <= 2)) evidence.push({ name: "latin:short", value: 1 });
  return evidence;
}

function patternEvidence({ count, patterns }: Observation, dictionary: MiningDictionary): Evidence[] {
  return dictionary.patterns.flatMap(({ name, says }, i): Evidence[] => {
    const hits = patterns[i] ?? 0;
    if (hits === 0) return [];
    // Both how often and how regularly: one in a thousand may be chance.
    const value = Math.log2(1 + hits) * Math.sqrt(hits / count);
    return [{ name: `pattern:${name}`, value, says: `${says} (${hits} of ${count})` }];
  });
}

function accountEvidence(accounts: number): Evidence[] {
  if (accounts === 0) return [];
  return [{ name: "account", value: Math.log2(1 + accounts), says: `accounts of companies bear it (${accounts})` }];
}

const TAGS = new Map([
  ["nr", "a person's name"],
  ["ns", "a place's name"],
  ["nt", "an organization's name"],
  ["nz", "a name"],
  ["nrt", "a foreign name"],
]);

function tagEvidence({ tags, count }: Observation, known: WordKnowledge): Evidence[] {
  return [...tags].map(([tag, hits]) => {
    const says = TAGS.get(tag);
    const name = `tag:${says === undefined && tag !== "x" && tag !== "eng" ? (tag[0] ?? "x") : tag}`;
    const value = hits / count;
    return says && value > 0.5 && !known.ordinary
      ? { name, value, says: `word segmentation takes it for ${says}` }
      : { name, value };
  });
}

/** The kind that most speaks for: patterns around it, the gloss of the name, the word's tag, how it ends. */
export function kindOf(
  { key, seen, known }: Judged,
  { patterns, glosses, endings, tagKinds }: MiningDictionary,
  vocabulary: CommonVocabulary,
): EntryKind {
  const votes = new Map<EntryKind, number>();
  const vote = (kind: EntryKind, weight: number) => votes.set(kind, (votes.get(kind) ?? 0) + weight);
  for (const [i, { kind, weight }] of patterns.entries()) {
    const hits = seen.patterns[i] ?? 0;
    if (hits > 0) vote(kind, weight * Math.log2(1 + hits) * Math.sqrt(hits / seen.count));
  }
  for (const [kind, words] of Object.entries(glosses)) {
    if (words.some((word) => hasWord(known.gloss, word))) vote(kind as EntryKind, 2);
  }
  if (LIFE_DATES.test(known.gloss)) vote("person", 3);
  for (const [kind, all] of Object.entries(known.ordinary > 0 ? {} : endings)) {
    if (all.some((ending) => key.length > ending.length && key.endsWith(ending))) vote(kind as EntryKind, 2);
  }
  for (const [tag, { kind, weight }] of Object.entries(tagKinds)) {
    // Segmentation takes many a foreign or new name for a person's; a surname at its beginning bears that out.
    const isBorneOut = kind === "person" && vocabulary.mayBePerson(key);
    vote(kind, (isBorneOut ? 2 * weight : weight) * ((seen.tags.get(tag) ?? 0) / seen.count));
  }
  const isUsedAsPerson = patterns.some(({ kind }, i) => kind === "person" && (seen.patterns[i] ?? 0) > 0);
  if (isUsedAsPerson && known.ordinary === 0 && !known.name && vocabulary.mayBePerson(key)) vote("person", 1);
  // Latin letters and digits beside Han characters are a model's.
  if (!HAN.test(key) || /[a-z\d]/.test(key)) vote("product", 0.5);
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0.3 ? best[0] : "term";
}

/** Years of birth and death as CC-CEDICT writes them: (1964-), (1893-1976). */
const LIFE_DATES = /\(\d{4}-/;

function hasWord(gloss: string, word: string): boolean {
  const at = gloss.indexOf(word);
  return at >= 0 && !/[a-z]/.test(gloss[at - 1] ?? " ") && !/[a-z]/.test(gloss[at + word.length] ?? " ");
}
