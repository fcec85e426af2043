/** A word of a text and its part of speech (jieba's tags; `x` where unknown). */
export interface SegmentedWord {
  text: string;
  pos: string;
}

/** Splits Chinese text into words; the words' texts make up the input. */
export interface WordSegmenter {
  readonly name: string;
  segment(text: string): SegmentedWord[];
  /** Only the words that a dictionary knows, without parts of speech; what it does not know comes in single characters. Default: the words of `segment`. */
  cut?(text: string): string[];
}
