import { contains, overlaps, type Range, type Span } from "../span.js";
import type { WordSegmenter } from "../words/segmenter.js";
import type { Feature } from "./features.js";
import { type Reading, sentenceAround } from "./occurrence.js";
import type { Candidate } from "./scan.js";
import { startingBetween } from "./sorted.js";
import { bitOf } from "./vocabulary.js";

/** What segmentation can say of a place; at most one of them holds. */
export const SEGMENTATION_FEATURES = ["word:inside", "word:cut"] as const;

/**
 * Makes what tells what word segmentation makes of a place: nothing where the name is one word or several, `word:inside`
 * where it is part of a longer word, `word:cut` where a word goes on past its edge.
 *
 * A longer word of the name and what often follows names (奔驰车) is no longer word.
 */
export function createSegmentation(reading: Reading, segmenter: WordSegmenter): (candidate: Candidate) => Feature[] {
  const wordsAround = createWordsAround(reading.text, segmenter);
  return (candidate) => {
    const { start, end } = candidate;
    const touched = wordsAround(candidate).filter((word) => overlaps(word, candidate));
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last || (first.start === start && last.end === end)) return [];
    const detail = touched.map((word) => word.text).join("|");
    if (touched.length > 1) return [{ name: "word:cut", value: 1, detail }];
    if (first.start === start && followersOf(candidate, reading).some((word) => word.end === first.end)) return [];
    return [{ name: "word:inside", value: 1, detail }];
  };
}

/** How much text on either side of a place its words depend on, in UTF-16 code units. */
const MARGIN = 10;

/** Makes what segments the sentence around a range; the last one is kept for ranges well inside it. */
function createWordsAround(text: string, segmenter: WordSegmenter): (range: Range) => readonly Span[] {
  let known: Range = { start: 0, end: 0 };
  let words: readonly Span[] = [];
  return (range) => {
    const needed = { start: Math.max(0, range.start - MARGIN), end: Math.min(text.length, range.end + MARGIN) };
    const sentence = sentenceAround(text, range);
    if (!contains(known, sentence) && !contains(known, needed)) {
      known = sentence;
      words = cut(text, sentence, segmenter);
    }
    return words;
  };
}

function cut(text: string, { start, end }: Range, segmenter: WordSegmenter): Span[] {
  const piece = text.slice(start, end);
  return (segmenter.cut?.(piece) ?? segmenter.segment(piece).map((word) => word.text)).map((word) => {
    const span = { start, end: start + word.length, text: word };
    start = span.end;
    return span;
  });
}

const FOLLOWERS = bitOf("device") | bitOf("organization") | bitOf("officer");

/** The words right after a candidate that often follow names: 车 in 奔驰车, which jieba takes for one word. */
function followersOf({ end }: Candidate, reading: Reading): Range[] {
  return startingBetween(reading.words(), end, end + 1).filter(({ categories }) => categories & FOLLOWERS);
}

/** jieba's tag of a form by itself, `split` where it is no word: what kind of word it is. */
export function tagOfForm(form: string, segmenter: WordSegmenter): string {
  const words = segmenter.segment(form);
  return words.length === 1 ? words[0]!.pos : "split";
}
