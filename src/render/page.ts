/** The style of a page: two columns where there is room, colours for light and dark, nothing fixed for print. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1d1d1f; --soft: #6e6e73; --line: #d2d2d7; --paper: #fff; --term: #b35c00; --look: #8a8a8f; --light: #fff1cc; --bad: #c00; }
@media (prefers-color-scheme: dark) { :root { --ink: #f5f5f7; --soft: #a1a1a6; --line: #3a3a3c; --paper: #161618; --term: #ffb454; --look: #8e8e93; --light: #4a3a10; --bad: #ff6b6b; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.6 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
article.not-millet { padding: 1rem 0; border-bottom: 1px solid var(--line); }
.block { padding: .4rem 0; }
.source, .target { margin: 0; overflow-wrap: anywhere; }
.target { color: var(--soft); }
h2.source { font-size: 1.1rem; }
.target-title { font-weight: 600; }
ol.list { margin: 0; padding: 0; list-style: none; }
ol.list > li { padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
dfn { font-style: normal; color: var(--term); text-decoration: underline dotted; text-underline-offset: .2em; }
dfn.repaired { text-decoration-style: dashed; }
dfn.missing { color: var(--bad); text-decoration: underline wavy; }
.rejected { color: var(--look); text-decoration: underline dotted; }
.hashtag, .mention, .url { color: #0b66c3; }
@media (prefers-color-scheme: dark) { .hashtag, .mention, .url { color: #6cb6ff; } }
.lit { background: var(--light); border-radius: .2em; }
.issues { color: var(--soft); font-size: .85rem; }
.issues .error { color: var(--bad); }
@media (min-width: 48rem) { .block { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; } }
@media print { main { max-width: none; padding: 0; } article.not-millet { break-inside: avoid; } }
`;

/** Lights up both sides of a piece under the pointer or the focus; the page reads the same without it. */
export const SCRIPT = `
document.addEventListener("pointerover", (event) => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const piece = event.target.closest("[data-pair]");
  if (!piece) return;
  for (const side of document.querySelectorAll("[data-pair=" + CSS.escape(piece.dataset.pair) + "]")) side.classList.add("lit");
});
`;
