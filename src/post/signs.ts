/** A character that numbers an item by itself. */
export interface Sign {
  family: string;
  ordinal: number;
}

/** Families of such characters: the code of the first, its ordinal, and how many follow each other. */
const ROWS: readonly (readonly [family: string, first: number, ordinal: number, count: number])[] = [
  ["①", 0x2460, 1, 20],
  ["①", 0x3251, 21, 15],
  ["①", 0x32b1, 36, 15],
  ["①", 0x2780, 1, 10],
  ["⑴", 0x2474, 1, 20],
  ["⒈", 0x2488, 1, 20],
  ["❶", 0x2776, 1, 10],
  ["❶", 0x278a, 1, 10],
  ["❶", 0x24eb, 11, 10],
  ["⓵", 0x24f5, 1, 10],
  ["㈠", 0x3220, 1, 10],
  ["㊀", 0x3280, 1, 10],
  ["Ⅰ", 0x2160, 1, 12],
  ["Ⅰ", 0x2170, 1, 12],
];

let table: Map<number, Sign> | undefined;

function signs(): Map<number, Sign> {
  if (table === undefined) {
    table = new Map();
    for (const [family, first, ordinal, count] of ROWS) {
      for (let i = 0; i < count; i++) table.set(first + i, { family, ordinal: ordinal + i });
    }
  }
  return table;
}

/** What the UTF-16 code numbers as a sign: ①, ⑴, ❶, Ⅰ and their like. */
export function signOf(code: number): Sign | undefined {
  return signs().get(code);
}

/** Every such character. */
export function allSigns(): string {
  return String.fromCharCode(...signs().keys());
}
