/** A name that ends in the letter of a series. */
const SERIES = /[ -]\p{Lu}$/u;
const DIGIT = /\d/;

/** Tells whether a number follows a name at an offset of a text and is one word with its last letter: REDMI K90. */
export function continuesSeries(name: string, text: string, at: number): boolean {
  return SERIES.test(name) && DIGIT.test(text.charAt(at));
}
