import type { Element, ElementContent } from "hast";

/** An element of an HTML tree. */
export function element(tagName: string, properties: Element["properties"], children: ElementContent[] = []): Element {
  return { type: "element", tagName, properties, children };
}

/** A text of an HTML tree: never markup, whatever it says. */
export function text(value: string): ElementContent {
  return { type: "text", value };
}
