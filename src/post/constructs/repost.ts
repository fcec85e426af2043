import { isSpace } from "../chars.js";
import type { Construct, Token } from "../construct.js";

const REPOST = /\/\/[ \t\u00a0]?@[^\s@#:：/[\]【】]{1,40}[ \t]?[:：]/y;

/** The token that the sticky pattern of a marker with an author makes at `at`. */
export function authored(kind: "repost" | "reply", pattern: RegExp, text: string, at: number): Token | undefined {
  pattern.lastIndex = at;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  const nameStart = text.indexOf("@", at) + 1;
  const nameEnd = isSpace(text.charCodeAt(end - 2)) ? end - 2 : end - 1;
  return { kind, start: at, end, name: text.slice(nameStart, nameEnd), nameStart, nameEnd };
}

/** `//@name:` opens what `name` had written before it was reposted; the colon may be full-width. */
export const repost: Construct = {
  name: "repost",
  starts: "/",
  parse: (text, at) => authored("repost", REPOST, text, at),
};
