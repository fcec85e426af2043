/** A map from 64-bit hashes to whole numbers that holds millions in little memory. */
export interface HashIndex {
  readonly size: number;
  /** The number under a key of at least 16 hexadecimal digits, of which the first 16 count. */
  get(key: string): number | undefined;
  set(key: string, value: number): void;
}

/** What the numbers of an index are kept in. */
type Numbers = Float64Array | Uint8Array;

/** One of the tables that the keys are spread over: open addressing with linear probing. */
interface Table {
  high: Uint32Array;
  low: Uint32Array;
  /** One more than the number; 0 marks an empty slot. */
  values: Numbers;
  size: number;
}

/** How full a table may be before it grows, and by how much it does. */
const FULL = 0.8;
const GROWTH = 1.5;

/** How many slots a table begins with, and how many tables there are. */
const SLOTS = 16;
const TABLES = 256;

/**
 * Makes an empty index. The tables grow one at a time, so that growing never holds twice the memory.
 *
 * Two different keys out of a million have the same 64 bits once in forty million archives.
 *
 * @param largest The largest number to be kept. Up to 254, a key takes 11 to 17 bytes; beyond, 20 to 30.
 */
export function createHashIndex(largest = Number.MAX_SAFE_INTEGER - 1): HashIndex {
  const numbers = (slots: number): Numbers => (largest <= 254 ? new Uint8Array(slots) : new Float64Array(slots));
  const emptyTable = (slots: number): Table => ({
    high: new Uint32Array(slots),
    low: new Uint32Array(slots),
    values: numbers(slots),
    size: 0,
  });
  const tables = Array.from({ length: TABLES }, () => emptyTable(SLOTS));
  let size = 0;

  return {
    get size() {
      return size;
    },
    get(key) {
      const { table, high, low } = split(key);
      const value = tables[table]!.values[slotOf(tables[table]!, high, low)]!;
      return value === 0 ? undefined : value - 1;
    },
    set(key, value) {
      const { table, high, low } = split(key);
      const { values, size: before } = tables[table]!;
      if (before >= values.length * FULL) {
        tables[table] = copied(tables[table]!, emptyTable(Math.ceil(values.length * GROWTH)));
      }
      put(tables[table]!, high, low, value + 1);
      size += tables[table]!.size - before;
    },
  };
}

function split(key: string): { table: number; high: number; low: number } {
  const low = Number.parseInt(key.slice(8, 16), 16);
  return { table: low % TABLES, high: Number.parseInt(key.slice(0, 8), 16), low };
}

/** The slot of a key, or the empty one where it would go. */
function slotOf({ high, low, values }: Table, h: number, l: number): number {
  let at = h % values.length;
  while (values[at] !== 0 && (high[at] !== h || low[at] !== l)) at = at + 1 < values.length ? at + 1 : 0;
  return at;
}

function put(table: Table, high: number, low: number, value: number): void {
  const at = slotOf(table, high, low);
  if (table.values[at] === 0) table.size++;
  table.high[at] = high;
  table.low[at] = low;
  table.values[at] = value;
}

function copied({ high, low, values }: Table, into: Table): Table {
  for (let at = 0; at < values.length; at++) {
    if (values[at] !== 0) put(into, high[at]!, low[at]!, values[at]!);
  }
  return into;
}
