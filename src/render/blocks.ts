import type { BilingualPost, SegmentKind } from "../model.js";

/** A line of the bilingual text: one or more segments that belong together, in both languages. */
export interface Block {
  kind: SegmentKind;
  source: string;
  target: string;
  /** How deep it stands in a list: 0 outside, 1 for the items of a list. */
  depth: number;
  /** The segments that it is made of, as places in `post.segments`. */
  segments: number[];
}

const INLINE = new Set<SegmentKind>(["hashtag", "mention", "url", "emoticon"]);

/**
 * Groups the segments of a post into lines for reading: a headline, a sentence, a step each; rows of hashtags, mentions,
 * links and emoticons together; an opening `//@name:` with what follows it. Separators are left out.
 */
export function blocksOf(post: BilingualPost): Block[] {
  const blocks: Block[] = [];
  let open = false;
  post.segments.forEach(({ kind, source, target }, i) => {
    if (kind === "separator") {
      if (/[\n\r]/u.test(source.text)) open = false;
      return;
    }
    const last = blocks.at(-1);
    const joins = last && open && (isOpening(last.kind) || (INLINE.has(kind) && INLINE.has(last.kind)));
    if (last && joins) {
      last.source += source.text;
      last.target = join(last.target, target.text);
      last.segments.push(i);
      if (isOpening(last.kind)) last.kind = kind;
    } else {
      blocks.push({
        kind,
        source: source.text.trim(),
        target: target.text.trim(),
        depth: kind === "item" ? 1 : 0,
        segments: [i],
      });
    }
    open = true;
  });
  return blocks;
}

function isOpening(kind: SegmentKind): boolean {
  return kind === "repost" || kind === "reply";
}

function join(before: string, after: string): string {
  return before.endsWith("]") && after.startsWith("[") ? before + after.trim() : `${before} ${after}`.trim();
}
