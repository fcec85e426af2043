import fc from "fast-check";
import { lexer, type Token } from "marked";
import { describe, expect, it } from "vitest";
import { widthOf, wrap } from "../../src/render/cells.js";
import { renderMarkdown } from "../../src/render/markdown.js";
import { renderTerminal } from "../../src/render/terminal.js";
import { renderText } from "../../src/render/text.js";
import { visible } from "../../src/render/visible.js";
import { anyPost, bilingual, dense } from "./posts.js";

const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const pinyin = (characters: string) => Array.from(characters, () => "pin");

describe("renderText", () => {
  it("writes the Chinese above its English, items indented, then what was found", async () => {
    expect(renderText(await bilingual("【标题】第一步:打开小米;第二步:喝小米粥。"))).toBe(
      [
        "【标题】\n[word word]",
        "  第一步:打开小米;\n  Step 1: word word Xiaomi;",
        "  第二步:喝小米粥。\n  Step 2: word word word word.",
        "term     小米 → Xiaomi (kept)\nnot      小米 → Xiaomi: part of 小米粥, which is something else",
      ].join("\n\n"),
    );
  });

  it("writes pinyin between them where it is given", async () => {
    expect(renderText(await bilingual("好a的"), { pinyin })).toBe("好a的\npin a pin\nword aword");
  });
});

describe("renderTerminal", () => {
  it("puts the texts side by side where there is room, a Chinese character as wide as two", async () => {
    const rendered = renderTerminal(await bilingual("今天很好。"), { color: false, columns: 100 });
    expect(rendered).toBe(`今天很好。${" ".repeat(41)}word word word word.`);
  });

  it("colours names where colours are wanted", async () => {
    const post = await bilingual("小米");
    expect(renderTerminal(post)).toContain("\u001b[33;1mXiaomi\u001b[0m");
    expect(renderTerminal(post, { color: false })).not.toContain("\u001b");
  });

  it("shows a look-alike inside an account as the account", async () => {
    const post = await bilingual("@小米");
    expect(post.rejected.map(({ source }) => source.text)).toEqual(["小米"]);
    expect(renderTerminal(post)).toContain("\u001b[36m@小米\u001b[0m");
  });

  it("shows every character in order and sends none that commands, in lines that fit", async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, fc.integer({ min: 20, max: 140 }), async (text, columns) => {
        const post = await bilingual(text);
        const rendered = renderTerminal(post, { color: false, columns });
        for (const line of rendered.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(rendered).not.toMatch(COMMANDS);
        const source = [...dense(visible(text.replace(/[\t\n\r]/g, " ")))];
        const shown = [...dense(rendered)];
        let at = 0;
        for (const character of source) {
          at = shown.indexOf(character, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("wrap", () => {
  it.each<[what: string, text: string, width: number, lines: string[]]>([
    ["at spaces", "one two three", 8, ["one two", "three"]],
    ["between Chinese characters", "今天天气很好", 6, ["今天天", "气很好"]],
    ["never before closing punctuation", "今天天。气", 6, ["今天", "天。气"]],
    ["inside a word only where it is longer than a line", "a abcdefgh", 4, ["a", "abcd", "efgh"]],
    ["between Chinese and Latin", "今天hello", 6, ["今天", "hello"]],
    ["nothing", "", 4, [""]],
  ])("breaks %s", (_, text, width, expected) => {
    const lines = wrap([{ text, style: "" }], width);
    expect(lines.map((line) => line.map((piece) => piece.text).join(""))).toEqual(expected);
  });
});

/** The text of parsed Markdown, and the kinds of what it is made of. */
function readMarkdown(tokens: readonly Token[]): { text: string; kinds: Set<string> } {
  const kinds = new Set<string>();
  let text = "";
  const read = (token: Token): void => {
    kinds.add(token.type);
    const children = "tokens" in token ? token.tokens : token.type === "list" ? token.items : undefined;
    if (children) children.forEach(read);
    else if ("text" in token) text += token.text;
  };
  tokens.forEach(read);
  return { text, kinds };
}

describe("renderMarkdown", () => {
  it("quotes steps as a list and headlines in bold", async () => {
    const markdown = renderMarkdown(await bilingual("【标题】第一步:打开;第二步:关。"));
    expect(markdown).toBe(
      "**【标题】\\\n\\[word word]**\n\n- 第一步:打开;\\\n  Step 1: word word;\n- 第二步:关。\\\n  Step 2: word.\n",
    );
  });

  it("lets no text of a post become markup", async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async (text) => {
        const { kinds } = readMarkdown(lexer(renderMarkdown(await bilingual(text))));
        for (const kind of [
          "html",
          "image",
          "codespan",
          "code",
          "heading",
          "blockquote",
          "table",
          "del",
          "em",
          "def",
        ]) {
          expect([...kinds]).not.toContain(kind);
        }
      }),
      { numRuns: 200 },
    );
  });
});
