import { type Range, rangesWithin } from "../span.js";
import { hasWords, skipSpaces, trimSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import { trimItem } from "./ends.js";
import type { ParsedList, ParsedSegment } from "./parsed.js";

/** An item on the way through the text, and how far it has been given out. */
interface OpenItem extends Range {
  list: number;
  item: number;
  at: number;
}

function itemsOf(lists: readonly ParsedList[]): OpenItem[] {
  const all: OpenItem[] = [];
  for (const [list, { items }] of lists.entries()) {
    for (const [item, { start, end }] of items.entries()) all.push({ start, end, list, item, at: start });
  }
  return all.sort((a, b) => a.start - b.start);
}

/** Gives out what an item has of its own up to `to`, titles as segments of their own. */
function addPart(text: string, tokens: readonly Token[], part: OpenItem, to: number, out: ParsedSegment[]): void {
  const { list, item } = part;
  let start = skipSpaces(text, part.at, to);
  const end = trimItem(text, start, to);
  if (!hasWords(text, start, end)) return;
  for (const title of rangesWithin(tokens, start, end)) {
    if (title.kind !== "title") continue;
    const stop = trimSpaces(text, start, title.start);
    // The marker is the item's even where a title follows it at once.
    const own = start === part.at ? stop > start : hasWords(text, start, stop);
    if (own) out.push({ kind: "item", start, end: stop, list, item });
    out.push({ kind: "title", start: title.start, end: title.end, token: title });
    start = skipSpaces(text, title.end, end);
  }
  if (hasWords(text, start, end)) out.push({ kind: "item", start, end, list, item });
}

/**
 * The segments of the lists, in order: each item, without the items of a list in it, which are segments of their own.
 *
 * Of an item with a list in it, what stands before the list and what stands after it are both segments.
 */
export function itemSegments(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const segments: ParsedSegment[] = [];
  const stack: OpenItem[] = [];
  for (const item of itemsOf(lists)) {
    for (let top = stack.at(-1); top !== undefined && top.end <= item.start; top = stack.at(-1)) {
      addPart(text, tokens, top, top.end, segments);
      stack.pop();
    }
    const outer = stack.at(-1);
    if (outer !== undefined) {
      addPart(text, tokens, outer, item.start, segments);
      outer.at = item.end;
    }
    stack.push(item);
  }
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) addPart(text, tokens, top, top.end, segments);
  return segments;
}
