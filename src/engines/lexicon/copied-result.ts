import type { Reading, Word } from "./entry.js";
import { wordAt } from "./entry.js";
import type { Lexicon } from "./load.js";

/** What doing something for long makes one. */
const STATES = new Map(
  Object.entries({
    累: "tired from",
    腻: "tired of",
    烦: "fed up with",
    饿: "hungry from",
    渴: "thirsty from",
    困: "sleepy from",
    晕: "dizzy from",
    怕: "afraid of",
    够: "tired of",
  }),
);
const LONGEST = 4;
const COST = 9;

/** 看书看累了: a verb that is said again behind its object, with what came of it, is one word: "tired from reading". */
export function* copiedResult(text: string, at: number, limit: number, lexicon: Lexicon): Generator<Word> {
  const again = text.indexOf(text[at]!, at + 2);
  if (again < 0 || again > at + LONGEST || again + 2 > limit) return;
  const state = STATES.get(text[again + 1]!);
  const done = state && lexicon.lookup(text.slice(at, again))?.readings.find(isPlainVerb);
  if (!done) return;
  const english = `${state} ${lexicon.english.verb(done.english as string, "gerund")}`;
  yield wordAt(text.slice(at, again + 2), at, again + 2, [{ category: "adjective", english, cost: 0 }], COST);
}

const isPlainVerb = ({ category, english }: Reading): boolean =>
  /^(?:verb|VI)$/.test(category) && typeof english === "string" && !english.includes("{");
