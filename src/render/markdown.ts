import type { List, PhrasingContent, Root, RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { BilingualPost } from "../model.js";
import { blocksOf } from "./blocks.js";
import { findingsOf } from "./text.js";

/**
 * Writes a bilingual post as Markdown: each piece of the Chinese quoted above its English, lists as lists, and what was
 * found in a list below. Text of the post is never markup: `#话题#` comes out as `\#话题#`.
 */
export function renderMarkdown(post: BilingualPost): string {
  const children: RootContent[] = [];
  let list: { index: number; node: List } | undefined;
  for (const block of blocksOf(post)) {
    const source = post.source.text.slice(block.source.start, block.source.end);
    const target = post.target.text.slice(block.target.start, block.target.end);
    const pair: PhrasingContent[] = [
      { type: "text", value: source },
      { type: "break" },
      { type: "text", value: target },
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
      list = { index: block.list, node: { type: "list", ordered: false, spread: false, children: [] } };
      children.push(list.node);
    }
    list.node.children.push({ type: "listItem", spread: false, children: [{ type: "paragraph", children: pair }] });
  }
  const findings = findingsOf(post);
  if (findings.length > 0) {
    const items = findings.map(([what, value]) => `${what}: ${value}`);
    const itemOf = (value: string) => ({
      type: "listItem" as const,
      children: [{ type: "paragraph" as const, children: [{ type: "text" as const, value }] }],
    });
    children.push(
      { type: "thematicBreak" },
      { type: "list", ordered: false, spread: false, children: items.map(itemOf) },
    );
  }
  const root: Root = { type: "root", children };
  return toMarkdown(root, { bullet: "-" });
}
