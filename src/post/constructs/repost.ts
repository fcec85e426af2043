import type { Construct, Token } from "../construct.js";

const REPOST = /\/\/[ \t\u00a0]?@([^\s@#:：/[\]【】]{1,40})[ \t]?[:：]/y;

/** A marker with an author: the token that the match of a sticky pattern at `at` makes. */
export function authored(kind: "repost" | "reply", pattern: RegExp, text: string, at: number): Token | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const name = match[1]!;
  const nameStart = at + match[0].indexOf("@") + 1;
  return { kind, start: at, end: pattern.lastIndex, name, nameStart, nameEnd: nameStart + name.length };
}

/** `//@name:` opens what `name` had written before it was reposted; the colon may be full-width. */
export const repost: Construct = {
  name: "repost",
  starts: "/",
  parse: (text, at) => authored("repost", REPOST, text, at),
};
