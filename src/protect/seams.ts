import type { Range } from "../span.js";
import type { Edit } from "./edits.js";

const WORD = /[\p{L}\p{N}]/u;
const ARTICLE_BEFORE = /\b(a|an|the)[ \t]+$/i;
const LEADING_ARTICLE = /^(a|an|the)[ \t]/i;
const POSSESSIVE = /^[ \t]+(['’]s)(?![\p{L}\p{N}])/u;

/** Letters and digits whose name begins with a vowel sound: an LG phone, an M3 chip, an 8-inch screen. */
const SPELLED_VOWEL = /^(?:[AEFHILMNORSX](?![a-z])|8|11(?!\d)|18(?!\d))/;
/** Words whose first letter is a vowel and whose first sound is none: a unit, a one-time code, a European phone. */
const CONSONANT_SOUND = /^(?:u[bnst]i|use|usu|uk|eu|one\b|once\b)/i;
const VOWEL = /^[aeiou]/i;

/** Tells whether English says "an" before a word, by its first sound. */
export function takesAn(word: string): boolean {
  if (/^[A-Z0-9]/.test(word) && SPELLED_VOWEL.test(word)) return true;
  return VOWEL.test(word) && !CONSONANT_SOUND.test(word);
}

/**
 * What must change around terms that were put in: a space on each side of a word, no doubled article, the right one of
 * "a" and "an", no space before a possessive.
 *
 * @param ranges Where the terms stand, in order.
 */
export function seamEdits(text: string, ranges: readonly Range[]): Edit[] {
  const edits: Edit[] = [];
  let read = 0;
  for (const { start, end } of ranges) {
    const before = text.slice(Math.max(read, start - 8), start);
    const article = ARTICLE_BEFORE.exec(before);
    if (article) {
      const at = start - article[0].length;
      const fixed = fixArticle(article[1]!, text.slice(start, end));
      if (fixed !== article[1])
        edits.push({ start: at, end: fixed === "" ? start : at + article[1]!.length, replacement: fixed });
    } else if (start > read && isGlued(text, start)) {
      edits.push({ start, end: start, replacement: " " });
    }
    const possessive = POSSESSIVE.exec(text.slice(end, end + 8));
    if (possessive) edits.push({ start: end, end: end + possessive[0].length, replacement: possessive[1]! });
    else if (isGlued(text, end)) edits.push({ start: end, end, replacement: " " });
    read = end;
  }
  return edits;
}

function fixArticle(article: string, term: string): string {
  if (LEADING_ARTICLE.test(term)) return "";
  if (article.toLowerCase() === "the") return article;
  const fixed = takesAn(term) ? "an" : "a";
  return article[0] === "A" ? fixed[0]!.toUpperCase() + fixed.slice(1) : fixed;
}

/** Tells whether two words stand together without a space; an ending of the term's own is no word. */
function isGlued(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at];
  return before !== undefined && after !== undefined && WORD.test(before) && WORD.test(after);
}
