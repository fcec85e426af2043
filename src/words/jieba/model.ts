import { readFileSync } from "node:fs";

/** Begin, end, middle of a word, or a word of one character: the states of jieba's hidden Markov model, in its file's order. */
const [BEGIN, END, MIDDLE, SINGLE] = [0, 1, 2, 3] as const;
const STATES = [BEGIN, END, MIDDLE, SINGLE] as const;

/** The logarithm that stands for a probability of nothing. */
const NEVER = -3.14e100;

/** The hidden Markov model by which jieba finds words that its dictionary does not have. */
export interface JiebaModel {
  /** Where the words end that the characters of a text from `start` to `end` most likely make. */
  endsOf(text: string, start: number, end: number): number[];
}

/**
 * Reads jieba's model: lines of the logarithms of the probabilities of the states at the start, of a state after another
 * (four lines), and of each character in each state (four lines, `字:-7.1,…`).
 */
export function openJiebaModel(path: string): JiebaModel {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
  const [starts, ...changes] = lines.slice(0, 5).map((line) => line.trim().split(/\s+/).map(Number));
  const { numbers, emissions } = charactersOf(lines.slice(5, 9));

  return {
    endsOf(text, start, end) {
      const length = end - start;
      const came = new Uint8Array(length * STATES.length);
      let before = STATES.map((state) => starts![state]! + emissions[numbers[text.charCodeAt(start)]! + state]!);
      for (let i = 1; i < length; i++) {
        const character = numbers[text.charCodeAt(start + i)]!;
        before = STATES.map((state) => {
          let [best, from] = [NEVER, END as number];
          for (const previous of STATES) {
            const weight = before[previous]! + changes[previous]![state]! + emissions[character + state]!;
            if (weight > best) [best, from] = [weight, previous];
          }
          came[i * STATES.length + state] = from;
          return best;
        });
      }
      const ends: number[] = [];
      let state: number = before[END]! >= before[SINGLE]! ? END : SINGLE;
      for (let i = length - 1; i >= 0; i--) {
        if (state === END || state === SINGLE) ends.push(start + i + 1);
        state = came[i * STATES.length + state]!;
      }
      return ends.reverse();
    },
  };
}

/** What the model says of each character: where its four logarithms begin in `emissions`, by its UTF-16 unit. */
function charactersOf(lines: readonly string[]): { numbers: Uint32Array; emissions: Float64Array } {
  const numbers = new Uint32Array(1 << 16);
  const emissions = Array.from(STATES, () => NEVER);
  lines.forEach((line, state) => {
    for (const pair of line.split(",")) {
      const unit = pair.charCodeAt(0);
      if (numbers[unit] === 0) {
        numbers[unit] = emissions.length;
        emissions.push(...STATES.map(() => NEVER));
      }
      emissions[numbers[unit]! + state] = Number(pair.slice(2));
    }
  });
  return { numbers, emissions: Float64Array.from(emissions) };
}
