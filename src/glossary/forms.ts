import type { GlossaryEntry } from "../model.js";
import { characterTables } from "../text/characters.js";
import { normalize } from "../text/normalize.js";

/** The Chinese forms that an entry lists. */
export const formsOf = ({ source, variants = [] }: GlossaryEntry): string[] => [source, ...variants];

/** What a UTF-16 code unit is to the edges of a term. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const SPACE = 3;

/** Classes of code units: a letter or digit of a script that writes words with spaces, a space, or anything else. */
export function characterClass(unit: number): number {
  if (unit < 0x80) {
    if (unit >= 0x30 && unit <= 0x39) return DIGIT;
    const lower = unit | 0x20;
    if ((lower >= 0x61 && lower <= 0x7a) || unit === 0x5f) return LETTER;
    return unit === 0x20 || unit === 0x09 ? SPACE : OTHER;
  }
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7 ? LETTER : OTHER;
}

/** Tells whether a space between two characters is a matter of taste: `iPhone 15` and `iPhone15`, `小米 MIX` and `小米MIX`. */
export function isSpaceOptional(before: number, after: number): boolean {
  return before !== after && before !== SPACE && after !== SPACE && (before !== OTHER || after !== OTHER);
}

/**
 * The key of a form: simplified, half-width, lower-case, with one space where a space has to be.
 *
 * Two spellings of a name that differ only in these have one key. The empty string where nothing is left.
 */
export function foldForm(form: string): string {
  const { folded } = characterTables();
  const copy = normalize(form).text.trim();
  let key = "";
  let before = OTHER;
  for (let i = 0; i < copy.length; i++) {
    const unit = copy.charCodeAt(i);
    const kind = characterClass(unit);
    if (kind === SPACE) {
      const next = characterClass(copy.charCodeAt(i + 1));
      if (next !== SPACE && !isSpaceOptional(before, next)) key += " ";
    } else {
      key += String.fromCharCode(folded[unit]!);
      before = kind;
    }
  }
  return key;
}
