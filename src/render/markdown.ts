import type { List, ListItem, PhrasingContent, Root, RootContent, Text } from "mdast";
import { type Handle, toMarkdown, type Unsafe } from "mdast-util-to-markdown";
import type { BilingualPost } from "../model.js";
import type { Range } from "../span.js";
import { addressOf } from "./address.js";
import { type Block, blocksOf } from "./blocks.js";
import { type Mark, type Marks, marksOf, nest } from "./marks.js";
import { pinyinLine } from "./pinyin.js";
import { findingsOf, type TextOptions } from "./text.js";

/** What is markup only in GitHub's Markdown: ~~deleted~~ and tables. */
const GITHUB: Unsafe[] = [
  { character: "~", inConstruct: "phrasing" },
  { character: "|", inConstruct: "phrasing" },
];

/**
 * Writes a bilingual post as Markdown: each piece of the Chinese quoted above its English, lists as lists, and what was
 * found in a list below. Text of the post is never markup: `#话题#` comes out as `\#话题#`.
 */
export function renderMarkdown(post: BilingualPost, { pinyin }: TextOptions = {}): string {
  const children: RootContent[] = [];
  const marks = linksOf(post);
  let list: { index: number; node: List } | undefined;
  for (const block of blocksOf(post)) {
    const source = phrasing(post.source.text, block.source, marks.source);
    const target = phrasing(post.target.text, block.target, marks.target);
    const pair: PhrasingContent[] = [
      ...source,
      ...(pinyin ? [{ type: "break" as const }, textOf(pinyinLine(sliceOf(post, block), pinyin))] : []),
      { type: "break" },
      ...target,
    ];
    if (block.list === undefined) {
      list = undefined;
      children.push({
        type: "paragraph",
        children: block.kind === "title" ? [{ type: "strong", children: pair }] : pair,
      });
      continue;
    }
    if (list?.index !== block.list) {
      list = { index: block.list, node: listOf([]) };
      children.push(list.node);
    }
    list.node.children.push(itemOf(pair));
  }
  const findings = findingsOf(post).map(([what, value]) => itemOf([textOf(`${what}: ${value}`)]));
  if (findings.length > 0) children.push({ type: "thematicBreak" }, listOf(findings));
  const root: Root = { type: "root", children };
  return toMarkdown(root, { bullet: "-", unsafe: GITHUB, handlers: { text: writeText } });
}

/** An autolink of GitHub's takes in a backslash that is meant for what follows it, so `<` is written as a reference. */
const writeText: Handle = (node: Text, _parent, state, info) => state.safe(node.value, { ...info, encode: ["<"] });

/** The links of both texts. */
function linksOf(post: BilingualPost): Marks {
  const { source, target } = marksOf(post);
  const isLink = ({ kind }: Mark) => kind === "url";
  return { source: source.filter(isLink), target: target.filter(isLink) };
}

function phrasing(text: string, range: Range, links: readonly Mark[]): PhrasingContent[] {
  return nest(text, range, links).map((node) => {
    if (typeof node === "string") return textOf(node);
    const link = text.slice(node.mark.start, node.mark.end);
    return { type: "link", url: addressOf(link), children: [textOf(link)] };
  });
}

function listOf(children: ListItem[]): List {
  return { type: "list", ordered: false, spread: false, children };
}

function itemOf(children: PhrasingContent[]): ListItem {
  return { type: "listItem", spread: false, children: [{ type: "paragraph", children }] };
}

function textOf(value: string): Text {
  return { type: "text", value };
}

function sliceOf({ source }: BilingualPost, block: Block): string {
  return source.text.slice(block.source.start, block.source.end);
}
