/**
 * The UTF-16 code at an offset of a text, which must be within it: `text.charCodeAt(offset)` for loops.
 *
 * V8 keeps strings in many ways (of one or two bytes, flat, joined, sliced …). Where a loop has met more than four of
 * them, each `text.charCodeAt` looks the method up anew, which takes three times as long; here nothing is looked up. An
 * offset outside would spoil that for every caller.
 */
export function codeAt(text: string, offset: number): number {
  return String.prototype.charCodeAt.call(text, offset);
}

/** The same for an offset that may be outside of the text: 0 there, which is neither a word's character nor a space. */
export function codeAround(text: string, offset: number): number {
  return offset >= 0 && offset < text.length ? codeAt(text, offset) : 0;
}

/** `text.slice(start, end)`, looked up once. */
export function cut(text: string, start: number, end: number): string {
  return String.prototype.slice.call(text, start, end);
}

/** `text.indexOf(part, from)`, looked up once. */
export function indexIn(text: string, part: string, from: number): number {
  return String.prototype.indexOf.call(text, part, from);
}

/** `text.startsWith(part, offset)`, looked up once. */
export function startsAt(text: string, part: string, offset: number): boolean {
  return String.prototype.startsWith.call(text, part, offset);
}
