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

const SPACE = /\s/u;
const LINE_BREAK = /[\n\r]/u;
const INLINE = new Set<SegmentKind>(["hashtag", "mention", "url", "emoticon"]);

/**
 * Groups the segments of a post into lines for reading: a headline, a sentence, a step each; rows of hashtags, mentions,
 * links and emoticons together, after the sentence that they follow; an opening `//@name:` with what it opens.
 *
 * The blocks, in order, hold every character of both texts but spaces and line breaks between blocks: a delimiter that
 * can be seen ends the block before it.
 */
export function blocksOf(post: BilingualPost): Block[] {
  const places = itemPlaces(post);
  const blocks: Block[] = [];
  let open = false;
  for (const { kind, source, target } of post.segments) {
    const last = blocks.at(-1);
    if (kind === "separator") {
      if (last) extend(post, last, source, target);
      else if (source.text.trim() !== "" || target.text.trim() !== "")
        blocks.push(blockOf(post, "sentence", source, target));
      if (LINE_BREAK.test(source.text)) open = false;
      continue;
    }
    if (last && open && joins(last.kind, kind)) {
      extend(post, last, source, target);
      if (isOpening(last.kind)) last.kind = kind;
    } else {
      blocks.push({ ...blockOf(post, kind, source, target), ...(kind === "item" ? places.get(source.start) : {}) });
    }
    open = true;
  }
  return blocks;
}

function blockOf(post: BilingualPost, kind: SegmentKind, source: Range, target: Range): Block {
  return { kind, source: trimmed(post.source.text, source), target: trimmed(post.target.text, target) };
}

function extend(post: BilingualPost, block: Block, source: Range, target: Range): void {
  block.source = trimmed(post.source.text, { start: block.source.start, end: source.end });
  block.target = trimmed(post.target.text, { start: block.target.start, end: target.end });
}

/** A row of tokens goes on with tokens; what an opening marker opens belongs to it. */
function joins(before: SegmentKind, next: SegmentKind): boolean {
  if (isOpening(before)) return !isOpening(next) && next !== "item";
  return INLINE.has(before) && INLINE.has(next);
}

function isOpening(kind: SegmentKind): boolean {
  return kind === "repost" || kind === "reply";
}

function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (to > from && SPACE.test(text[to - 1]!)) to--;
  while (from < to && SPACE.test(text[from]!)) from++;
  return { start: from, end: to };
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
