import { isPerson } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import { asksWhat } from "./question.js";
import { pieces } from "./realise.js";
import { infinitive, inside, type Role, type Setting } from "./setting.js";

/**
 * The English of each object of a clause, without the one that a question has put in front.
 *
 * @param verb The verb's English, which tells of a preposition at its end.
 * @param dummy The subject is an "it" that the grammar adds.
 */
export function objectsOf(
  phrase: Clause,
  subject: Phrase | undefined,
  asked: Phrase | undefined,
  verb: string,
  dummy: boolean,
  setting: Setting,
): Piece[][] {
  const role = roleOfObjects(phrase);
  const plan = isPlan(subject, setting.english);
  const it = dummy || isIt(subject);
  return phrase.objects
    .filter((object) => object !== asked)
    .map((object) => objectPieces(told(object), role, verb, setting, plan, it));

  // 长大后我想当医生: what one person is or becomes, is one
  function told(object: Phrase): Phrase {
    if (!phrase.copula && !/^(?:be|become)$/.test(verb)) return object;
    return asOne(object, subject ?? (setting.self ? nominal(wordless(setting.self, "pronoun")) : undefined));
  }
}

function roleOfObjects({ verb, copula, conjunction, objects: [first] }: Clause): Role {
  const isPlural = first?.type === "nominal" && first.plural;
  if (verb?.category === "NOHAVE" && !isPlural) return "compound";
  return copula ||
    /^(?:be|become)$/.test(verb?.english ?? "") ||
    verb?.category.endsWith("HAVE") ||
    (conjunction?.english === "but" && !verb)
    ? "predicate"
    : "object";
}

const ONE_PERSON = /^(?:I|you|he|she)$/;

/** 他是学生: what one person is, is one. */
function asOne(said: Phrase, subject: Phrase | undefined): Phrase {
  const who = subject?.type === "nominal" && !subject.others.length ? subject.head : undefined;
  const one = who?.category === "pronoun" && ONE_PERSON.test(who.english);
  return one && said.type === "nominal" && said.head?.category === "noun" && !said.quantity && !said.plural
    ? altered(said, { plural: false })
    : said;
}

/** 是最好吃的: a superlative in the predicate has "the". */
function objectPieces(
  object: Phrase,
  role: Role,
  text: string,
  setting: Setting,
  aims: boolean,
  dummy: boolean,
): Piece[] {
  if (role === "predicate" && aims && isAim(object))
    return [added("to", "infinitive"), ...pieces(object, "object", infinitive(inside(setting)))];
  const told = pieces(object, role, inside(setting));
  // 原因是价格太贵: "is that the price is too high"
  const said = role === "predicate" && (aims || dummy) && isTold(object) ? [added("that", "report"), ...told] : told;
  const [first] = said;
  // 掉进水里: "fall into water"
  const made =
    first && / (?:into|onto)$/.test(text)
      ? [{ ...first, text: first.text.replace(/^(?:in|on)(?: |$)/, "") }, ...said.slice(1)]
      : said;
  // 换新车: what is got new is not known yet
  if (made[0]?.rule === "article" && /^new\b/.test(made[1]?.text ?? ""))
    return [added("a", "article"), ...made.slice(1)];
  const superlative =
    object.type === "adjectival" && object.adverbs.some((a) => a.type === "leaf" && a.english === "most");
  return superlative ? [added("the", "article"), ...made] : made;
}

/** A thing, which may be to do something. */
const isPlan = (subject: Phrase | undefined, english: Inflector): boolean =>
  subject?.type === "nominal" &&
  /^(?:noun|POINTN)$/.test(subject.head?.category ?? "") &&
  !isPerson(subject.head!, english);

/** 我的目标是买车: what something is, where that is to do something. */
const isAim = (object: Phrase): boolean =>
  object.type === "clause" &&
  object.verb !== undefined &&
  !object.verb.english.startsWith("be ") &&
  !object.copula &&
  !object.subject &&
  !object.aspects.size &&
  !object.modals.length &&
  !object.how &&
  !object.front.length &&
  !object.conjunction;

/** What something is, where that is what somebody does or how something is. */
const isTold = (object: Phrase): boolean =>
  object.type === "clause" &&
  (object.subject !== undefined || object.verb?.english === "there be") &&
  !object.how &&
  !object.asks &&
  !asksWhat(object) &&
  !object.conjunction &&
  !object.whether &&
  !object.front.length;

const isIt = (subject: Phrase | undefined): boolean =>
  subject?.type === "nominal" && subject.head?.word.text === "" && subject.head.english === "it";

const PARTICLE_END = / (?:in|into|on|onto|to|at|for|of|with|from|about|as|through)$/;

/** Adds the objects to a clause that ends in its verb; the first stands before the verb's preposition where there is a second: "translate the text into English". */
export function insertObjects(made: Piece[], objects: Piece[][], tail: Piece | undefined, text: string): void {
  const [first, ...others] = objects;
  const preposition = others.length && !tail ? PARTICLE_END.exec(text)?.[0] : undefined;
  const verb = made.findLastIndex((piece) => piece.rule === "verb");
  if (preposition && made[verb]?.text.endsWith(preposition)) {
    made[verb] = { ...made[verb]!, text: made[verb]!.text.slice(0, -preposition.length) };
    made.push(...first!, { ...made[verb]!, text: preposition.trim() });
  } else {
    if (first) made.push(...first);
    if (tail) made.push(tail);
  }
  for (const object of others) made.push(...object);
}
