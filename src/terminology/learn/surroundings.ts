import { normalize } from "../../text/normalize.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { commonVocabulary } from "../mine/vocabulary.js";
import type { Lesson } from "./lessons.js";

/** The words around a form. */
export interface Surroundings {
  /** The longer word that the form is a part of, and the form with a telling word before it and with one after it. */
  readonly longer: readonly string[];
  /** The words around it that mean something, the form itself left out. */
  readonly words: ReadonlySet<string>;
}

/** How far around the form words are looked at, in UTF-16 code units. */
const AROUND = 60;
const MEANING = /^(?:n|v|a|eng|i|l|q|j)/;
const HAN = /^\p{Script=Han}+$/u;
const LETTERS = /\p{L}/u;
/** How common a word is that stands beside anything (也, 是, 很); see `WordKnowledge.ordinary`. */
const COMMONEST = 3;

/** The words around a lesson's form. */
export function surroundingsOf({ text, start, form }: Lesson, segmenter: WordSegmenter): Surroundings {
  const normalized = normalize(text);
  const from = normalized.fromSource(start);
  const to = normalized.fromSource(start + form.length);
  const first = Math.max(0, from - AROUND);
  const own = normalized.text.slice(from, to);
  const vocabulary = commonVocabulary();
  const words = new Set<string>();
  const longer: string[] = [];
  let at = first;
  for (const { text: word, pos } of segmenter.segment(normalized.text.slice(first, to + AROUND))) {
    const end = at + word.length;
    if (at < to && from < end) {
      if (end - at > to - from || at < from || to < end) {
        longer.push(normalized.text.slice(Math.min(at, from), Math.max(end, to)));
      }
    } else if (MEANING.test(pos)) {
      const joins = HAN.test(word) && vocabulary.of(word).ordinary < COMMONEST;
      if (joins && end === from) longer.push(word + own);
      if (joins && at === to) longer.push(own + word);
      if (word.length > 1 && LETTERS.test(word) && word !== own) words.add(word.toLowerCase());
    }
    at = end;
  }
  return { longer, words };
}
