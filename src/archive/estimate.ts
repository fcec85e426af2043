import { pMapIterable } from "p-map";
import type { TranslationUnit } from "../engines/engine.js";
import { memoryKey } from "../engines/memory.js";
import { createTranslator, type Translator } from "../translator.js";
import { createHashIndex } from "./hash-index.js";
import { type ArchiveItem, isBroken } from "./record.js";
import { until } from "./until.js";

/** A term and how often an archive has it. */
export interface CountedTerm {
  /** The Chinese of its entry. */
  source: string;
  /** The English of its entry. */
  target: string;
  /** Its occurrences. */
  count: number;
}

/** A word that looks like a name, and how often an archive has it. */
export interface CountedName {
  /** The word. */
  name: string;
  /** Its occurrences. */
  count: number;
}

/** What an archive would take, found without asking the engine. */
export interface ArchiveEstimate {
  /** How many posts there are. */
  posts: number;
  /** Records that are no posts. */
  broken: number;
  /** UTF-16 code units of all posts. */
  characters: number;
  /** UTF-16 code units that the engine would be sent: identical pieces once, and none that the memory has. */
  charactersToSend: number;
  /** The terms found, by how often, the most frequent first. */
  terms: CountedTerm[];
  /** Words that look like names, are no ordinary words, and are in no entry of the glossary; the most frequent first. */
  unknownNames: CountedName[];
}

/** How an estimate is made. */
export interface EstimateOptions {
  /** What would translate; its engine is not asked, and its memory is only read. */
  translator: Translator;
  /** The most unknown names to give. Default 20. */
  names?: number | undefined;
  /** Stops the count; the estimate is then of what was read so far. */
  signal?: AbortSignal | undefined;
}

/** jieba's tags of names of persons, places, organizations and other things. */
const NAME_TAGS = new Set(["nr", "nrt", "nrfg", "ns", "nt", "nz"]);

/** The categories of names in the embedded engine's lexicon. */
const NAME_CATEGORIES = new Set(["name", "place"]);

/** Names that are counted at the same time; beyond, the rare ones are forgotten. */
const COUNTED_NAMES = 50_000;

/** Says what translating an archive would take: posts, characters, terms, unknown names. */
export async function estimateArchive(
  records: AsyncIterable<ArchiveItem> | Iterable<ArchiveItem>,
  { translator, names = 20, signal }: EstimateOptions,
): Promise<ArchiveEstimate> {
  const estimate: ArchiveEstimate = {
    posts: 0,
    broken: 0,
    characters: 0,
    charactersToSend: 0,
    terms: [],
    unknownNames: [],
  };
  const terms = new Map<string, ArchiveEstimate["terms"][number]>();
  const unknown = new Map<string, number>();
  const counting = countingTranslator(translator, (characters) => {
    estimate.charactersToSend += characters;
  });
  const posts = pMapIterable(
    until(records, signal),
    async (item) => (isBroken(item) || typeof item.text !== "string" ? undefined : counting.translate(item.text)),
    { concurrency: 8 },
  );
  for await (const post of posts) {
    if (!post) {
      estimate.broken++;
      continue;
    }
    estimate.posts++;
    estimate.characters += post.source.text.length;
    for (const { entry } of post.terms) {
      const found = terms.get(entry.source) ?? { source: entry.source, target: entry.target, count: 0 };
      found.count++;
      terms.set(entry.source, found);
    }
    const known = new Set(post.terms.map(({ source }) => source.start));
    for (const { text, start, pos } of post.words) {
      if (text.length > 1 && NAME_TAGS.has(pos) && !known.has(start)) unknown.set(text, (unknown.get(text) ?? 0) + 1);
    }
    if (unknown.size > COUNTED_NAMES) forgetRare(unknown);
  }
  estimate.terms = [...terms.values()].sort((a, b) => b.count - a.count);
  const isOrdinary = await ordinaryWords();
  estimate.unknownNames = [...unknown]
    .filter(([name]) => !isOrdinary(name))
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, names);
  return estimate;
}

/** Tells the words that dictionaries have first of all as ordinary ones: segmentation takes some of them for names. */
async function ordinaryWords(): Promise<(word: string) => boolean> {
  const { loadLexicon } = await import("../engines/lexicon/load.js");
  const { lookup } = loadLexicon();
  return (word) => {
    const likeliest = lookup(word)?.readings[0];
    return likeliest !== undefined && !NAME_CATEGORIES.has(likeliest.category);
  };
}

/**
 * A translator that prepares what the engine would be sent, counts it, and answers as if all terms had come through.
 *
 * It reads posts as the one it is made of does, and finds the same in the memory.
 */
function countingTranslator({ engine, options }: Translator, count: (characters: number) => void): Translator {
  const { memory } = options;
  const sent = createHashIndex(1);
  const translateOne = (unit: TranslationUnit): string => {
    const key = memoryKey(engine, unit);
    if (sent.get(key) === undefined) count(unit.text.length);
    sent.set(key, 1);
    const isPlain = unit.carry === "native" || unit.carry === "instruction";
    return isPlain ? `${unit.terms.map(({ target }) => target).join(" ")} .` : unit.text;
  };
  return createTranslator({
    ...options,
    explain: false,
    memory: memory && { get: (key) => memory.get(key), set: () => {} },
    engine: {
      name: engine.name,
      ...(engine.model === undefined ? {} : { model: engine.model }),
      ...(engine.carry ? { carry: engine.carry } : {}),
      translate: async (units) => units.map(translateOne),
    },
  });
}

function forgetRare(counts: Map<string, number>): void {
  for (const [name, count] of counts) if (count === 1) counts.delete(name);
}

/** Says an estimate in a few lines; `price` is what an engine asks for a million characters, in any currency. */
export function estimateText(estimate: ArchiveEstimate, price?: number): string {
  const { posts, broken, characters, charactersToSend, terms, unknownNames } = estimate;
  const occurrences = terms.reduce((sum, { count }) => sum + count, 0);
  const counted = (number: number) => number.toLocaleString("en-US");
  const most = terms.slice(0, 10).map(({ source, target, count }) => `${source} = ${target} (${count})`);
  return [
    `posts               ${counted(posts)}${broken > 0 ? `, and ${counted(broken)} records that are none` : ""}`,
    `characters          ${counted(characters)}`,
    `characters to send  ${counted(charactersToSend)}`,
    ...(price === undefined ? [] : [`price               ${((charactersToSend / 1e6) * price).toFixed(2)}`]),
    `terms               ${counted(occurrences)} of ${counted(terms.length)} entries${most.length > 0 ? `: ${most.join(", ")}` : ""}`,
    `unknown names       ${unknownNames.map(({ name, count }) => `${name} (${count})`).join(", ") || "none"}`,
  ].join("\n");
}
