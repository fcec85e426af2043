import type { SegmentKind } from "../model.js";
import type { Token } from "./construct.js";

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
