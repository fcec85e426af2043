import type { Inflector } from "./inflect.js";
import type { Clause, Leaf, Nominal, Phrase, Quantity } from "./phrase.js";

/** What a verb agrees with; "none" is an imperative or an infinitive. */
export type Agreement = "I" | "he" | "they" | "none";

const PLURAL_PRONOUN = /^(?:you|we|they|these|those|both|many|some|others)$/;

/** Whether an amount is more than one. */
export const isPlural = (amount: Quantity | undefined): boolean =>
  amount?.number !== undefined && amount.number.word.value !== 1 && !/^(?:one|half)$/.test(amount.number.english);

/** What the verb agrees with, for a subject. */
export function agreementOf(subject: Phrase | undefined, english: Inflector): Agreement {
  if (subject?.type !== "nominal") return "he";
  // 决定画质的: what does something does it as one thing
  if (!subject.head && subject.after.some((part) => part.type === "clause")) return "he";
  if (subject.others.length) return "they";
  const word = subject.head?.english ?? "";
  if (subject.head?.category === "pronoun") {
    if (word === "I") return "I";
    // 自己 without anybody named is whoever reads it
    if (word === "oneself") return "they";
    return PLURAL_PRONOUN.test(word) || subject.plural ? "they" : "he";
  }
  if (subject.head?.category === "plural" || (subject.head?.category === "percent" && subject.after.length))
    return "they";
  if (subject.head?.category === "mass" || subject.head?.category === "name") return "he";
  return isMany(subject, english) ? "they" : "he";
}

/** What one has two of, and mostly speaks of as two. */
const PAIRED = /^(?:eye|ear|foot|lung)$/;

/** Whether a noun phrase is of more than one thing by its own words. */
export function isManyOf(phrase: Nominal, english: Inflector): boolean {
  if (PAIRED.test(phrase.head?.english ?? "") && !phrase.quantity && !phrase.determiner) return true;
  if (phrase.plural || phrase.examples || isPlural(phrase.quantity)) return true;
  if (phrase.determiner && english.isPluralDeterminer(phrase.determiner.english)) return true;
  if (phrase.quantity?.measure && /^(?:some|many)/.test(phrase.quantity.measure.english)) return true;
  return phrase.before.some((part) => part.type === "adjectival" && english.isPluralDeterminer(part.head.english));
}

const UNCOUNTED = /^(?:mass|name|place|pronoun|number|percent|symbol|QUOTE|time|date|plural)$/;

const DAY = /^(?:today|yesterday|tomorrow|tonight|now)$/;

/** Persons of whom one, or an office, has one: not spoken of in general. */
const KIN =
  /^(?:mom|dad|mother|father|grandma|grandpa|grandmother|grandfather|wife|husband|son|daughter|boss|boyfriend|girlfriend|(?:younger |elder |older |big |little )?(?:brother|sister))$|(?:^|[ -])(?:president|premier|minister|chairman|king|queen|emperor|pope|mayor|governor|captain|coach|principal|ambassador)$/;

/** Whether a noun is of a person of whom one has one. */
export const isKin = (head: Leaf): boolean => KIN.test(head.english);

/** 第一位车主: of such there is one. */
const isOnly = (part: Phrase): boolean => part.type === "adjectival" && /^(?:first|last|only)$/.test(part.head.english);

/** Whether a noun phrase comes out plural: by its words, as a member of a list, or as people in general. */
export function isMany(phrase: Nominal, english: Inflector): boolean {
  const head = phrase.head;
  if (head && (UNCOUNTED.test(head.category) || DAY.test(head.english))) return false;
  const bare = !phrase.quantity && !phrase.determiner && !phrase.possessor && !phrase.before.some(isOnly);
  const free = head?.category === "noun" && !head.word.verbatim && !/^(?:a|an|the) /.test(head.english);
  // members of a list are kinds of thing: 软件、照片和视频; people without a number are spoken of in general: 网友
  if (
    bare &&
    free &&
    phrase.plural !== false &&
    (phrase.others.length > 0 || (isPerson(head, english) && !isKin(head)))
  )
    return true;
  return isManyOf(phrase, english);
}

/** Whether a noun is of a person, by its English or by the ending of the Chinese word. */
export const isPerson = (head: Leaf, english: Inflector): boolean =>
  english.isPerson(head.english) || (head.category === "noun" && /[员者]$|..[师友]$/.test(head.word.text));

/** The pronoun that stands for a subject, for 自己; undefined without a subject. */
export function selfOf(subject: Phrase | undefined, english: Inflector): string | undefined {
  if (subject?.type !== "nominal" || (subject.head?.english ?? "oneself") === "oneself") return undefined;
  const word = subject.head!.english;
  // 每个人都有自己的梦想: "their own dream"
  if (/^(?:everyone|anyone|someone|no one)$/.test(word)) return "they";
  if (subject.head!.category === "pronoun") return english.pronoun(word, 0) ? word : "they";
  if (subject.head!.category === "name" || isPerson(subject.head!, english) || agreementOf(subject, english) === "they")
    return "they";
  return "it";
}

const REPORT =
  /^(?:announce|say|state|point out|report|claim|confirm|reveal|emphasize|declare|express|show|indicate)\b/;

/** Whether a verb reports what somebody said; one that ends its clause (当地媒体报道，…) is read as a plain verb. */
export const isReporting = (verb: Leaf): boolean =>
  REPORT.test(verb.english) && verb.word.readings.some((r) => r.category === "VSAY");

const isEven = (lead: Phrase | undefined): boolean => lead?.type === "leaf" && lead.english === "even";

/** Whether the subject of a verb is what is done: a thing, with a verb that takes an object and has none. */
export function isUndergoer(phrase: Clause, subject: Phrase | undefined, english: Inflector): boolean {
  if (
    phrase.passive ||
    phrase.copula ||
    phrase.relative ||
    phrase.verb?.category === "VCHANGE" ||
    !phrase.verb ||
    phrase.verb.category === "VSAY" ||
    isReporting(phrase.verb) ||
    phrase.objects.some((object) => object.type !== "prepositional") ||
    phrase.complement ||
    phrase.host ||
    isEven(phrase.front[0])
  )
    return false;
  if (subject?.type !== "nominal" || !subject.head || subject.others.some((o) => o.phrase.type !== "nominal"))
    return false;
  // 这个bug: a name with "this" is a thing
  const thing =
    (subject.head.category === "name" && subject.determiner !== undefined) ||
    (/^(?:this|that|it)$/.test(subject.head.english) && phrase.aspects.has("DE"));
  if ((!thing && !/^(?:noun|mass|plural)$/.test(subject.head.category)) || isPerson(subject.head, english))
    return false;
  const verb = phrase.verb.english.replace(/^(?:can|cannot|can't) /, "");
  return english.isTransitive(phrase.objects.length ? verb.replace(/ (?:in|on|at|into|onto|to)$/, "") : verb);
}
