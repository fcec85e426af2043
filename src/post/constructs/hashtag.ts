import { isDigit, isLatin, isLineBreak, isSpace, isWordChar } from "../chars.js";
import type { Construct, Token } from "../construct.js";

const HASH = 0x23;
const MAX_LENGTH = 80;
const LONE = /[\p{L}\p{M}\p{Nd}_][\p{L}\p{M}\p{Nd}_·.&+'’-]{0,79}/uy;
const NUMBER = /^[0-9.]+$/;
const KIND_LABEL = /\[(?:超话|超話|话题|話題|超级话题)\]$/;
const BAD_EDGE = /^[\s,，、。.;；:：)）】!！?？]|[\s,，、;；:：(（【]$/;
const FOREIGN = /https?:|\/\/@|【|】/;

/** `C#` and `F#` are names of languages and notes, `&#39;` is an entity: their # opens nothing. */
function opens(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 0x26) return !isDigit(text.charCodeAt(at + 1));
  const capital = before >= 0x41 && before <= 0x5a;
  if (!capital) return true;
  const further = text.charCodeAt(at - 2);
  return isLatin(further) || isDigit(further);
}

function closing(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_LENGTH);
  for (let i = at + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === HASH) return i;
    if (isLineBreak(code)) return -1;
  }
  return -1;
}

function paired(text: string, at: number): Token | undefined {
  const close = closing(text, at);
  if (close <= at + 1) return undefined;
  const content = text.slice(at + 1, close);
  if (BAD_EDGE.test(content) || FOREIGN.test(content)) return undefined;
  const name = content.replace(KIND_LABEL, "");
  if (name === "") return undefined;
  return { kind: "hashtag", start: at, end: close + 1, name, nameStart: at + 1, nameEnd: at + 1 + name.length };
}

function lone(text: string, at: number): Token | undefined {
  const before = text.charCodeAt(at - 1);
  if (before < 0x80 && isWordChar(before)) return undefined;
  LONE.lastIndex = at + 1;
  const name = LONE.exec(text)?.[0];
  if (name === undefined || NUMBER.test(name)) return undefined;
  const end = at + 1 + name.length;
  if (end < text.length && !isSpace(text.charCodeAt(end))) return undefined;
  return { kind: "hashtag", start: at, end, name, nameStart: at + 1, nameEnd: end };
}

/**
 * `#话题#`, `#话题[超话]#`, `#tag[话题]#`, and a lone `#tag` that a space or the end of the text ends.
 *
 * A `#` after a space opens the next tag, it does not close one: `#a #b` are two.
 */
export const hashtag: Construct = {
  name: "hashtag",
  starts: "#",
  parse(text, at) {
    return opens(text, at) ? (paired(text, at) ?? lone(text, at)) : undefined;
  },
};
