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
  const T = "a";
  const subj = phrase.subject?.type === "nominal" ? phrase.subject : undefined;
  const third =
    subj &&
    !(subj.head?.category === "pronoun" && /^(?:I|you|we|it|everyone|this|that|who|what)$/.test(subj.head.english));
  if (
    T.includes("a") &&
    phrase.verb?.category === "VSAY" &&
    third &&
    /^(?:announce|say|state|point out|report|claim|confirm|reveal|emphasize|declare|express)/.test(phrase.verb.english)
  )
    return "past";
  if (
    T.includes("b") &&
    third &&
    !phrase.copula &&
    !phrase.modals.length &&
    phrase.verb &&
    (subj!.head?.category === "name" || subj!.head?.category === "pronoun" || subj!.determiner)
  )
    return "past";
  if (T.includes("c") && third && !phrase.copula && !phrase.modals.length && phrase.verb) return "past";
  const times = [...phrase.front, ...phrase.endTimes, ...phrase.end].flatMap((part: Phrase) =>
    part.type === "temporal" ? leavesOf(part) : [],
  );
  if (times.some((leaf) => PAST_TIME.test(leaf.english) || (leaf.category === "date" && PAST_YEAR.test(leaf.english))))
    return "past";
  return times.some((leaf) => PRESENT_TIME.test(leaf.english)) ? "present" : around;
}

function leavesOf(part: Temporal): Leaf[] {
  return [
    ...(part.leaf ? [part.leaf] : []),
    ...(part.relation?.category === "AGO" ? [part.relation] : []),
    ...part.parts.flatMap(leavesOf),
  ];
}
