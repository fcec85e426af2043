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
  const emission = readEmissions(lines.slice(5, 9));

  return (text, start, end) => {
    // The likeliest state before each state, from the second character on, and how likely it is to have come there.
    const came: number[][] = [];
    let weights = STATES.map((state) => starts![state]! + emission(text, start, state));
    for (let at = start + 1; at < end; at++) {
      const from = STATES.map(() => END);
      weights = STATES.map((state) => {
        let best = NEVER;
        for (const before of STATES) {
          const weight = weights[before]! + changes[before]![state]! + emission(text, at, state);
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

/** Gives the logarithm of the probability of the character at a place of a text in a state. */
function readEmissions(lines: readonly string[]): (text: string, at: number, state: number) => number {
  const pairs = lines.map((line) => line.split(","));
  // One in five characters is in the model: they are numbered from 1 up, and 0 is every other.
  const numbers = new Uint16Array(1 << 16);
  let count = 1;
  for (const pair of pairs.flat()) numbers[pair.charCodeAt(0)] ||= count++;
  const logarithms = new Float64Array(count * STATES.length).fill(NEVER);
  const placeOf = (unit: number, state: number) => numbers[unit]! * STATES.length + state;
  for (const state of STATES) {
    for (const pair of pairs[state]!) logarithms[placeOf(pair.charCodeAt(0), state)] = Number(pair.slice(2));
  }
  return (text, at, state) => logarithms[placeOf(text.charCodeAt(at), state)]!;
}
