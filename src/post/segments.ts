import type { Range } from "../span.js";
import { hasWords, skipSpaces, trimSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import { trimItem } from "./ends.js";
import type { ParsedList, ParsedSegment } from "./parse.js";
import { addProse } from "./prose.js";
import { tokensWithin } from "./tokens.js";

const STRUCTURE = new Set<string>(["title", "repost", "reply"]);

/** An item on the way through the text, and how far it has been given out. */
interface OpenItem extends Range {
  list: number;
  item: number;
  at: number;
}

/** The parts of the items that are no nested item's: of an item with a list in it, what stands before, and after. */
function itemParts(text: string, lists: readonly ParsedList[]): ParsedSegment[] {
  const items = lists.flatMap(({ items }, list) =>
    items.map(({ start, end }, item) => ({ start, end, list, item, at: start })),
  );
  items.sort((a, b) => a.start - b.start);
  const parts: ParsedSegment[] = [];
  const stack: OpenItem[] = [];
  const give = ({ list, item, at }: OpenItem, to: number): void => {
    const start = skipSpaces(text, at, to);
    const end = trimItem(text, start, to);
    if (hasWords(text, start, end)) parts.push({ kind: "item", start, end, list, item });
  };
  const close = (): void => {
    const done = stack.pop()!;
    give(done, done.end);
  };
  for (const item of items) {
    while (stack.length > 0 && stack.at(-1)!.end <= item.start) close();
    const outer = stack.at(-1);
    if (outer !== undefined) {
      give(outer, item.start);
      outer.at = item.end;
    }
    stack.push(item);
  }
  while (stack.length > 0) close();
  return parts;
}

/** Gives out a part of an item, the titles in it as segments of their own. */
function addPart(text: string, part: ParsedSegment, tokens: readonly Token[], out: ParsedSegment[]): void {
  let at = part.start;
  const give = (to: number): void => {
    const start = skipSpaces(text, at, to);
    const end = trimSpaces(text, start, to);
    if (at === part.start ? end > start : hasWords(text, start, end)) out.push({ ...part, start, end });
  };
  for (const token of tokensWithin(tokens, part.start, part.end)) {
    if (token.kind !== "title") continue;
    give(token.start);
    out.push({ kind: "title", start: token.start, end: token.end, token });
    at = token.end;
  }
  give(part.end);
}

/** Splits a post into the segments that make it up, separators between them. */
export function segmentsOf(text: string, tokens: readonly Token[], lists: readonly ParsedList[]): ParsedSegment[] {
  const parts = itemParts(text, lists);
  const segments: ParsedSegment[] = [];
  let prose: Token[] = [];
  let next = 0;
  let at = 0;
  const giveProse = (end: number): void => {
    addProse(text, at, end, prose, segments);
    prose = [];
    at = end;
  };
  const giveParts = (before: number): void => {
    for (; next < parts.length && parts[next]!.start < before; next++) {
      const part = parts[next]!;
      giveProse(part.start);
      at = part.end;
      addPart(text, part, tokens, segments);
    }
  };
  for (const token of tokens) {
    giveParts(token.start);
    if (token.start < at) continue;
    if (STRUCTURE.has(token.kind)) {
      giveProse(token.start);
      segments.push({ kind: token.kind as ParsedSegment["kind"], start: token.start, end: token.end, token });
      at = token.end;
    } else prose.push(token);
  }
  giveParts(text.length);
  giveProse(text.length);
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
