import { isLineBreak } from "./chars.js";

const OPENERS = "“‘「『（(《〈〔［";
const CLOSERS = "”’」』）)》〉〕］";

/** How many unclosed brackets a closing one may skip: a stray `）` closes nothing far away. */
const MAX_UNCLOSED = 4;

const closerOf = new Map([...OPENERS].map((char, i) => [char.charCodeAt(0), CLOSERS.charCodeAt(i)]));
const closers = new Set(closerOf.values());

/** The UTF-16 codes of the quotation marks and brackets that open. */
export const OPENING: readonly number[] = [...closerOf.keys()];

/** The UTF-16 codes of the quotation marks and brackets that close. */
export const CLOSING: readonly number[] = [...closers];

function depthOf(text: string, stack: readonly number[], close: number): number {
  const floor = Math.max(0, stack.length - MAX_UNCLOSED);
  for (let depth = stack.length - 1; depth >= floor; depth--) {
    if (closerOf.get(text.charCodeAt(stack[depth]!)) === close) return depth;
  }
  return -1;
}

/** Where each quotation and bracket that opens between `start` and `end` closes, on the same line. */
export function bracketPairs(text: string, start: number, end: number): Map<number, number> {
  const closeOf = new Map<number, number>();
  const stack: number[] = [];
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (closerOf.has(code)) stack.push(i);
    else if (isLineBreak(code)) stack.length = 0;
    else if (stack.length > 0 && closers.has(code)) {
      const depth = depthOf(text, stack, code);
      if (depth === -1) continue;
      closeOf.set(stack[depth]!, i);
      stack.length = depth;
    }
  }
  return closeOf;
}
