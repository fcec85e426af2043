import type { Choice, English, Selector, Word } from "./entry.js";

/** The words a choice may look at: those of the clause, the place of the chosen word among them, and all words of the unit. */
export interface Surroundings {
  readonly clause: readonly Word[];
  readonly index: number;
  readonly unit: readonly Word[];
  /** What the unit is about: the names of topics. */
  readonly topics: ReadonlySet<string>;
}

/** Words that stand between a verb and its object without being it. */
const TRANSPARENT = new Set(["了", "着", "过", "的", "一", "个", "一个", "一下"]);

/** The English of a reading: the first choice whose selectors all hold, else its plain text. */
export function choose(english: English, around: Surroundings): string {
  if (typeof english === "string") return english;
  for (const option of english) {
    if (typeof option === "string") return option;
    if (holds(option, around)) return option.english;
  }
  const last = english.at(-1)!;
  return typeof last === "string" ? last : last.english;
}

const SELECTORS: readonly Selector[] = ["next", "previous", "object", "subject", "near"];

function holds(choice: Choice, around: Surroundings): boolean {
  return SELECTORS.every((name) => {
    const wanted = choice[name];
    if (!wanted) return true;
    if (name === "near" && wanted.some((w) => w.startsWith("#") && around.topics.has(w.slice(1)))) return true;
    return candidates(name, around).some((word) => wanted.some((w) => matches(w, word)));
  });
}

function candidates(name: Selector, { clause, index, unit }: Surroundings): readonly Word[] {
  if (name === "near") return unit;
  if (name === "object") return clause.slice(index + 1);
  if (name === "subject") return clause.slice(0, index);
  if (name === "previous") return clause.slice(Math.max(0, index - 1), index);
  const next = clause.findIndex((word, at) => at > index && !TRANSPARENT.has(word.text));
  return [clause[index + 1], clause[next]].filter((word) => word !== undefined);
}

/** A selector names a word, the end of a compound, or a part of speech in angle brackets. */
function matches(wanted: string, word: Word): boolean {
  if (wanted.startsWith("<")) return word.readings[0]?.category === wanted.slice(1, -1);
  return word.text === wanted || (word.text.length > wanted.length && word.text.endsWith(wanted));
}
