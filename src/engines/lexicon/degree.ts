import { altered } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 好想你, 更努力: what is "so" or "more" before an adjective is "so much" or "more" behind a verb. */
export function degreed(phrase: Clause): Clause {
  const { verb } = phrase;
  if (phrase.copula || !verb) return phrase;
  // 永远不 is "never"
  const never = phrase.negation === "not" && phrase.adverbs.some((a) => a.type === "leaf" && a.english === "forever");
  // 更有信心: "be more confident"
  const more = verb.english.startsWith("be ") ? undefined : phrase.adverbs.find(isMore);
  const adverbs = phrase.adverbs
    .filter((adverb) => adverb !== more)
    .map((adverb, i, { length }) => {
      if (adverb.type !== "leaf") return adverb;
      if (never && adverb.english === "forever") return altered(adverb, { english: "never" });
      // 这么快就收到: what stands before another adverb belongs to it
      const degree = /^(?:so|too)$/.test(adverb.english) && i === length - 1;
      return degree ? altered(adverb, { english: `${adverb.english} much` }) : adverb;
    });
  const hard = more !== undefined && / hard$/.test(verb.english);
  return altered(phrase, {
    negation: never ? undefined : phrase.negation,
    adverbs,
    verb: hard ? altered(verb, { english: `${verb.english}er` }) : verb,
    end: more && !hard ? [...phrase.end, more] : phrase.end,
  });
}

const isMore = (part: Phrase): boolean => part.type === "leaf" && part.english === "more" && part.category === "DEG";
