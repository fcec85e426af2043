import type { ParsedSegment } from "../post/parse.js";
import type { Range } from "../span.js";
import { literal, type Piece } from "./pieces.js";
import { tidyEnglish } from "./punctuation.js";

/** `//@name:` keeps its form with a half-width colon; `回复@name:` becomes `Reply to @name:`. */
export function openingMarker(segment: ParsedSegment, text: string): string {
  const name = segment.token?.name ?? "";
  const repost = segment.kind === "repost";
  if (repost && !text.slice(segment.start, segment.end).includes("回")) return `//@${name}:`;
  return repost ? `//Reply to @${name}:` : `Reply to @${name}:`;
}

const STEP_WORD = /步|step/iu;
const OPENING = /^[（(]/u;
const CLOSING = /[）)]/u;

/** The English form of a list marker: `Step 2:` where the source says 步; else `(2)`, `2)` or `2.`, as it is written there. */
export function englishMarker({ ordinal, marker }: { ordinal: number; marker: string }): string {
  if (STEP_WORD.test(marker)) return `Step ${ordinal}:`;
  if (OPENING.test(marker)) return `(${ordinal})`;
  return CLOSING.test(marker) ? `${ordinal})` : `${ordinal}.`;
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** Line breaks stay, delimiters are written in English, spaces are left to the seams. */
export function separator(text: string, { start, end }: Range): Piece {
  const source = text.slice(start, end);
  if (source === " ") return literal(start, end, "");
  const breaks = source.match(LINE_BREAK)?.join("") ?? "";
  return literal(start, end, tidyEnglish(source.replace(/\s/gu, "")) + breaks);
}
