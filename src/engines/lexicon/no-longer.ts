import { altered, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 他不抽烟了, 空调不制冷了: what somebody or something did before and does no more; 我不去了 is what one decides. */
export function noLonger(phrase: Clause, subject: Phrase | undefined): Clause {
  const head = subject?.type === "nominal" ? subject.head : undefined;
  const decides = !head || (head.category === "pronoun" && !/^(?:he|she|it)$/.test(head.english));
  if (phrase.negation !== "not" || !phrase.aspects.has("LE") || !phrase.verb || phrase.copula || decides) return phrase;
  if (phrase.modals.length || phrase.asks || phrase.how || phrase.complement) return phrase;
  return altered(phrase, {
    negation: undefined,
    aspects: new Set([...phrase.aspects].filter((mark) => mark !== "LE")),
    adverbs: [...phrase.adverbs, wordless("no longer", "adverb")],
  });
}
