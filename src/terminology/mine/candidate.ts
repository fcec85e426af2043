import { z } from "zod";
import type { EntryKind, GlossaryEntry } from "../../model.js";
import { entryKindSchema, spanSchema } from "../../schemas.js";
import type { Span } from "../../span.js";
import type { TranslationPair } from "../check/check.js";

/** A post to mine: its text, or its text with an English translation of it. */
export type MinedPost = string | TranslationPair;

/**
 * An English for a candidate, and where it comes from: written beside the form in the `posts`; in the `translations` of
 * posts that hold it; the `glossary`, for a name in it with a model's letters behind (小米Max); the embedded engine's `lexicon`; `CC-CEDICT`; or the form's `pinyin`, which is a spelling and no
 * translation.
 */
export interface ProposedEnglish {
  /** The English. */
  text: string;
  /** Where it comes from. */
  source: "posts" | "translations" | "glossary" | "lexicon" | "CC-CEDICT" | "pinyin";
  /** In how many places or translations it was seen; 0 where a dictionary says it. */
  count: number;
  /** Of the translations of posts that hold the form, the part (0…1) that has this English; `translations` alone. */
  consistency?: number;
}

/** A place where a candidate stands. */
export interface TermExample {
  /** The post, or a piece of it. */
  text: string;
  /** The candidate in it. */
  span: Span;
}

/** A name or term that posts use and the glossary does not have. */
export interface TermCandidate {
  /** As it is mostly written; simplified, half-width. */
  form: string;
  /** Occurrences: exact up to a million characters of posts, from then on a lower bound. */
  count: number;
  /** Posts that hold it. */
  documents: number;
  /** How much it looks like a name or term, 0…1. */
  score: number;
  /** What speaks for it, the strongest first, in words. */
  evidence: string[];
  /** Up to three posts that hold it (of a very long one the piece around it), with the place. */
  examples: TermExample[];
  /** What it seems to name. */
  kind: EntryKind;
  /** Whether it seems to be an ordinary word too. */
  ambiguous: boolean;
  /** An English for it, where one is known. */
  english?: ProposedEnglish;
  /** Other forms that were counted as this one's: longer ones made of it and ordinary words, pieces of it. */
  folded: string[];
}

/** The glossary entry that a candidate proposes; its English is the form itself where nothing better is known. */
export function entryOfCandidate({ form, kind, ambiguous, english }: TermCandidate): GlossaryEntry {
  return { source: form, target: english?.text ?? form, kind, ...(ambiguous ? { ambiguous } : {}) };
}

/** The shape of a candidate that was written down and is read again. */
export const termCandidateSchema: z.ZodType<TermCandidate> = z.object({
  form: z.string().min(1),
  count: z.number(),
  documents: z.number(),
  score: z.number(),
  evidence: z.array(z.string()),
  examples: z.array(z.object({ text: z.string(), span: spanSchema })),
  kind: entryKindSchema,
  ambiguous: z.boolean(),
  english: z
    .object({
      text: z.string().min(1),
      source: z.enum(["posts", "translations", "glossary", "lexicon", "CC-CEDICT", "pinyin"]),
      count: z.number(),
      consistency: z.number().optional(),
    })
    .optional(),
  folded: z.array(z.string()),
}) as unknown as z.ZodType<TermCandidate>;
