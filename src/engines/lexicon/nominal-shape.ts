import { isPlural } from "./agreement.js";
import { altered, wordless } from "./make-phrases.js";
import type { Nominal, Phrase } from "./phrase.js";
import type { Setting } from "./setting.js";

/** 三个bug: an English word in small letters that is counted is a noun, no name. */
export const isCountedWord = ({ head, quantity }: Nominal): boolean =>
  head?.category === "name" && !head.word.verbatim && /^[a-z]{2,}$/.test(head.word.text) && isPlural(quantity);

/** 这么大的屏幕, 多么美好的一天: "such a big screen", "what a beautiful day"; the word, and the noun without what it says. */
export function suchOf(phrase: Nominal): { word: string; noun: Nominal } | undefined {
  const [part, ...others] = phrase.before;
  const first = part?.type === "clause" && part.copula ? part.objects[0] : part;
  const one = phrase.quantity === undefined || phrase.quantity.number?.english === "one";
  if (first?.type !== "adjectival" || phrase.determiner || !one || phrase.possessor || !phrase.head) return undefined;
  const so = first.adverbs.find(
    (adverb) => adverb.type === "leaf" && /^(?:这么|那么|如此|好|多么)$/.test(adverb.word.text),
  );
  if (!so || /^(?:many|much|few|little)$/.test(first.head.english)) return undefined;
  const word = so.type === "leaf" && so.word.text === "多么" ? "what" : "such";
  const noun = altered(phrase, {
    quantity: undefined,
    before: [altered(first, { adverbs: first.adverbs.filter((adverb) => adverb !== so) }), ...others],
  });
  return { word, noun };
}

/** An amount in a unit before a noun is its attribute ("a 100-yuan coupon"); before 时间 it is the time itself. */
export function measured(phrase: Nominal, { english }: Setting): Nominal {
  const unit = phrase.quantity?.measure?.english.replace(/ of$/, "") ?? "";
  const number = phrase.quantity?.number;
  if (!phrase.head || !number || !english.isUnit(unit)) return phrase;
  if (phrase.head.word.text === "时间") return altered(phrase, { head: undefined });
  if (phrase.head.category !== "noun") return phrase;
  const attribute = { ...phrase.quantity!, attribute: true };
  return altered(phrase, { quantity: undefined, before: [attribute, ...phrase.before] });
}

/** 有网友问: some people of a kind. */
export function someOf(phrase: Phrase, { english }: Setting): Phrase {
  if (phrase.type !== "nominal" || phrase.head?.category !== "noun" || !english.isPerson(phrase.head.english))
    return phrase;
  if (phrase.determiner || phrase.quantity || phrase.possessor || phrase.others.length || phrase.plural) return phrase;
  return altered(phrase, { determiner: wordless("some", "determiner"), plural: true });
}
