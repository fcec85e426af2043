import { isHan } from "../chars.js";
import type { Construct } from "../construct.js";
import { alternation, phrases } from "../phrases.js";

const NAME = /[\p{L}\p{M}\p{Nd}_·-]{1,40}/uy;
const DOMAIN = /[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/y;
const LOCAL_PART = /[A-Za-z0-9._%+-]/;
const BARE_NUMBER = /^[0-9]{1,3}$/;

/** Weibo's limit for a name: 30 columns, a Han character taking two. */
const MAX_COLUMNS = 30;

let notName: RegExp | undefined;

/** `@3位好友`, `@兩位小伙伴`, `@地址`: an instruction or a label, not somebody's name. */
function isNobody(name: string): boolean {
  if (notName === undefined) {
    const { measures, people, wishes, wished, words } = phrases().notNames;
    const number = "[0-9一二两兩三四五六七八九十几幾多数數Nn]{1,3}(?:[-~至到][0-9一二三四五六七八九十]{1,3})?";
    const friends = `${number}(?:${alternation(measures)})(?:${alternation(people)}|$)`;
    const wish = `(?:${alternation(wishes)}).*(?:${alternation(wished)})$`;
    notName = new RegExp(`^(?:${friends}|${wish}|(?:${alternation(words)})$)`);
  }
  return notName.test(name);
}

function withinLimit(name: string): string {
  let columns = 0;
  for (let i = 0; i < name.length; i++) {
    columns += isHan(name.charCodeAt(i)) ? 2 : 1;
    if (columns > MAX_COLUMNS) return name.slice(0, i);
  }
  return name;
}

/**
 * Reads the name that begins at `start`, right after an `@`; `undefined` where what follows names nobody.
 *
 * Where Chinese text is run into the name, its end is a guess: the longest name that Weibo allows.
 */
export function readName(text: string, start: number): string | undefined {
  NAME.lastIndex = start;
  const run = NAME.exec(text)?.[0];
  if (run === undefined || (run.length === 1 && isHan(run.charCodeAt(0)))) return undefined;
  if (BARE_NUMBER.test(run) || isNobody(run)) return undefined;
  return withinLimit(run);
}

/** 对@name说： names the one spoken to, not 说. */
function spokenTo(text: string, at: number, name: string): string {
  const said =
    /[说說]$/.test(name) && /[对對]/.test(text.charAt(at - 1)) && /[:：]/.test(text.charAt(at + 1 + name.length));
  return said ? name.slice(0, -1) : name;
}

function isEmail(text: string, at: number): boolean {
  if (at === 0 || !LOCAL_PART.test(text.charAt(at - 1))) return false;
  DOMAIN.lastIndex = at + 1;
  return DOMAIN.test(text);
}

/** `@name`: letters, digits, Han, `_`, `-` and `·`; neither an e-mail address nor `@3位好友`. */
export const mention: Construct = {
  name: "mention",
  starts: "@",
  parse(text, at) {
    if (isEmail(text, at)) return undefined;
    const run = readName(text, at + 1);
    if (run === undefined) return undefined;
    const name = spokenTo(text, at, run);
    const end = at + 1 + name.length;
    return { kind: "mention", start: at, end, name, nameStart: at + 1, nameEnd: end };
  },
};
