import { isDigit, isLatin } from "../chars.js";
import type { Construct } from "../construct.js";

const SCHEME = /(?:https?|ftp):\/\//iy;
const SHORTENER = /t\.cn\/(?=[A-Za-z0-9])/y;
const REST = /[!$%&'()*+,\-./0-9:;=?@A-Z_a-z~#]{1,2000}/y;
/** Where another thing begins that was run into the link. */
const NEXT = /\/\/@|(?<![=/])(?:https?|ftp):\/\/|@(?![\x21-\x7e])|#(?![\x21-\x7e])|#[^#]*#/i;
const CLOSING = new Set([".", ",", ":", ";", "!", "?", "'", "#", "@", "~", "*", "&", "("]);

/**
 * How many characters the codes of t.cn have: 8 from A on (2018), 7 before that, 5 or 6 at first.
 * With them the end of a link is known even where Latin text or the next item's number is run into it.
 */
function codeLength(code: string): number {
  const first = code.charAt(0);
  if (first === "A") return 8;
  if (/[zR8E]/.test(first)) return 7;
  return /[ahS]/.test(first) ? 6 : code.length;
}

function shortLinkEnd(text: string, codeStart: number): number {
  let end = codeStart;
  while (isDigit(text.charCodeAt(end)) || isLatin(text.charCodeAt(end))) end++;
  const code = text.slice(codeStart, Math.min(end, codeStart + 40));
  const known = codeLength(code);
  const surplus = end - codeStart - known;
  if (surplus <= 0) return end;
  const nextItem = surplus < 3 && /^[0-9]{1,2}[.、)）]$/.test(text.slice(codeStart + known, end + 1));
  const runInto = surplus > 3 || nextItem;
  return runInto ? codeStart + known : end;
}

function trimClosing(rest: string): number {
  let unclosed = 0;
  for (const char of rest) unclosed += char === "(" ? 1 : char === ")" ? -1 : 0;
  let end = rest.length;
  for (; end > 0; end--) {
    const last = rest.charAt(end - 1);
    if (last === ")" && unclosed < 0) unclosed++;
    else if (!CLOSING.has(last)) return end;
  }
  return end;
}

/** A link with a scheme, or `t.cn/…`; it ends before Han, full-width characters and closing punctuation. */
export const url: Construct = {
  name: "url",
  starts: "hHfFt",
  parse(text, at) {
    SHORTENER.lastIndex = at;
    SCHEME.lastIndex = at;
    const bare = SHORTENER.test(text) && !/[A-Za-z0-9.@-]/.test(text.charAt(at - 1));
    if (!bare && !SCHEME.test(text)) return undefined;
    const start = bare ? at : SCHEME.lastIndex;
    SHORTENER.lastIndex = start;
    if (SHORTENER.test(text)) return { kind: "url", start: at, end: shortLinkEnd(text, SHORTENER.lastIndex) };
    REST.lastIndex = start;
    const rest = REST.exec(text)?.[0];
    if (rest === undefined) return undefined;
    const next = rest.search(NEXT);
    const end = start + trimClosing(next === -1 ? rest : rest.slice(0, next));
    return end > start ? { kind: "url", start: at, end } : undefined;
  },
};
