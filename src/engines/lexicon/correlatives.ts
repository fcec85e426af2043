import type { Carried } from "./discourse.js";
import { altered, wordless } from "./make-phrases.js";
import { reasonInstead } from "./not-that.js";
import type { Phrase } from "./phrase.js";

const PAIRS = new Map([
  ["although", /^(?:but|however,|yet)$/],
  ["because", /^(?:so|therefore,)$/],
  ["if", /^then$/],
  ["since", /^then$/],
]);

/** 不但…而且, 要么…要么: "not only … but", "either … or". */
const ANSWERS = new Map([
  ["not only and", "but"],
  ["either either", "or"],
]);

/** 虽然…但是, 因为…所以: English has the first conjunction alone. */
export function withoutPair(phrase: Phrase, opened: string | undefined): Phrase {
  if (phrase.type !== "clause" || !phrase.conjunction) return phrase;
  const answer = ANSWERS.get(`${opened} ${phrase.conjunction.english}`);
  if (answer) return altered(phrase, { conjunction: altered(phrase.conjunction, { english: answer }) });
  if (!PAIRS.get(opened ?? "")?.test(phrase.conjunction.english)) return phrase;
  return altered(phrase, { conjunction: undefined });
}

/** 不是广告，而是真心话, 不是手机，是艺术品: "not an ad, but …"; what it is stands without a verb. */
export function insteadOf(phrase: Phrase, { denied, reason, self }: Carried): Phrase {
  if (!denied || phrase.type !== "clause") return phrase;
  if (reason) return reasonInstead(phrase, self);
  const { conjunction, verb, subject, negation } = phrase;
  const told = conjunction ? conjunction.word.text.startsWith("而") : verb?.word.text === "是";
  if (!told || subject || negation || (verb && verb.category !== "BE")) return phrase;
  return altered(phrase, { verb: undefined, copula: undefined, conjunction: wordless("but", "CONJ") });
}
