import type { Word } from "./entry.js";

/** A word with the category it was read as and the English chosen for it. */
export interface Leaf {
  readonly type: "leaf";
  readonly word: Word;
  readonly category: string;
  readonly english: string;
}

/** A counted amount: "three bottles of", "more than 100". */
export interface Quantity {
  readonly type: "quantity";
  number: Leaf | undefined;
  ordinal: Leaf | undefined;
  measure: Leaf | undefined;
  /** As an attribute: "6.7-inch". */
  attribute: boolean | undefined;
  /** Words before the number: "about", "more than", "first", "full". */
  before: Leaf[];
  /** What follows the amount: "per hour", the same in another unit. */
  after: Phrase[] | undefined;
}

/** A noun phrase. Without a head it stands alone: "this", "three". */
export interface Nominal {
  readonly type: "nominal";
  head: Leaf | undefined;
  determiner: Leaf | undefined;
  possessor: Phrase | undefined;
  quantity: Quantity | undefined;
  /** Adjectives and compound members in English order, before the head. */
  before: Phrase[];
  /** Relative clauses, places, "of" phrases. */
  after: Phrase[];
  /** 们 or another mark of more than one. */
  plural: boolean | undefined;
  /** Further members of a coordination. */
  others: { join: Leaf; phrase: Phrase }[];
  etcetera: Leaf | undefined;
  /** Takes "the" whatever it is. */
  definite: boolean | undefined;
  /** What follows the head stands without "of". */
  direct: boolean | undefined;
  /** "X such as …": the examples. */
  examples: Phrase | undefined;
}

/** An adjective with its degree. */
export interface Adjectival {
  readonly type: "adjectival";
  head: Leaf;
  adverbs: Phrase[];
  than: Phrase | undefined;
  /** By how much it is more: "two years". */
  by: Phrase | undefined;
  /** What it is as much as: "as tall as me". */
  as: Phrase | undefined;
  others: { join?: Leaf; phrase: Adjectival }[];
}

/** A phrase with a preposition: "in Beijing", "on the table". */
export interface Prepositional {
  readonly type: "prepositional";
  preposition: Leaf;
  object: Phrase;
  /** A second one right behind: "from A to B". */
  further?: Prepositional;
}

/** A time: "yesterday", "on March 5", "three days ago", "when he came". */
export interface Temporal {
  readonly type: "temporal";
  leaf?: Leaf;
  relation?: Leaf;
  object?: Phrase;
  parts: Temporal[];
  /** The parts are the beginning and the end of a period. */
  range?: boolean;
  /** The parts are times of one kind, one beside the other. */
  isList?: boolean;
  /** "around 3 pm". */
  about?: Leaf;
  /** A note in parentheses. */
  after?: Phrase[];
}

/** An adverb made from an adjective or a clause: "quickly". */
export interface Manner {
  readonly type: "manner";
  object: Phrase;
}

/** A clause, its subject left out where the Chinese has none. */
export interface Clause {
  readonly type: "clause";
  conjunction: Leaf | undefined;
  front: Phrase[];
  topic: Phrase | undefined;
  subject: Phrase | undefined;
  modals: Leaf[];
  negation: "not" | "past" | "dont" | undefined;
  adverbs: Phrase[];
  aspects: Set<string>;
  passive: boolean | undefined;
  agent: Phrase | undefined;
  /** The verb; with `copula` it is "be" and the first object its predicate. */
  verb: Leaf | undefined;
  copula: boolean | undefined;
  objects: Phrase[];
  /** A clause that completes the verb: "want to go", "let him go", "say he goes". */
  complement: { kind: "infinitive" | "finite" | "and"; clause: Clause } | undefined;
  end: Phrase[];
  endTimes: Phrase[];
  /** How: "why", "how"; goes to the front of a question. */
  how: Leaf | undefined;
  asks: boolean | undefined;
  /** 快去拿吧: somebody is urged, so the verb is an imperative. */
  urged: boolean | undefined;
  whether: boolean | undefined;
  /** What is said of the object of 有: "have a chance to win", "there are people who …". */
  host: Clause | undefined;
  /** The verb stood behind a light one: 进行抢救. */
  light: boolean | undefined;
  /** "the more …": the first part of 越…越. */
  theMore: Clause | undefined;
  /** "while …ing": the second part of 边…边. */
  meanwhile: Clause | undefined;
  please: Leaf | undefined;
  relative: boolean | undefined;
  /** Without a subject of its own it has that of the clause it leads: "as soon as I get home". */
  shares: boolean | undefined;
  next: { join?: Leaf; clause: Clause }[];
}

/** What a tree becomes. */
export type Phrase = Leaf | Quantity | Nominal | Adjectival | Prepositional | Temporal | Manner | Clause;
