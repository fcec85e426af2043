import { copyOf } from "../../text/units.js";
import { type Batch, type BatchPost, DOT, HAN_SYMBOLS } from "./batch.js";
import { latinBeside } from "./latin.js";
import { EXAMPLES, LATIN_FORMS, type Observation, type Occurrence, TRANSLATIONS } from "./observation.js";
import type { PatternFinder } from "./patterns.js";
import { burstOf } from "./statistics.js";

/** The part of an observation that tells what stands around the places of a form. */
export type Surroundings = Pick<
  Observation,
  "documents" | "burst" | "numbered" | "tags" | "patterns" | "latin" | "bracketed" | "examples" | "translations"
>;

// Most forms have none of what these hold, and there are tens of thousands of forms.
const NO_COUNTS: Map<string, number> = new Map();
const NOTHING: never[] = [];

/** What stands around the places of a string. */
export function surroundingsOf(
  batch: Batch,
  at: Int32Array,
  length: number,
  finder: PatternFinder,
  scratch: Int32Array,
): Surroundings {
  const tags = new Map<string, number>();
  const latin = new Map<string, number>();
  const bracketed = new Map<string, number>();
  const patterns = finder.patterns.map(() => 0);
  const examples: Occurrence[] = [];
  const translations: string[] = [];
  let documents = 0;
  let numbered = 0;
  let before = -1;
  for (const i of at) {
    const post = batch.posts[batch.post[i]!]!;
    const [start, end] = [batch.starts[i]!, batch.ends[i + length - 1]!];
    if (batch.post[i] !== before) {
      documents++;
      if (examples.length < EXAMPLES) examples.push(exampleOf(post, start, end));
      if (post.translation !== undefined && translations.length < TRANSLATIONS) translations.push(post.translation);
    }
    before = batch.post[i]!;
    if (isNumber(batch, batch.symbols[i - 1]!)) numbered++;
    const tag = batch.words[i]!;
    if (tag !== 0 && isOneWord(batch, i, length)) add(tags, batch.tags[tag]!, 1);
    countPatterns({ patterns, latin, bracketed }, batch, i, length, finder, post.normalized.text);
  }
  return {
    documents,
    numbered,
    burst: burstOf(batch, at, scratch),
    tags: tags.size > 0 ? tags : NO_COUNTS,
    latin: latin.size > 0 ? latin : NO_COUNTS,
    bracketed: bracketed.size > 0 ? bracketed : NO_COUNTS,
    patterns: patterns.some((hits) => hits > 0) ? patterns : NOTHING,
    // A list that was filled one by one has room for more.
    examples: examples.slice(),
    translations: translations.length > 0 ? translations : NOTHING,
  };
}

/** How much of a very long post is kept on either side of an example. */
const AROUND = 1000;

function exampleOf({ text, normalized }: BatchPost, start: number, end: number): Occurrence {
  const source = normalized.toSource({ start, end });
  if (text.length <= 2 * AROUND) return { text, ...source };
  const from = Math.max(0, source.start - AROUND);
  const piece = copyOf(text.slice(from, from + 2 * AROUND + source.end - source.start));
  return { text: piece, start: source.start - from, end: source.end - from };
}

function countPatterns(
  seen: Pick<Observation, "patterns" | "latin" | "bracketed">,
  batch: Batch,
  i: number,
  length: number,
  finder: PatternFinder,
  text: string,
): void {
  const { symbols, patternsFrom, patternsTo, starts, ends } = batch;
  const [start, end] = [starts[i]!, ends[i + length - 1]!];
  let bits = finder.around(text, start, end);
  if (symbols[i + length] !== 0) bits |= patternsFrom[i + length]!;
  if (symbols[i - 1] !== 0) bits |= patternsTo[i - 1]!;
  const english = latinBeside(batch, i, length, text, finder.isModel);
  // Where more Han characters stand right before the form, what is in parentheses may be the name of the whole.
  const isWhole = symbols[i - 1]! < HAN_SYMBOLS;
  if (english) add(seen.latin, english.text, english.bracketed ? (isWhole ? 3 : 2) : 1, LATIN_FORMS);
  if (english?.bracketed && isWhole) add(seen.bracketed, english.text, 1, LATIN_FORMS);
  for (const [k, pattern] of finder.patterns.entries()) {
    const holds =
      (bits & (1 << k)) !== 0 ||
      (pattern.side === "latin" && english?.bracketed) ||
      (pattern.side === "dot" && symbols.subarray(i, i + length).includes(DOT));
    if (holds) seen.patterns[k]!++;
  }
}

function isNumber({ texts }: Batch, symbol: number): boolean {
  return symbol > DOT && symbol < HAN_SYMBOLS && /^[\d.,]+$/.test(texts[symbol]!);
}

function isOneWord({ words, symbols }: Batch, i: number, length: number): boolean {
  for (let inner = i + 1; inner < i + length; inner++) if (words[inner] !== 0) return false;
  return words[i + length] !== 0 || symbols[i + length] === 0;
}

function add<K>(counts: Map<K, number>, key: K, by: number, capacity = Number.POSITIVE_INFINITY): void {
  const count = counts.get(key);
  if (count !== undefined || counts.size < capacity) counts.set(key, (count ?? 0) + by);
}
