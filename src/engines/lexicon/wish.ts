import { altered, clause, wordless } from "./make-phrases.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";

/** A wish whose clause stands behind a comma, 愿新的一年，…: the word that wishes, and what it says before the comma. */
export interface OpenWish {
  readonly may: Leaf;
  readonly when: readonly Phrase[];
}

const TIME = /(?:^| )(?:year|month|week|day|days|spring|summer|autumn|winter|future)$/;

/** The wish that a clause leaves open: it says nothing, or only when. */
export function openWish(phrase: Phrase): OpenWish | undefined {
  if (phrase.type !== "clause" || phrase.verb?.word.text !== "愿" || phrase.subject || phrase.complement)
    return undefined;
  const [time, ...others] = phrase.objects;
  if (others.length || phrase.modals.length || (time && !isTime(time))) return undefined;
  const may = altered(phrase.verb, { category: "VCAUSE", english: "may" });
  return { may, when: time ? [{ type: "prepositional", preposition: wordless("in"), object: time }] : [] };
}

const isTime = (phrase: Phrase): boolean => phrase.type === "nominal" && TIME.test(phrase.head?.english ?? "");

/** What is wished: "may everyone be …". */
export function wished(phrase: Phrase, may: Leaf | undefined): Phrase {
  if (!may || phrase.type !== "clause" || !phrase.subject || phrase.conjunction) return phrase;
  const said: Clause = altered(phrase, { subject: undefined });
  return altered(clause(may), { objects: [phrase.subject], complement: { kind: "infinitive", clause: said } });
}
