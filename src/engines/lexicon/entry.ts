/** A part of speech of the lexicon's files. */
export type PartOfSpeech =
  | "noun"
  | "mass"
  | "plural"
  | "name"
  | "place"
  | "time"
  | "pronoun"
  | "number"
  | "measure"
  | "determiner"
  | "verb"
  | "modal"
  | "adjective"
  | "adverb"
  | "preposition"
  | "conjunction"
  | "particle"
  | "interjection"
  | "localizer"
  | "phrase";

/** The member names of the selectors of a choice. */
export type Selector = "next" | "previous" | "object" | "subject" | "near";

/** An English that is chosen only where every selector it carries holds. */
export interface Choice extends Partial<Record<Selector, readonly string[]>> {
  readonly english: string;
}

/** The English of one part of speech: one text, or choices of which the first that holds counts. */
export type English = string | readonly (string | Choice)[];

/** One word of the lexicon: its parts of speech, likeliest first. */
export type Entry = Partial<Record<PartOfSpeech, English>>;

/** A lexicon file, `dictionaries/lexicon/*.json`. */
export interface LexiconFile {
  readonly name: string;
  readonly license: string;
  /** 1 for the commonest words … 4 for rare ones. */
  readonly commonness: number;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** One way to read a word: a category of the grammar (a part of speech or a function word's own), its English, its cost. */
export interface Reading {
  readonly category: string;
  readonly english: English;
  readonly cost: number;
}

/** What the lexicon knows of a word: its readings, and how unlikely the word is (a negative logarithm). */
export interface Item {
  readonly readings: readonly Reading[];
  readonly cost: number;
}

/** A word of a unit with its place in the text (UTF-16 offsets, end exclusive). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly readings: readonly Reading[];
  /** The value of a numeral. */
  readonly value: number | undefined;
  /** English that nothing may change: an accepted term. */
  readonly verbatim: boolean;
  /** The word asks: 能不能. */
  readonly asks: boolean;
  /** The aspect that stands inside a separable verb: 打了电话. */
  readonly aspect: "LE" | "GUO" | undefined;
  /** How unlikely the word is (a negative logarithm); 0 where nothing else may stand. */
  readonly cost: number;
}

/** A plain word at a place of a unit. All words have the same members, which reads faster. */
export const wordAt = (text: string, start: number, end: number, readings: readonly Reading[], cost = 0): Word => ({
  text,
  start,
  end,
  readings,
  value: undefined,
  verbatim: false,
  asks: false,
  aspect: undefined,
  cost,
});
