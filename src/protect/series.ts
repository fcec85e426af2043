import { isDigit } from "../post/chars.js";
import { codeAround } from "./strings.js";

/** A name that ends in the letter of a series. */
const SERIES = /[ -]\p{Lu}$/u;

/** Tells whether a number follows a name at an offset of a text and is one word with its last letter: REDMI K90. */
export function continuesSeries(name: string, text: string, at: number): boolean {
  return isDigit(codeAround(text, at)) && SERIES.test(name);
}
