import type { Token } from "./construct.js";
import { itemSegments } from "./items.js";
import type { ParsedList, ParsedSegment } from "./parse.js";
import { addProse } from "./prose.js";
import { tokensWithin } from "./tokens.js";

const STRUCTURE = new Set<string>(["title", "repost", "reply"]);

function structureSegments(tokens: readonly Token[]): ParsedSegment[] {
  const segments: ParsedSegment[] = [];
  for (const token of tokens) {
    const { kind, start, end } = token;
    if (STRUCTURE.has(kind)) segments.push({ kind: kind as ParsedSegment["kind"], start, end, token });
  }
  return segments;
}

/** Splits a post into the segments that make it up, separators between them. */
export function segmentsOf(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const fixed = structureSegments(tokens);
  const items = itemSegments(text, tokens, lists);
  for (const item of items) fixed.push(item);
  fixed.sort((a, b) => a.start - b.start);
  const segments: ParsedSegment[] = [];
  let at = 0;
  for (const segment of fixed) {
    // A title in an item is among the item's segments already.
    if (segment.start < at) continue;
    addProse(text, at, segment.start, tokensWithin(tokens, at, segment.start), segments);
    segments.push(segment);
    at = segment.end;
  }
  addProse(text, at, text.length, tokensWithin(tokens, at, text.length), segments);
  return withSeparators(segments, text.length);
}

function withSeparators(pieces: readonly ParsedSegment[], length: number): ParsedSegment[] {
  const segments: ParsedSegment[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.start > at) segments.push({ kind: "separator", start: at, end: piece.start });
    segments.push(piece);
    at = piece.end;
  }
  if (at < length) segments.push({ kind: "separator", start: at, end: length });
  return segments;
}
