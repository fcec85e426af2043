import type { ParsedPost } from "../post/parse.js";
import type { Range } from "../span.js";

const LONGEST_HEADLINE = 30;
const NO_HEADLINE = /[，,。！？!?；;：:…~～@#、\p{Extended_Pictographic}]/u;
const TOLD = /[，。！？；]/;

/** A post's first line is its headline where it has no punctuation, and what stands under it has, or is a list. */
export function isHeadline({ start, end }: Range, { text, lists }: ParsedPost): boolean {
  if (end - start > LONGEST_HEADLINE || text.slice(0, start).trim() || NO_HEADLINE.test(text.slice(start, end)))
    return false;
  const below = /^[ \t]*[\r\n]\s*/.exec(text.slice(end, end + LONGEST_HEADLINE));
  if (!below) return false;
  const next = end + below[0].length;
  const line = /.*/y;
  line.lastIndex = next;
  return TOLD.test(line.exec(text)?.[0] ?? "") || lists.some(({ items }) => items[0]?.start === next);
}
