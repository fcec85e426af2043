import type { Token } from "./construct.js";
import { itemSegments } from "./items.js";
import type { ParsedList, ParsedSegment } from "./parse.js";
import { addProse, addSegment } from "./prose.js";
import { tokensWithin } from "./tokens.js";

const STRUCTURE = new Set<string>(["title", "repost", "reply"]);

/** The titles and the markers of reposts and replies outside items, and the segments of the items, in order. */
function fixedSegments(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const items = itemSegments(text, tokens, lists);
  const fixed: ParsedSegment[] = [];
  let next = 0;
  for (const token of tokens) {
    const { kind, start, end } = token;
    if (!STRUCTURE.has(kind)) continue;
    while (next < items.length && items[next]!.start <= start) fixed.push(items[next++]!);
    const inItem = fixed.length > 0 && fixed.at(-1)!.end > start;
    if (!inItem) fixed.push({ kind: kind as ParsedSegment["kind"], start, end, token });
  }
  while (next < items.length) fixed.push(items[next++]!);
  return fixed;
}

/** Splits a post into the segments that make it up, separators between them. */
export function segmentsOf(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const segments: ParsedSegment[] = [];
  let at = 0;
  for (const segment of fixedSegments(text, tokens, lists)) {
    addProse(text, at, segment.start, tokensWithin(tokens, at, segment.start), segments);
    addSegment(segment, segments);
    at = segment.end;
  }
  addProse(text, at, text.length, tokensWithin(tokens, at, text.length), segments);
  const end = segments.at(-1)?.end ?? 0;
  if (end < text.length) segments.push({ kind: "separator", start: end, end: text.length });
  return segments;
}
