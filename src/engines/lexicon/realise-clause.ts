import { agreementOf, isUndergoer, selfOf } from "./agreement.js";
import {
  addressesYou,
  agreementFor,
  arrived,
  asksSomebody,
  degreed,
  isAdjectival,
  isExistential,
  isWeather,
  needsSubject,
  owned,
  verbText,
} from "./clause-shape.js";
import { type Clause, nominal, type Phrase, type Prepositional, wordless } from "./phrases.js";
import { frontedQuestion, questionOf } from "./question.js";
import { added, type Piece, pieceOf, pieces, type Role, type Setting, withGerund } from "./realise.js";
import { complementPieces, hostPieces, meanwhilePieces, nextPieces, theMorePieces } from "./realise-sequence.js";
import { beForm, verbGroup } from "./realise-verb.js";
import { tenseOf } from "./tense.js";
import { thanking } from "./thanks.js";

const PARTICLE_END = / (?:in|into|on|onto|to|at|for|of|with|from|about|as|through)$/;

/** The English of a clause: what leads it, its core, what follows it. */
export function clausePieces(given: Clause, around: Setting): Piece[] {
  const phrase = arrived(given, around.english);
  const subject = phrase.subject ?? timeAsSubject(phrase);
  const self = selfOf(subject, around.english) ?? around.self;
  const { outer: _, ...wider } = around;
  const setting: Setting = {
    ...wider,
    tense: tenseOf(phrase, around),
    ...(self && { self }),
    ...(around.self && { outer: around.self }),
  };
  const made: Piece[] = [];
  const addressed = addresseeOf(phrase, around);
  if (addressed)
    return pieces(
      { ...addressed, preposition: { ...addressed.preposition, english: "to" } },
      "object",
      inside(setting),
    );
  if (phrase.theMore)
    made.push(...theMorePieces(phrase.theMore, subject, setting), ...theComparative(phrase, subject, setting));
  if (phrase.theMore && isAdjectival(phrase)) return made;
  // 所以只要…: a conjunction before a conjunction
  const [lead, ...front] = phrase.front;
  const leads = phrase.conjunction !== undefined && lead?.type === "leaf" && lead.category === "CONJ";
  if (leads) made.push(pieceOf(lead, lead.english, "conjunction"));
  if (phrase.conjunction) made.push(pieceOf(phrase.conjunction, phrase.conjunction.english, "conjunction"));
  else if (phrase.whether) made.push(added("whether", "conjunction"));
  const time = subject === phrase.subject ? undefined : timeOf(phrase);
  for (const part of leads ? front : phrase.front) if (part !== time) made.push(...frontPieces(part, setting));
  if (phrase.topic && !phrase.verb && !phrase.copula) return [...made, ...topicPhrase(phrase, setting)];
  const asks = phrase.please !== undefined || phrase.negation === "dont";
  // 请中奖用户联系我们, 大家别忘了: whom one asks is called first
  const everyone = phrase.please === undefined && subject?.type === "nominal" && subject.head?.english === "everyone";
  const asked = asks && !around.embedded && (isNamed(subject) || everyone) ? subject : undefined;
  if (asked) made.push(...pieces(asked, "subject", inside(setting)), added(",", "please", true));
  if (phrase.please) made.push(pieceOf(phrase.please, phrase.please.english, "please"));
  const doer = asked ? undefined : subject;
  made.push(...(phrase.host ? hostPieces(phrase, doer, setting) : core(phrase, doer, setting)));
  if (phrase.meanwhile) made.push(...meanwhilePieces(phrase.meanwhile, setting));
  for (const { join, clause } of phrase.next) made.push(...nextPieces(phrase, join, clause, setting));
  return made;
}

const isNamed = (subject: Phrase | undefined): boolean =>
  subject?.type === "nominal" && subject.head !== undefined && subject.head.category !== "pronoun";

const timeOf = (phrase: Clause): Phrase | undefined => phrase.front.at(-1) ?? phrase.endTimes[0];

/** 今天是母亲节, 今天比昨天冷: a time before "be" is its subject, and one that is compared. */
function timeAsSubject(phrase: Clause): Phrase | undefined {
  const time = timeOf(phrase);
  const said = phrase.verb ?? (phrase.objects[0]?.type === "adjectival" ? phrase.objects[0].than : undefined);
  const alone = phrase.copula && said && time?.type === "temporal" && time.leaf?.category === "time";
  return alone ? { type: "nominal", head: time.leaf!, before: [], after: [], others: [] } : undefined;
}

/** 对粉丝说：…: somebody is spoken to, and nobody is said to speak. */
function addresseeOf(phrase: Clause, { embedded, carried }: Setting): Prepositional | undefined {
  const [to] = phrase.end;
  const alone =
    !embedded &&
    !carried &&
    phrase.verb?.word.text === "说" &&
    !phrase.subject &&
    !phrase.objects.length &&
    !phrase.complement &&
    !phrase.next.length &&
    !phrase.modals.length &&
    !phrase.front.length &&
    !phrase.adverbs.length &&
    !phrase.aspects.size &&
    phrase.end.length === 1;
  return alone && to?.type === "prepositional" && to.preposition.word.text === "对" ? to : undefined;
}

