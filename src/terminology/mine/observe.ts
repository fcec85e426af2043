import { copyOf } from "../../text/units.js";
import { type Batch, type BatchPost, DOT, HAN_SYMBOLS, symbolText } from "./batch.js";
import { createBuffer } from "./buffer.js";
import type { PatternFinder } from "./patterns.js";
import { countAt, createPlaceGrouper, type Repeats } from "./repeats.js";

/** A place where a form stands in a post, or in the piece of a very long post that is around it. */
export interface Occurrence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What was seen of a form. What is empty may be one and the same for many forms: it is replaced, never filled. */
export interface Observation {
  /** The form as it first stood there. */
  form: string;
  /** How many units it has. */
  readonly units: number;
  count: number;
  documents: number;
  /** How much more often its two halves stand together than by chance, at the split where they do least; bits. */
  cohesion: number;
  /** How freely what stands before and after it changes: the entropy of its neighbours, in bits. */
  left: number;
  right: number;
  /** The part of its places that word segmentation does not cut through, 0…1. */
  aligned: number;
  /** How near its places are to one another: 1 where they are spread by chance, more where they come in bursts. */
  burst: number;
  /** How often a number stands right before it: it is what is counted, then. */
  numbered: number;
  /** How often it is one word, by the word's tag. */
  tags: Map<string, number>;
  /** How often each pattern shows it, by the index of the pattern; empty where none does. */
  patterns: number[];
  /** Latin words beside it: how often; in parentheses after it counted three times, or twice after more Han characters. */
  latin: Map<string, number>;
  /** Latin words in parentheses beside it where no more Han characters stand before it: how often. */
  bracketed: Map<string, number>;
  examples: Occurrence[];
  /** English of posts that hold it, where there are translations. */
  translations: string[];
}

/** How many example posts, translations and Latin words are kept of a form. */
export const EXAMPLES = 3;
export const TRANSLATIONS = 30;
export const LATIN_FORMS = 8;
/** Below these bits of freedom on a side, or this part aligned, a string is a piece of something else. */
const LEAST_FREEDOM = 0.5;
const LEAST_ALIGNED = 0.35;

/**
 * What is seen of every repeated string of a batch that may be a form, with its key: one by one, so that nothing but what
 * is remembered stays in memory.
 *
 * @param isWanted Tells of a key that occurs so often whether it is to be looked at.
 */
export type Observe = (
  batch: Batch,
  levels: readonly Repeats[],
  isWanted: (key: string, count: number) => boolean,
) => Iterable<[key: string, seen: Observation]>;

/** Makes what looks at the forms of batches. */
export function createObserver(finder: PatternFinder, limits: FormLimits): Observe {
  const grouped = createPlaceGrouper();
  // One list for all forms: tens of thousands of short-lived ones would leave the memory in pieces.
  const scratchBuffer = createBuffer();
  return function* (batch, levels, isWanted) {
    const total = batch.symbols.length;
    const scratch = scratchBuffer(total);
    for (const level of levels) {
      const { places, first } = grouped(level);
      for (let n = 0; n < level.counts.length; n++) {
        const start = places[first[n]!]!;
        if (!mayBeForm(batch, start, level.length)) continue;
        const key = keyAt(batch, start, level.length);
        if (isCut(key, limits) || !isWanted(key, level.counts[n]!)) continue;
        const at = places.subarray(first[n], first[n + 1]);
        const aligned = alignment(batch, at, level.length);
        if (aligned < LEAST_ALIGNED) continue;
        const left = entropyBeside(batch, at, -1, scratch);
        const right = entropyBeside(batch, at, level.length, scratch);
        if (Math.min(left, right) < LEAST_FREEDOM) continue;
        const { normalized } = batch.posts[batch.post[start]!]!;
        const around = surroundingsOf(batch, at, level.length, finder, scratch);
        // Written out, as an object that is spread into another takes several times the memory.
        const seen = {
          form: normalized.text.slice(batch.starts[start], batch.ends[start + level.length - 1]),
          units: level.length,
          count: at.length,
          cohesion: cohesionOf(levels, start, level.length, total),
          left,
          right,
          aligned,
          burst: around.burst,
          documents: around.documents,
          numbered: around.numbered,
          tags: around.tags,
          patterns: around.patterns,
          latin: around.latin,
          bracketed: around.bracketed,
          examples: around.examples,
          translations: around.translations,
        };
        yield [key, seen];
      }
    }
  };
}

/** What tells strings that are no forms. */
export interface FormLimits {
  /** Characters that names seldom begin with, and seldom end with. */
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  /** Whether a dictionary has the form as a name all the same. */
  isName(key: string): boolean;
}

/** Whether the units may be a form: no single character, and no dot at an end. */
function mayBeForm({ symbols, texts }: Batch, start: number, length: number): boolean {
  const [first, last] = [symbols[start]!, symbols[start + length - 1]!];
  if (first === DOT || last === DOT) return false;
  return length > 1 || (first < HAN_SYMBOLS && texts[first]!.length > 1);
}

/** Whether a key begins or ends as names do not, and is none that a dictionary has. */
function isCut(key: string, { starts, ends, isName }: FormLimits): boolean {
  return (starts.has(key[0]!) || ends.has(key.at(-1)!)) && !isName(key);
}

