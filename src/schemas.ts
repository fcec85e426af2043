import { z } from "zod";
import { ENTRY_KINDS } from "./entry-kinds.js";
import type {
  Aligned,
  Authored,
  BilingualPost,
  Dictionary,
  EntryKind,
  Gloss,
  GlossaryEntry,
  Issue,
  IssueCode,
  Judged,
  Named,
  Placed,
  Post,
  SegmentKind,
  TermStatus,
  Word,
} from "./model.js";
import type { Span } from "./span.js";

type Shape<T> = { [K in keyof T]-?: z.ZodType<T[K]> };

/** The shape of a span. */
export const spanSchema: z.ZodType<Span> = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  text: z.string(),
});

/** The kinds of what entries name. */
export const entryKindSchema: z.ZodEnum<{ [K in EntryKind]: K }> = z.enum(ENTRY_KINDS);

const text = z.string().min(1);
const texts = z.array(text).optional();

/** The shape of an entry of a glossary; a field that an entry does not have is an error. */
export const glossaryEntrySchema: z.ZodType<GlossaryEntry> = z.strictObject({
  source: text,
  target: text,
  kind: entryKindSchema,
  variants: texts,
  accept: texts,
  forbid: texts,
  ambiguous: z.boolean().optional(),
  prior: z.number().min(0).max(1).optional(),
  notIn: texts,
  cues: z.strictObject({ for: texts, against: texts }).optional(),
  note: z.string().optional(),
});

/** The shape of a dictionary file. */
export const dictionarySchema: z.ZodType<Dictionary> = z.object({
  $schema: z.string().optional(),
  name: z.string(),
  version: z.string(),
  license: z.string(),
  entries: z.array(glossaryEntrySchema),
});

/** The kinds of segments. */
export const segmentKindSchema: z.ZodEnum<{ [K in SegmentKind]: K }> = z.enum([
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

/** The codes of issues. */
export const issueCodeSchema: z.ZodEnum<{ [K in IssueCode]: K }> = z.enum([
  "term-missing",
  "term-repaired",
  "term-uncertain",
  "false-name",
  "token-missing",
  "untranslated",
  "other-language",
  "segmenter-fallback",
]);

/** What can become of a term. */
export const termStatusSchema: z.ZodEnum<{ [K in TermStatus]: K }> = z.enum(["kept", "repaired", "missing"]);

const source: Shape<Placed> = { source: spanSchema };
const target: Shape<Aligned> = { target: spanSchema };
const named: Shape<Named> = { ...source, name: z.string() };
const authored: Shape<Authored> = { ...source, author: z.string() };
const judged: Shape<Judged> = {
  ...source,
  entry: glossaryEntrySchema,
  confidence: z.number().min(0).max(1),
  reason: z.string(),
};
const segment = { ...source, kind: segmentKindSchema };
const listKind = z.enum(["steps", "points"]);
const item = { ...source, ordinal: z.number().int(), marker: z.string() };
const many = <T extends z.core.$ZodLooseShape>(shape: T) => z.array(z.object(shape));

const issue: z.ZodType<Issue> = z.object({
  code: issueCodeSchema,
  severity: z.enum(["info", "warning", "error"]),
  message: z.string(),
  source: spanSchema.optional(),
  target: spanSchema.optional(),
});
const word: z.ZodType<Word> = z.object({ text: z.string(), start: z.number(), end: z.number(), pos: z.string() });
const gloss: z.ZodType<Gloss> = z.object({ ...source, ...target, rule: z.string() });

const base = {
  source: z.object({ text: z.string(), language: z.string() }),
  rejected: many(judged),
  words: z.array(word),
  issues: z.array(issue),
};

/** The shape of what `analyze` returns. */
export const postSchema: z.ZodType<Post> = z.object({
  ...base,
  segments: many(segment),
  hashtags: many(named),
  mentions: many(named),
  titles: many(named),
  urls: many(source),
  emoticons: many(named),
  lists: many({ kind: listKind, items: many(item) }),
  reposts: many(authored),
  replies: many(authored),
  terms: many(judged),
});

/** The shape of what `translate` returns. */
export const bilingualPostSchema: z.ZodType<BilingualPost> = z.object({
  ...base,
  target: z.object({ text: z.string(), language: z.literal("en") }),
  segments: many({ ...segment, ...target }),
  hashtags: many({ ...named, ...target, targetName: z.string() }),
  mentions: many({ ...named, ...target }),
  titles: many({ ...named, ...target }),
  urls: many({ ...source, ...target }),
  emoticons: many({ ...named, ...target }),
  lists: many({ kind: listKind, items: many({ ...item, ...target }) }),
  reposts: many({ ...authored, ...target }),
  replies: many({ ...authored, ...target }),
  terms: many({ ...judged, target: spanSchema.nullable(), status: termStatusSchema }),
  engine: z.object({ name: z.string(), model: z.string().optional() }),
  glosses: z.array(gloss).optional(),
});
