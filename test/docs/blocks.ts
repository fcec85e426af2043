import { lexer, type Token, type Tokens } from "marked";

/** A fenced block of code on a page. */
export interface Block {
  /** Its language: `ts`, `sh`, `json` … */
  language: string;
  /** The rest of the line that opens it: `no-run`, or the name of the file that it shows. */
  info: string;
  code: string;
  /** The line of the page on which its first line stands, from 1. */
  line: number;
}

/** The fenced blocks of a Markdown page, those inside lists and quotes too. */
export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  const read = (token: Token): void => {
    if (token.type !== "code") {
      const children = token.type === "list" ? token.items : "tokens" in token ? (token.tokens ?? []) : [];
      children.forEach(read);
      return;
    }
    const { raw, text, lang = "" } = token as Tokens.Code;
    at = markdown.indexOf(raw.split("\n", 1)[0]!, at);
    const line = markdown.slice(0, at).split("\n").length + 1;
    at += raw.length;
    const [language = "", ...rest] = lang.split(" ");
    blocks.push({ language, info: rest.join(" "), code: text, line });
  };
  lexer(markdown).forEach(read);
  return blocks;
}

const DOCSTRING = /\/\*\*(?:[^*]|\*(?!\/))*\*\//gu;

/** The docstrings of a TypeScript file as one Markdown page, each on the lines on which it stands. */
export function docstringsOf(source: string): string {
  let page = "";
  let at = 0;
  for (const match of source.matchAll(DOCSTRING)) {
    page += source.slice(at, match.index).replace(/[^\n]/gu, "");
    page += match[0].replace(/^\/\*\*|\*\/$/gu, "").replace(/^[ \t]*\* ?/gmu, "");
    at = match.index + match[0].length;
  }
  return page;
}
