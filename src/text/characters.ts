import { load } from "../package.js";

/** What `CharacterTables.flags` says about a UTF-16 code unit. */
export const REMOVED = 1;
export const JOINER = 2;
export const TRADITIONAL = 4;
export const SIMPLIFIED = 8;
export const EITHER = 16;

/** Tables over the 65,536 UTF-16 code units, so that a text is read in one pass without a lookup by string. */
export interface CharacterTables {
  /** The half-width, simplified character; surrogates stand for themselves. */
  readonly simple: Uint16Array;
  /** The same in lower case: what terms are compared in. */
  readonly folded: Uint16Array;
  /**
   * `REMOVED`: has no width. `JOINER`: has none either, but joins emoji. `TRADITIONAL`, `SIMPLIFIED`: a Han character
   * that is written in one of them alone. `EITHER`: is converted, but is a character of simplified Chinese too (乾).
   */
  readonly flags: Uint8Array;
}

let tables: CharacterTables | undefined;

/** The tables, made at the first call (30 ms: the conversion of 27,000 characters by opencc-js). */
export function characterTables(): CharacterTables {
  tables ??= makeTables();
  return tables;
}

const COMPATIBILITY = [
  [0xf900, 0xfaff],
  [0x2f00, 0x2fd5],
] as const;
const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;
/** What the mainland's GB 2312 has, but simplified Chinese writes otherwise, save that 於 is a surname. */
const ABANDONED = "後於菸捱";
/** Besides U+2000 to U+200A. */
const SPACES = [0xa0, 0x1680, 0x202f, 0x205f, 0x3000];
/** Besides the marks of direction. */
const ZERO_WIDTH = [0xad, 0x180e, 0x200b, 0x200c, 0x200e, 0x200f, 0x2060, 0xfeff];

function makeTables(): CharacterTables {
  const simple = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  const flags = new Uint8Array(0x10000);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) simple[unit] = unit - 0xfee0;
  simple.fill(0x20, 0x2000, 0x200b);
  for (const unit of SPACES) simple[unit] = 0x20;
  flags.fill(REMOVED, 0x202a, 0x202f).fill(REMOVED, 0x2066, 0x206a).fill(JOINER, 0xfe00, 0xfe10);
  for (const unit of ZERO_WIDTH) flags[unit] = REMOVED;
  flags[0x200d] = JOINER;
  simplifyHan(simple, flags);
  decomposeHan(simple, flags);
  return { simple, flags, folded: lowerCased(simple) };
}

/** Compatibility ideographs and radicals look like, and are typed for, the characters that they decompose to. */
function decomposeHan(simple: Uint16Array, flags: Uint8Array): void {
  for (const [first, last] of COMPATIBILITY) {
    for (let unit = first; unit <= last; unit++) {
      const plain = String.fromCharCode(unit).normalize("NFKC");
      // Some decompose to a character beyond U+FFFF, and stay.
      if (plain.length !== 1) continue;
      const to = plain.charCodeAt(0);
      simple[unit] = flags[to] === EITHER ? to : simple[to]!;
      flags[unit] = flags[to]! & ~EITHER;
    }
  }
}

function simplifyHan(simple: Uint16Array, flags: Uint8Array): void {
  const { Converter } = load("opencc-js/t2cn") as typeof import("opencc-js/t2cn");
  const han = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, i) => String.fromCharCode(FIRST_HAN + i));
  // A space between them keeps the converter from seeing phrases.
  const converted = Converter({ from: "t", to: "cn" })(han.join(" ")).split(" ");
  const ofMainland = charactersOf("gbk", [0xb0, 0xf7], [[0xa1, 0xfe]]);
  const ofTaiwan = charactersOf(
    "big5",
    [0xa4, 0xf9],
    [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  );
  for (const [i, character] of han.entries()) {
    const to = converted[i];
    if (to === undefined || to === character || to.length !== 1) continue;
    const unit = FIRST_HAN + i;
    simple[unit] = to.charCodeAt(0);
    flags[unit] = ofMainland.has(character) && !ABANDONED.includes(character) ? EITHER : TRADITIONAL;
    if (!ofTaiwan.has(to)) flags[to.charCodeAt(0)] = SIMPLIFIED;
  }
}

/** The characters of a double-byte encoding: GB 2312 within "gbk", or Big5. */
function charactersOf(encoding: string, [from, to]: [number, number], trails: [number, number][]): Set<string> {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++) {
    for (const [first, last] of trails) for (let trail = first; trail <= last; trail++) bytes.push(lead, trail);
  }
  return new Set(new TextDecoder(encoding).decode(Uint8Array.from(bytes)));
}

function lowerCased(simple: Uint16Array): Uint16Array {
  return simple.map((unit) => {
    // Case exists below U+2C00 and in a few scripts that no Chinese post is written in.
    if (unit >= 0x2c00) return unit;
    const lower = String.fromCharCode(unit).toLowerCase();
    return lower.length === 1 ? lower.charCodeAt(0) : unit;
  });
}
