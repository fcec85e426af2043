import { isReporting } from "./agreement.js";
import type { Clause, Leaf, Phrase, Temporal } from "./phrases.js";

/** The tenses that clauses are told apart by; future and perfect are made of the present. */
export type Tense = "present" | "past";

const PAST_TIME = /\b(?:yesterday|last|ago|in the past|at that time|that day|that night)\b/;
const PRESENT_TIME = /\b(?:now|tomorrow|next|every|today|tonight|in the future)\b/;
const PAST_YEAR = /\b(?:1\d{3}|20[01]\d)\b/;

/** The tense of a clause by its own marks, aspect and time; else that of what is around it. */
export function tenseOf(phrase: Clause, around: Tense): Tense {
  // 不去了 is of the future, not of the past
  const done = phrase.aspects.has("LE") && phrase.negation !== "not" && phrase.negation !== "dont";
  const past = done || phrase.aspects.has("GUO") || phrase.aspects.has("DE") || phrase.negation === "past";
  if (past) return phrase.modals.length ? around : "past";
  if (isReport(phrase)) return "past";
  const times = [...phrase.front, ...phrase.endTimes, ...phrase.end].flatMap((part: Phrase) =>
    part.type === "temporal" ? leavesOf(part) : [],
  );
  if (times.some((leaf) => PAST_TIME.test(leaf.english) || (leaf.category === "date" && PAST_YEAR.test(leaf.english))))
    return "past";
  return times.some((leaf) => PRESENT_TIME.test(leaf.english)) ? "present" : around;
}

const FACT = /^(?:show|indicate)\b/;
const SPEAKER = /^(?:I|you|we|it|everyone|this|that|who|what)$/;

/** News tells what somebody said in the past: 专家表示. */
function isReport(phrase: Clause): boolean {
  const subject = phrase.subject?.type === "nominal" ? phrase.subject.head : undefined;
  if (!phrase.verb || !subject || !isReporting(phrase.verb) || FACT.test(phrase.verb.english)) return false;
  return subject.category !== "pronoun" || !SPEAKER.test(subject.english);
}

function leavesOf(part: Temporal): Leaf[] {
  return [
    ...(part.leaf ? [part.leaf] : []),
    ...(part.relation?.category === "AGO" ? [part.relation] : []),
    ...part.parts.flatMap(leavesOf),
  ];
}
