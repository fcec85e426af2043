import type { JiebaDictionary } from "./dictionary.js";

/**
 * Where the words of a text end, on the likeliest way through it: the words' shares of all text, multiplied, are greatest.
 * What the dictionary does not know comes in single characters. Calculated from the end, in time linear in the text.
 */
export function likeliestEnds(text: string, dictionary: JiebaDictionary): number[] {
  const bestEnd = new Int32Array(text.length);
  const bestWeight = new Float64Array(text.length + 1);
  for (let start = text.length - 1; start >= 0; start--) {
    const single = start + lengthOfCharacter(text, start);
    const limit = start + dictionary.reach(text, start);
    bestEnd[start] = single;
    bestWeight[start] = bestWeight[single]! + dictionary.weightOf(dictionary.find(text, start, single));
    for (let end = single + 1; end <= limit; end++) {
      const word = dictionary.find(text, start, end);
      if (!word) continue;
      const weight = bestWeight[end]! + dictionary.weightOf(word);
      if (weight > bestWeight[start]!) [bestEnd[start], bestWeight[start]] = [end, weight];
    }
  }
  const ends: number[] = [];
  for (let at = 0; at < text.length; at = bestEnd[at]!) ends.push(bestEnd[at]!);
  return ends;
}

/** 2 for a surrogate pair, else 1. */
export function lengthOfCharacter(text: string, at: number): 1 | 2 {
  return text.codePointAt(at)! > 0xffff ? 2 : 1;
}
