import { type Word, wordAt } from "./entry.js";

const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6});/y;

/** Where a character ends that is written as HTML writes it, `&amp;`, or `at` where none begins there. */
export function entityEnd(text: string, at: number): number {
  if (text[at] !== "&") return at;
  ENTITY.lastIndex = at;
  return ENTITY.test(text) ? ENTITY.lastIndex : at;
}

/** The characters of a stretch that are written as HTML writes them, as words that stay as they stand. */
export function entityWords(text: string, from: number, to: number): Word[] {
  const found: Word[] = [];
  for (let at = text.indexOf("&", from); at >= 0 && at < to; at = text.indexOf("&", at + 1)) {
    const end = entityEnd(text, at);
    if (end === at) continue;
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