/** The units' texts, lower-cased, with a space between Latin words: the same string for the same form. */
function keyAt(batch: Batch, start: number, length: number): string {
  let key = "";
  for (let i = start; i < start + length; i++) {
    const symbol = batch.symbols[i]!;
    const apart = i > start && symbol < HAN_SYMBOLS && symbol > DOT && batch.symbols[i - 1]! < HAN_SYMBOLS;
    key += (apart && batch.symbols[i - 1]! > DOT ? " " : "") + symbolText(batch, symbol);
  }
  return key;
}

function alignment({ words, symbols }: Batch, at: Int32Array, length: number): number {
  let aligned = 0;
  for (const i of at) if (words[i] !== 0 && (words[i + length] !== 0 || symbols[i + length] === 0)) aligned++;
  return aligned / at.length;
}

function cohesionOf(levels: readonly Repeats[], start: number, length: number, total: number): number {
  const count = (place: number, size: number) => countAt(levels[size - 1]!, place);
  const whole = count(start, length);
  let least = Number.POSITIVE_INFINITY;
  for (let head = 1; head < length; head++) {
    const apart = count(start, head) * count(start + head, length - head);
    least = Math.min(least, Math.log2((whole * total) / apart));
  }
  // A single word cannot be taken apart.
  return length === 1 ? Math.log2(total / whole) : least;
}

/** The entropy of what stands so far from each place; no neighbour is like another one that is missing. */
function entropyBeside({ symbols }: Batch, at: Int32Array, offset: number, scratch: Int32Array): number {
  const beside = scratch.subarray(0, at.length);
  for (let k = 0; k < at.length; k++) beside[k] = symbols[at[k]! + offset] || -at[k]!;
  return entropy(beside);
}

/** The entropy of a list of numbers, in bits; the list is sorted. */
function entropy(numbers: Int32Array): number {
  numbers.sort();
  let bits = 0;
  for (let i = 0; i < numbers.length; ) {
    let end = i + 1;
    while (end < numbers.length && numbers[end] === numbers[i]) end++;
    const part = (end - i) / numbers.length;
    bits -= part * Math.log2(part);
    i = end;
  }
  return bits;
}

type Surroundings = Pick<
  Observation,
  "documents" | "burst" | "numbered" | "tags" | "patterns" | "latin" | "bracketed" | "examples" | "translations"
>;

// Most forms have none of what these hold, and there are tens of thousands of forms.
const NO_COUNTS: Map<string, number> = new Map();
const NOTHING: never[] = [];

function surroundingsOf(
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

const BRACKETED = /\s?\(\s?([\p{Script=Latin}][\p{Script=Latin}\d .&'’+-]{1,40}?)\s?\)/uy;

/**
 * Latin letters in parentheses after a form of Han characters, or before one in parentheses, or next to it; a model's behind
 * a name (青鸾Pro) are none of its own.
 */
function latinBeside(
  { symbols, starts, ends }: Batch,
  i: number,
  length: number,
  text: string,
  isModel: (word: string) => boolean,
): { text: string; bracketed: boolean } | undefined {
  if (symbols[i]! < HAN_SYMBOLS || symbols[i + length - 1]! < HAN_SYMBOLS) return undefined;
  BRACKETED.lastIndex = ends[i + length - 1]!;
  const bracketed = BRACKETED.exec(text)?.[1] ?? latinBefore(text, starts[i]!, ends[i + length - 1]!);
  if (bracketed !== undefined) return { text: bracketed, bracketed: true };
  for (const place of [i + length, i - 1]) {
    const symbol = symbols[place]!;
    if (symbol <= DOT || symbol >= HAN_SYMBOLS) continue;
    const word = text.slice(starts[place], ends[place]);
    if (place > i && isModel(word)) continue;
    if (/^\p{Script=Latin}+$/u.test(word)) return { text: word, bracketed: false };
  }
  return undefined;
}

const MOST_LATIN = 40;
const IN_LATIN = /[\p{Script=Latin}\d .&'’+-]/u;

/** Latin letters before a range that stands in parentheses by itself: Merigo (魅果). */
function latinBefore(text: string, start: number, end: number): string | undefined {
  if (text[start - 1] !== "(" || text[end] !== ")") return undefined;
  const to = start - 1;
  let from = to;
  while (from > Math.max(0, to - MOST_LATIN) && IN_LATIN.test(text[from - 1]!)) from--;
  const latin = text.slice(from, to).trim();
  return /^\p{Script=Latin}{2}/u.test(latin) ? latin : undefined;
}

function isNumber({ texts }: Batch, symbol: number): boolean {
  return symbol > DOT && symbol < HAN_SYMBOLS && /^[\d.,]+$/.test(texts[symbol]!);
}

function isOneWord({ words, symbols }: Batch, i: number, length: number): boolean {
  for (let inner = i + 1; inner < i + length; inner++) if (words[inner] !== 0) return false;
  return words[i + length] !== 0 || symbols[i + length] === 0;
}

/** How much of the row lies between neighbouring places at chance, over how much does at the median. */
function burstOf({ symbols }: Batch, at: Int32Array, scratch: Int32Array): number {
  if (at.length < 4) return 1;
  const gaps = scratch.subarray(0, at.length - 1);
  for (let k = 0; k < gaps.length; k++) gaps[k] = at[k + 1]! - at[k]!;
  gaps.sort();
  const expected = (symbols.length / at.length) * Math.LN2;
  return expected / Math.max(1, gaps[gaps.length >> 1]!);
}

function add<K>(counts: Map<K, number>, key: K, by: number, capacity = Number.POSITIVE_INFINITY): void {
  const count = counts.get(key);
  if (count !== undefined || counts.size < capacity) counts.set(key, (count ?? 0) + by);
}
