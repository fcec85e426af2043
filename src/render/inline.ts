import type { Element, ElementContent } from "hast";
import type { Range } from "../span.js";
import { addressOf } from "./address.js";
import { element, text } from "./hast.js";
import { type Mark, type Marked, nest } from "./marks.js";
import { type Pinyin, readingsOf } from "./pinyin.js";

/** A text with what is marked on it, and how it is written. */
export interface MarkedText {
  text: string;
  marks: readonly Mark[];
  /** Sets the pairs of one post apart from those of another on the same page. */
  prefix: string;
  pinyin?: Pinyin | undefined;
}

/** A range of a text as HTML: its marks as elements, the rest as text. */
export function inlineOf(marked: MarkedText, range: Range): ElementContent[] {
  return nest(marked.text, range, marked.marks).map((node) => nodeOf(node, marked));
}

function nodeOf(node: Marked, marked: MarkedText): ElementContent {
  if (typeof node === "string") return marked.pinyin ? annotated(node, marked.pinyin) : text(node);
  const { mark, children } = node;
  return markElement(
    mark,
    marked,
    children.map((child) => nodeOf(child, marked)),
  );
}

function markElement(mark: Mark, { text: whole, prefix }: MarkedText, children: ElementContent[]): Element {
  const properties: Element["properties"] = {
    className: [mark.kind, ...(mark.status ? [mark.status] : [])],
    dataPair: prefix + mark.pair,
    dataEntry: mark.entry,
    dataStatus: mark.status,
    title: mark.note,
  };
  if (mark.kind === "term") return element("dfn", properties, children);
  if (mark.kind !== "url") return element("span", properties, children);
  const href = addressOf(whole.slice(mark.start, mark.end));
  return element("a", { ...properties, href, rel: ["nofollow", "noopener", "noreferrer"] }, children);
}

/** Chinese characters with their pinyin above them, in `<ruby>`. */
function annotated(value: string, pinyin: Pinyin): Element {
  const parts = readingsOf(value, pinyin).map((reading): ElementContent => {
    if (typeof reading === "string") return text(reading);
    const pairs = reading.flatMap(({ character, syllable }) => [
      text(character),
      element("rp", {}, [text("(")]),
      element("rt", {}, [text(syllable)]),
      element("rp", {}, [text(")")]),
    ]);
    return element("ruby", {}, pairs);
  });
  return element("span", {}, parts);
}
