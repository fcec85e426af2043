/** A name that ends in the letter of a series. */
const SERIES = /[ -]\p{Lu}$/u;
const [ZERO, NINE] = [0x30, 0x39];

/** Tells whether a number follows a name at an offset of a text and is one word with its last letter: REDMI K90. */
export function continuesSeries(name: string, text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code <= NINE && SERIES.test(name);
}
