import { isWeather } from "./clause-shape.js";
import { type Carried, CONDITION } from "./discourse.js";
import { lacksMeans } from "./lack.js";
import { altered, nominal, reader, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 如果忘记了密码，可以…: what a condition leads to says again of whom it is. */
export function ledBy(phrase: Phrase, { opened, self }: Carried): Phrase {
  if (phrase.type === "clause" && addressesReader(phrase)) return altered(phrase, { subject: reader() });
  if (phrase.type === "clause" && !self && !phrase.subject && isReached(phrase))
    return altered(phrase, { subject: reader() });
  if (phrase.type === "clause" && self === "it" && lacksMeans(phrase))
    return altered(phrase, { subject: nominal(wordless("I", "pronoun")), conjunction: wordless("and", "CONJ") });
  if (phrase.type === "clause" && self && givesReason(phrase) && !isWeather(phrase))
    return altered(phrase, { subject: nominal(wordless(ofThing(phrase) ? "it" : self, "pronoun")) });
  if (phrase.type !== "clause" || !self || !CONDITION.test(opened ?? "")) return phrase;
  const lacks =
    !phrase.subject &&
    !phrase.please &&
    !phrase.how &&
    !phrase.conjunction &&
    (phrase.modals.length > 0 || follows(phrase));
  // 如果手机坏了，应该先关机: what a thing needs, whoever reads it does
  const reads = self === "it" && phrase.modals.some(({ word }) => DUTY.test(word.text));
  return lacks ? altered(phrase, { subject: reads ? reader() : nominal(wordless(self, "pronoun")) }) : phrase;
}

const DUTY = /^(?:应该?|可以|需要?|要|必须|不妨)$/;

/** 即使失败了，我也不后悔: what may happen even so happens to whoever the main clause is about. */
export function conceded(phrase: Clause, main: Phrase | undefined): Clause {
  const { conjunction, subject, topic, verb, copula, passive, host } = phrase;
  if (conjunction?.english !== "even if" || subject || topic || copula || passive || host || !verb) return phrase;
  if (verb.category.endsWith("HAVE") || isWeather(phrase)) return phrase;
  const whose = main?.type === "clause" && main.subject?.type === "nominal" ? main.subject : undefined;
  return altered(phrase, { subject: whose?.head?.category === "pronoun" ? whose : reader() });
}

/** 公司表示，将继续投入: what is said without a subject is said of the speaker. */
export const saidOf = (phrase: Phrase, { self }: Carried): Phrase =>
  phrase.type === "clause" &&
  self &&
  phrase.verb &&
  !phrase.subject &&
  !phrase.please &&
  !phrase.topic &&
  phrase.negation !== "dont"
    ? altered(phrase, { subject: nominal(wordless(self, "pronoun")) })
    : phrase;

/** 没去，因为生病了: a reason behind what it is for is told of the same person, though the Chinese does not say so. */
const givesReason = ({ conjunction, subject, topic, front, passive, please, how, verb, copula }: Clause): boolean =>
  /^(?:because|although|though)$/.test(conjunction?.english ?? "") &&
  !subject &&
  !topic &&
  !front.length &&
  !passive &&
  !please &&
  !how &&
  (copula === true || (verb !== undefined && !/HAVE$|^VAPPEAR$/.test(verb.category)));

/** 我喜欢它，因为便宜: what is so of things is not said of whoever likes them. */
const ofThing = ({ copula, verb, objects: [said] }: Clause): boolean =>
  copula === true && !verb && said?.type === "adjectival" && !PERSONAL.test(said.head.english);

const PERSONAL =
  /\b(?:tired|exhausted|busy|sleepy|hungry|thirsty|sick|ill|happy|glad|sad|angry|lazy|poor|young|old|late|afraid|scared|shy|nervous|curious|lonely|bored|drunk|lucky)$/;

/** 只需三步，就能找回手机: what can be reached, whoever reads it can. */
const isReached = ({ adverbs, modals, aspects, conjunction, please }: Clause): boolean =>
  !conjunction &&
  !please &&
  !aspects.size &&
  modals.length === 1 &&
  /^(?:能|可|可以)$/.test(modals[0]!.word.text) &&
  adverbs.some((adverb) => adverb.type === "leaf" && /^[就即便才]$/.test(adverb.word.text));

/** 就有机会获奖: 就 tells what follows from a condition; what one is asked to do, it asks. */
const follows = ({ adverbs, verb }: Clause): boolean =>
  adverbs.some((adverb) => adverb.type === "leaf" && adverb.word.text === "就") &&
  verb !== undefined &&
  !verb.word.readings.some((reading) => reading.category === "VASKED");

/** 如果觉得有用: a condition of nobody's is the reader's. */
const addressesReader = (phrase: Clause): boolean =>
  READERS.test(phrase.conjunction?.english ?? "") &&
  !phrase.subject &&
  !phrase.topic &&
  !phrase.front.length &&
  !phrase.passive &&
  !phrase.copula &&
  !phrase.host &&
  phrase.verb !== undefined &&
  !phrase.verb.category.endsWith("HAVE") &&
  !isWeather(phrase);

const READERS = /^(?:if|only if|as long as|once|unless|in case)$/;
