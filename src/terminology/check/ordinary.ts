import type { Range } from "../../span.js";
import { normalize } from "../../text/normalize.js";
import { commonVocabulary } from "../mine/vocabulary.js";

/** How long the words are that dictionaries are asked for, in UTF-16 code units. */
const LONGEST = 6;

/**
 * Whether dictionaries know the ordinary word at a place, or a longer word or name around it, and no English of theirs has
 * the name in it: 长城 is the Great Wall whether the cars are meant or not, 移动 is China Mobile only where the company is.
 */
export function hasOtherEnglish(text: string, at: Range, name: string): boolean {
  const { glosses } = commonVocabulary();
  const normalized = normalize(text);
  const [start, end] = [normalized.fromSource(at.start), normalized.fromSource(at.end)];
  const wanted = name.toLowerCase();
  let isKnown = false;
  for (let from = Math.max(0, end - LONGEST); from <= start; from++) {
    for (let to = end; to <= Math.min(normalized.text.length, from + LONGEST); to++) {
      const english = glosses(normalized.text.slice(from, to));
      if ([...english.ordinary, ...english.name].some((one) => one.toLowerCase().includes(wanted))) return false;
      isKnown ||= english.ordinary.length > 0 || (to - from > end - start && english.name.length > 0);
    }
  }
  return isKnown;
}
