import { isReporting } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import type { Clause, Leaf, Phrase, Temporal } from "./phrase.js";

/** The tenses that clauses are told apart by; future and perfect are made of the present. */
export type Tense = "present" | "past";

const PAST_TIME = /\b(?:yesterday|last|ago|in the past|at that time|that day|that night|as a child)\b/;
const PRESENT_TIME = /\b(?:now|tomorrow|next|every|today|tonight|in the future)\b/;
const YEAR = /\b[12]\d{3}\b/;

const FUTURE = /^(?:将|会|将会|要|将要|即将)$/;

/** 2027年计划进入欧洲市场: a plan for a year is one that stands. */
const PLANS = /^(?:计划|预计|打算|拟|有望|力争|争取|准备|预期)/;

/** What the tense of a clause depends on besides its own words. */
export interface TenseSetting {
  readonly english: Inflector;
  /** The tense of what is around it. */
  readonly tense: Tense;
  /** The sentence ends in a full stop: no headline, no call, no question. */
  readonly told?: boolean;
}

/** The tense of a clause by its own marks, aspect and time; of what one person did, the past; else that of what is around it. */
export function tenseOf(phrase: Clause, setting: TenseSetting): Tense {
  // 请大家不要相信: what one is asked to do is still to be done
  if (phrase.please && phrase.negation === "dont") return "present";
  const around = setting.tense;
  // 不去了 is of the future, not of the past; 钱包空了 is how it is now
  const state = phrase.copula === true && !phrase.verb && phrase.objects[0]?.type === "adjectival";
  // 即使失败了: what may be so even then is not past
  const conceded = phrase.conjunction?.english === "even if";
  const done =
    phrase.aspects.has("LE") && !state && !conceded && phrase.negation !== "not" && phrase.negation !== "dont";
  const past =
    done ||
    isJustDone(phrase) ||
    phrase.aspects.has("GUO") ||
    phrase.aspects.has("DE") ||
    (phrase.negation === "past" && !phrase.aspects.has("YET"));
  // 手机没电了: a fixed phrase tells its own time
  if (!phrase.verb && !phrase.copula && phrase.objects.length) return around;
  if (past) return phrase.modals.length ? around : "past";
  if (isReport(phrase) || isStatistic(phrase) || isLife(phrase) || isMistaken(phrase)) return "past";
  const times = [...phrase.front, ...phrase.endTimes, ...phrase.end].flatMap((part: Phrase) =>
    part.type === "temporal" ? leavesOf(part) : [],
  );
  if (times.some((leaf) => PAST_TIME.test(leaf.english))) return "past";
  // whoever names the year tells what was, or says with 将 or 会 that it will be
  const dated = times.some((leaf) => leaf.category === "date" && YEAR.test(leaf.english));
  if (dated && PLANS.test(phrase.verb?.word.text ?? "")) return "present";
  if (dated && !phrase.modals.length && !phrase.please) return "past";
  if (dated && phrase.modals.some(({ word }) => FUTURE.test(word.text))) return "present";
  if (times.some((leaf) => PRESENT_TIME.test(leaf.english))) return "present";
  return narrates(phrase, setting) ? "past" : around;
}

const FACT = /^(?:show|indicate)\b/;
const SPEAKER = /^(?:I|you|we|it|everyone|this|that|who|what)$/;

/** News tells what somebody said in the past: 专家表示. */
function isReport(phrase: Clause): boolean {
  const subject = phrase.subject?.type === "nominal" ? phrase.subject.head : undefined;
  if (!phrase.verb || !subject || !isReporting(phrase.verb) || FACT.test(phrase.verb.english)) return false;
  return subject.category !== "pronoun" || (phrase.verb.category === "VSAY" && !SPEAKER.test(subject.english));
}

/** 刚到家, 去看了电影: what has just been done, and what one went to do and did. */
function isJustDone(phrase: Clause): boolean {
  const just = phrase.adverbs.some((a) => a.type === "leaf" && /^刚(?:刚|才)?$/.test(a.word.text));
  const { complement } = phrase;
  const went = phrase.verb?.category.startsWith("VGO") === true;
  return (just && !phrase.copula) || (went && complement?.clause.aspects.has("LE") === true);
}

/** 我以为你不来了: what one believed and no longer does. */
const isMistaken = ({ subject, verb }: Clause): boolean =>
  /(?:^|[本原还总误])以为$/.test(verb?.word.text ?? "") &&
  !(subject?.type === "nominal" && subject.head?.english === "you");

/** 同比增长8.3%: what figures tell has happened. */
const isStatistic = ({ adverbs, modals, verb }: Clause): boolean =>
  !modals.length &&
  (/^[同环]比/.test(verb?.word.text ?? "") ||
    adverbs.some((adverb) => adverb.type === "leaf" && /^[同环]比$/.test(adverb.word.text)));

/** 毕业于北京大学: what happens once in a life has happened. */
const isLife = ({ verb, modals, negation, please }: Clause): boolean =>
  /^(?:出生|毕业|诞生|生|成立|创立|始建|建)于$/.test(verb?.word.text ?? "") && !modals.length && !negation && !please;

const HABIT = /^(?:always|often|usually|never|sometimes|every|generally|daily|again)/;

/** 她走进饭厅: a single person's doing, with nothing that says that it goes on or happens again and again. */
function narrates(phrase: Clause, { told, english }: TenseSetting): boolean {
  const head = phrase.subject?.type === "nominal" ? phrase.subject.head : undefined;
  if (!told || !head || !phrase.verb || phrase.copula || phrase.modals.length || phrase.theMore) return false;
  // 他在北京工作 is how things are: what is done has an object or a result
  const result = phrase.aspects.has("RES");
  if (
    phrase.aspects.size > (result ? 1 : 0) ||
    !(result || phrase.objects.length || / (?:the|a|an|one's) /.test(phrase.verb.english))
  )
    return false;
  if (phrase.adverbs.some((a) => a.type === "leaf" && HABIT.test(a.english))) return false;
  const person = head.category === "name" ? !head.word.verbatim : /^(?:he|she)$/.test(head.english);
  return person && !english.isStative(phrase.verb.english);
}

function leavesOf(part: Temporal): Leaf[] {
  return [
    ...(part.leaf ? [part.leaf] : []),
    ...(part.relation?.category === "AGO" ? [part.relation] : []),
    ...part.parts.flatMap(leavesOf),
  ];
}

/** Whether a time is of the past: 昨天, 小时候. */
export const isPastTime = (time: Temporal): boolean => leavesOf(time).some((leaf) => PAST_TIME.test(leaf.english));
