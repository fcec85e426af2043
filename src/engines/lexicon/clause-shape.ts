import { type Agreement, agreementOf } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";
import { asksWhat } from "./question.js";
import type { Setting } from "./setting.js";

const PREPOSITION_END = / (?:(?<=(?:participate|part|believe|engage|invest) )in|to|at|for|of|with|from|about|into|as)$/;

/** What is said of the subject is an adjective: 天气很好. */
export const isAdjectival = (phrase: Clause): boolean =>
  phrase.copula === true && !phrase.verb && phrase.objects[0]?.type === "adjectival";

/** 洗手 is to wash "one's" hands: whose, the subject says, or the reader. */
export const owned = (text: string, { english, self }: Setting): string =>
  text
    .replace(/\bone's\b/, english.pronoun(self ?? "you", 1) ?? "your")
    .replace(/\boneself\b/, english.pronoun(self ?? "you", 3) ?? "yourself");

/** 你们准备好了吗: a fixed question that holds its own "you". */
export const addressesYou = ({ verb, objects }: Clause): boolean =>
  !verb && objects[0]?.type === "leaf" && /^(?:are|do|did|have|can|will) you\b/.test(objects[0].english);

/** 春天来了: what has come is here. */
export function arrived(phrase: Clause, english: Inflector): Clause {
  const { verb, subject, aspects } = phrase;
  const alone =
    /^[来到]$/.test(verb?.word.text ?? "") &&
    aspects.has("LE") &&
    subject?.type === "nominal" &&
    !/^(?:pronoun|name)$/.test(subject.head?.category ?? "pronoun") &&
    !english.isPerson(subject.head!.english) &&
    !(phrase.objects.length || phrase.end.length || phrase.endTimes.length || phrase.front.length) &&
    !(phrase.complement || phrase.negation || phrase.asks || phrase.modals.length || phrase.next.length);
  if (!alone) return phrase;
  return altered(phrase, {
    copula: true,
    verb: altered(verb!, { english: "be" }),
    objects: [altered(verb!, { english: "here" })],
    aspects: new Set(),
  });
}

/** 应该怎么处理: a question without a subject asks whoever reads it. */
export const asksSomebody = (phrase: Clause, setting: Setting): boolean =>
  !setting.embedded &&
  !setting.agreement &&
  !isWeather(phrase) &&
  (setting.question || phrase.asks === true || phrase.modals.some(({ word }) => word.asks)) &&
  ((phrase.modals.length > 0 && asksWhat(phrase)) ||
    ((phrase.asks === true || phrase.modals.some(({ word }) => word.asks)) && asksReader(phrase)));

/** 还记得那位老师吗: what somebody does is asked of whoever reads it. */
const asksReader = ({ verb, copula, passive, negation, topic }: Clause): boolean =>
  verb !== undefined && !copula && !passive && !negation && !topic && !verb.category.endsWith("HAVE");

/** What a verb agrees with: its subject, or whom one takes for it. */
export function agreementFor(phrase: Clause, subject: Phrase | undefined, setting: Setting): Agreement {
  if (subject) return agreementOf(subject, setting.english);
  if (isWeather(phrase)) return "he";
  if (setting.agreement) return setting.agreement;
  if (phrase.please || phrase.urged || phrase.negation === "dont" || phrase.verb?.category === "VCONG") return "none";
  if (needsSubject(phrase, setting)) return "he";
  // what a reader is asked to do has no thing for its subject: 新品今天首发，点击链接参与
  if (!PERSONAL.test(setting.self ?? "") && isAsked(phrase)) return "none";
  return setting.carried ?? (setting.tense === "past" ? "they" : "none");
}

const PERSONAL = /^(?:I|we|he|she|they|you)$/;

/** 出门记得戴手套: what readers are asked to do, or what comes behind it. */
const isAsked = (phrase: Clause): boolean =>
  phrase.verb?.word.readings.some(({ category }) => category === "VASKED") === true ||
  phrase.next.some(({ clause }) => !clause.subject && isAsked(clause));

/** "be" with a noun, or behind a conjunction, does not go without a subject. */
export const needsSubject = (phrase: Clause, setting: Setting): boolean =>
  phrase.copula === true &&
  !setting.agreement &&
  !setting.carried &&
  !setting.embedded &&
  phrase.negation !== "dont" &&
  !phrase.relative &&
  (phrase.verb !== undefined || phrase.conjunction !== undefined || phrase.complement?.kind === "infinitive") &&
  !isGlad(phrase) &&
  !isFelt(phrase);

const GLAD = /^(?:happy|glad|honored|lucky|excited|proud|sorry|surprised|gratified)$/;

const FELT = /^(?:tired|happy|sad|busy|hungry|nervous|angry|sleepy|sick|excited|lonely|scared|worried)$/;

/** 虽然很累: how whoever writes feels. */
const isFelt = ({ verb, conjunction, complement, objects: [how] }: Clause): boolean =>
  !verb &&
  !complement &&
  /^(?:although|though)$/.test(conjunction?.english ?? "") &&
  how?.type === "adjectival" &&
  FELT.test(how.head.english);

/** 很高兴认识你: who is glad of it, says so. */
const isGlad = ({ verb, conjunction, complement, objects: [how] }: Clause): boolean =>
  !verb &&
  !conjunction &&
  complement?.kind === "infinitive" &&
  how?.type === "adjectival" &&
  GLAD.test(how.head.english);

/** 下雨了: "it" rains. */
export const isWeather = ({ verb, relative }: Clause): boolean =>
  !relative && /^(?:rain|snow|thunder|hail)(?: heavily)?$/.test(verb?.english ?? "");

const HERE = /^(?:here|there)$/;

/** 家里有人: "there is", where nobody has what there is. */
export function isExistential(phrase: Clause, subject: Phrase | undefined, setting: Setting): boolean {
  if (phrase.negation === "dont") return false;
  if (phrase.verb?.english.startsWith("there be")) return true;
  if (!phrase.verb?.category.endsWith("HAVE") || setting.agreement) return false;
  if (!subject) return setting.carried === undefined;
  return (
    subject.type === "prepositional" ||
    (subject.type === "nominal" && (subject.head?.category === "place" || HERE.test(subject.head?.english ?? "")))
  );
}

/** The verb's English; without an object it loses the preposition that was for one, without a subject an adjective stands bare. */
export function verbText(phrase: Clause, hasSubject: boolean): string {
  if (phrase.copula) {
    if (phrase.verb?.english.startsWith("be")) return phrase.verb.english;
    return hasSubject || phrase.modals.length || phrase.negation || phrase.relative ? "be" : "";
  }
  const text = phrase.verb?.english ?? "";
  if (phrase.complement?.kind === "finite" && text === "think" && isFeeling(phrase.complement.clause)) return "feel";
  if (phrase.objects.some((object) => object.type === "prepositional" || isPlaced(object)))
    return text.replace(/ (?:in|at|on|to)$/, "");
  const lone = !phrase.objects.length && !phrase.passive && !phrase.relative;
  if (/ up to$/.test(text)) return text;
  // 没人陪: "no one is there"
  if (lone && text === "be with" && !phrase.end.length) return "be there";
  const alone = lone && !phrase.complement ? LONE.get(text) : undefined;
  if (alone) return alone;
  return lone && !phrase.complement ? text.replace(PREPOSITION_END, "") : lone ? text.replace(/ to$/, "") : text;
}

/** 躺在床上: a place whose English has its own preposition, "in bed". */
function isPlaced(object: Phrase): boolean {
  const place =
    object.type === "leaf" ? object : object.type === "nominal" && !object.determiner ? object.head : undefined;
  return place?.category === "place" && /^(?:in|on|at) /.test(place.english);
}

/** What a verb is that says nothing of its object: 让我们一起期待. */
const LONE = new Map([
  ["look forward to", "look forward to it"],
  ["wait for", "wait"],
]);

/** 觉得很好: what one feels is an adjective without "be". */
export const isFeeling = (clause: Clause): boolean =>
  isAdjectival(clause) && !clause.subject && !clause.modals.length && !clause.negation;

/** What is called by a name or a noun, not a pronoun. */
export const isNamed = (subject: Phrase | undefined): boolean =>
  subject?.type === "nominal" && subject.head !== undefined && subject.head.category !== "pronoun";

/** The time that stands next to the subject. */
export const timeOf = (phrase: Clause): Phrase | undefined => phrase.front.at(-1) ?? phrase.endTimes[0];

/** 今天是母亲节, 今天比昨天冷: a time before "be" is its subject, and one that is compared. */
export function timeAsSubject(phrase: Clause): Phrase | undefined {
  const time = timeOf(phrase);
  const said = phrase.verb ?? (phrase.objects[0]?.type === "adjectival" ? phrase.objects[0].than : undefined);
  // 今天适合出门: a verb that is "be" and an adjective
  const suits =
    BE_ADJECTIVE.test(phrase.verb?.english ?? "") && !phrase.passive && !phrase.negation && !phrase.relative;
  const alone = ((phrase.copula && said) || suits) && time?.type === "temporal" && time.leaf?.category === "time";
  return alone ? nominal(time.leaf) : undefined;
}

const BE_ADJECTIVE = /^be (?!\w+ed\b|called\b|known\b|born\b|there\b)/;
