import type { UnitTerm } from "../engine.js";
import { type Candidate, candidatesAt } from "./candidates.js";
import type { Reading, Word } from "./entry.js";
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

/** The terms of a unit as words at their places in its normalized copy; a term that the text does not hold is left out. */
export function termWords(
  text: string,
  terms: readonly UnitTerm[],
  toCopy: (offset: number) => number,
  lexicon: Lexicon,
): Map<number, Word> {
  const fixed = new Map<number, Word>();
  let from = 0;
  for (const { source, target, start: told } of terms) {
    const start = source ? text.indexOf(source, told ?? from) : -1;
    if (start < 0) continue;
    from = start + source.length;
    const at = toCopy(start);
    fixed.set(at, {
      text: source,
      start: at,
      end: toCopy(from),
      readings: termReadings(source, target, lexicon),
      verbatim: true,
    });
  }
  return fixed;
}

/** A term keeps the parts of speech its source has in the lexicon where its English is an ordinary word; else it is a name. */
function termReadings(source: string, target: string, lexicon: Lexicon): Reading[] {
  if (/\p{Lu}|\d/u.test(target)) return [{ category: "name", english: target, cost: 0 }];
  const known =
    lexicon
      .lookup(source)
      ?.readings.filter((r) => /^(noun|mass|verb|adjective|plural|VSAY|VWANT|VCAUSE|VGIVE)$/.test(r.category)) ?? [];
  const readings = known.map((r) => ({ ...r, english: target }));
  return readings.length ? readings : [{ category: "noun", english: target, cost: 0 }];
}
