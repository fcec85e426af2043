/** A map from 64-bit hashes to numbers that holds millions in little memory. */
export interface HashIndex {
  readonly size: number;
  /** The number under a key of at least 16 hexadecimal digits, of which the first 16 count. */
  get(key: string): number | undefined;
  set(key: string, value: number): void;
}

/** How full the table may be before it is doubled. */
const FULL = 0.7;

/**
 * Makes an empty index: open addressing with linear probing, 16 bytes a slot, 23 to 46 bytes a key.
 *
 * Two different keys out of a million have the same 64 bits once in forty million archives.
 */
export function createHashIndex(): HashIndex {
  let slots = 1024;
  let high = new Uint32Array(slots);
  let low = new Uint32Array(slots);
  let values = new Float64Array(slots);
  let size = 0;

  /** The slot of a key, or the empty one where it would go; a value of 0 marks an empty slot. */
  const find = (h: number, l: number): number => {
    let at = (h ^ l) & (slots - 1);
    while (values[at] !== 0 && (high[at] !== h || low[at] !== l)) at = (at + 1) & (slots - 1);
    return at;
  };
  const grow = () => {
    const old = { high, low, values };
    slots *= 2;
    high = new Uint32Array(slots);
    low = new Uint32Array(slots);
    values = new Float64Array(slots);
    for (let i = 0; i < old.values.length; i++) {
      if (old.values[i] === 0) continue;
      const at = find(old.high[i]!, old.low[i]!);
      high[at] = old.high[i]!;
      low[at] = old.low[i]!;
      values[at] = old.values[i]!;
    }
  };
  const split = (key: string): [number, number] => [
    Number.parseInt(key.slice(0, 8), 16),
    Number.parseInt(key.slice(8, 16), 16),
  ];

  return {
    get size() {
      return size;
    },
    get(key) {
      const value = values[find(...split(key))]!;
      return value === 0 ? undefined : value - 1;
    },
    set(key, value) {
      if (size >= slots * FULL) grow();
      const [h, l] = split(key);
      const at = find(h, l);
      if (values[at] === 0) size++;
      high[at] = h;
      low[at] = l;
      values[at] = value + 1;
    },
  };
}
