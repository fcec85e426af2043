const NUMBER = /^[\d.,]+$/;
const LATIN = /^[\p{Script=Latin}\d_.'-]+$/u;

/** The part of speech of a word that no dictionary has: a number is `m`, a Latin word `eng`, everything else `x`. */
export function tagOfUnknown(word: string): string {
  if (NUMBER.test(word)) return "m";
  return LATIN.test(word) ? "eng" : "x";
}
