import { agreementOf, isUndergoer } from "./agreement.js";
import {
  addressesYou,
  agreementFor,
  asksSomebody,
  isExistential,
  isWeather,
  needsSubject,
  owned,
  timeOf,
  verbText,
} from "./clause-shape.js";
import { degreed } from "./degree.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import { infinitiveModal } from "./modals.js";
import { noLonger } from "./no-longer.js";
import type { Clause, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { frontedQuestion, questionOf } from "./question.js";
import { raised } from "./raised.js";
import { pieces, withGerund } from "./realise.js";
import { complementPieces } from "./realise-complement.js";
import { insertObjects, objectsOf } from "./realise-object.js";
import { beForm, verbGroup } from "./realise-verb.js";
import { inside, outside, type Setting } from "./setting.js";
import { thanking } from "./thanks.js";

/** A fixed phrase that says how something is: "so funny". */
export const DESCRIPTION =
  /^(?:so|super|really|very|too|absolutely|pretty|such|not bad|amazing|awesome|stunning|incredible)\b/;

/** Subject, verb, objects and what completes them. */
export function core(said: Clause, given: Phrase | undefined, setting: Setting): Piece[] {
  const { english } = setting;
  const phrase = noLonger(
    withoutTogether(something(liked(raised(thanking(degreed(said), english), given, setting)))),
    given,
  );
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
  // 异味怎么处理: "how to deal with the smell"
  if (undergoes && asksHowTo(phrase))
    return core(altered(phrase, { subject: undefined, objects: [subject!] }), undefined, setting);
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
        ? [added(asked ? askedPerson(phrase) : "it", "subject")]
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
  insertObjects(made, objectsOf(phrase, subject, question.object, text, dummy, setting), group.tail, text);
  made.push(...complementPieces(phrase, text, agreement, setting));
  if (existential && subject)
    made.push(
      ...(subject.type === "prepositional" || isHere(subject) ? [] : [added("in", "existential")]),
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

const asksHowTo = ({ how, modals, aspects, negation, topic, objects }: Clause): boolean =>
  how?.english === "how" && !modals.length && !aspects.size && !negation && !topic && !objects.length;

/** 这里有座位: "here" needs no "in". */
const isHere = (subject: Phrase): boolean =>
  subject.type === "nominal" && /^(?:here|there)$/.test(subject.head?.english ?? "");

/** 可以问你一个问题吗: what is done to whoever reads it, whoever writes does. */
const askedPerson = ({ objects, end }: Clause): string =>
  [...objects, ...end.map((part) => (part.type === "prepositional" ? part.object : part))].some(
    (part) => part.type === "nominal" && part.head?.english === "you",
  )
    ? "I"
    : "you";

/** 如果你想要什么: behind "if" it is something that is meant, not asked for. */
function something(phrase: Clause): Clause {
  if (!/^(?:if|as long as)$/.test(phrase.conjunction?.english ?? "")) return phrase;
  return altered(phrase, {
    objects: phrase.objects.map((object) =>
      object.type === "nominal" && /^(?:what|who)$/.test(object.head?.english ?? "")
        ? altered(object, {
            head: altered(object.head!, { english: object.head!.english === "what" ? "something" : "someone" }),
          })
        : object,
    ),
  });
}

/** 希望你喜欢, 你能做到: English likes and does something. */
const liked = (phrase: Clause): Clause =>
  (/^(?:错过|做到)$/.test(phrase.verb?.word.text ?? "") ||
    (/^(?:喜欢|后悔)$/.test(phrase.verb?.word.text ?? "") && phrase.subject)) &&
  !(phrase.objects.length || phrase.complement || phrase.relative || phrase.topic || phrase.passive || phrase.how)
    ? altered(phrase, { objects: [nominal(wordless("it", "pronoun"))] })
    : phrase;

/** 和你一起吃饭: "with" says as much as "together". */
function withoutTogether(phrase: Clause): Clause {
  const together = phrase.adverbs.find((part) => part.type === "leaf" && part.word.text === "一起");
  const joined = phrase.end.some((part) => part.type === "prepositional" && part.preposition.english === "with");
  return together && joined ? altered(phrase, { adverbs: phrase.adverbs.filter((part) => part !== together) }) : phrase;
}

const withoutModals = (phrase: Clause): Clause =>
  altered(phrase, { modals: phrase.modals.filter(({ english }) => infinitiveModal(english) !== "") });

const YOU = nominal();
