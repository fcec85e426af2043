import type { Agreement } from "./agreement.js";
import type { Clause, Leaf, Phrase, Prepositional } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import type { Setting } from "./setting.js";

/** What a clause asks: whether subject and auxiliary change places, and what goes to the front. */
export interface Question {
  readonly inverts: boolean;
  /** The object that goes to the front. */
  readonly object?: Phrase;
  /** The phrase whose object goes to the front, and its preposition not: "who … with". */
  readonly stranded?: Prepositional;
  /** "how", "why": goes to the front. */
  readonly how?: Leaf;
}

const WH = /^(?:what|who|which|whose|how|how many|how much|where)$/;

/** Whether a clause holds a question word. */
export const asksWhat = (phrase: Clause): boolean =>
  phrase.how !== undefined || phrase.objects.some((o) => whLeaf(o) !== undefined);

/** Finds what a clause asks. */
export function questionOf(phrase: Clause, subject: Phrase | undefined, setting: Setting): Question {
  const object = phrase.objects.find((o) => whLeaf(o) !== undefined);
  const main = !setting.embedded;
  const stranded = object || phrase.how ? undefined : phrase.end.find(asksWhom);
  const wh = phrase.how !== undefined || object !== undefined || stranded !== undefined;
  const inverts =
    main &&
    subject !== undefined &&
    phrase.how?.category !== "EXCLAIMED" &&
    (phrase.conjunction?.english === "not only" ||
      phrase.asks === true ||
      asksByForm(phrase) ||
      phrase.how !== undefined ||
      (wh && (setting.question || asksYou(subject, phrase) || asksWho(phrase)))) &&
    (!phrase.conjunction || phrase.conjunction.english === "not only");
  const fronts =
    subject !== undefined &&
    object !== undefined &&
    (inverts || setting.embedded === true || phrase.conjunction !== undefined) &&
    !phrase.relative;
  return {
    inverts,
    ...(fronts && !phrase.how && { object }),
    ...(inverts && stranded && { stranded }),
    ...(phrase.how && { how: phrase.how }),
  };
}

/** 跟谁, 给谁, 从哪: whom something is done with or for. */
const asksWhom = (part: Phrase): part is Prepositional =>
  part.type === "prepositional" &&
  /^(?:with|for|to|from|about)$/.test(part.preposition.english) &&
  whLeaf(part.object) !== undefined;

/** 能不能: a doubled word asks. */
export const asksByForm = (phrase: Clause): boolean =>
  phrase.verb?.word.asks === true ||
  phrase.modals.some((leaf) => leaf.word.asks) ||
  // 噪音大不大: "is the noise loud"
  (phrase.copula === true && phrase.objects.some((object) => object.type === "adjectival" && object.head.word.asks));

/** 你最喜欢什么颜色: what "you" and a question word say is asked, without a question mark too. */
const asksYou = (subject: Phrase, { negation, conjunction, next }: Clause): boolean =>
  addressedYou(subject) && !negation && !conjunction && !next.length;

/** 那个人是谁: who or what something is, is asked, without a question mark too. */
const asksWho = ({ copula, verb, objects: [said], negation, conjunction, next }: Clause): boolean =>
  copula === true &&
  verb?.category === "BE" &&
  said?.type === "nominal" &&
  said.head?.category === "pronoun" &&
  /^(?:who|what)$/.test(said.head.english) &&
  !negation &&
  !conjunction &&
  !next.length;

/** Whether a subject is whoever is spoken to. */
export const addressedYou = (subject: Phrase): boolean =>
  subject.type === "nominal" && subject.head?.category === "pronoun" && /^you(?: all)?$/.test(subject.head.english);

/** The pieces at the front of a question. */
export function frontedQuestion(question: Question, agreement: Agreement, setting: Setting): Piece[] {
  if (question.object) return pieces(question.object, "subject", setting);
  if (question.stranded) return pieces(question.stranded.object, "subject", setting);
  if (!question.how) return [];
  const word = pieceOf(question.how, question.how.english, "question");
  return agreement === "none" && word.text !== "why" ? [word, added("to", "question")] : [word];
}

/** The question word of a noun phrase, if it is one or has one. */
export function whLeaf(phrase: Phrase): Leaf | undefined {
  if (phrase.type === "leaf") return WH.test(phrase.english) ? phrase : undefined;
  if (phrase.type !== "nominal") return undefined;
  if (phrase.head?.category === "pronoun" && WH.test(phrase.head.english)) return phrase.head;
  // 你有几个孩子: "how many kids"
  const asked = phrase.determiner ?? phrase.quantity?.number;
  return asked && WH.test(asked.english) ? asked : undefined;
}
