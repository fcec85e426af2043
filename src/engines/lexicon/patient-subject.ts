import { isPerson } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";
import { OBJECTLESS } from "./subject-shape.js";

/** 身份证忘带了: what is forgotten forgets nothing. */
export function forgotten(phrase: Clause, english: Inflector): Clause {
  const { verb, subject, objects, complement } = phrase;
  const head = subject?.type === "nominal" && subject.head?.category === "noun" ? subject.head : undefined;
  if (!head || !verb?.english.startsWith("forget") || objects.length || phrase.passive || isPerson(head, english))
    return phrase;
  const done: Clause = altered(phrase, { subject: undefined });
  if (!complement) return altered(done, { objects: [subject!] });
  const inner = complement.clause;
  if (inner.objects.length || inner.complement || OBJECTLESS.test(inner.verb?.category ?? "VI")) return phrase;
  return altered(done, { complement: { ...complement, clause: altered(inner, { objects: [subject!] }) } });
}

/** 手机不要放在车里: what one is not to do something with is no subject. */
export function forbidden(phrase: Clause, english: Inflector): Clause {
  const { verb, subject, objects } = phrase;
  const head = subject?.type === "nominal" && subject.head?.category === "noun" ? subject.head : undefined;
  if (!head || !verb || phrase.negation !== "dont" || phrase.copula || phrase.complement || isPerson(head, english))
    return phrase;
  const done: Clause = altered(phrase, { subject: undefined });
  // 密码不要告诉别人: "do not tell others the password"
  if (TELLS.test(verb.english) && objects.length === 1) return altered(done, { objects: [...objects, subject!] });
  const placed = objects.every((object) => object.type === "prepositional" || isPlace(object));
  return placed && !OBJECTLESS.test(verb.category) ? altered(done, { objects: [subject!, ...objects] }) : phrase;
}

const TELLS = /^(?:tell|give|show|send|lend)$/;

const isPlace = (phrase: Phrase): boolean =>
  (phrase.type === "leaf" ? phrase : phrase.type === "nominal" ? phrase.head : undefined)?.category === "place";
