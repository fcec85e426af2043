export { type HtmlOptions, renderHtml, renderHtmlPage } from "./html.js";
export { renderJson } from "./json.js";
export { renderMarkdown } from "./markdown.js";
export { loadPinyin, type Pinyin } from "./pinyin.js";
export { renderTerminal, type TerminalOptions } from "./terminal.js";
export { renderText, type TextOptions } from "./text.js";
