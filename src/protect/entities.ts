import { indexIn } from "./strings.js";

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
/** The named entities that engines write; others are left as they stand. */
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["hellip", "…"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["middot", "·"],
]);
const LAST_CODE_POINT = 0x10ffff;

/** Writes the entities of a text as the characters that they name, all but some that are to stay. */
export function decodeEntities(text: string, staying: ReadonlySet<string> = NONE): string {
  if (indexIn(text, "&", 0) < 0) return text;
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (staying.has(entity)) return entity;
    if (name) return NAMED.get(name.toLowerCase()) ?? entity;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16);
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : entity;
  });
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Writes the entities that an engine made as the characters that they name. What the text that was sent has of them is
 * the post's and stays (`&nbsp;` in a post about HTML), save where the engine has escaped that too (`&amp;nbsp;`).
 */
export function decodeMadeEntities(output: string, sent: string): string {
  if (indexIn(output, "&", 0) < 0) return output;
  const own = new Set(sent.match(ENTITY));
  for (const entity of own) {
    const escaped = `&amp;${entity.slice(1)}`;
    if (output.includes(escaped) && !sent.includes(escaped)) return decodeEntities(output);
  }
  return decodeEntities(output, own);
}

const RESERVED = /[&<>]/;

/** Escapes a text for HTML. */
export function escapeHtml(text: string): string {
  if (!RESERVED.test(text)) return text;
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
