import type { Span } from "./span.js";

/** What an entry names. */
export type EntryKind = "brand" | "product" | "service" | "person" | "organization" | "place" | "term" | "jargon";

/** One entry of a glossary: a name or term in simplified Chinese and its English. */
export interface GlossaryEntry {
  /** The name in simplified Chinese: `"小米"`. */
  source: string;
  /** Its English, as its owner writes it: `"Xiaomi"`. */
  target: string;
  /** What it names. */
  kind: EntryKind;
  /** Other Chinese forms. Traditional and full-width ones are derived and need not be listed. */
  variants?: string[] | undefined;
  /** Other English forms that count as right: `["Mi"]`. */
  accept?: string[] | undefined;
  /** What engines wrongly write instead: `["millet"]`. */
  forbid?: string[] | undefined;
  /** Whether the form is an ordinary word too. Default false. */
  ambiguous?: boolean | undefined;
  /** How often (0…1), in posts that contain the form, the name is meant; asked only where `ambiguous`. Default: what is
   * usual for ordinary words of its part of speech. */
  prior?: number | undefined;
  /** Longer words that contain the form and are not this term: `["小米粥"]`, millet porridge. */
  notIn?: string[] | undefined;
  /** Words of the post that speak for or against the name. */
  cues?: EntryCues | undefined;
  /** Whatever a reader of the glossary should know. */
  note?: string | undefined;
}

/** Words of a post that help to tell a name from the ordinary word. */
export interface EntryCues {
  /** Words that speak for the name: `["手机"]`, phone. */
  for?: string[] | undefined;
  /** Words that speak against it: `["熬"]`, to simmer. */
  against?: string[] | undefined;
}

/** A dictionary file: a named, versioned list of entries. */
export interface Dictionary {
  /** Where the JSON Schema is. */
  $schema?: string | undefined;
  /** What the dictionary is called. */
  name: string;
  /** Its version. */
  version: string;
  /** Under which licence it may be used. */
  license: string;
  /** The entries. */
  entries: GlossaryEntry[];
}

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

/** What an issue is about; stable across versions. */
export type IssueCode =
  | "term-missing"
  | "term-repaired"
  | "term-uncertain"
  | "false-name"
  | "token-missing"
  | "untranslated"
  | "segmenter-fallback";

/** A finding about the content of a post or its translation, with its place where it has one. */
export interface Issue {
  /** What it is about. */
  code: IssueCode;
  /** `error`: the English is wrong there; `warning`: it may be; `info`: good to know. */
  severity: "info" | "warning" | "error";
  /** One sentence for a reader. */
  message: string;
  /** Its place in the source text. */
  source?: Span | undefined;
  /** Its place in the English. */
  target?: Span | undefined;
}

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
