import { isMany } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, clause, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/**
 * 教你怎么挑西瓜, where nobody is said to teach: what one is taught follows, "here's how to pick a watermelon".
 *
 * @param isOpening Whether the clause stands alone and nobody was named before.
 */
export function taught(phrase: Clause, english: Inflector, isOpening: boolean): Clause {
  const [whom, what, ...others] = phrase.objects;
  const { verb, complement } = phrase;
  if (!isOpening || !/^教会?$/.test(verb?.word.text ?? "") || !isReader(whom) || others.length) return phrase;
  if (!isPlain(phrase) || (!what && !complement)) return phrase;
  const { how } = complement?.clause ?? {};
  if (what && (what.type !== "nominal" || how)) return phrase;
  const here = wordless(what ? (isMany(what, english) ? "here are" : "here's") : `here's ${how?.english ?? "how"}`);
  const done = complement && altered(complement.clause, { how: undefined });
  return altered(clause(), {
    front: phrase.front,
    objects: what ? [here, what] : [here],
    complement: done && { kind: "infinitive", clause: done },
    end: phrase.end,
    next: phrase.next,
  });
}

const isReader = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "nominal" && /^(?:you|everyone)$/.test(phrase.head?.english ?? "");

const isPlain = (phrase: Clause): boolean =>
  !phrase.subject &&
  !phrase.modals.length &&
  !phrase.adverbs.length &&
  !phrase.aspects.size &&
  !phrase.endTimes.length &&
  !phrase.negation &&
  !phrase.how &&
  !phrase.please &&
  !phrase.conjunction &&
  !phrase.relative;
