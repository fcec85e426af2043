import { type Word, wordAt } from "./entry.js";

const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});/y;

/** Where a character ends that is written as HTML writes it, `&amp;`, or `at` where none begins there. */
export function entityEnd(text: string, at: number): number {
  if (text[at] !== "&") return at;
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? ENTITY.lastIndex : at;
}

const LETTERS_BEFORE = /[A-Za-z\d]{1,20}$/;
const LETTERS_AFTER = /[A-Za-z\d]{1,20}/y;

/** AT&amp;T, R&amp;B: the letters around the sign are one name with it; undefined where none stand on either side. */
function nameAround(text: string, at: number, end: number, from: number): Word | undefined {
  const before = LETTERS_BEFORE.exec(text.slice(Math.max(from, at - 20), at))?.[0];
  LETTERS_AFTER.lastIndex = end;
  const after = LETTERS_AFTER.exec(text)?.[0];
  if (!before || !after) return undefined;
  const [first, last] = [at - before.length, end + after.length];
  const english = text.slice(first, last);
  return wordAt(english, first, last, [{ category: "name", english, cost: 0 }]);
}

/**
 * The characters of a stretch that are written as HTML writes them, as words that stay as they stand.
 *
 * Words of `terms` keep their letters: none of them becomes part of a longer name.
 */
export function entityWords(text: string, from: number, to: number, terms: Iterable<Word> = []): Word[] {
  const found: Word[] = [];
  for (let at = text.indexOf("&", from); at >= 0 && at < to; at = text.indexOf("&", at + 1)) {
    const end = entityEnd(text, at);
    if (end === at) continue;
    const name = nameAround(text, at, end, from);
    const isTaken = name && [...terms].some((term) => term.start < name.end && name.start < term.end);
    if (name && !isTaken && name.start >= (found.at(-1)?.end ?? 0)) {
      found.push(name);
      continue;
    }
    const english = text.slice(at, end);
    const readings = ["symbol", ...(english === "&amp;" ? ["AND"] : [])].map((category) => ({
      category,
      english,
      cost: 0,
    }));
    found.push(wordAt(english, at, end, readings));
  }
  return found;
}
