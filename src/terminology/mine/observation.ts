/** A place where a form stands in a post, or in the piece of a very long post that is around it. */
export interface Occurrence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What was seen of a form. What is empty may be one and the same for many forms: it is replaced, never filled. */
export interface Observation {
  /** The form as it first stood there. */
  form: string;
  /** How many units it has. */
  readonly units: number;
  count: number;
  documents: number;
  /** How much more often its two halves stand together than by chance, at the split where they do least; bits. */
  cohesion: number;
  /** How freely what stands before and after it changes: the entropy of its neighbours, in bits. */
  left: number;
  right: number;
  /** The part of its places that word segmentation does not cut through, 0…1. */
  aligned: number;
  /** How near its places are to one another: 1 where they are spread by chance, more where they come in bursts. */
  burst: number;
  /** How often a number stands right before it: it is what is counted, then. */
  numbered: number;
  /** How often it is one word, by the word's tag. */
  tags: Map<string, number>;
  /** How often each pattern shows it, by the index of the pattern; empty where none does. */
  patterns: number[];
  /** Latin words beside it: how often; in parentheses after it counted three times, or twice after more Han characters. */
  latin: Map<string, number>;
  /** Latin words in parentheses beside it where no more Han characters stand before it: how often. */
  bracketed: Map<string, number>;
  examples: Occurrence[];
  /** English of posts that hold it, where there are translations. */
  translations: string[];
}

/** How many example posts, translations and Latin words are kept of a form. */
export const EXAMPLES = 3;
export const TRANSLATIONS = 30;
export const LATIN_FORMS = 8;
