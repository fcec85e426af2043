import type { Token } from "./construct.js";
import type { ParsedSegment } from "./parse.js";
import { type Piece, prosePieces } from "./prose.js";

const STRUCTURE = new Set<string>(["title", "repost", "reply"]);

/** Splits a post into the segments that make it up, separators between them. */
export function segmentsOf(text: string, tokens: readonly Token[]): ParsedSegment[] {
  const pieces: Piece[] = [];
  let at = 0;
  let prose: Token[] = [];
  for (const token of tokens) {
    if (token.start < at) continue;
    if (!STRUCTURE.has(token.kind)) {
      prose.push(token);
      continue;
    }
    pieces.push(...prosePieces(text, at, token.start, prose));
    pieces.push({ kind: token.kind as Piece["kind"], start: token.start, end: token.end, token });
    at = token.end;
    prose = [];
  }
  pieces.push(...prosePieces(text, at, text.length, prose));
  return withSeparators(pieces, text.length);
}

function withSeparators(pieces: readonly Piece[], length: number): ParsedSegment[] {
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
