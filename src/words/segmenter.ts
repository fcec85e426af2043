/** A word of a text and its part of speech (jieba's tags; `x` where unknown). */
export interface SegmentedWord {
  /** The word. */
  text: string;
  /** Its part of speech. */
  pos: string;
}

/** Splits Chinese text into words; the words' texts make up the input. */
export interface WordSegmenter {
  /** What it is called. */
  readonly name: string;
  /** Splits a text; the words' texts, joined, are the text. */
  segment(text: string): SegmentedWord[];
  /** Only the words that a dictionary knows, without parts of speech; what it does not know comes in single characters. Default: the words of `segment`. */
  cut?: ((text: string) => string[]) | undefined;
}
