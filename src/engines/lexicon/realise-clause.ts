import { agreementOf, selfOf } from "./agreement.js";
import { ofWhom } from "./as-soon-as.js";
import { arrived, isAdjectival, isNamed, timeAsSubject, timeOf } from "./clause-shape.js";
import { altered } from "./make-phrases.js";
import { forbidden, forgotten } from "./patient-subject.js";
import type { Clause, Nominal, Phrase, Prepositional } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { core, DESCRIPTION } from "./realise-core.js";
import { hostPieces } from "./realise-host.js";
import { theComparative, theMorePieces } from "./realise-more.js";
import { meanwhilePieces, nextPieces } from "./realise-sequence.js";
import { beForm } from "./realise-verb.js";
import { inside, type Setting, settingWith, withPronoun } from "./setting.js";
import { taught } from "./taught.js";
import { tending } from "./tendency.js";
import { tenseOf } from "./tense.js";

/** The English of a clause: what leads it, its core, what follows it. */
export function clausePieces(given: Clause, around: Setting): Piece[] {
  const { english } = around;
  const told = forgotten(forbidden(arrived(ofWhom(given, around), english), english), english);
  const known = around.carried !== undefined;
  const phrase = taught(tending(told, english, known), english, !known && !around.embedded);
  const subject = oneself(phrase.subject, around) ?? timeAsSubject(phrase);
  const self = selfOf(subject, around.english) ?? around.self;
  const setting = settingWith(around, { tense: tenseOf(phrase, around), self, outer: around.self });
  const made: Piece[] = [];
  const addressed = addresseeOf(phrase, around);
  if (addressed)
    return pieces(
      { ...addressed, preposition: altered(addressed.preposition, { english: "to" }) },
      "object",
      inside(setting),
    );
  // 为什么越用越卡: "why is it that the more …"
  if (phrase.theMore && phrase.how?.english === "why") made.push(pieceOf(phrase.how, "why is it that", "question"));
  if (phrase.theMore)
    made.push(...theMorePieces(phrase.theMore, subject, setting), ...theComparative(phrase, subject, setting));
  if (phrase.theMore && isAdjectival(phrase)) return made;
  // 所以只要…: a conjunction before a conjunction
  const [lead, ...front] = phrase.front;
  const leads = phrase.conjunction !== undefined && lead?.type === "leaf" && lead.category === "CONJ";
  if (leads) made.push(pieceOf(lead, lead.english, "conjunction"));
  if (phrase.conjunction && !subject && startedFrom(phrase))
    return [
      ...made,
      pieceOf(phrase.conjunction, phrase.conjunction.english, "conjunction"),
      ...withGerund(withoutConjunction(phrase), setting),
    ];
  if (phrase.conjunction) made.push(pieceOf(phrase.conjunction, conjunctionOf(phrase, subject), "conjunction"));
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
  phrase.next.forEach(({ join, clause }, i) => {
    const pieces = nextPieces(phrase, join, clause, setting);
    // 关注转发评论: "follow, repost and comment"
    const goesOn = phrase.next[i + 1]?.join?.english === "," || / and /.test(clause.verb?.english ?? "");
    const comma = join?.english === "," && goesOn;
    made.push(...(comma ? [added(",", "coordination", true), ...pieces.slice(1)] : pieces));
  });
  return made;
}

/** 我觉得自己很幸运: "I think I am", where 自己 is whoever the sentence is about. */
function oneself(subject: Phrase | undefined, { embedded, self }: Setting): Phrase | undefined {
  const head = subject?.type === "nominal" ? subject.head : undefined;
  if (!embedded || !self || head?.english !== "oneself" || head.category !== "pronoun") return subject;
  return altered(subject as Nominal, { head: altered(head, { english: self }) });
}

/** 自从换了手机: "since changing …", where nobody is said to have. */
const startedFrom = ({ conjunction, verb, copula }: Clause): boolean =>
  conjunction?.word.text === "自从" && verb !== undefined && !copula;

const withoutConjunction = (phrase: Clause): Clause => altered(phrase, { conjunction: undefined });

/** 由于库存有限: before what is no clause in English it is "because of". */
function conjunctionOf(phrase: Clause, subject: Phrase | undefined): string {
  const { english } = phrase.conjunction!;
  const noun = !subject && !phrase.verb && !phrase.copula && phrase.objects.length === 1;
  return noun && english === "because" ? "because of" : english;
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

function topicPhrase(phrase: Clause, setting: Setting): Piece[] {
  const said = phrase.objects.flatMap((o) => pieces(o, "object", setting));
  if (said[0]?.text === "what to do")
    return [...said, added("about", "topic"), ...pieces(phrase.topic!, "object", setting)];
  const describes = said[0] && DESCRIPTION.test(said[0].text);
  const be = beForm(agreementOf(phrase.topic, setting.english), setting.tense);
  return [...pieces(phrase.topic!, "subject", setting), ...(describes ? [added(be, "copula")] : []), ...said];
}
