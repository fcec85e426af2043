import { altered, clause } from "./make-phrases.js";
import type { Phrase } from "./phrase.js";

/** 等快递小哥上门: a clause of waiting that leads to nothing is what one is to do. */
export function awaited(phrase: Phrase, leads: boolean): Phrase {
  if (leads || phrase.type !== "clause" || phrase.conjunction?.category !== "DENG") return phrase;
  const { conjunction, subject, next, aspects } = phrase;
  if (!subject || next.length || aspects.size) return phrase;
  const done = altered(phrase, { conjunction: undefined, subject: undefined });
  return altered(clause(altered(conjunction, { category: "verb", english: "wait for" })), {
    objects: [subject],
    complement: { kind: "infinitive", clause: done },
  });
}
