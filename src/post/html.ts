import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { skipSpaces, trimSpaces } from "./chars.js";
import { type ParsedPost, type ParseOptions, parse } from "./parse.js";

type Element = DefaultTreeAdapterTypes.Element;
/** What is still to be read: a node, or text that stands for one. */
type Pending = DefaultTreeAdapterTypes.ChildNode | string;

/** What a client shows in place of a link's address, and on the button that unfolds a long post. */
const LINK_LABEL = /^(?:网页链接|網頁鏈接|查看图片|查看圖片)$/;
const UNFOLD_LABEL = /^(?:展开|展開|收起)?全文[cd]?$|^(?:展开|展開|收起)[cd]$/;
const BLOCKS = new Set(["p", "div", "li", "ul", "ol", "blockquote", "section", "article"]);
const HIDDEN = new Set(["script", "style", "template", "title"]);
const WHITE_SPACE = /[ \t\r\n\f]+/g;

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The text of the nodes in order, where `read` gives what to read instead of a node, or nothing where it is read as it is. */
function textOf(nodes: readonly Pending[], read: (element: Element, before: string) => readonly Pending[]): string {
  const pending = [...nodes].reverse();
  let text = "";
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === "string") text += node;
    else if ("value" in node) text += node.value.replace(WHITE_SPACE, " ");
    else if ("attrs" in node) {
      const inner = read(node, text);
      for (let i = inner.length - 1; i >= 0; i--) pending.push(inner[i]!);
    }
  }
  return text;
}

function addressOf(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  return url.pathname === "/sinaurl" ? (url.searchParams.get("u") ?? href) : href;
}

/** What a link is in the text: its address where only a card or label is shown, nothing for 全文, or what is in it. */
function readLink(element: Element): readonly Pending[] {
  const label = textOf(element.childNodes, (inner) => inner.childNodes).trim();
  if (UNFOLD_LABEL.test(label)) return [];
  if (/^[#@]/.test(label)) return element.childNodes;
  const href = LINK_LABEL.test(label) ? attribute(element, "href") : undefined;
  const address = attribute(element, "data-url") ?? addressOf(href);
  return address === undefined ? element.childNodes : [address];
}

function readElement(element: Element, before: string): readonly Pending[] {
  const name = element.nodeName;
  if (name === "br") return ["\n"];
  if (name === "img") return [attribute(element, "alt") ?? ""];
  if (name === "a") return readLink(element);
  if (HIDDEN.has(name)) return [];
  if (!BLOCKS.has(name)) return element.childNodes;
  return [before === "" || before.endsWith("\n") ? "" : "\n", ...element.childNodes, "\n"];
}

/**
 * The plain text of a post in the markup of Weibo's mobile interface (m.weibo.cn).
 *
 * `<br>` becomes a line break, an emoticon's `<img alt="[泪]">` its shortcode, a link card its address; the link 全文 of a
 * post that was cut off goes. Text is never read as markup twice: an escaped `&lt;br&gt;` stays what it says.
 */
export function htmlToText(html: string): string {
  const text = textOf(parseFragment(html).childNodes, readElement);
  const start = skipSpaces(text, 0, text.length);
  return text.slice(start, trimSpaces(text, start, text.length));
}

/** Reads the structure of a post in the markup of Weibo's mobile interface; offsets are into its plain text, `text`. */
export function parsePostHtml(html: string, options: ParseOptions = {}): ParsedPost {
  return parse(htmlToText(html), options);
}
