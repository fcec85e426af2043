import type { SegmentedWord, WordSegmenter } from "./segmenter.js";
import { tagOfUnknown } from "./tag.js";

/** `Intl.Segmenter` is superlinear in the length of one string; in pieces of 200 code units it is not. */
const PIECE = 200;

/** How far back from the end of a piece a place is looked for where no word goes on. */
const LOOK_BACK = 60;

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
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start);
    for (const { segment } of segmenter.segment(text.slice(start, end))) {
      words.push({ text: segment, pos: tagOfUnknown(segment) });
    }
    start = end;
  }
  return words;
}

function endOfPiece(text: string, start: number): number {
  const limit = start + PIECE;
  if (limit >= text.length) return text.length;
  for (let end = limit; end > limit - LOOK_BACK; end--) if (isBreak(text.charCodeAt(end - 1))) return end;
  // A surrogate pair stays together.
  const unit = text.charCodeAt(limit);
  return unit >= 0xdc00 && unit <= 0xdfff ? limit + 1 : limit;
}

/** Spaces and punctuation, half- and full-width. */
function isBreak(unit: number): boolean {
  return unit <= 0x2f || (unit >= 0x3000 && unit <= 0x3003) || unit === 0xff0c || unit === 0xff01 || unit === 0xff1f;
}
