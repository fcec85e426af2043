/** A word of a text and its part of speech (jieba's tags; `x` where unknown). */
export interface SegmentedWord {
  text: string;
  pos: string;
}

/** Splits Chinese text into words; the words' texts make up the input. */
export interface WordSegmenter {
  readonly name: string;
  segment(text: string): SegmentedWord[];
}
