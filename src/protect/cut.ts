import type { UnitRole } from "../engines/engine.js";
import { skipSpaces, trimSpaces } from "../post/chars.js";
import type { ParsedPost } from "../post/parse.js";
import { splitSentences } from "../post/sentences.js";
import { contains, type Range } from "../span.js";
import { isCarried } from "./carried.js";
import { isHeadline } from "./headline.js";
import { type Lookalike, literal, type Piece, type Slot, unitPlan } from "./pieces.js";
import { tidyEnglish } from "./punctuation.js";

/** Cuts a range of a post into pieces; `role` is what its units are where they are no sentences. */
export type Cut = (range: Range, role?: UnitRole) => Piece[];

/** Cuts prose into sentences, and a sentence into units and the tokens that stand outside them. */
export function cutter(
  parsed: ParsedPost,
  tokensIn: (range: Range) => Slot[],
  termsIn: (range: Range) => Slot[],
  lookalikesIn: (range: Range) => Lookalike[],
): Cut {
  const { text } = parsed;
  const slotsOf = (range: Range, carried: readonly Slot[]): Slot[] => {
    const terms = termsIn(range);
    if (carried.length === 0) return terms;
    const outside = terms.filter((term) => !carried.some((token) => contains(token, term)));
    return [...outside, ...carried].sort((a, b) => a.start - b.start);
  };
  const cutSentence = (sentence: Range, role: UnitRole | undefined): Piece[] => {
    const pieces: Piece[] = [];
    let from = sentence.start;
    let carried: Slot[] = [];
    const flush = (to: number) => {
      const lead = pieces.length > 0 ? leadingPunctuation(text, from, to) : from;
      if (lead > from) pieces.push(literal(from, lead, tidyEnglish(text.slice(from, lead))));
      const start = skipSpaces(text, lead, to);
      const end = trimSpaces(text, start, to);
      if (start < end) {
        const range = { start, end };
        const slots = slotsOf(range, carried);
        const lookalikes = slots.length > 0 ? lookalikesIn(range) : [];
        const continues = pieces.some(({ type }) => type === "unit");
        pieces.push({ type: "unit", start, end, unit: unitPlan(range, slots, { lookalikes, role, continues }) });
      }
      carried = [];
    };
    const tokens = tokensIn(sentence);
    tokens.forEach((slot, i) => {
      if (isCarried(text, parsed, tokens, i, sentence)) {
        carried.push(slot);
        return;
      }
      flush(slot.start);
      pieces.push({ type: "token", index: slot.index, start: slot.start, end: slot.end });
      from = slot.end;
    });
    flush(sentence.end);
    return pieces;
  };
  return (range, role) => {
    const sentences = withoutCuts(splitSentences(text, range.start, range.end), tokensIn(range));
    return sentences.flatMap((sentence) =>
      cutSentence(sentence, role ?? (isHeadline(sentence, parsed) ? "title" : undefined)),
    );
  };
}

/** Joins sentences that were parted within a token: a hashtag may hold a question. */
function withoutCuts(sentences: readonly Range[], tokens: readonly Slot[]): readonly Range[] {
  if (sentences.length < 2 || tokens.length === 0) return sentences;
  const joined: Range[] = [];
  let next = 0;
  for (const { start, end } of sentences) {
    while (next < tokens.length && tokens[next]!.end <= start) next++;
    const last = joined.at(-1);
    if (last && next < tokens.length && tokens[next]!.start < start) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

const PUNCTUATION = /[，。！？；：、,.!?;:～~…]+/uy;

/** Where the punctuation ends that follows a token: it belongs to what stands before it, and no engine need see it. */
function leadingPunctuation(text: string, start: number, end: number): number {
  PUNCTUATION.lastIndex = start;
  const match = PUNCTUATION.exec(text);
  return match ? Math.min(end, start + match[0].length) : start;
}
