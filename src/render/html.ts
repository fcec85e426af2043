import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { BilingualPost } from "../model.js";
import { type Block, blocksOf } from "./blocks.js";
import { type Mark, type Marked, type Marks, marksOf, nest } from "./marks.js";
import { SCRIPT, STYLE } from "./page.js";

/** How a post is written as HTML. */
export interface HtmlOptions {
  /** Whether a whole page is written, with style and script, or only the `<article>`. Default `true`. */
  page?: boolean | undefined;
  /** The title of the page. Default: the first headline, or "Bilingual post". */
  title?: string | undefined;
  /** Gives the pinyin of a Chinese text, a syllable for each character; it is then written above the characters. */
  pinyin?: ((text: string) => readonly string[]) | undefined;
  /** What the names of the pieces begin with, so that posts rendered one by one can share a page. */
  prefix?: string | undefined;
}

/**
 * Writes a bilingual post as HTML: side by side on wide screens, one under the other on narrow ones.
 *
 * Steps are an `<ol>`, terms a `<dfn>` with their entry and status, look-alikes are marked, and the two sides of a piece
 * light up together under the pointer. It can be read without script and without style. Text of the post is never markup.
 */
export function renderHtml(post: BilingualPost, options: HtmlOptions = {}): string {
  return renderHtmlPage([post], options);
}

/** Writes several posts as one page. */
export function renderHtmlPage(posts: readonly BilingualPost[], options: HtmlOptions = {}): string {
  const articles = posts.map((post, i) =>
    article(post, options, `${options.prefix ?? ""}${posts.length > 1 ? `${i}-` : ""}`),
  );
  if (options.page === false) return toHtml({ type: "root", children: articles });
  const title = options.title ?? posts[0]?.titles[0]?.target.text ?? "Bilingual post";
  const head = element("head", {}, [
    element("meta", { charSet: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, [text(title)]),
    element("style", {}, [text(STYLE)]),
  ]);
  const body = element("body", {}, [element("main", {}, articles), element("script", {}, [text(SCRIPT)])]);
  const root: Root = { type: "root", children: [{ type: "doctype" }, element("html", { lang: "en" }, [head, body])] };
  return toHtml(root);
}

function element(tagName: string, properties: Element["properties"], children: ElementContent[] = []): Element {
  return { type: "element", tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

function article(post: BilingualPost, options: HtmlOptions, prefix: string): Element {
  const marks = marksOf(post);
  const children: ElementContent[] = [];
  let list: { index: number; node: Element } | undefined;
  for (const block of blocksOf(post)) {
    const pair = pairOf(post, block, marks, options, prefix);
    if (block.list === undefined || block.item === undefined) {
      list = undefined;
      children.push(element("div", { className: ["block", `block-${block.kind}`] }, pair));
      continue;
    }
    if (list?.index !== block.list) {
      list = {
        index: block.list,
        node: element("ol", { className: ["list", `list-${post.lists[block.list]!.kind}`] }),
      };
      children.push(list.node);
    }
    const { ordinal } = post.lists[block.list]!.items[block.item]!;
    list.node.children.push(element("li", { className: ["block"], value: String(ordinal) }, pair));
  }
  return element("article", { className: ["not-millet"] }, [...children, ...issueList(post)]);
}

function pairOf(
  post: BilingualPost,
  { kind, source, target }: Block,
  marks: Marks,
  options: HtmlOptions,
  prefix: string,
): Element[] {
  const tag = kind === "title" ? "h2" : "p";
  const chinese = nest(post.source.text, source, marks.source).map((node) => inline(node, prefix, options));
  const english = nest(post.target.text, target, marks.target).map((node) => inline(node, prefix, {}));
  return [
    element(tag, { className: ["source"], lang: post.source.language }, chinese),
    element("p", { className: ["target", `target-${kind}`], lang: "en" }, english),
  ];
}

function inline(node: Marked, prefix: string, options: HtmlOptions): ElementContent {
  if (typeof node === "string") return options.pinyin ? ruby(node, options.pinyin) : text(node);
  const children = node.children.map((child) => inline(child, prefix, options));
  return markElement(node.mark, prefix + node.mark.pair, children);
}

const WEB_LINK = /^https?:\/\//iu;

function markElement(mark: Mark, pair: string, children: ElementContent[]): Element {
  const properties = {
    className: [mark.kind, ...(mark.status ? [mark.status] : [])],
    dataPair: pair,
    ...(mark.note ? { title: mark.note } : {}),
  };
  if (mark.kind === "term") return element("dfn", properties, children);
  if (mark.kind !== "url") return element("span", properties, children);
  const href = children.map((child) => (child.type === "text" ? child.value : "")).join("");
  return element(
    "a",
    {
      ...properties,
      href: WEB_LINK.test(href) ? href : `https://${href}`,
      rel: ["nofollow", "noopener", "noreferrer"],
    },
    children,
  );
}

const HAN = /\p{Script=Han}+|\P{Script=Han}+/gu;

/** Chinese characters with their pinyin above them, in `<ruby>`. */
function ruby(value: string, pinyin: (text: string) => readonly string[]): Element {
  const parts = (value.match(HAN) ?? []).map((part): ElementContent => {
    if (!/^\p{Script=Han}/u.test(part)) return text(part);
    const syllables = pinyin(part);
    const pairs = [...part].flatMap((character, i) => [
      text(character),
      element("rp", {}, [text("(")]),
      element("rt", {}, [text(syllables[i] ?? "")]),
      element("rp", {}, [text(")")]),
    ]);
    return element("ruby", {}, pairs);
  });
  return element("span", {}, parts);
}

function issueList({ issues }: BilingualPost): Element[] {
  if (issues.length === 0) return [];
  const lines = issues.map(({ code, severity, message }) =>
    element("li", { className: [severity] }, [element("code", {}, [text(code)]), text(` ${message}`)]),
  );
  return [element("ul", { className: ["issues"], lang: "en" }, lines)];
}
