import type { ElementContent } from "hast";
import { toHtml } from "hast-util-to-html";
import { element, text } from "../../render/hast.js";
import { renderHtml } from "../../render/html.js";
import { pageHead, pageScript } from "../../render/page.js";
import { createHashIndex } from "../hash-index.js";
import { digest } from "../record.js";
import type { ArchiveConverter, ArchiveLine } from "./converter.js";

const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * A page of HTML, or several with links between them: each post as `renderHtml` writes it, under its id, with a link to
 * the post that it passes on. Where several posts have one id, links lead to the first. Takes 20 to 30 bytes of memory a post.
 */
export const html: ArchiveConverter = {
  name: "html",
  extension: "html",
  async *convert(lines, options) {
    const { title = "Translated archive", pageSize = 500, pageName = (page) => `page-${page}.html` } = options;
    /** On which page each id is the anchor of a post. */
    const pages = createHashIndex();
    let page = 1;
    let posts = 0;
    const linkTo = (id: string): string | undefined => {
      const found = pages.get(digest(id));
      if (found === undefined) return undefined;
      return `${found === page ? "" : encodeURI(pageName(found))}#${anchor(id)}`;
    };
    yield { page, text: opening(title, page) };
    for await (const line of lines) {
      // Whether another page follows is known when there is a post for it.
      if (posts === pageSize) {
        yield { page, text: closing(page, true, pageName) };
        page++;
        posts = 0;
        yield { page, text: opening(title, page) };
      }
      const key = digest(line.id);
      const isFirst = pages.get(key) === undefined;
      if (isFirst) pages.set(key, page);
      yield { page, text: sectionOf(line, posts++, isFirst, linkTo) };
    }
    yield { page, text: closing(page, false, pageName) };
  },
};

function sectionOf(
  { id, retweetOf, post }: ArchiveLine,
  place: number,
  isAnchor: boolean,
  linkTo: (id: string) => string | undefined,
): string {
  const heading = toHtml(element("h2", {}, [text(id), ...referenceTo(retweetOf, linkTo)]));
  const article = renderHtml(post, { page: false, prefix: `${place}-` });
  return `<section${isAnchor ? ` id="${anchor(id)}"` : ""}>${heading}${article}</section>\n`;
}

function referenceTo(id: string | undefined, linkTo: (id: string) => string | undefined): ElementContent[] {
  if (id === undefined) return [];
  const href = linkTo(id);
  return [text(" passes on "), href === undefined ? text(id) : element("a", { href }, [text(id)])];
}

/** Only letters, digits, `-` and a few marks that need no escape in an attribute. */
function anchor(id: string): string {
  return `post-${encodeURIComponent(id.replace(LONE_SURROGATE, "\ufffd"))}`;
}

function opening(title: string, page: number): string {
  const name = page === 1 ? title : `${title}, page ${page}`;
  const heading = toHtml(element("h1", {}, [text(name)]));
  return `<!doctype html>\n<html lang="en">${toHtml(pageHead(name))}<body><main>${heading}\n`;
}

function closing(page: number, hasNext: boolean, pageName: (page: number) => string): string {
  const previous = page > 1 ? [linkBeside("prev", pageName(page - 1), "Previous page"), text(" ")] : [];
  const next = hasNext ? [linkBeside("next", pageName(page + 1), "Next page")] : [];
  const links = [...previous, ...next];
  const navigation = links.length > 0 ? toHtml(element("nav", {}, links)) : "";
  return `${navigation}</main>${toHtml(pageScript())}</body></html>\n`;
}

function linkBeside(rel: "prev" | "next", page: string, label: string): ElementContent {
  return element("a", { rel: [rel], href: encodeURI(page) }, [text(label)]);
}
