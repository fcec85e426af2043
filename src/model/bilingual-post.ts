import type { Span } from "../span.js";
import type { Authored, Judged, List, ListItem, Named, Placed, PostBase, Segment } from "./post.js";

/** The English of a post. */
export interface TargetText {
  /** The text. */
  text: string;
  /** Always English. */
  language: "en";
}

/** Who translated a post. */
export interface TranslatedBy {
  /** The engine's name. */
  name: string;
  /** Its model, where it has one. */
  model?: string | undefined;
}

/** Whether an accepted term came through: as it was, mended, or not at all. */
export type TermStatus = "kept" | "repaired" | "missing";

/** The place of a piece in the English, beside its place in the source text. */
export interface Aligned {
  /** Its place in the English. */
  target: Span;
}

/** A hashtag in both languages. */
export interface BilingualHashtag extends Named, Aligned {
  /** The hashtag in English, without its signs. */
  targetName: string;
}

/** A term and what became of it in the English. */
export interface TranslatedTerm extends Judged {
  /** Its place in the English; `null` where `status` is `missing`. */
  target: Span | null;
  /** Whether it came through. */
  status: TermStatus;
}

/** Where a piece of the English came from. */
export interface Gloss extends Placed, Aligned {
  /** What chose the English: a rule of the engine, by name. */
  rule: string;
}

/**
 * A post and its English, every piece of one aligned to its piece of the other.
 *
 * The segments' source spans, in order, make up `source.text`, their target spans `target.text`.
 */
export interface BilingualPost extends PostBase {
  /** The English. */
  target: TargetText;
  /** Both whole texts in pieces. */
  segments: (Segment & Aligned)[];
  /** `#话题#`. */
  hashtags: BilingualHashtag[];
  /** `@name`. */
  mentions: (Named & Aligned)[];
  /** `【headline】`, in English `[headline]`. */
  titles: (Named & Aligned)[];
  /** Links. */
  urls: (Placed & Aligned)[];
  /** `[泪]`, tears. */
  emoticons: (Named & Aligned)[];
  /** Numbered lists. */
  lists: List<ListItem & Aligned>[];
  /** From `//@name:` on. */
  reposts: (Authored & Aligned)[];
  /** From `回复@name:` on. */
  replies: (Authored & Aligned)[];
  /** The names that are meant here, and what became of each. */
  terms: TranslatedTerm[];
  /** What translated it. */
  engine: TranslatedBy;
  /** Where the pieces of the English came from; there when the translation was asked to explain itself. */
  glosses?: Gloss[] | undefined;
}
