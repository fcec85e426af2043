import type { ParsedPost } from "../post/parse.js";
import type { Range } from "../span.js";
import type { Slot } from "./pieces.js";

const HAN = /\p{Script=Han}/u;

/**
 * A mention or hashtag travels inside a unit when it is a word of the sentence: Chinese follows it, and it begins the
 * sentence or Chinese stands before it too, and no other token beside it. Rows of them stand outside, as links do.
 */
export function isCarried(
  text: string,
  parsed: ParsedPost,
  tokens: readonly Slot[],
  i: number,
  sentence: Range,
): boolean {
  const slot = tokens[i]!;
  const kind = parsed.tokens[slot.index]!.kind;
  if (kind !== "mention" && kind !== "hashtag") return false;
  const before = neighbour(text, slot.start - 1, -1, sentence);
  const after = neighbour(text, slot.end, 1, sentence);
  if (tokens[i - 1]?.end === before + 1 || tokens[i + 1]?.start === after) return false;
  const leads = before < sentence.start;
  return (leads || isHan(text, before, sentence)) && isHan(text, after, sentence);
}

function neighbour(text: string, from: number, step: 1 | -1, sentence: Range): number {
  let at = from;
  while (at >= sentence.start && at < sentence.end && text[at] === " ") at += step;
  return at;
}

function isHan(text: string, at: number, sentence: Range): boolean {
  return at >= sentence.start && at < sentence.end && HAN.test(text[at]!);
}
