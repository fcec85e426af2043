import { senseInputOf } from "../../analyze.js";
import { parse } from "../../post/parse.js";
import type { Range } from "../../span.js";
import { type NormalizedText, normalize } from "../../text/normalize.js";
import { copyOf } from "../../text/units.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { createDuplicateFilter, type DuplicateFilter } from "./duplicates.js";
import type { PatternFinder } from "./patterns.js";
import { createRow, largerRow, type Row } from "./row.js";
import { type Unit, unitsOf } from "./units.js";

/** A post of a batch: its text, its normalized text, its translation. */
export interface BatchPost {
  readonly text: string;
  readonly normalized: NormalizedText;
  readonly translation: string | undefined;
  /** The names of the accounts that it mentions, normalized, without their @. */
  readonly accounts: readonly string[];
}

/** Posts that are looked at together, as one row of units; of those that say the same, the first. */
export interface Batch extends Row {
  readonly posts: readonly BatchPost[];
  /** The texts of symbols, lower-cased. */
  readonly texts: readonly string[];
  readonly tags: readonly string[];
}

/** What the symbols of Han characters begin at; smaller ones are other units. */
export const HAN_SYMBOLS = 0x200000;
/** The symbol of the dot within foreign names. */
export const DOT = 1;

/** Reads posts into a batch. What an earlier call returned is overwritten: the row is one and the same, and grows. */
export type ReadBatch = (posts: readonly { text: string; translation: string | undefined }[]) => Batch;

/** Makes what reads batches. */
export function createBatchReader(segmenter: WordSegmenter, patterns: PatternFinder): ReadBatch {
  let row = createRow(0);
  const duplicates = createDuplicateFilter();
  return (posts) => {
    // Most characters are a unit of their own; some have a separator before them.
    const expected = posts.reduce((sum, { text }) => sum + Math.ceil(1.2 * text.length) + 2, 1);
    if (row.symbols.length < expected) row = createRow(expected);
    const builder = new BatchBuilder(segmenter, patterns, duplicates, row);
    for (const { text, translation } of posts) builder.add(text, translation);
    row = builder.row;
    return builder.done();
  };
}

class BatchBuilder {
  readonly #posts: BatchPost[] = [];
  readonly #texts: string[] = ["", "·"];
  readonly #symbolOf = new Map<string, number>();
  readonly #tagOf = new Map<string, number>();
  #size = 1;
  #places = { startingAt: new Int32Array(0), endingAt: new Int32Array(0) };

  constructor(
    readonly segmenter: WordSegmenter,
    readonly patterns: PatternFinder,
    readonly duplicates: DuplicateFilter,
    public row: Row,
  ) {
    this.#clear(0);
  }

  add(text: string, translation: string | undefined): void {
    // What is remembered of posts outlives the chunks of the file that they are slices of.
    const own = copyOf(text);
    const normalized = normalize(own);
    const { mentions, opaque, addresses } = senseInputOf(parse(own).tokens, normalized);
    const hidden = [...mentions, ...opaque, ...addresses, ...this.patterns.boilerplate(normalized.text)];
    const units = unitsOf(
      normalized.text,
      hidden.sort((a, b) => a.start - b.start),
    );
    if (this.duplicates.isKnown(contentOf(units, normalized.text, translation))) return;
    const { startingAt, endingAt } = this.#clearedPlaces(normalized.text.length + 1);
    for (const { kind, start, end, detached } of units) {
      if (detached) this.#push(0, start, start);
      startingAt[start] = this.#size;
      endingAt[end] = this.#size;
      this.#push(this.#symbol(kind, normalized.text.slice(start, end)), start, end);
    }
    const { words, patternsFrom, patternsTo } = this.row;
    let at = 0;
    for (const { text: word, pos } of this.segmenter.segment(normalized.text)) {
      words[startingAt[at]!] = this.#tag(pos);
      at += word.length;
    }
    for (const { start, end, from, to } of this.patterns.find(normalized.text)) {
      patternsFrom[startingAt[start]!]! |= from;
      patternsTo[endingAt[end]!]! |= to;
    }
    this.#push(0, normalized.text.length, normalized.text.length);
    this.#posts.push({
      text: own,
      normalized,
      translation: translation === undefined ? undefined : copyOf(translation),
      accounts: mentions.length > 0 ? mentions.map((at) => accountAt(normalized.text, at)) : NO_ACCOUNTS,
    });
  }

  done(): Batch {
    // What began or ended at no unit was written to the row's first place.
    const { words, patternsFrom, patternsTo } = this.row;
    words[0] = patternsFrom[0] = patternsTo[0] = 0;
    const symbols = this.row.symbols.subarray(0, this.#size);
    return { ...this.row, symbols, posts: this.#posts, texts: this.#texts, tags: ["", ...this.#tagOf.keys()] };
  }

  /** Where in the row the unit stands that begins, and that ends, at an offset of the post; 0 where none does. */
  #clearedPlaces(length: number): { startingAt: Int32Array; endingAt: Int32Array } {
    if (this.#places.startingAt.length < length) {
      this.#places = { startingAt: new Int32Array(2 * length), endingAt: new Int32Array(2 * length) };
    }
    const { startingAt, endingAt } = this.#places;
    startingAt.fill(0, 0, length);
    endingAt.fill(0, 0, length);
    return this.#places;
  }

  #push(symbol: number, start: number, end: number): void {
    if (this.#size === this.row.symbols.length) this.row = largerRow(this.row);
    const { symbols, starts, ends, post } = this.row;
    this.#clear(this.#size);
    symbols[this.#size] = symbol;
    starts[this.#size] = start;
    ends[this.#size] = end;
    post[this.#size] = this.#posts.length;
    this.#size++;
  }

  /** An earlier batch has left something there. */
  #clear(at: number): void {
    const { symbols, words, patternsFrom, patternsTo } = this.row;
    symbols[at] = words[at] = patternsFrom[at] = patternsTo[at] = 0;
  }

  #symbol(kind: string, text: string): number {
    if (kind === "han") return HAN_SYMBOLS + text.charCodeAt(0);
    if (kind === "dot") return DOT;
    const key = text.toLowerCase();
    let symbol = this.#symbolOf.get(key);
    if (symbol === undefined) {
      symbol = this.#texts.push(key) - 1;
      this.#symbolOf.set(key, symbol);
    }
    return symbol;
  }

  #tag(pos: string): number {
    let tag = this.#tagOf.get(pos);
    if (tag === undefined) {
      // Tag sets have a few dozen tags; a segmenter with more shares the last.
      tag = Math.min(this.#tagOf.size + 1, 255);
      this.#tagOf.set(pos, tag);
    }
    return tag;
  }
}

const NO_ACCOUNTS: readonly string[] = [];

function accountAt(text: string, { start, end }: Range): string {
  return text.slice(text[start] === "@" ? start + 1 : start, end);
}

/** What a post says: two are the same where only accounts, links, emoticons and punctuation differ. */
function* contentOf(units: readonly Unit[], text: string, translation: string | undefined): Iterable<string> {
  for (const { start, end } of units) yield text.slice(start, end);
  if (translation !== undefined) yield translation;
}

/** The text of a symbol. */
export function symbolText({ texts }: Batch, symbol: number): string {
  return symbol >= HAN_SYMBOLS ? String.fromCharCode(symbol - HAN_SYMBOLS) : texts[symbol]!;
}
