import { type Candidate, candidatesAt } from "./candidates.js";
import type { Word } from "./entry.js";
import type { Lexicon } from "./load.js";

/** Words that stand at fixed places, by their start: terms and bracketed parts. */
export type Fixed = ReadonlyMap<number, Word>;

/** Splits a part of a normalized text into words by the cheapest path through everything that may begin at each place. */
export function segment(text: string, from: number, to: number, fixed: Fixed, lexicon: Lexicon): Word[] {
  const best: { cost: number; word?: Candidate }[] = [];
  best[from] = { cost: 0 };
  const relax = (candidate: Candidate): void => {
    const cost = best[candidate.start]!.cost + candidate.cost;
    const there = best[candidate.end];
    if (!there || cost < there.cost) best[candidate.end] = { cost, word: candidate };
  };
  const starts = [...fixed.keys()].filter((start) => start >= from && start < to).sort((a, b) => a - b);
  for (let at = from; at < to; at++) {
    if (!best[at]) continue;
    const word = fixed.get(at);
    if (word) {
      relax({ ...word, cost: 0 });
      at = word.end - 1;
      continue;
    }
    while (starts.length && starts[0]! <= at) starts.shift();
    for (const candidate of candidatesAt(text, at, starts[0] ?? to, lexicon)) relax(candidate);
  }
  const words: Word[] = [];
  for (let end = to; end > from; ) {
    const word = best[end]!.word!;
    if (word.readings.length) words.unshift(word);
    end = word.start;
  }
  return words;
}
