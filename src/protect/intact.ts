import type { Range } from "../span.js";
import type { Finding } from "./findings.js";
import { countLetter, nextExact } from "./locate.js";
import type { ProtectedSlot } from "./protect.js";
import { indexIn } from "./strings.js";

/**
 * Finds the slots where each one stands just as it should, as often as it should, and apart from the others: then nothing
 * has to be weighed against anything. Gives nothing where one of them does not.
 */
export function findUndamaged(text: string, slots: readonly ProtectedSlot[]): Finding[] | undefined {
  const found: Finding[] = [];
  /** Where the last place of each name ends. */
  const ends = new Map<string, number>();
  let intact: boolean | undefined;
  let sorted = true;
  let until = 0;
  for (let slot = 0; slot < slots.length; slot++) {
    const { placeholder, english } = slots[slot]!;
    const form = placeholder ?? english.target;
    let start: number;
    if (placeholder === undefined) {
      start = english.longer.length === 0 ? nextExact(text, form, ends.get(form) ?? 0) : -1;
      ends.set(form, start + form.length);
    } else {
      intact ??= placeholder.length === 1 || areIntact(text, slots);
      start = intact ? onlyPlace(text, placeholder) : -1;
    }
    if (start < 0) return undefined;
    sorted &&= start >= until;
    until = start + form.length;
    found.push({ start, end: until, slot, status: "kept", english: english.target, bare: english.bare });
  }
  for (const [form, end] of ends) if (nextExact(text, form, end) >= 0) return undefined;
  return sorted || areApart(found) ? found : undefined;
}

function areApart(ranges: readonly Range[]): boolean {
  const inOrder = [...ranges].sort((a, b) => a.start - b.start);
  return inOrder.every(({ start }, i) => i === 0 || inOrder[i - 1]!.end <= start);
}

/**
 * Tells whether a text has the letter that its placeholders begin with as often as they do, however that is written: then,
 * where each of them is there, no damaged one is there too.
 */
function areIntact(text: string, slots: readonly ProtectedSlot[]): boolean {
  let expected = 0;
  let first = "";
  for (const { placeholder } of slots) {
    if (placeholder === undefined) continue;
    first = placeholder.charAt(0);
    expected += countLetter(placeholder, first);
  }
  return countLetter(text, first) === expected;
}

function onlyPlace(text: string, placeholder: string): number {
  const start = indexIn(text, placeholder, 0);
  return start >= 0 && indexIn(text, placeholder, start + placeholder.length) < 0 ? start : -1;
}
