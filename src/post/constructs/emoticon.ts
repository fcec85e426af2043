import type { Construct } from "../construct.js";
import { isLabel, isShortcode } from "../emoticons.js";

const BRACKETS = /\[([^\s[\]]{1,16})\]/y;
const FORM = /^(?=.*\p{Script=Han})[\p{L}\p{Nd}_-]{1,8}$/u;
const MAX_BOOK_TITLE = 40;

/** 《[转]养肾精粹》: brackets inside the name of a book, song or film belong to the name. */
function isInBookTitle(text: string, at: number): boolean {
  const from = Math.max(0, at - MAX_BOOK_TITLE);
  for (let i = at - 1; i >= from; i--) {
    const char = text.charAt(i);
    if (char === "《") return true;
    if (char === "》" || char === "\n") return false;
  }
  return false;
}

/**
 * `[名]`: a shortcode of the bundled list, or what has the form of one: 1 to 8 letters or digits, Han among them.
 *
 * Where only the form speaks for it, it must not be a label (`[转载]`), a link's text (`[文字](http…)`), or stand before a
 * colon.
 */
export const emoticon: Construct = {
  name: "emoticon",
  starts: "[",
  parse(text, at) {
    BRACKETS.lastIndex = at;
    const name = BRACKETS.exec(text)?.[1];
    if (name === undefined) return undefined;
    const end = at + name.length + 2;
    const formed = FORM.test(name) && !isLabel(name) && !/[(:：]/.test(text.charAt(end));
    if (!(isShortcode(name) || formed) || isInBookTitle(text, at)) return undefined;
    return { kind: "emoticon", start: at, end, name, nameStart: at + 1, nameEnd: end - 1 };
  },
};
