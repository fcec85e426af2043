import { ArgumentError } from "../errors.js";
import type { BilingualPost } from "../model.js";
import type { Pinyin } from "../render/pinyin.js";

/** The formats that a post can be printed in. */
export const FORMATS = ["text", "terminal", "markdown", "html", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** The stream that is printed to, as far as it tells how: `process.stdout`. */
export interface Output {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  /** Node's answer knows `NO_COLOR`, `FORCE_COLOR` and `TERM`; a stream that is no terminal has none. */
  hasColors?: (() => boolean) | undefined;
}

/** Makes what writes posts in a format; only the code and packages of that format are loaded. */
export async function rendererOf(
  format: Format | undefined,
  withPinyin: boolean,
  output: Output,
): Promise<(post: BilingualPost) => string> {
  const chosen = format ?? (output.isTTY ? "terminal" : "text");
  if (chosen === "json") {
    if (withPinyin) throw new ArgumentError("JSON holds no pinyin: leave out --pinyin, or choose another --format.");
    const { renderJson } = await import("../render/json.js");
    return renderJson;
  }
  const pinyin = withPinyin ? await loadPinyin() : undefined;
  switch (chosen) {
    case "html": {
      const { renderHtml } = await import("../render/html.js");
      return (post) => renderHtml(post, { pinyin });
    }
    case "markdown": {
      const { renderMarkdown } = await import("../render/markdown.js");
      return (post) => renderMarkdown(post, { pinyin }).trimEnd();
    }
    case "terminal": {
      const { renderTerminal } = await import("../render/terminal.js");
      const options = { color: output.hasColors?.() ?? false, columns: output.columns, pinyin };
      return (post) => renderTerminal(post, options);
    }
    case "text": {
      const { renderText } = await import("../render/text.js");
      return (post) => renderText(post, { pinyin });
    }
  }
}

async function loadPinyin(): Promise<Pinyin> {
  return (await import("../render/pinyin.js")).loadPinyin();
}
