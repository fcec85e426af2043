import { agreementOf, isPerson, isUndergoer } from "./agreement.js";
import {
  addressesYou,
  agreementFor,
  asksSomebody,
  degreed,
  isExistential,
  isWeather,
  needsSubject,
  owned,
  timeOf,
  verbText,
} from "./clause-shape.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal } from "./make-phrases.js";
import { infinitiveModal } from "./modals.js";
import type { Clause, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { asksWhat, frontedQuestion, questionOf } from "./question.js";
import { pieces, withGerund } from "./realise.js";
import { complementPieces } from "./realise-sequence.js";
import { beForm, verbGroup } from "./realise-verb.js";
import { infinitive, inside, outside, type Role, type Setting } from "./setting.js";
import { thanking } from "./thanks.js";

const PARTICLE_END = / (?:in|into|on|onto|to|at|for|of|with|from|about|as|through)$/;

/** A fixed phrase that says how something is: "so funny". */
export const DESCRIPTION =
  /^(?:so|super|really|very|too|absolutely|pretty|such|not bad|amazing|awesome|stunning|incredible)\b/;

/** Subject, verb, objects and what completes them. */
export function core(said: Clause, given: Phrase | undefined, setting: Setting): Piece[] {
  const { english } = setting;
  const phrase = thanking(degreed(said), english);
  const drop =
    (phrase.please !== undefined || addressesYou(phrase)) &&
    given?.type === "nominal" &&
    given.head?.category === "pronoun";
  const subject = drop ? undefined : given;
  const existential = isExistential(phrase, subject, setting);
  const asked = !given && !existential && asksSomebody(phrase, setting);
  const agreement = existential
    ? agreementOf(phrase.objects[0], english)
    : asked
      ? "they"
      : agreementFor(phrase, subject, setting);
  const dummy = !subject && !existential && (asked || needsSubject(phrase, setting) || isWeather(phrase));
  // 有没有懂车的朋友: "is there any friend who …"
  const asksOf = existential && (phrase.asks === true || phrase.verb?.word.asks === true);
  const undergoes = isUndergoer(phrase, subject, english);
  const voiced = undergoes ? altered(phrase, { passive: true }) : phrase;
  const question = questionOf(voiced, subject ?? (asked || dummy || asksOf ? YOU : undefined), setting);
  const text = existential
    ? phrase.verb!.english.replace(/^((?:also|already|only|still) )?(?:have|there be)\b/, "$1be")
    : owned(
        verbText(
          voiced,
          dummy || subject !== undefined || setting.carried !== undefined || setting.agreement !== undefined,
        ),
        setting,
      );
  // 该怎么选: "how to choose" has no modal
  const led = question.how && agreement === "none" ? withoutModals(voiced) : voiced;
  const group = verbGroup(led, text, agreement, question.inverts, setting);
  const subjectPieces = existential
    ? [added("there", "existential")]
    : subject
      ? subject.type === "clause"
        ? withGerund(subject, inside(setting))
        : pieces(subject, "subject", outside(inside(setting)))
      : dummy
        ? [added(asked ? "you" : "it", "subject")]
        : [];
  const made: Piece[] = phrase.topic
    ? [...pieces(phrase.topic, "subject", inside(setting)), added(",", "topic", true)]
    : [];
  made.push(...frontedQuestion(question, agreement, setting));
  const lead = group.lead ?? [];
  if (question.inverts && group.aux) made.push(group.aux, ...subjectPieces, ...lead, ...group.rest);
  else made.push(...subjectPieces, ...lead, ...(group.aux ? [group.aux] : []), ...group.rest);
  const [description] = phrase.objects;
  if (
    subject &&
    !phrase.verb &&
    !phrase.copula &&
    description?.type === "leaf" &&
    DESCRIPTION.test(description.english)
  )
    made.push(added(beForm(agreement, setting.tense), "copula"));
  const isPlural = description?.type === "nominal" && description.plural;
  const role =
    phrase.verb?.category === "NOHAVE" && !isPlural
      ? "compound"
      : phrase.copula ||
          phrase.verb?.category.endsWith("HAVE") ||
          (phrase.conjunction?.english === "but" && !phrase.verb)
        ? "predicate"
        : "object";
  insertObjects(
    made,
    phrase.objects
      .filter((o) => o !== question.object)
      .map((o) =>
        objectPieces(
          phrase.copula ? asOne(o, subject) : o,
          role,
          text,
          setting,
          isPlan(subject, english),
          dummy || isIt(subject),
        ),
      ),
    group.tail,
    text,
  );
  made.push(...complementPieces(phrase, text, agreement, setting));
  if (existential && subject)
    made.push(
      ...(subject.type === "prepositional" ? [] : [added("in", "existential")]),
      ...pieces(subject, "object", inside(setting)),
    );
  // 由玻璃组成: "made up of glass"
  const by = / of$/.test(text) ? [] : [added("by", "passive")];
  if (phrase.agent) made.push(...by, ...pieces(phrase.agent, "object", inside(setting)));
  const last = (part: Phrase): Piece[] => {
    if (question.stranded && part === question.stranded)
      return [pieceOf(question.stranded.preposition, question.stranded.preposition.english, "preposition")];
    return given !== phrase.subject && part === timeOf(phrase) ? [] : pieces(part, "object", inside(setting));
  };
  const behind = phrase.adverbs.filter((adverb) => adverb.type === "leaf" && english.isEndAdverb(adverb.english));
  made.push(...phrase.end.flatMap(last), ...behind.flatMap((a) => pieces(a, "object", setting)));
  made.push(...phrase.endTimes.flatMap(last));
  return made;
}

const withoutModals = (phrase: Clause): Clause =>
  altered(phrase, { modals: phrase.modals.filter(({ english }) => infinitiveModal(english) !== "") });

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
  subject?.type === "nominal" && subject.head?.category === "noun" && !isPerson(subject.head, english);

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

const YOU = nominal();

/** The first object stands before the verb's preposition where there is a second: "translate the text into English". */
function insertObjects(made: Piece[], objects: Piece[][], tail: Piece | undefined, text: string): void {
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
