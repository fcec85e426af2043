import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import type { BilingualPost } from "../model.js";
import { type Block, blocksOf } from "./blocks.js";
import { element, text } from "./hast.js";
import { inlineOf, type MarkedText } from "./inline.js";
import { marksOf } from "./marks.js";
import { pageHead, pageScript } from "./page.js";
import type { Pinyin } from "./pinyin.js";
import { findingsOf } from "./text.js";

/** How a post is written as HTML. */
export interface HtmlOptions {
  /** Whether a whole page is written, with style and script, or only the `<article>`. Default `true`. */
  page?: boolean | undefined;
  /** The title of the page. Default: the first headline, or "Bilingual post". */
  title?: string | undefined;
  /** Writes the pinyin above the characters; `loadPinyin()` gives one. */
  pinyin?: Pinyin | undefined;
  /** What the names of the pieces begin with, so that posts rendered one by one can share a page. */
  prefix?: string | undefined;
}

/**
 * Writes a bilingual post as HTML: side by side on wide screens, one under the other on narrow ones.
 *
 * Steps are an `<ol>`, terms a `<dfn>` with their entry and status, look-alikes are marked, and the two sides of a piece
 * light up together under the pointer. It can be read without script and without style. Text of the post is never
 * markup, and the page allows no script but its own.
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
  const head = pageHead(title);
  const body = element("body", {}, [element("main", {}, articles), pageScript()]);
  const root: Root = { type: "root", children: [{ type: "doctype" }, element("html", { lang: "en" }, [head, body])] };
  return toHtml(root);
}

/** Both texts of a post, each with its marks. */
interface Sides {
  source: MarkedText;
  target: MarkedText;
}

function article(post: BilingualPost, { pinyin }: HtmlOptions, prefix: string): Element {
  const marks = marksOf(post);
  const sides: Sides = {
    source: { text: post.source.text, marks: marks.source, prefix, pinyin },
    target: { text: post.target.text, marks: marks.target, prefix },
  };
  const children: ElementContent[] = [];
  let list: { index: number; node: Element } | undefined;
  for (const block of blocksOf(post)) {
    const pair = pairOf(post, block, sides);
    if (block.list === undefined || block.item === undefined) {
      list = undefined;
      children.push(element("div", { className: ["block", `block-${block.kind}`] }, pair));
      continue;
    }
    const { kind, items } = post.lists[block.list]!;
    if (list?.index !== block.list) {
      list = { index: block.list, node: element("ol", { className: ["list", `list-${kind}`] }) };
      children.push(list.node);
    }
    const value = String(items[block.item]!.ordinal);
    list.node.children.push(element("li", { className: ["block"], value }, pair));
  }
  return element("article", { className: ["not-millet"] }, [...children, ...notes(post)]);
}

function pairOf({ source }: BilingualPost, block: Block, sides: Sides): Element[] {
  const tag = block.kind === "title" ? "h2" : "p";
  return [
    element(tag, { className: ["source"], lang: source.language }, inlineOf(sides.source, block.source)),
    element("p", { className: ["target", `target-${block.kind}`], lang: "en" }, inlineOf(sides.target, block.target)),
  ];
}

/** What is said of a post below it: its issues in sight, the names and look-alikes one click away. */
function notes(post: BilingualPost): Element[] {
  const issues = post.issues.map(({ code, severity, message }) =>
    element("li", { className: [severity] }, [element("code", {}, [text(code)]), text(` ${message}`)]),
  );
  const names = findingsOf({ ...post, hashtags: [], issues: [], glosses: [] }).map(([what, value]) =>
    element("li", { className: [what] }, [text(what === "not" ? `not ${value}` : value)]),
  );
  const children = [
    ...(issues.length > 0 ? [element("ul", { className: ["issues"] }, issues)] : []),
    ...(names.length > 0
      ? [element("details", {}, [element("summary", {}, [text("Names")]), element("ul", {}, names)])]
      : []),
  ];
  return children.length > 0 ? [element("footer", { lang: "en" }, children)] : [];
}
