import type { GlossaryEntry } from "../model.js";
import type { Range } from "../span.js";
import type { CueFinder, EntryCues } from "./cues.js";
import type { Candidate, Found } from "./scan.js";
import type { KnownWord, Vocabulary } from "./vocabulary.js";

/** A post as the decision about its names sees it; offsets are into the normalized copy. */
export interface Reading {
  readonly text: string;
  /** The text in lower case, as `notIn` is compared; as long as `text`. */
  readonly folded: string;
  /** Every place where a name may stand, by where it starts. */
  readonly candidates: readonly Candidate[];
  /** Where hashtags stand, without their `#`. */
  readonly hashtags: readonly Range[];
  /** The words of the vocabulary in the text, by where they start; found at the first call. */
  words(): readonly KnownWord[];
  /** The cues of all entries in the text, by where they start; found at the first call. */
  cues(): readonly Found[];
  /** Which of those cues are an entry's. */
  cuesOf(entry: GlossaryEntry): EntryCues;
}

/** Makes the reading of a post. */
export function readPost(
  text: string,
  candidates: readonly Candidate[],
  hashtags: readonly Range[],
  vocabulary: Vocabulary,
  cueFinder: CueFinder,
): Reading {
  const lower = text.toLowerCase();
  let words: readonly KnownWord[] | undefined;
  let cues: readonly Found[] | undefined;
  return {
    text,
    // A few letters are longer in lower case (İ); offsets must stay.
    folded: lower.length === text.length ? lower : text,
    candidates,
    hashtags,
    words() {
      words ??= vocabulary.find(text);
      return words;
    },
    cues() {
      cues ??= cueFinder.find(text);
      return cues;
    },
    cuesOf: cueFinder.of,
  };
}

/** How much of a text before and after a candidate has a say in it: most posts as a whole. */
const SURROUNDINGS = 200;

/** The part of the text that has a say in a candidate; bounded, so that a long text takes no more time a candidate. */
export function surroundings({ start, end }: Range, text: string): Range {
  return { start: Math.max(0, start - SURROUNDINGS), end: Math.min(text.length, end + SURROUNDINGS) };
}

/** How far a clause or sentence reaches to either side at most. */
const REACH = 40;

const SENTENCE_ENDS = ";!?。…\n#【】";
const CLAUSE_ENDS = `${SENTENCE_ENDS},:、《》[]()`;

/** The clause around a range: up to the punctuation on either side. */
export function clauseAround(text: string, range: Range): Range {
  return stretch(text, range, CLAUSE_ENDS);
}

/** The sentence around a range. */
export function sentenceAround(text: string, range: Range): Range {
  return stretch(text, range, SENTENCE_ENDS);
}

function stretch(text: string, { start, end }: Range, ends: string): Range {
  const first = Math.max(0, start - REACH);
  const last = Math.min(text.length, end + REACH);
  while (start > first && !ends.includes(text[start - 1]!)) start--;
  while (end < last && !ends.includes(text[end]!)) end++;
  return { start, end };
}
