/** A row of units, in columns: what each is, and what begins and ends there. */
export interface Row {
  /** Of each unit its symbol: equal units have equal symbols. 0 is no unit: what stands between stretches of them. */
  readonly symbols: Int32Array;
  /** Of each unit where it begins and ends in its post's normalized text, and the post's index. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly post: Int32Array;
  /** Of each unit the tag of the word that begins there, as an index of the batch's tags from 1; 0 where none begins. */
  readonly words: Uint8Array;
  /** Of each unit the patterns whose words begin there, and those whose words end there, as bits. */
  readonly patternsFrom: Int32Array;
  readonly patternsTo: Int32Array;
}

/** Makes an empty row with room for so many units. */
export function createRow(capacity: number): Row {
  const numbers = () => new Int32Array(capacity);
  return {
    symbols: numbers(),
    starts: numbers(),
    ends: numbers(),
    post: numbers(),
    words: new Uint8Array(capacity),
    patternsFrom: numbers(),
    patternsTo: numbers(),
  };
}

/** The same row with twice the room. */
export function largerRow(row: Row): Row {
  const larger = createRow(2 * row.symbols.length);
  for (const name of Object.keys(row) as (keyof Row)[]) larger[name].set(row[name]);
  return larger;
}
