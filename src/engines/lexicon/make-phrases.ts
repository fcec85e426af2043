import { wordAt } from "./entry.js";
import type { Adjectival, Clause, Leaf, Nominal, Phrase } from "./phrase.js";

/** An empty noun phrase around a head. Like clauses, all have the same members, which V8 reads faster. */
export const nominal = (head?: Leaf): Nominal => ({
  type: "nominal",
  head,
  determiner: undefined,
  possessor: undefined,
  quantity: undefined,
  before: [],
  after: [],
  plural: undefined,
  others: [],
  etcetera: undefined,
  definite: undefined,
  direct: undefined,
  examples: undefined,
});

/** Whoever reads: "you", where the Chinese names nobody. */
export const reader = (): Nominal => nominal(wordless("you", "pronoun"));

/** An adjective by itself. */
export const adjectival = (head: Leaf): Adjectival => ({
  type: "adjectival",
  head,
  adverbs: [],
  than: undefined,
  by: undefined,
  as: undefined,
  others: [],
});

/** An empty clause around a verb. */
export const clause = (verb?: Leaf): Clause => ({
  type: "clause",
  conjunction: undefined,
  front: [],
  topic: undefined,
  subject: undefined,
  modals: [],
  negation: undefined,
  adverbs: [],
  aspects: new Set(verb?.word.aspect ? [verb.word.aspect] : []),
  passive: undefined,
  agent: undefined,
  verb,
  copula: undefined,
  objects: [],
  complement: undefined,
  end: [],
  endTimes: [],
  how: undefined,
  asks: undefined,
  urged: undefined,
  whether: undefined,
  host: undefined,
  light: undefined,
  theMore: undefined,
  meanwhile: undefined,
  please: undefined,
  relative: undefined,
  shares: undefined,
  next: [],
});

/** An English word that no Chinese one stands for. */
export const wordless = (english: string, category = ""): Leaf => ({
  type: "leaf",
  word: wordAt("", -1, -1, []),
  category,
  english,
});

/** A phrase as a clause: a verb, an adjective as predicate, anything else as the object of nothing. */
export function asClause(phrase: Phrase): Clause {
  if (phrase.type === "clause") return phrase;
  if (phrase.type === "leaf" && phrase.category !== "phrase") return clause(phrase);
  return altered(clause(), { objects: [phrase] });
}

/** A phrase that a rule knows to be a word. */
export const leaf = (phrase: Phrase): Leaf => phrase as Leaf;

/** A phrase as a clause with other members. */
export const change = (phrase: Phrase, members: Partial<Clause>): Clause => altered(asClause(phrase), { ...members });

/** A clause with a subject. */
export const withSubject = (made: Clause, subject: Phrase): Clause => altered(made, { subject });

/** A clause with something put first of what stands at its end. */
export const ended = (phrase: Phrase, added: Phrase): Clause =>
  change(phrase, { end: [added, ...asClause(phrase).end] });

/** A phrase as a noun phrase. */
export const asNominal = (phrase: Phrase): Nominal => (phrase.type === "nominal" ? phrase : nominalOf(phrase));

function nominalOf(phrase: Phrase): Nominal {
  if (phrase.type === "leaf") return nominal(phrase);
  if (phrase.type === "quantity") return altered(nominal(), { quantity: phrase });
  return altered(nominal(), { before: [phrase] });
}

/**
 * A phrase with other members.
 *
 * Copies list their members: V8 gives the objects of every spread in the code a shape of their own.
 */
export function altered<T extends Copied>(phrase: T, members: Partial<T>): T {
  return Object.assign(copyOf(phrase) as T, members);
}

type Copied = Leaf | Nominal | Adjectival | Clause;

function copyOf(phrase: Copied): Copied {
  if (phrase.type === "leaf")
    return { type: "leaf", word: phrase.word, category: phrase.category, english: phrase.english };
  if (phrase.type === "adjectival")
    return {
      type: "adjectival",
      head: phrase.head,
      adverbs: phrase.adverbs,
      than: phrase.than,
      by: phrase.by,
      as: phrase.as,
      others: phrase.others,
    };
  if (phrase.type === "nominal")
    return {
      type: "nominal",
      head: phrase.head,
      determiner: phrase.determiner,
      possessor: phrase.possessor,
      quantity: phrase.quantity,
      before: phrase.before,
      after: phrase.after,
      plural: phrase.plural,
      others: phrase.others,
      etcetera: phrase.etcetera,
      definite: phrase.definite,
      direct: phrase.direct,
      examples: phrase.examples,
    };
  return {
    type: "clause",
    conjunction: phrase.conjunction,
    front: phrase.front,
    topic: phrase.topic,
    subject: phrase.subject,
    modals: phrase.modals,
    negation: phrase.negation,
    adverbs: phrase.adverbs,
    aspects: phrase.aspects,
    passive: phrase.passive,
    agent: phrase.agent,
    verb: phrase.verb,
    copula: phrase.copula,
    objects: phrase.objects,
    complement: phrase.complement,
    end: phrase.end,
    endTimes: phrase.endTimes,
    how: phrase.how,
    asks: phrase.asks,
    urged: phrase.urged,
    whether: phrase.whether,
    host: phrase.host,
    light: phrase.light,
    theMore: phrase.theMore,
    meanwhile: phrase.meanwhile,
    please: phrase.please,
    relative: phrase.relative,
    shares: phrase.shares,
    next: phrase.next,
  };
}
