import type { Token } from "./construct.js";

const NONE: readonly Token[] = [];

function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that lie between `start` and `end`; `tokens` must be in order of their start. */
export function tokensWithin(tokens: readonly Token[], start: number, end: number): readonly Token[] {
  const first = firstFrom(tokens, start);
  if (first === tokens.length || tokens[first]!.start >= end) return NONE;
  const found: Token[] = [];
  for (let i = first; i < tokens.length && tokens[i]!.start < end; i++) {
    if (tokens[i]!.end <= end) found.push(tokens[i]!);
  }
  return found;
}
