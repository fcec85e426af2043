import { ArgumentError } from "../../errors.js";
import { Glossary } from "../../glossary/glossary.js";
import { spanOf } from "../../span.js";
import { defaultSegmenter } from "../../words/default.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { type Accounts, createAccounts } from "./accounts.js";
import { createBatchReader } from "./batch.js";
import type { MinedPost, TermCandidate } from "./candidate.js";
import { type MiningDictionary, miningDictionary } from "./dictionary.js";
import { composeEnglish, proposeEnglish } from "./english.js";
import { type Folded, foldForms } from "./fold.js";
import { collectSoon } from "./garbage.js";
import { createObserver, type Observation } from "./observe.js";
import { createTranslations, type Translations } from "./parallel.js";
import { createPatternFinder } from "./patterns.js";
import { createRepeatFinder } from "./repeats.js";
import { evidenceOf, judge, kindOf } from "./score.js";
import { createStore, type Store } from "./store.js";
import { type CommonVocabulary, commonVocabulary } from "./vocabulary.js";

/** How names are looked for. */
export interface MineOptions {
  /** The names that are known and not to be found again. Default: `Glossary.bundled()`. */
  glossary?: Glossary;
  /** How often a candidate has to occur. Default 5; at least 2. */
  minCount?: number;
  /** How many candidates to return. Default 1,000. */
  limit?: number;
  /** What splits text into words. Default: `jiebaSegmenter`, else `Intl.Segmenter`. */
  segmenter?: WordSegmenter;
  /** Stops the search, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** How many UTF-16 code units of posts are looked at together. */
const BATCH = 1_000_000;

/**
 * Finds names and terms in posts that the glossary does not have, best first.
 *
 * Strings that repeat are judged by how closely their characters keep together (pointwise mutual information) and how
 * freely what stands around them changes (branching entropy), by patterns of the trade (`dictionaries/mining.json`), by
 * word segmentation, and by what dictionaries know. Deterministic. Memory is bounded however many posts there are: they
 * are read in batches of a million UTF-16 code units, between which forty thousand forms are remembered.
 *
 * @throws {ArgumentError} where a post is no string (`facts.index` says which), or an option is out of its range.
 */
export async function mineTerms(
  posts: Iterable<MinedPost> | AsyncIterable<MinedPost>,
  options: MineOptions = {},
): Promise<TermCandidate[]> {
  const { glossary = Glossary.bundled(), minCount = 5, limit = 1000, segmenter = defaultSegmenter(), signal } = options;
  checkNumber("minCount", minCount, 2);
  checkNumber("limit", limit, 0);
  const finder = createPatternFinder();
  const dictionary = miningDictionary();
  const vocabulary = commonVocabulary();
  const limits = {
    starts: new Set(dictionary.starts),
    ends: new Set(dictionary.ends),
    isName: (key: string) => vocabulary.of(key).name !== undefined,
  };
  const readBatch = createBatchReader(segmenter, finder);
  const repeatsOf = createRepeatFinder();
  const observe = createObserver(finder, limits);
  const store = createStore();
  const accounts = createAccounts(finder);
  const translations = createTranslations(vocabulary.isEnglish);
  for await (const { posts: batch, isWhole } of batchesOf(posts)) {
    signal?.throwIfAborted();
    const read = readBatch(batch);
    store.add(observe(read, repeatsOf(read.symbols, isWhole ? minCount : 2), store.wants));
    for (const post of read.posts) {
      if (post.translation !== undefined) translations.add(post.translation);
      for (const name of post.accounts) accounts.add(name);
    }
    if (!isWhole) collectSoon();
  }
  return candidatesOf(store, translations, { glossary, minCount, limit, dictionary, vocabulary, accounts });
}

interface Judging {
  glossary: Glossary;
  minCount: number;
  limit: number;
  dictionary: MiningDictionary;
  vocabulary: CommonVocabulary;
  accounts: Accounts;
}

function candidatesOf(store: Store, translations: Translations, judging: Judging): TermCandidate[] {
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

interface ReadPost {
  text: string;
  translation: string | undefined;
}

async function* batchesOf(
  posts: Iterable<MinedPost> | AsyncIterable<MinedPost>,
): AsyncGenerator<{ posts: ReadPost[]; isWhole: boolean }> {
  let batch: ReadPost[] = [];
  let isWhole = true;
  let size = 0;
  let index = 0;
  for await (const post of iterate(posts)) {
    const read = readPost(post, index++);
    if (size > 0 && size + read.text.length > BATCH) {
      isWhole = false;
      yield { posts: batch, isWhole };
      [batch, size] = [[], 0];
    }
    batch.push(read);
    size += read.text.length;
  }
  if (batch.length > 0) yield { posts: batch, isWhole };
}

function iterate(posts: unknown): Iterable<unknown> | AsyncIterable<unknown> {
  const is = (symbol: symbol) => typeof (posts as Record<symbol, unknown> | null)?.[symbol] === "function";
  if (typeof posts !== "string" && (is(Symbol.iterator) || is(Symbol.asyncIterator))) {
    return posts as Iterable<unknown> | AsyncIterable<unknown>;
  }
  throw new ArgumentError("mineTerms takes a list or a stream of posts.", { received: typeof posts });
}

function readPost(post: unknown, index: number): ReadPost {
  if (typeof post === "string") return { text: post, translation: undefined };
  const { source, translation } = (post ?? {}) as Record<string, unknown>;
  if (typeof source === "string" && typeof translation === "string") return { text: source, translation };
  const received = post === null ? "null" : Array.isArray(post) ? "a list" : typeof post;
  throw new ArgumentError(
    `Post ${index} is neither a string nor { source, translation }: it is ${received}. Leave it out, or give its text.`,
    { index, received },
  );
}

function checkNumber(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ArgumentError(`${name} must be a whole number from ${least} on; it is ${value}.`, { [name]: value });
}
