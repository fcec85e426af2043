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
