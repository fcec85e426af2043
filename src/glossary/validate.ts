import { ENTRY_KINDS } from "../entry-kinds.js";
import { GlossaryError } from "../errors.js";
import type { GlossaryEntry } from "../model.js";

const KINDS: ReadonlySet<unknown> = new Set(ENTRY_KINDS);
const TEXTS: ReadonlySet<string> = new Set(["source", "target"]);
const LISTS: ReadonlySet<string> = new Set(["variants", "accept", "forbid", "notIn"]);

/**
 * Checks that a value is a glossary entry and returns a frozen copy of it.
 *
 * Written by hand because it runs over a hundred thousand entries where zod would take seconds; it accepts what
 * `glossaryEntrySchema` accepts.
 *
 * @throws {GlossaryError} `invalid-glossary`, naming the entry, the field, what was expected and what was there.
 */
export function checkEntry(value: unknown, index: number): GlossaryEntry {
  if (!isRecord(value)) throw wrong(index, value, "", "an object", value);
  for (const field of Object.keys(value)) {
    const expected = whatIsWrong(field, value[field]);
    if (expected !== undefined) throw wrong(index, value, field, expected, value[field]);
  }
  for (const field of ["source", "target", "kind"]) {
    if (value[field] === undefined) throw wrong(index, value, field, whatIsWrong(field, undefined)!, undefined);
  }
  return frozenCopy(value) as unknown as GlossaryEntry;
}

/** A copy that neither its owner nor its user can change, down to the lists in it. */
function frozenCopy(value: Record<string, unknown>): Readonly<Record<string, unknown>> {
  const copy = { ...value };
  for (const field of Object.keys(copy)) {
    const inner = copy[field];
    if (Array.isArray(inner)) copy[field] = Object.freeze([...inner]);
    else if (isRecord(inner)) copy[field] = frozenCopy(inner);
  }
  return Object.freeze(copy);
}

/** What a field should have held; `undefined` where it holds that. */
function whatIsWrong(field: string, value: unknown): string | undefined {
  if (TEXTS.has(field)) return isText(value) ? undefined : "a string that is not empty";
  if (field === "kind") return KINDS.has(value) ? undefined : `one of ${[...KINDS].join(", ")}`;
  if (value === undefined) return undefined;
  if (LISTS.has(field)) return isTexts(value) ? undefined : "a list of strings that are not empty";
  switch (field) {
    case "ambiguous":
      return typeof value === "boolean" ? undefined : "true or false";
    case "prior":
      return typeof value === "number" && value >= 0 && value <= 1 ? undefined : "a number from 0 to 1";
    case "note":
      return typeof value === "string" ? undefined : "a string";
    case "cues":
      return isCues(value) ? undefined : 'an object with lists of strings under "for" and "against"';
    default:
      return "no such field";
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isCues(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return Object.keys(value).every(
    (side) => (side === "for" || side === "against") && (value[side] === undefined || isTexts(value[side])),
  );
}

function wrong(index: number, entry: unknown, field: string, expected: string, received: unknown): GlossaryError {
  const source = isRecord(entry) && typeof entry.source === "string" ? ` (${short(entry.source)})` : "";
  const where = field === "" ? `Entry ${index}` : `Entry ${index}${source}, field "${field}"`;
  return new GlossaryError("invalid-glossary", `${where}: expected ${expected}, received ${short(received)}.`, {
    entry: index,
    field,
    expected,
    received,
  });
}

function short(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  text ??= String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
