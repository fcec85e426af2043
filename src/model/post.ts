import type { Span } from "../span.js";
import type { GlossaryEntry } from "./entry.js";
import type { Issue } from "./issue.js";

/**
 * What a segment of a post is: a sentence, a 【headline】, an item of a list, a hashtag, mention, link or emoticon that
 * stands by itself, the `//@name:` that opens a repost, the `回复@name:` that opens a reply, or the line breaks, spaces
 * and delimiters between them.
 */
export type SegmentKind =
  | "sentence"
  | "title"
  | "item"
  | "hashtag"
  | "mention"
  | "url"
  | "emoticon"
  | "repost"
  | "reply"
  | "separator";

/** A word of the source text. */
export interface Word {
  /** The word. */
  text: string;
  /** Where it begins in the source text. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
  /** Its part of speech in jieba's tags: `n` a noun, `v` a verb, `nz` a brand, `x` unknown. */
  pos: string;
}

/** Something with a place in the source text. */
export interface Placed {
  /** Its place in the source text. */
  source: Span;
}

/** Something with a name and a place: a hashtag, a mention, a 【headline】, an [emoticon]. */
export interface Named extends Placed {
  /** What stands inside its signs: `小米` of `#小米#`. */
  name: string;
}

/** The opening of a repost or a reply. */
export interface Authored extends Placed {
  /** Whose words follow. */
  author: string;
}

/** A stretch of a post; the segments of a post, in order, make up its whole text. */
export interface Segment extends Placed {
  /** What it is. */
  kind: SegmentKind;
}

/** One item of a list. */
export interface ListItem extends Placed {
  /** Its number: 2 for `第二步`, `②` and `2.`. */
  ordinal: number;
  /** The number as it is written: `"第二步"`. */
  marker: string;
}

/** A numbered list of a post. */
export interface List<Item = ListItem> {
  /** `steps` are done one after the other; `points` are not. */
  kind: "steps" | "points";
  /** The items in the order of the text. */
  items: Item[];
}

/** A place where a form of an entry stands, and what was decided about it. */
export interface Judged extends Placed {
  /** The entry. */
  entry: GlossaryEntry;
  /** How sure the decision is, 0…1. */
  confidence: number;
  /** Why, in words. */
  reason: string;
}

/** The text of a post as it was given. */
export interface SourceText {
  /** The text, character by character. */
  text: string;
  /** BCP 47: `zh-Hans`, `zh-Hant`, `zh` (either), `en` …, `und` where it cannot be told. */
  language: string;
}

/** What a post and a bilingual post have in common. */
export interface PostBase {
  /** The text as it was given. */
  source: SourceText;
  /** Look-alikes: forms that stand there and are not the name, each with the reason. */
  rejected: Judged[];
  /** The words of the source text; computed when first read. */
  words: Word[];
  /** Findings; `[]` where there is nothing to say. */
  issues: Issue[];
}

/**
 * A post as `analyze` reads it: structure, terms and look-alikes, every span into `source.text`.
 *
 * The segments' spans, in order, make up the whole text.
 */
export interface Post extends PostBase {
  /** The whole text in pieces. */
  segments: Segment[];
  /** `#话题#`. */
  hashtags: Named[];
  /** `@name`. */
  mentions: Named[];
  /** `【headline】`. */
  titles: Named[];
  /** Links. */
  urls: Placed[];
  /** `[泪]`, tears. */
  emoticons: Named[];
  /** Numbered lists. */
  lists: List[];
  /** From `//@name:` on. */
  reposts: Authored[];
  /** From `回复@name:` on. */
  replies: Authored[];
  /** The names that are meant here. */
  terms: Judged[];
}
