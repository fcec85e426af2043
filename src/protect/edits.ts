import { firstAfter, type Range } from "../span.js";
import { cut } from "./strings.js";

/** Replaces a range of a text. */
export interface Edit extends Range {
  replacement: string;
}

/** A text after its edits, and where each of its places went. */
export interface Edited {
  text: string;
  /** The range of the new text that a range of the old one became; a range inside an edit becomes all that it wrote. */
  map(range: Range): Range;
}

/**
 * Applies edits to a text in one pass.
 *
 * @param edits In order of `start`, without overlap.
 */
export function applyEdits(text: string, edits: readonly Edit[]): Edited {
  if (edits.length === 0) return { text, map: same };
  let result = "";
  let read = 0;
  for (const { start, end, replacement } of edits) {
    result += cut(text, read, start) + replacement;
    read = end;
  }
  result += cut(text, read, text.length);
  return { text: result, map: mapOf(edits) };
}

/** Where the places of a text went that had edits. */
function mapOf(edits: readonly Edit[]): Edited["map"] {
  let written: readonly Range[] | undefined;
  return ({ start, end }) => {
    written ??= writtenBy(edits);
    const first = rangeOfPlace(start, edits, written);
    const last = end > start ? rangeOfPlace(end - 1, edits, written) : { start: first.start, end: first.start };
    return { start: first.start, end: Math.max(first.start, last.end) };
  };
}

/** Where the replacements came to stand. */
function writtenBy(edits: readonly Edit[]): Range[] {
  let shift = 0;
  return edits.map(({ start, end, replacement }) => {
    const range = { start: start + shift, end: start + shift + replacement.length };
    shift = range.end - end;
    return range;
  });
}

/** Where the places of a text went that had no edits. */
export function same({ start, end }: Range): Range {
  return { start, end };
}

/** The range of the new text that the one character at `offset` of the old text became. */
function rangeOfPlace(offset: number, edits: readonly Edit[], written: readonly Range[]): Range {
  const passed = firstAfter(edits, offset);
  const edit = edits[passed];
  if (edit && edit.start <= offset && offset < edit.end) return written[passed]!;
  const shift = passed > 0 ? written[passed - 1]!.end - edits[passed - 1]!.end : 0;
  return { start: offset + shift, end: offset + shift + 1 };
}
