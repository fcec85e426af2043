import type { Element } from "hast";
import { element, text } from "./hast.js";

/** The style of a page: two columns where there is room, colours for light and dark, nothing fixed for print. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1d1d1f; --soft: #6a6a70; --line: #e2e2e7; --paper: #fff; --rest: #f5f5f7;
  --term: #a34e00; --link: #0a5cb8; --lit: #ffe9b0; --bad: #c00;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #f5f5f7; --soft: #a1a1a6; --line: #38383c; --paper: #161618; --rest: #202024;
    --term: #ffb454; --link: #78b8ff; --lit: #5c4a14; --bad: #ff7b72;
  }
}
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main { max-width: 68rem; margin: 0 auto; padding: 1rem; }
article.not-millet { padding: 1rem 0 1.5rem; }
article.not-millet + article.not-millet { border-top: 3px solid var(--line); }
.block { padding: .55rem .75rem; border-radius: .4rem; }
.block:hover { background: var(--rest); }
.source, .target { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
.target { margin-top: .15rem; }
h2.source { font-size: 1.125rem; line-height: 1.5; }
.target-title { font-size: 1.125rem; line-height: 1.5; font-weight: 700; }
ol.list { margin: 0; padding: 0; list-style: none; box-shadow: -3px 0 var(--line); }
ruby rt { color: var(--soft); font-size: .6em; padding-inline: .15em; }
[data-pair] { unicode-bidi: isolate; border-radius: .2em; }
dfn { font-style: normal; color: var(--term); text-decoration: underline dotted 1px; text-underline-offset: .22em; }
dfn.repaired { text-decoration-style: dashed; }
dfn.missing { color: var(--bad); text-decoration: underline wavy 1px; }
.rejected { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .22em; }
.hashtag, .mention, .url { color: var(--link); }
.hashtag dfn { color: inherit; }
.lit { background: var(--lit); box-shadow: 0 0 0 .12em var(--lit); }
footer { margin: .75rem .75rem 0; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
footer ul { margin: 0; padding-inline-start: 1.2rem; }
footer .error code { color: var(--bad); }
summary { cursor: pointer; }
@media (min-width: 48rem) {
  main { padding: 1rem 2rem; }
  .block { display: grid; grid-template-columns: 1fr 1fr; gap: 2.25rem; }
  .target { margin-top: 0; }
}
@media print {
  main { max-width: none; padding: 0; }
  .block, li { break-inside: avoid; }
}
`;

/** Lights up both sides of a piece under the pointer or the focus; the page reads the same without it. */
export const SCRIPT = `
const light = ({ target }) => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const piece = target.closest("[data-pair]");
  if (!piece) return;
  for (const side of piece.closest("article").querySelectorAll("[data-pair]")) {
    side.classList.toggle("lit", side.dataset.pair === piece.dataset.pair);
  }
};
document.addEventListener("pointerover", light);
document.addEventListener("focusin", light);
`;

/**
 * What a page may load and run, should it ever hold something that it must not: its own style, and the script with this
 * SHA-256.
 */
export const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-EeghWMsoXbPdryDeia5SKF29E4ZaljVvOz02le2gOeo='; base-uri 'none'; form-action 'none'";

/** The head of a page of posts: its title, its style, and its policy. */
export function pageHead(title: string): Element {
  return element("head", {}, [
    element("meta", { charSet: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { httpEquiv: ["Content-Security-Policy"], content: POLICY }),
    element("title", {}, [text(title)]),
    element("style", {}, [text(STYLE)]),
  ]);
}

/** The script of a page of posts, which its policy lets run. */
export function pageScript(): Element {
  return element("script", {}, [text(SCRIPT)]);
}
