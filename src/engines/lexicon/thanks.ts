import { isPerson } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause, Prepositional } from "./phrase.js";

const MANY = /们$/;
const PERSONAL = /^(?:I|you|he|she|it|we|they)$/;

/** 感谢大家的支持: English thanks somebody for something, "thank everyone for their support". Any other clause stays as it is. */
export function thanking(phrase: Clause, english: Inflector): Clause {
  const [object] = phrase.objects;
  if (phrase.verb?.english !== "thank" || object?.type !== "nominal" || !object.head || object.others.length)
    return phrase;
  const owner = object.possessor;
  if (owner?.type !== "nominal" || !owner.head || owner.head.english === "oneself") return phrase;
  const kind = owner.head.category;
  const thanked =
    kind === "pronoun" ||
    kind === "name" ||
    owner.plural ||
    MANY.test(owner.head.word.text) ||
    isPerson(owner.head, english);
  if (!thanked || isPerson(object.head, english)) return phrase;
  const their = PERSONAL.test(owner.head.english) && !owner.others.length ? owner.head.english : "they";
  const gift: Prepositional = {
    type: "prepositional",
    preposition: wordless("for", "preposition"),
    object: altered(object, { possessor: nominal(wordless(their, "pronoun")) }),
  };
  return altered(phrase, { objects: [owner], end: [gift, ...phrase.end] });
}
