import type { TermStatus } from "../model.js";
import type { ParsedPost } from "../post/parse.js";
import { splitSentences } from "../post/sentences.js";
import type { Range } from "../span.js";
import type { Assembly } from "./assemble.js";
import { findSlots } from "./find.js";
import { asOutput } from "./output.js";
import { type Lookalike, type Slot, unitPlan } from "./pieces.js";
import { protect, type SlotText } from "./protect.js";
import { mend } from "./restore.js";

/**
 * Mends the terms of a translation that some other system made, without an engine.
 *
 * The whole post counts as one unit: each occurrence of a term is looked for near its place, in its right form, in a
 * damaged or a forbidden one; a forbidden one that is as likely a look-alike's stays. The segments are aligned by their lengths, at the ends of sentences.
 */
export function repairTranslation(
  parsed: ParsedPost,
  terms: readonly Range[],
  lookalikes: readonly Lookalike[],
  textOf: (slot: Slot) => SlotText,
  translation: string,
): Assembly {
  const slots = terms.map(({ start, end }, index): Slot => ({ kind: "term", index, start, end }));
  slots.sort((a, b) => a.start - b.start);
  const plan = unitPlan({ start: 0, end: parsed.text.length }, slots, { lookalikes });
  // Line breaks, quotes and signs are the translator's and stay as they are.
  const unit = protect(parsed.text, plan, textOf, "native");
  const { text, slots: restored } = mend(translation, findSlots(asOutput(translation), unit));
  const found = new Map<number, { range: Range; status: TermStatus }>();
  plan.slots.forEach((slot, i) => {
    const { range, status } = restored[i]!;
    if (range) found.set(slot.index, { range, status });
  });
  return {
    text,
    segments: alignByLength(parsed, text),
    tokens: findTokens(parsed, text),
    terms: found,
    units: new Map(),
  };
}

/** Finds mentions, links and emoticons as they are, hashtags as whatever stands between two `#`, each in order. */
function findTokens({ text: source, tokens }: ParsedPost, text: string): Map<number, Range> {
  const found = new Map<number, Range>();
  const hashtag = /#[^#\n]+#/gu;
  let read = 0;
  tokens.forEach(({ kind, start, end }, index) => {
    if (kind === "title" || kind === "repost" || kind === "reply") return;
    if (kind === "hashtag") {
      const match = hashtag.exec(text);
      if (match) found.set(index, { start: match.index, end: match.index + match[0].length });
      return;
    }
    const token = source.slice(start, end);
    const at = text.indexOf(token, read);
    if (at < 0) return;
    read = at + token.length;
    found.set(index, { start: at, end: read });
  });
  return found;
}

/**
 * Divides a translation among the segments of its source: each boundary goes to the end of a sentence that lies nearest
 * to where the lengths put it, after the idea of Gale and Church (1993) that long sentences become long sentences.
 */
function alignByLength({ text: source, segments }: ParsedPost, text: string): Range[] {
  const ends = [
    0,
    ...splitSentences(text, 0, text.length).map((sentence) => withSpaces(text, sentence.end)),
    text.length,
  ];
  let start = 0;
  return segments.map((segment, i) => {
    const expected = (segment.end / (source.length || 1)) * text.length;
    const open = ends.filter((end) => end >= start);
    const nearest = open.reduce(
      (best, end) => (Math.abs(end - expected) < Math.abs(best - expected) ? end : best),
      text.length,
    );
    const range = { start, end: i === segments.length - 1 ? text.length : nearest };
    start = range.end;
    return range;
  });
}

function withSpaces(text: string, end: number): number {
  let to = end;
  while (to < text.length && /\s/u.test(text[to]!)) to++;
  return to;
}
