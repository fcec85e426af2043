import { readDictionary } from "../../dictionaries.js";

/** The English forms that rules do not give, as written in `dictionaries/lexicon/english.json`. */
export interface EnglishFile {
  /** "base past participle" of irregular verbs. */
  readonly verbs: readonly string[];
  /** Verbs that double their last consonant before -ed and -ing. */
  readonly doubled: string;
  /** Irregular plurals. */
  readonly nouns: Readonly<Record<string, string>>;
  /** Beginnings of words spoken with a vowel, or a consonant, against their spelling. */
  readonly vowelSound: string;
  readonly consonantSound: string;
  /** "comparative superlative" of irregular adjectives. */
  readonly adjectives: Readonly<Record<string, string>>;
  /** Adjectives of two syllables that take "more" and "most". */
  readonly longAdjectives: string;
  /** "object possessive standalone reflexive" of pronouns. */
  readonly pronouns: Readonly<Record<string, string>>;
  readonly determinerPlurals: Readonly<Record<string, string>>;
  /** Determiners that stand with plurals. */
  readonly pluralDeterminers: string;
  /** Verbs followed by -ing, and by a bare infinitive. */
  readonly gerundVerbs: string;
  readonly bareVerbs: string;
  /** Adverbs that stand after the verb and its objects. */
  readonly endAdverbs: string;
  /** Units that make an attribute with a number: "a 6.7-inch screen". */
  readonly units: string;
  /** Nouns of persons: "who", and "'s". */
  readonly persons: string;
  /** Nouns of persons who are somewhere rather than something of a place: "users in Beijing", but "Beijing's mayor". */
  readonly inhabitants: string;
  /** Nouns that take an infinitive: "a chance to win". */
  readonly infinitiveNouns: string;
  /** Verbs without an object, or whose subject changes by itself. */
  readonly intransitives: string;
  /** Verbs that take no progressive, and stay present without a mark of the past. */
  readonly statives: string;
}

/** Reads the bundled English forms. */
export const readEnglish = (): EnglishFile => readDictionary<EnglishFile>("lexicon/english.json");
