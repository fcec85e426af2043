import { rangesWithin } from "../span.js";
import type { Token } from "./construct.js";
import { itemSegments } from "./items.js";
import type { ParsedList, ParsedSegment } from "./parsed.js";
import { addProse, addSegment, segmentOf } from "./prose.js";

const STRUCTURE = new Set<string>(["title", "repost", "reply"]);

function endOf(segments: readonly ParsedSegment[]): number {
  return segments.length === 0 ? 0 : segments[segments.length - 1]!.end;
}

/** Adds a segment whose place is known, after the prose before it. */
function addFixed(text: string, tokens: readonly Token[], segment: ParsedSegment, out: ParsedSegment[]): void {
  const at = endOf(out);
  addProse(text, at, segment.start, rangesWithin(tokens, at, segment.start), out);
  addSegment(segment, out);
}

/** Splits a post into the segments that make it up, separators between them. */
export function segmentsOf(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const segments: ParsedSegment[] = [];
  const items = itemSegments(text, tokens, lists);
  let next = 0;
  for (const token of tokens) {
    if (!STRUCTURE.has(token.kind)) continue;
    while (next < items.length && items[next]!.start <= token.start) addFixed(text, tokens, items[next++]!, segments);
    // A title in an item is among the item's segments already.
    if (token.start >= endOf(segments)) addFixed(text, tokens, segmentOf(token), segments);
  }
  while (next < items.length) addFixed(text, tokens, items[next++]!, segments);
  const at = endOf(segments);
  addProse(text, at, text.length, rangesWithin(tokens, at, text.length), segments);
  const end = endOf(segments);
  if (end < text.length) segments.push({ kind: "separator", start: end, end: text.length });
  return segments;
}
