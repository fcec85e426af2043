import { createHash } from "node:crypto";
import fc from "fast-check";
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { describe, expect, it } from "vitest";
import { renderHtml, renderHtmlPage } from "../../src/render/html.js";
import { POLICY, SCRIPT } from "../../src/render/page.js";
import { anyPost, bilingual, dense } from "./posts.js";

type Node = Tree.ChildNode | Tree.Document;

/** All elements of a page, in order. */
function elementsOf(node: Node): Tree.Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  return [...("tagName" in node ? [node] : []), ...children.flatMap(elementsOf)];
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function attribute(element: Tree.Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

const ofClass = (elements: Tree.Element[], name: string) =>
  elements.filter((element) => attribute(element, "class")?.split(" ").includes(name));

/** What HTML itself makes of characters that it does not hold. */
const held = (text: string) => dense(text.replaceAll("\u0000", ""));

describe("renderHtml", () => {
  it.each<[what: string, post: string, part: string]>([
    ["a headline as a heading", "【标题】", '<h2 class="source" lang="zh-Hans">【标题】</h2>'],
    ["the English in English", "好", '<p class="target target-sentence" lang="en">word</p>'],
    ["steps as a list", "第一步:打开;第二步:关。", '<ol class="list list-steps"><li class="block" value="1">'],
    ["a hashtag", "#好#", '<span class="hashtag" data-pair="hashtag-0">#好#</span>'],
    ["a mention", "@大卫", '<span class="mention" data-pair="mention-0">@大卫</span>'],
    [
      "a link that only leads to the web",
      "http://t.cn/AbC",
      '<a class="url" data-pair="url-0" href="http://t.cn/AbC" rel="nofollow noopener noreferrer">http://t.cn/AbC</a>',
    ],
    ["a short link with a scheme", "t.cn/AbC", 'href="https://t.cn/AbC"'],
    [
      "a name with its entry and status",
      "小米",
      '<dfn class="term kept" data-pair="term-0" data-entry="小米" data-status="kept"',
    ],
    [
      "a look-alike with its reason",
      "小米粥",
      '<span class="rejected" data-pair="rejected-0" data-entry="小米" title="not Xiaomi: ',
    ],
  ])("writes %s", async (_, text, part) => {
    expect(renderHtml(await bilingual(text), { page: false })).toContain(part);
  });

  it("gives the two sides of a thing one name, other than those of other posts", async () => {
    const posts = [await bilingual("小米"), await bilingual("小米")];
    const pairs = elementsOf(parse(renderHtmlPage(posts))).map((element) => attribute(element, "data-pair"));
    expect(pairs.filter(Boolean)).toEqual(["0-term-0", "0-term-0", "1-term-0", "1-term-0"]);
  });

  it("writes pinyin above the characters where it is given", async () => {
    const pinyin = (characters: string) => Array.from(characters, (_, i) => `s${i}`);
    const page = renderHtml(await bilingual("好的a"), { page: false, pinyin });
    expect(page).toContain("<ruby>好<rp>(</rp><rt>s0</rt><rp>)</rp>的<rp>(</rp><rt>s1</rt><rp>)</rp></ruby>a");
  });

  it("allows no script but its own", () => {
    expect(POLICY).toContain(`script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`);
  });

  it("shows every character of both texts once, in order, and nothing of them as markup", async () => {
    const plain = elementsOf(parse(renderHtml(await bilingual("")))).map(({ tagName }) => tagName);
    const own = new Set([
      ...plain,
      "div",
      "ol",
      "ul",
      "li",
      "p",
      "h2",
      "span",
      "a",
      "dfn",
      "footer",
      "code",
      "details",
      "summary",
    ]);
    await fc.assert(
      fc.asyncProperty(anyPost, async (text) => {
        const post = await bilingual(text);
        const elements = elementsOf(parse(renderHtml(post)));
        for (const side of ["source", "target"] as const) {
          const shown = ofClass(elements, side).map(textOf).join(" ");
          expect(held(shown)).toBe(held(post[side].text));
        }
        expect(elements.filter(({ tagName }) => !own.has(tagName)).map(({ tagName }) => tagName)).toEqual([]);
        expect(elements.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
        for (const element of elements) {
          expect(element.attrs.filter(({ name }) => name.startsWith("on"))).toEqual([]);
          expect(attribute(element, "href") ?? "https://").toMatch(/^https?:\/\//i);
        }
      }),
      { numRuns: 200 },
    );
  });
});
