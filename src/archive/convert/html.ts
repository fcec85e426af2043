import { renderHtml } from "../../render/html.js";
import { SCRIPT, STYLE } from "../../render/page.js";
import type { ArchiveConverter, ArchiveLine } from "./converter.js";

const LONE_SURROGATE = /\p{Cs}/gu;
const MARKUP = /[&<>"]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A page of HTML, or several with links between them: each post as `renderHtml` writes it, under its id. */
export const html: ArchiveConverter = {
  name: "html",
  extension: "html",
  async *convert(lines, options) {
    const { title = "Translated archive", pageSize = 500, pageName = (page) => `page-${page}.html` } = options;
    let page = 1;
    let posts = 0;
    yield { page, text: opening(title, page) };
    for await (const line of lines) {
      // Whether another page follows is known when there is a post for it.
      if (posts === pageSize) {
        yield { page, text: closing(page, true, pageName) };
        page++;
        posts = 0;
        yield { page, text: opening(title, page) };
      }
      yield { page, text: sectionOf(line, posts++) };
    }
    yield { page, text: closing(page, false, pageName) };
  },
};

function sectionOf({ id, retweetOf, post }: ArchiveLine, place: number): string {
  const reference =
    retweetOf === undefined ? "" : ` passes on <a href="#${anchor(retweetOf)}">${escaped(retweetOf)}</a>`;
  const article = renderHtml(post, { page: false, prefix: `${place}-` });
  return `<section id="${anchor(id)}"><h2>${escaped(id)}${reference}</h2>${article}</section>\n`;
}

function anchor(id: string): string {
  return `post-${encodeURIComponent(id.replace(LONE_SURROGATE, "\ufffd"))}`;
}

function opening(title: string, page: number): string {
  const name = escaped(page === 1 ? title : `${title}, page ${page}`);
  const viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">';
  const head = `<head><meta charset="utf-8">${viewport}<title>${name}</title><style>${STYLE}</style></head>`;
  return `<!doctype html>\n<html lang="en">${head}<body><main><h1>${name}</h1>\n`;
}

function closing(page: number, hasNext: boolean, pageName: (page: number) => string): string {
  const previous = page > 1 ? `<a rel="prev" href="${encodeURI(pageName(page - 1))}">Previous page</a> ` : "";
  const next = hasNext ? `<a rel="next" href="${encodeURI(pageName(page + 1))}">Next page</a>` : "";
  const links = previous || next ? `<nav>${previous}${next}</nav>` : "";
  return `${links}</main><script>${SCRIPT}</script></body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(MARKUP, (mark) => ENTITIES[mark]!);
}
