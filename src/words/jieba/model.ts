import { readFileSync } from "node:fs";

/** Begin, end, middle of a word, or a word of one character: the states of jieba's hidden Markov model, in its file's order. */
const STATES = [0, 1, 2, 3];
const [END, SINGLE] = [1, 3];

/** The logarithm that stands for a probability of nothing. */
const NEVER = -3.14e100;

/** What is neither empty nor a comment. */
const LINES = /^[^#\n].*/gm;

/** Gives where the words end that the characters of a text from `start` to `end` most likely make. */
export type JiebaModel = (text: string, start: number, end: number) => number[];

/**
 * Reads the hidden Markov model by which jieba finds words that its dictionary does not have: lines of the logarithms of
 * the probabilities of the states at the start, of a state after another (four lines), and of each character in each state
 * (four lines, `字:-7.1,…`).
 */
export function openJiebaModel(path: string): JiebaModel {
  const lines = readFileSync(path, "utf8").match(LINES) ?? [];
  const [starts, ...changes] = lines.slice(0, 5).map((line) => line.split(" ").map(Number));
  const emissions = lines.slice(5, 9).map((line) => {
    const byUnit = new Float64Array(1 << 16).fill(NEVER);
    for (const pair of line.split(",")) byUnit[pair.charCodeAt(0)] = Number(pair.slice(2));
    return byUnit;
  });

  return (text, start, end) => {
    // The likeliest state before each state, from the second character on, and how likely it is to have come there.
    const came: number[][] = [];
    let weights = STATES.map((state) => starts![state]! + emissions[state]![text.charCodeAt(start)]!);
    for (let at = start + 1; at < end; at++) {
      const from = STATES.map(() => END);
      weights = STATES.map((state) => {
        let best = NEVER;
        for (const before of STATES) {
          const weight = weights[before]! + changes[before]![state]! + emissions[state]![text.charCodeAt(at)]!;
          if (weight > best) [best, from[state]] = [weight, before];
        }
        return best;
      });
      came.push(from);
    }
    let state = weights[END]! >= weights[SINGLE]! ? END : SINGLE;
    const ends = [end];
    for (let at = end - 1; at > start; at--) {
      state = came.pop()![state]!;
      if (state === END || state === SINGLE) ends.push(at);
    }
    return ends.reverse();
  };
}
