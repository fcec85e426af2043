export { type HtmlOptions, renderHtml, renderHtmlPage } from "./html.js";
export { renderJson } from "./json.js";
export { renderMarkdown } from "./markdown.js";
export { renderText } from "./text.js";
