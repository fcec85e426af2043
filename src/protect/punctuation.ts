/** How Chinese and full-width punctuation is written in English; the spacing is `tidySpacing`'s. */
const ENGLISH = new Map<string, string>([
  ["，", ", "],
  ["、", ", "],
  ["。", ". "],
  ["．", "."],
  ["｡", ". "],
  ["！", "! "],
  ["？", "? "],
  ["；", "; "],
  ["：", ": "],
  ["（", " ("],
  ["）", ") "],
  ["“", ' "'],
  ["”", '" '],
  ["„", ' "'],
  ["‘", "'"],
  ["’", "'"],
  ["「", ' "'],
  ["」", '" '],
  ["『", ' "'],
  ["』", '" '],
  ["《", ' "'],
  ["》", '" '],
  ["〈", ' "'],
  ["〉", '" '],
  ["【", " ["],
  ["】", "] "],
  ["〔", " ["],
  ["〕", "] "],
  ["…", "..."],
  ["⋯", "..."],
  ["—", "—"],
  ["～", "~"],
  ["〜", "~"],
  ["·", " "],
  ["・", " "],
  ["％", "%"],
  ["￥", "¥"],
  ["　", " "],
  ["\u00a0", " "],
]);

const FOREIGN = /[，、。．｡！？；：（）“”„‘’「」『』《》〈〉【】〔〕…⋯～〜·・％￥　\u00a0\uff01-\uff5e]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/** Turns Chinese and full-width punctuation, letters and digits into their English forms. */
export function englishPunctuation(text: string): string {
  return text.replace(FOREIGN, (character) => {
    const english = ENGLISH.get(character);
    if (english !== undefined) return english;
    return String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET);
  });
}

const SPACES = /[ \t]{2,}/g;
const SPACE_BEFORE_CLOSING = /[ \t]+(?=[,;:!?)\]}%]|\.(?![\w.]))/g;
const SPACE_AFTER_OPENING = /([([{])[ \t]+/g;
const SPACE_AT_LINE_EDGE = /[ \t]*(\r?\n)[ \t]*/g;

/** Leaves one space between words, none before closing and after opening punctuation, none at the edges of a line. */
export function tidySpacing(text: string): string {
  return text
    .replace(SPACES, " ")
    .replace(SPACE_BEFORE_CLOSING, "")
    .replace(SPACE_AFTER_OPENING, "$1")
    .replace(SPACE_AT_LINE_EDGE, "$1")
    .trim();
}

const CLOSES = /^[\s,.;:!?)\]}%'”’…~]/u;
const SPACE_END = /\s$/u;
const OPEN_END = /[([{@/$¥€£]$/u;
const EMOTICON_END = /\]$/u;

/**
 * Tells whether English writes a space between two pieces that are put one after the other.
 *
 * @param before The text so far. @param after What comes next.
 */
export function needsSpace(before: string, after: string): boolean {
  if (before === "" || after === "") return false;
  if (SPACE_END.test(before) || CLOSES.test(after)) return false;
  if (EMOTICON_END.test(before) && after.startsWith("[")) return false;
  return !OPEN_END.test(before);
}
