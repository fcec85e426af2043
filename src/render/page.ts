import type { Element } from "hast";
import { element, text } from "./hast.js";

/**
 * The style of a page: two columns where there is room, else the English under the Chinese; light and dark; plain in print.
 *
 * The Chinese is set a little softer than the English and in fonts for its language, so that the eye tells the two apart
 * before it reads.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b1b1f; --chinese: #55555e; --soft: #6a6a74; --line: #e6e4df; --paper: #fff; --desk: #f6f5f2; --rest: #faf9f6;
  --term: #b04a00; --link: #0b62c4; --lit: #ffe6a6; --bad: #c4161c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #ededf0; --chinese: #a9a9b4; --soft: #93939d; --line: #303036; --paper: #1c1c20; --desk: #121214; --rest: #232328;
    --term: #ffab5e; --link: #7db7ff; --lit: #594512; --bad: #ff7b72;
  }
}
body {
  margin: 0; background: var(--desk); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
:lang(zh) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif; }
:lang(zh-Hant) { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", "Source Han Sans TC", system-ui, sans-serif; }
main { max-width: 70rem; margin: 0 auto; padding: clamp(0rem, 3vw, 2.5rem); }
article.not-millet { padding: 1.1rem .35rem 1.25rem; background: var(--paper); border: solid var(--line); border-width: 1px 0; }
article.not-millet + article.not-millet { margin-top: 1rem; }
.block { padding: .5rem .9rem; border-radius: .5rem; }
.block:hover { background: var(--rest); }
.source, .target { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
.source { color: var(--chinese); line-height: 1.7; }
.target { margin-top: .1rem; }
h2.source, .target-title { font-size: 1.2rem; font-weight: 650; line-height: 1.45; text-wrap: balance; }
h2.source { color: inherit; }
ol.list { margin: .15rem 0; padding: 0; list-style: none; border-left: 2px solid var(--line); margin-left: .9rem; }
ruby { ruby-align: center; }
ruby rt { color: var(--soft); font-size: .58em; font-weight: 400; padding-inline: .18em; }
[data-pair] { unicode-bidi: isolate; border-radius: .22em; }
dfn {
  font-style: normal; color: var(--term); text-underline-offset: .25em;
  text-decoration: underline 1px color-mix(in srgb, currentColor 45%, transparent);
}
dfn.repaired { text-decoration-style: dashed; }
dfn.missing { color: var(--bad); text-decoration-style: wavy; }
.rejected { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .25em; }
.rejected::after { content: "\\2260"; margin-inline: .1em; color: var(--soft); font-size: .7em; vertical-align: .35em; }
.rejected .rejected::after, dfn .rejected::after, .mention .rejected::after { content: none; }
dfn .rejected, .mention .rejected { text-decoration: none; }
.hashtag, .mention, .url { color: var(--link); }
.url { text-decoration: underline 1px; text-underline-offset: .2em; }
.hashtag dfn { color: inherit; }
.lit, .lit .rejected { background: var(--lit); }
.lit { box-shadow: 0 0 0 .14em var(--lit); }
#note {
  position: fixed; inset: auto 0 1rem; width: fit-content; max-width: min(42rem, 86vw); margin: 0 auto; padding: .45rem .9rem;
  border-radius: .6rem; background: var(--ink); color: var(--paper); font-size: .875rem; pointer-events: none;
}
#note:empty { display: none; }
footer { margin: .8rem .9rem 0; padding-top: .7rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
footer ul { margin: .3rem 0 0; padding-inline-start: 1.1rem; }
footer .error code { color: var(--bad); }
summary { cursor: pointer; width: fit-content; }
@media (min-width: 48rem) {
  article.not-millet { padding: 1.5rem 1.1rem 1.4rem; border-width: 1px; border-radius: 1rem; }
  .block { display: grid; grid-template-columns: 5fr 6fr; gap: 2.5rem; }
  .target { margin-top: 0; line-height: 1.7; }
  .target-title { line-height: 1.45; }
  ol.list { margin-left: 0; border-left: 0; }
}
@media print {
  body { background: none; font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  article.not-millet { border: 0; border-radius: 0; padding: .5rem 0; }
  article.not-millet + article.not-millet { margin-top: 0; border-top: 1px solid var(--line); }
  footer { border: 0; margin-top: 0; padding-top: 0; }
  .block, li { break-inside: avoid; }
  #note, footer details:not([open]) { display: none; }
}
`;

/**
 * Lights up both sides of a piece under the pointer, the finger or the focus, and shows what is said of it; the page reads
 * the same without it.
 */
export const SCRIPT = `
const note = document.createElement("output");
note.id = "note";
document.body.append(note);
const light = ({ target }) => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const piece = target.closest("[data-pair]");
  note.textContent = target.closest("[title]")?.title ?? "";
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
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-26VzKjFBMHR5pP8bdWKTiBKGhG9Mhl1QQ/Le2hDarWA='; base-uri 'none'; form-action 'none'";

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
