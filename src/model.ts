import { z } from "zod";

/** A piece of a text: UTF-16 offsets, end exclusive, and the text between them. */
export const spanSchema = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
});

/** What an entry names. */
export const entryKindSchema = z.enum([
  "brand",
  "product",
  "service",
  "person",
  "organization",
  "place",
  "term",
  "jargon",
]);
export type EntryKind = z.infer<typeof entryKindSchema>;

/** One entry of a glossary. */
export const glossaryEntrySchema = z.strictObject({
  source: z.string().min(1),
  target: z.string().min(1),
  kind: entryKindSchema,
  variants: z.array(z.string().min(1)).optional(),
  accept: z.array(z.string().min(1)).optional(),
  forbid: z.array(z.string().min(1)).optional(),
  ambiguous: z.boolean().optional(),
  prior: z.number().min(0).max(1).optional(),
  notIn: z.array(z.string().min(1)).optional(),
  cues: z
    .strictObject({ for: z.array(z.string().min(1)).optional(), against: z.array(z.string().min(1)).optional() })
    .optional(),
  note: z.string().optional(),
});

/**
 * One entry of a glossary: a name or term in simplified Chinese and its English.
 *
 * `variants` are other Chinese forms (traditional and full-width ones are derived), `accept` other English forms that
 * count as right, `forbid` what engines wrongly write. `ambiguous` says that the form is an ordinary word too; then
 * `prior` (0…1) says how often, in posts that contain it, the name is meant; `notIn` lists longer words that are not
 * this term, and `cues` words of the post that speak for or against it.
 */
export type GlossaryEntry = z.infer<typeof glossaryEntrySchema>;

/** What a segment of a post is. */
export const segmentKindSchema = z.enum([
  "sentence",
  "title",
  "item",
  "hashtag",
  "mention",
  "url",
  "emoticon",
  "repost",
  "reply",
  "separator",
]);

/**
 * What a segment of a post is: a sentence, a 【headline】, an item of a list, a hashtag, mention, link or emoticon that
 * stands by itself, the `//@name:` that opens a repost, the `回复@name:` that opens a reply, or the line breaks, spaces
 * and delimiters between them.
 */
export type SegmentKind = z.infer<typeof segmentKindSchema>;

/** What an issue is about; stable across versions. */
export const issueCodeSchema = z.enum([
  "term-missing",
  "term-repaired",
  "term-uncertain",
  "false-name",
  "untranslated",
  "token-restored",
  "engine-failed",
  "segmenter-fallback",
  "ill-formed-text",
]);
export type IssueCode = z.infer<typeof issueCodeSchema>;

const issueSchema = z.object({
  code: issueCodeSchema,
  severity: z.enum(["info", "warning", "error"]),
  message: z.string(),
  source: spanSchema.optional(),
  target: spanSchema.optional(),
});

/** A finding about the content of a post or its translation, with its place where it has one. */
export type Issue = z.infer<typeof issueSchema>;

const wordSchema = z.object({ text: z.string(), start: z.number(), end: z.number(), pos: z.string() });

/** A word of the source text: its offsets and its part of speech in jieba's tags. */
export type Word = z.infer<typeof wordSchema>;

const named = { name: z.string() };
const authored = { author: z.string() };
const judged = { entry: glossaryEntrySchema, confidence: z.number().min(0).max(1), reason: z.string() };
const listKind = z.enum(["steps", "points"]);
const item = { ordinal: z.number().int(), marker: z.string() };
const here = { source: spanSchema };
const both = { source: spanSchema, target: spanSchema };

/** The shape of what `analyze` returns. */
export const postSchema = z.object({
  source: z.object({ text: z.string(), language: z.string() }),
  segments: z.array(z.object({ kind: segmentKindSchema, ...here })),
  hashtags: z.array(z.object({ ...named, ...here })),
  mentions: z.array(z.object({ ...named, ...here })),
  titles: z.array(z.object({ ...named, ...here })),
  urls: z.array(z.object(here)),
  emoticons: z.array(z.object({ ...named, ...here })),
  lists: z.array(z.object({ kind: listKind, items: z.array(z.object({ ...item, ...here })) })),
  reposts: z.array(z.object({ ...authored, ...here })),
  replies: z.array(z.object({ ...authored, ...here })),
  terms: z.array(z.object({ ...judged, ...here })),
  rejected: z.array(z.object({ ...judged, ...here })),
  words: z.array(wordSchema),
  issues: z.array(issueSchema),
});

/**
 * A post as `analyze` reads it: structure, terms and look-alikes, every span into `source.text`.
 *
 * The segments' spans, in order, make up the whole text. `words` is computed when it is first read.
 */
export type Post = z.infer<typeof postSchema>;

/** Whether an accepted term came through: as it was, mended, or not at all. */
export const termStatusSchema = z.enum(["kept", "repaired", "missing"]);
export type TermStatus = z.infer<typeof termStatusSchema>;

const glossSchema = z.object({ ...both, rule: z.string() });

/** Where a piece of the English came from: the Chinese that it stands for and the rule that chose it. */
export type Gloss = z.infer<typeof glossSchema>;

/** The shape of what `translate` returns. */
export const bilingualPostSchema = z.object({
  source: z.object({ text: z.string(), language: z.string() }),
  target: z.object({ text: z.string(), language: z.literal("en") }),
  segments: z.array(z.object({ kind: segmentKindSchema, ...both })),
  hashtags: z.array(z.object({ ...named, targetName: z.string(), ...both })),
  mentions: z.array(z.object({ ...named, ...both })),
  titles: z.array(z.object({ ...named, ...both })),
  urls: z.array(z.object(both)),
  emoticons: z.array(z.object({ ...named, ...both })),
  lists: z.array(z.object({ kind: listKind, items: z.array(z.object({ ...item, ...both })) })),
  reposts: z.array(z.object({ ...authored, ...both })),
  replies: z.array(z.object({ ...authored, ...both })),
  terms: z.array(z.object({ ...judged, ...here, target: spanSchema.nullable(), status: termStatusSchema })),
  rejected: z.array(z.object({ ...judged, ...here })),
  words: z.array(wordSchema),
  engine: z.object({ name: z.string(), model: z.string().optional() }),
  issues: z.array(issueSchema),
  glosses: z.array(glossSchema).optional(),
});

/**
 * A post and its English, every piece of one aligned to its piece of the other.
 *
 * The segments' source spans, in order, make up `source.text`, their target spans `target.text`. A term's `target` is
 * `null` where its `status` is `missing`. `glosses` is there when the translation was asked to explain itself.
 */
export type BilingualPost = z.infer<typeof bilingualPostSchema>;

/** A dictionary file: a named, versioned list of entries. */
export const dictionarySchema = z.object({
  $schema: z.string().optional(),
  name: z.string(),
  version: z.string(),
  license: z.string(),
  entries: z.array(glossaryEntrySchema),
});
export type Dictionary = z.infer<typeof dictionarySchema>;
