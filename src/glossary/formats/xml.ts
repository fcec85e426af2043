import { load } from "../../package.js";
import { formatError } from "./format.js";

/** An element of an XML document: its name without prefix, its attributes by their names without prefix. */
export interface XmlElement {
  name: string;
  attributes: Map<string, string>;
  children: (XmlElement | string)[];
  /** The line that it begins on, from 1. */
  line: number;
}

/**
 * Reads an XML document as a tree. Nothing outside the document is fetched, and entities of its own are not expanded.
 *
 * @param roots What the outermost element may be called.
 * @throws GlossaryError `invalid-format` with line and column where the document is not well formed or has another root.
 */
export function readXml(text: string, format: string, ...roots: string[]): XmlElement {
  const { SaxesParser } = load("saxes") as typeof import("saxes");
  const parser = new SaxesParser({ position: true });
  const root: XmlElement = { name: "", attributes: new Map(), children: [], line: 1 };
  const open: XmlElement[] = [root];
  parser.on("error", (error) => {
    throw formatError(format, error.message.replace(/^\d+:\d+: /u, ""), parser.line, parser.column, error);
  });
  parser.on("opentag", ({ name, attributes }) => {
    const entries = Object.entries(attributes).map(([key, value]) => [localName(key), String(value)] as const);
    const element: XmlElement = {
      name: localName(name),
      attributes: new Map(entries),
      children: [],
      line: parser.line,
    };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const addText = (chunk: string) => {
    open.at(-1)!.children.push(chunk);
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text.replace(/^\ufeff/u, "")).close();
  const outermost = childrenOf(root)[0]!;
  if (roots.includes(outermost.name)) return outermost;
  const names = roots.map((name) => `<${name}>`).join(" or ");
  throw formatError(format, `the root must be ${names}, not <${outermost.name}>`, outermost.line);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The elements directly inside another, of one name where it is given. */
export function childrenOf(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** The elements of a name at any depth, in order. */
export function descendantsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  const stack: XmlElement[] = [element];
  while (stack.length > 0) {
    const next = stack.pop()!;
    if (next.name === name) found.push(next);
    stack.push(...childrenOf(next).reverse());
  }
  return found;
}

/** All the text inside an element, in order, that of inner elements included; line breaks and tabs, which indent, are folded. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return "";
  const collect = (node: XmlElement): string =>
    node.children.map((child) => (typeof child === "string" ? child : collect(child))).join("");
  const lines = collect(element).split(/[\t\r\n]/);
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(" ");
}

/** What an XML document begins with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Writes an element that holds a text, or nothing where there is none. */
export function elementOf(name: string, text: string | undefined, attributes = ""): string {
  return text ? `<${name}${attributes}>${escapeXml(text)}</${name}>` : "";
}

/** Writes a text so that XML reads it back; control characters, which XML cannot hold, are for the caller to keep out. */
function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
