import type { BilingualPost } from "../model.js";
import type { Range, Span } from "../span.js";

/** What a mark on a text says about it. */
export type MarkKind = "hashtag" | "mention" | "url" | "emoticon" | "term" | "rejected" | "gloss";

/** A stretch of one of the two texts that is something. */
export interface Mark extends Range {
  kind: MarkKind;
  /** What the two sides of one thing share, so that they can light up together. */
  pair: string;
  /** What a reader is told of it. */
  note?: string;
  /** Of a term or look-alike: the `source` of its entry. */
  entry?: string;
  /** Of a term: whether it was kept, repaired or is missing. */
  status?: string;
}

/** The marks of both texts of a post, each list by where they start, outer ones first. */
export interface Marks {
  source: Mark[];
  target: Mark[];
}

/** Collects what a renderer shows on the texts: tokens, terms, look-alikes and, where the post has them, glosses. */
export function marksOf(post: BilingualPost): Marks {
  const marks: Marks = { source: [], target: [] };
  const add = (
    kind: MarkKind,
    i: number,
    source: Span,
    target: Span | null,
    rest: Pick<Mark, "note" | "entry" | "status"> = {},
  ) => {
    const pair = `${kind}-${i}`;
    marks.source.push({ start: source.start, end: source.end, kind, pair, ...rest });
    if (target) marks.target.push({ start: target.start, end: target.end, kind, pair, ...rest });
  };
  for (const kind of ["hashtag", "mention", "url", "emoticon"] as const) {
    post[`${kind}s`].forEach(({ source, target }, i) => {
      add(kind, i, source, target);
    });
  }
  post.terms.forEach(({ entry, source, target, status, reason }, i) => {
    add("term", i, source, target, {
      note: `${entry.source} → ${entry.target} (${entry.kind}, ${status}): ${reason}`,
      entry: entry.source,
      status,
    });
  });
  post.rejected.forEach(({ entry, source, reason }, i) => {
    add("rejected", i, source, null, { note: `not ${entry.target}: ${reason}`, entry: entry.source });
  });
  post.glosses?.forEach(({ source, target, rule }, i) => {
    add("gloss", i, source, target, { note: `${source.text} → ${target.text} (${rule})` });
  });
  for (const side of [marks.source, marks.target]) side.sort((a, b) => a.start - b.start || b.end - a.end);
  return marks;
}

/** A text with marks as a tree: plain stretches, and marks with what is in them. */
export type Marked = string | { mark: Mark; children: Marked[] };

/**
 * Nests the marks that lie within a range of a text. One that crosses another that has begun is left out: it could only
 * be shown in two pieces.
 */
export function nest(text: string, range: Range, marks: readonly Mark[]): Marked[] {
  const root: Marked[] = [];
  const open: { end: number; children: Marked[] }[] = [{ end: range.end, children: root }];
  let at = range.start;
  const write = (to: number) => {
    if (to > at) open.at(-1)!.children.push(text.slice(at, to));
    at = Math.max(at, to);
  };
  const closeTo = (place: number) => {
    while (open.length > 1 && open.at(-1)!.end <= place) {
      write(open.at(-1)!.end);
      open.pop();
    }
  };
  for (const mark of marks) {
    if (mark.start < range.start || mark.end > range.end || mark.start === mark.end) continue;
    closeTo(mark.start);
    if (mark.end > open.at(-1)!.end) continue;
    write(mark.start);
    const node = { mark, children: [] };
    open.at(-1)!.children.push(node);
    open.push({ end: mark.end, children: node.children });
  }
  closeTo(range.end);
  write(range.end);
  return root;
}
