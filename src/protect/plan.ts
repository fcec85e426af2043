import type { SegmentKind } from "../model.js";
import type { ParsedPost, ParsedSegment } from "../post/parse.js";
import { type Range, rangesWithin } from "../span.js";
import { type Cut, cutter } from "./cut.js";
import { englishMarker, openingMarker, separator } from "./markers.js";
import { type Lookalike, literal, type Piece, type Slot, type UnitPlan, unitPlan } from "./pieces.js";

/** A segment and the pieces that its English is made of. */
export interface SegmentPlan extends Range {
  kind: SegmentKind;
  pieces: Piece[];
}

/** How a post is translated: its segments, and the words of each hashtag by the hashtag's place in `ParsedPost.tokens`. */
export interface PostPlan {
  segments: SegmentPlan[];
  labels: Map<number, UnitPlan>;
}

/**
 * Plans how a post is translated: which stretches of each segment an engine gets, and what is ours to write.
 *
 * @param terms The accepted terms. @param lookalikes Words that are no terms.
 */
export function planPost(parsed: ParsedPost, terms: readonly Range[], lookalikes: readonly Lookalike[] = []): PostPlan {
  const tokens: Slot[] = [];
  const labels = new Map<number, UnitPlan>();
  const termsIn = within(terms.map(({ start, end }, index): Slot => ({ kind: "term", index, start, end })));
  for (const [index, { kind, start, end, nameStart = start + 1, nameEnd = end - 1 }] of parsed.tokens.entries()) {
    if (!STRUCTURE_KINDS.has(kind)) tokens.push({ kind: "token", index, start, end });
    if (kind !== "hashtag") continue;
    const range = { start: nameStart, end: nameEnd };
    labels.set(index, unitPlan(range, termsIn(range), { role: "hashtag" }));
  }
  const cut = cutter(parsed, within(tokens), termsIn, within(lookalikes));
  const segments = parsed.segments.map((segment): SegmentPlan => {
    const { kind, start, end } = segment;
    return { kind, start, end, pieces: piecesOf(segment, parsed, cut) };
  });
  return { segments, labels };
}

/** Tokens that hold other text: what is in them is planned by itself. */
const STRUCTURE_KINDS = new Set<string>(["title", "repost", "reply"]);
const MARKER_KINDS = new Set<string>(["repost", "reply"]);

function piecesOf(segment: ParsedSegment, parsed: ParsedPost, cut: Cut): Piece[] {
  const { text } = parsed;
  if (segment.kind === "separator") return [separator(text, segment)];
  if (segment.kind === "title") {
    const inner = { start: segment.start + 1, end: segment.end - 1 };
    return [literal(segment.start, inner.start, "["), ...cut(inner, "title"), literal(inner.end, segment.end, "]")];
  }
  if (MARKER_KINDS.has(segment.kind)) return [literal(segment.start, segment.end, openingMarker(segment, text))];
  const item =
    segment.list === undefined || segment.item === undefined
      ? undefined
      : parsed.lists[segment.list]?.items[segment.item];
  if (segment.kind !== "item" || !item || item.start !== segment.start) return cut(segment);
  const marker = literal(segment.start, Math.min(item.markerEnd, segment.end), englishMarker(item));
  const role = parsed.lists[segment.list!]!.kind === "steps" ? "step" : undefined;
  return [marker, ...cut({ start: marker.end, end: segment.end }, role)];
}

/** Finds, by halving, which of the places lie within a range. */
function within<T extends Range>(unordered: readonly T[]): (range: Range) => T[] {
  if (unordered.length === 0) return () => [];
  const places = [...unordered].sort((a, b) => a.start - b.start);
  return ({ start, end }) => rangesWithin(places, start, end);
}
