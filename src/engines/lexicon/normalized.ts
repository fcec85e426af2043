import type { Lexicon } from "./load.js";

/** The simplified copy of a text, character by character. */
export function standIn(text: string, lexicon: Lexicon): string {
  let out = "";
  for (const character of text) out += lexicon.simplified(character);
  return out;
}
