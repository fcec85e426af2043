import { isLineBreak } from "../chars.js";
import type { Construct } from "../construct.js";

const OPEN = 0x3010;
const CLOSE = 0x3011;
const MAX_LENGTH = 200;

/** `【…】`, a headline within one line; hashtags and mentions in it are read too. */
export const title: Construct = {
  name: "title",
  starts: "【",
  contains: true,
  parse(text, at) {
    const limit = Math.min(text.length, at + MAX_LENGTH);
    for (let i = at + 1; i < limit; i++) {
      const code = text.charCodeAt(i);
      if (code === OPEN || isLineBreak(code)) return undefined;
      if (code === CLOSE) {
        const name = text.slice(at + 1, i);
        if (name.trim() === "") return undefined;
        return { kind: "title", start: at, end: i + 1, name, nameStart: at + 1, nameEnd: i };
      }
    }
    return undefined;
  },
};
