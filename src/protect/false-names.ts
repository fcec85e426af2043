import { overlaps, type Range } from "../span.js";
import type { Lookalike } from "./pieces.js";

/** A name in the English that the source does not mean: its place there, and the look-alike that it was made of. */
export interface FalseName extends Range {
  lookalike: Lookalike;
}

/** A segment of the source beside its English, where that begins in the whole English, and where terms came out there. */
export interface CheckedSegment {
  source: string;
  target: string;
  targetStart: number;
  termTargets: readonly Range[];
}

const NAME = /\p{Lu}/u;
const WORD = /[\p{L}\p{N}]/u;
const ONLY_INITIAL = /^\p{Lu}[\p{Ll}'’ -]*$/u;
const SENTENCE_START = /(?:^|[.!?:;\n"“[(#])\s{0,9}$/u;

/**
 * Finds names that an engine wrote for words that only look like them: "Xiaomi porridge" for 小米粥.
 *
 * A name counts where it stands as a whole word in the English of the look-alike's own segment, where no accepted term
 * came out, and where the source does not have the same letters. A capital that begins a sentence makes no name: "Apple
 * juice is sweet" is not about Apple. Names without a capital are ordinary words and never counted.
 */
export function falseNames(lookalikes: readonly Lookalike[], segment: CheckedSegment): FalseName[] {
  const found: FalseName[] = [];
  for (const lookalike of lookalikes) {
    const { target } = lookalike;
    if (!NAME.test(target) || segment.source.includes(target)) continue;
    const from = found.findLast((before) => before.lookalike.target === target)?.end ?? segment.targetStart;
    const start = nextName(target, from - segment.targetStart, segment);
    if (start !== undefined) found.push({ start, end: start + target.length, lookalike });
  }
  return found;
}

function nextName(name: string, from: number, segment: CheckedSegment): number | undefined {
  const { target, targetStart, termTargets } = segment;
  for (let at = target.indexOf(name, from); at >= 0; at = target.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (WORD.test(target[at - 1] ?? "") || WORD.test(target[end] ?? "")) continue;
    if (ONLY_INITIAL.test(name) && SENTENCE_START.test(target.slice(0, at))) continue;
    const range = { start: targetStart + at, end: targetStart + end };
    if (!termTargets.some((term) => overlaps(term, range))) return range.start;
  }
  return undefined;
}
