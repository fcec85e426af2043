import type { RootContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import { renderMarkdown } from "../../render/markdown.js";
import type { ArchiveConverter, ArchiveLine } from "./converter.js";

/** A document with a section a post, each as `renderMarkdown` writes it. */
export const markdown: ArchiveConverter = {
  name: "markdown",
  extension: "md",
  async *convert(lines, { title = "Translated archive" }) {
    yield { page: 1, text: write([heading(1, title)]) };
    for await (const line of lines) yield { page: 1, text: sectionOf(line) };
  },
};

function sectionOf({ id, retweetOf, post }: ArchiveLine): string {
  const reference: RootContent[] =
    retweetOf === undefined
      ? []
      : [{ type: "paragraph", children: [{ type: "text", value: `Passes on ${retweetOf}.` }] }];
  return `\n${write([heading(2, id), ...reference])}\n${renderMarkdown(post)}`;
}

function heading(depth: 1 | 2, value: string): RootContent {
  return { type: "heading", depth, children: [{ type: "text", value }] };
}

function write(children: RootContent[]): string {
  return toMarkdown({ type: "root", children });
}
