import { ArgumentError } from "../../errors.js";
import { Glossary } from "../../glossary/glossary.js";
import { defaultSegmenter } from "../../words/default.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { createAccounts } from "./accounts.js";
import { createBatchReader } from "./batch.js";
import { batchesOf } from "./batches.js";
import type { MinedPost, TermCandidate } from "./candidate.js";
import { candidatesOf } from "./candidates.js";
import { miningDictionary } from "./dictionary.js";
import { collectSoon } from "./garbage.js";
import { createObserver } from "./observe.js";
import { createTranslations } from "./parallel.js";
import { createPatternFinder } from "./patterns.js";
import { createRepeatFinder } from "./repeats.js";
import { createStore } from "./store.js";
import { commonVocabulary } from "./vocabulary.js";

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

function checkNumber(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new ArgumentError(`${name} must be a whole number from ${least} on; it is ${value}.`, { [name]: value });
}