/** The second half of 越…越: "the angrier he gets", "the more he wants". */
function theComparative(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const predicate = phrase.objects[0];
  if (!isAdjectival(phrase) || predicate?.type !== "adjectival") return [added("the more", "more and more")];
  const compared = pieceOf(predicate.head, setting.english.compare(predicate.head.english, "more"), "more");
  const gets = setting.english.verb("get", agreementOf(subject, setting.english) === "he" ? "third" : "base");
  return [
    added("the", "more and more"),
    compared,
    // 越多越好: "the better" says it all
    ...(subject && predicate.head.english !== "good" ? [...again(subject, setting), added(gets, "more and more")] : []),
  ];
}

/** What was just named is named again by its pronoun. */
const again = (subject: Phrase, setting: Setting): Piece[] =>
  isNamed(subject) && setting.self ? [added(setting.self, "pronoun")] : pieces(subject, "subject", inside(setting));

function frontPieces(given: Phrase, setting: Setting): Piece[] {
  const part = given.type === "clause" && given.shares ? withPronoun(given, setting) : given;
  const made = pieces(part, "object", inside(setting));
  const comma =
    part.type === "clause" ||
    part.type === "temporal" ||
    part.type === "prepositional" ||
    (part.type === "leaf" && (part.category === "interjection" || / /.test(part.english)));
  return comma && made.length && !/,$/.test(made.at(-1)!.text) ? [...made, added(",", "front", true)] : made;
}

/** A clause with the pronoun that stands for the subject around it. */
export function withPronoun(phrase: Clause, { self }: Setting): Clause {
  return phrase.subject || !self ? phrase : { ...phrase, subject: nominal(wordless(self, "pronoun")) };
}

/** A setting for what stands inside a clause: no inversion, nothing carried over. */
export function inside(setting: Setting): Setting {
  const { agreement: _, carried: __, ...rest } = setting;
  return { ...rest, embedded: true };
}

/** A setting for the subject of a clause. */
function outside({ self: _, outer, ...rest }: Setting): Setting {
  return { ...rest, ...(outer && { self: outer }) };
}

/** A fixed phrase that says how something is: "so funny". */
const DESCRIPTION =
  /^(?:so|super|really|very|too|absolutely|pretty|such|not bad|amazing|awesome|stunning|incredible)\b/;

function topicPhrase(phrase: Clause, setting: Setting): Piece[] {
  const said = phrase.objects.flatMap((o) => pieces(o, "object", setting));
  if (said[0]?.text === "what to do")
    return [...said, added("about", "topic"), ...pieces(phrase.topic!, "object", setting)];
  const describes = said[0] && DESCRIPTION.test(said[0].text);
  const be = beForm(agreementOf(phrase.topic, setting.english), setting.tense);
  return [...pieces(phrase.topic!, "subject", setting), ...(describes ? [added(be, "copula")] : []), ...said];
}

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
  const undergoes = isUndergoer(phrase, subject, english);
  const voiced = undergoes ? { ...phrase, passive: true } : phrase;
  const question = questionOf(voiced, subject ?? (asked ? YOU : undefined), setting);
  const text = existential
    ? phrase.verb!.english.replace(/^((?:also|already|only|still) )?(?:have|there be)\b/, "$1be")
    : owned(
        verbText(
          voiced,
          dummy || subject !== undefined || setting.carried !== undefined || setting.agreement !== undefined,
        ),
        setting,
      );
  const group = verbGroup(voiced, text, agreement, question.inverts, setting);
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
  const role =
    phrase.verb?.category === "NOHAVE"
      ? "compound"
      : phrase.copula || phrase.verb?.category.endsWith("HAVE")
        ? "predicate"
        : "object";
  insertObjects(
    made,
    phrase.objects.filter((o) => o !== question.object).map((o) => objectPieces(o, role, text, setting)),
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
  const last = (part: Phrase): Piece[] =>
    given !== phrase.subject && part === timeOf(phrase) ? [] : pieces(part, "object", inside(setting));
  const behind = phrase.adverbs.filter((adverb) => adverb.type === "leaf" && english.isEndAdverb(adverb.english));
  made.push(...phrase.end.flatMap(last), ...behind.flatMap((a) => pieces(a, "object", setting)));
  made.push(...phrase.endTimes.flatMap(last));
  return made;
}

/** 是最好吃的: a superlative in the predicate has "the". */
function objectPieces(object: Phrase, role: Role, text: string, setting: Setting): Piece[] {
  const said = pieces(object, role, inside(setting));
  const [first] = said;
  // 掉进水里: "fall into water"
  const made =
    first && / (?:into|onto)$/.test(text)
      ? [{ ...first, text: first.text.replace(/^(?:in|on)(?: |$)/, "") }, ...said.slice(1)]
      : said;
  // 换新车: what is got new is not known yet
  if (made[0]?.rule === "article" && made[1]?.text === "new") return [added("a", "article"), ...made.slice(1)];
  const superlative =
    object.type === "adjectival" && object.adverbs.some((a) => a.type === "leaf" && a.english === "most");
  return superlative ? [added("the", "article"), ...made] : made;
}

const YOU: Phrase = { type: "nominal", before: [], after: [], others: [] };

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
