import { type Batch, DOT, HAN_SYMBOLS } from "./batch.js";

const BRACKETED = /\s?\(\s?([\p{Script=Latin}][\p{Script=Latin}\d .&'’+-]{1,40}?)\s?\)/uy;

/**
 * Latin letters in parentheses after a form of Han characters, or before one in parentheses, or next to it; a model's behind
 * a name (青鸾Pro) are none of its own.
 */
export function latinBeside(
  { symbols, starts, ends }: Batch,
  i: number,
  length: number,
  text: string,
  isModel: (word: string) => boolean,
): { text: string; bracketed: boolean } | undefined {
  if (symbols[i]! < HAN_SYMBOLS || symbols[i + length - 1]! < HAN_SYMBOLS) return undefined;
  BRACKETED.lastIndex = ends[i + length - 1]!;
  const bracketed = BRACKETED.exec(text)?.[1] ?? latinBefore(text, starts[i]!, ends[i + length - 1]!);
  if (bracketed !== undefined) return { text: bracketed, bracketed: true };
  for (const place of [i + length, i - 1]) {
    const symbol = symbols[place]!;
    if (symbol <= DOT || symbol >= HAN_SYMBOLS) continue;
    const word = text.slice(starts[place], ends[place]);
    if (place > i && isModel(word)) continue;
    if (/^\p{Script=Latin}+$/u.test(word)) return { text: word, bracketed: false };
  }
  return undefined;
}

const MOST_LATIN = 40;
const IN_LATIN = /[\p{Script=Latin}\d .&'’+-]/u;

/** Latin letters before a range that stands in parentheses by itself: Merigo (魅果). */
function latinBefore(text: string, start: number, end: number): string | undefined {
  if (text[start - 1] !== "(" || text[end] !== ")") return undefined;
  const to = start - 1;
  let from = to;
  while (from > Math.max(0, to - MOST_LATIN) && IN_LATIN.test(text[from - 1]!)) from--;
  const latin = text.slice(from, to).trim();
  return /^\p{Script=Latin}{2}/u.test(latin) ? latin : undefined;
}
