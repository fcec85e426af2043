import type { SegmentKind } from "../model.js";
import type { Construct, Token } from "./construct.js";
import { defaultConstructs } from "./constructs.js";
import { readLists } from "./lists.js";
import { scan } from "./scan.js";
import { segmentsOf } from "./segments.js";

export interface ParseOptions {
  /** What to read in a post besides prose and lists. Default `defaultConstructs`. */
  constructs?: readonly Construct[];
}

/** A piece of the post that is translated and aligned as one; `list` and `item` are indexes where it is a list's. */
export interface ParsedSegment {
  kind: SegmentKind;
  start: number;
  end: number;
  token?: Token;
  list?: number;
  item?: number;
}

/** One item of a list: `start` … `end` is the item with its marker; its own words begin at `markerEnd`. */
export interface ParsedItem {
  ordinal: number;
  marker: string;
  markerEnd: number;
  start: number;
  end: number;
}

/** A list: `steps` are to be done one after the other, `points` are not. */
export interface ParsedList {
  kind: "steps" | "points";
  items: ParsedItem[];
}

/** What `author` had written before: of a repost all of it with its marker, of a reply the marker alone. */
export interface Authored {
  author: string;
  start: number;
  end: number;
}

/** The structure of a post; every offset is a UTF-16 offset into `text`, every `end` exclusive. */
export interface ParsedPost {
  text: string;
  /** In order of `start`; those inside titles and the authors of reposts and replies are among them. */
  tokens: Token[];
  /** In order; they make up the whole text, and none is empty. */
  segments: ParsedSegment[];
  lists: ParsedList[];
  reposts: Authored[];
  replies: Authored[];
}

/**
 * Reads the structure of a post: hashtags, mentions, titles, links, emoticons, reposts, lists and sentences.
 *
 * No string makes it throw, and its time grows linearly with the text.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedPost {
  const { tokens, markers } = scan(text, options.constructs ?? defaultConstructs);
  const lists = readLists(text, tokens, markers);
  return {
    text,
    tokens,
    segments: segmentsOf(text, tokens, lists),
    lists,
    reposts: repostsOf(text, tokens),
    replies: repliesOf(tokens),
  };
}

function repliesOf(tokens: readonly Token[]): Authored[] {
  const replies: Authored[] = [];
  for (const { kind, name = "", start, end } of tokens)
    if (kind === "reply") replies.push({ author: name, start, end });
  return replies;
}

/** What was reposted reaches to the next marker of a repost, or to the end. */
function repostsOf(text: string, tokens: readonly Token[]): Authored[] {
  const reposts: Authored[] = [];
  for (const { kind, name = "", start } of tokens) {
    if (kind !== "repost") continue;
    const before = reposts.at(-1);
    if (before !== undefined) before.end = start;
    reposts.push({ author: name, start, end: text.length });
  }
  return reposts;
}
