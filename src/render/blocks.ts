import type { BilingualPost, SegmentKind } from "../model.js";
import type { Range } from "../span.js";

/** A line of the bilingual text: one or more segments that belong together, and where they stand in both texts. */
export interface Block {
  kind: SegmentKind;
  source: Range;
  target: Range;
  /** Of an item: its place in `post.lists` and in the list. */
  list?: number;
  item?: number;
}

const INLINE = new Set<SegmentKind>(["hashtag", "mention", "url", "emoticon"]);

/**
 * Groups the segments of a post into lines for reading: a headline, a sentence, a step each; rows of hashtags, mentions,
 * links and emoticons together, after the sentence that they follow; an opening `//@name:` with what it opens.
 * Separators are left out.
 */
export function blocksOf(post: BilingualPost): Block[] {
  const places = itemPlaces(post);
  const blocks: Block[] = [];
  let open = false;
  for (const { kind, source, target } of post.segments) {
    if (kind === "separator") {
      if (/[\n\r]/u.test(source.text)) open = false;
      continue;
    }
    const last = blocks.at(-1);
    if (last && open && joins(last.kind, kind)) {
      last.source.end = source.end;
      last.target.end = trimmedEnd(post.target.text, target);
      if (isOpening(last.kind)) last.kind = kind;
    } else {
      const range = { start: target.start, end: trimmedEnd(post.target.text, target) };
      blocks.push({
        kind,
        source: { start: source.start, end: source.end },
        target: range,
        ...(kind === "item" ? places.get(source.start) : {}),
      });
    }
    open = true;
  }
  return blocks;
}

/** A row of tokens goes on with tokens; what an opening marker opens belongs to it. */
function joins(before: SegmentKind, next: SegmentKind): boolean {
  if (isOpening(before)) return !isOpening(next) && next !== "item";
  return INLINE.has(before) && INLINE.has(next);
}

function isOpening(kind: SegmentKind): boolean {
  return kind === "repost" || kind === "reply";
}

function trimmedEnd(text: string, { start, end }: Range): number {
  let to = end;
  while (to > start && /\s/u.test(text[to - 1]!)) to--;
  return to;
}

function itemPlaces(post: BilingualPost): Map<number, { list: number; item: number }> {
  const places = new Map<number, { list: number; item: number }>();
  post.lists.forEach(({ items }, list) => {
    items.forEach(({ source }, item) => {
      places.set(source.start, { list, item });
    });
  });
  return places;
}
