import { firstWhere, type Range } from "../span.js";
import { characterTables, EITHER, JOINER, REMOVED, TRADITIONAL } from "./characters.js";
import { fromUnits } from "./units.js";

/**
 * A copy of a text in which every way to write a word is one: simplified, half-width, without zero-width characters.
 *
 * Line breaks and letter case stay as they are. Offsets into the copy and into the original are UTF-16 code units.
 */
export interface NormalizedText {
  readonly text: string;
  /** The range of the original that a range of the copy stands for, zero-width characters inside it included. */
  toSource(range: Range): Range;
  /** The offset in the copy of an offset in the original; that of what follows, where the character was removed. */
  fromSource(offset: number): number;
}

/**
 * Normalizes a text for matching.
 *
 * Simplification is character by character (opencc-js's tables), so the copy is as long as the original but for what has
 * no width. A character that simplified Chinese also knows (乾) is converted only where the text holds traditional ones.
 */
export function normalize(text: string): NormalizedText {
  const { simple, flags } = characterTables();
  const length = text.length;
  let changed = false;
  let seen = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    seen |= flag;
    if (flag !== 0 || simple[unit] !== unit) changed = true;
  }
  if (!changed) return unchanged(text);

  const units = new Uint16Array(length);
  const removes = (seen & (REMOVED | JOINER)) !== 0;
  const offsets = removes ? new Uint32Array(length + 1) : undefined;
  const keepsEither = (seen & EITHER) !== 0 && (seen & TRADITIONAL) === 0;
  let size = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const flag = flags[unit]!;
    if (removes && (flag === REMOVED || (flag === JOINER && !joinsEmoji(units[size - 1], text.charCodeAt(i + 1)))))
      continue;
    if (offsets) offsets[size] = i;
    units[size++] = keepsEither && flag === EITHER ? unit : simple[unit]!;
  }
  const copy = fromUnits(units.subarray(0, size));
  if (!offsets || size === length) return { text: copy, toSource: same, fromSource: identity };
  offsets[size] = length;
  return mapped(copy, offsets.subarray(0, size + 1));
}

const same = (range: Range): Range => ({ start: range.start, end: range.end });
const identity = (offset: number): number => offset;

function unchanged(text: string): NormalizedText {
  return { text, toSource: same, fromSource: identity };
}

function mapped(text: string, offsets: Uint32Array): NormalizedText {
  return {
    text,
    toSource({ start, end }) {
      const from = offsets[start]!;
      return { start: from, end: end > start ? offsets[end - 1]! + 1 : from };
    },
    fromSource: (offset) => firstWhere(offsets.length - 1, (i) => offsets[i]! >= offset),
  };
}

/** A joiner or variation selector belongs to an emoji where half of one or a symbol stands before it, or a keycap follows. */
function joinsEmoji(before: number | undefined, after: number): boolean {
  if (after === 0x20e3) return true;
  if (before === undefined) return false;
  return (before >= 0xd800 && before <= 0xdfff) || (before >= 0x2190 && before < 0x2c00) || isJoinedAlready(before);
}

/** A joiner may follow a variation selector: ❤️‍🔥. */
function isJoinedAlready(before: number): boolean {
  return before === 0xfe0f || before === 0x200d;
}
