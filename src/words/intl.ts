import type { SegmentedWord, WordSegmenter } from "./segmenter.js";
import { tagOfUnknown } from "./tag.js";

/**
 * Pieces of at most 200 characters, which end at white space or punctuation where there is some near the end:
 * `Intl.Segmenter` is superlinear in the length of one string; in such pieces it is not.
 */
const PIECES = /.{140,199}[\s!-/、。〃，！？]|.{1,200}/gsu;

let segmenter: Intl.Segmenter | undefined;

/**
 * The word segmenter that is built into JavaScript: no dependency, but its dictionary knows few names (华|为), varies by
 * runtime, and has no parts of speech: a number is `m`, a Latin word `eng`, everything else `x`.
 */
export function intlSegmenter(): WordSegmenter {
  return { name: "intl", segment: segmentWithIntl };
}

function segmentWithIntl(text: string): SegmentedWord[] {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const words: SegmentedWord[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    for (const { segment } of segmenter.segment(piece)) words.push({ text: segment, pos: tagOfUnknown(segment) });
  }
  return words;
}
