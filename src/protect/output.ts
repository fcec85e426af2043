import { freeCharacters } from "./placeholders.js";
import { elementParts, type ProtectedUnit } from "./protect.js";
import { tidyEnglish } from "./punctuation.js";
import { cut, indexIn } from "./strings.js";

/** An engine's output as plain English text, with what stood in the elements that carried slots. */
export interface Output {
  text: string;
  /** By the slot's index, what stood in its element and the character that stands for that in the text. */
  elements: ReadonlyMap<number, { inner: string; mark: string }>;
}

/** A text that carries nothing in elements, as it stands. */
export function asOutput(text: string): Output {
  return { text, elements: NO_ELEMENTS };
}

/** Brings an output into plain English text: elements taken off, entities decoded, punctuation and spaces English. */
export function readOutput(output: string, unit: ProtectedUnit): Output {
  if (unit.carry !== "markup") return asOutput(plainEnglish(output));
  const intact = takeOffIntact(output, unit);
  if (intact) return { text: plainEnglish(intact.text), elements: intact.elements };
  const slots = unit.slots.length;
  const { text: rest, elements } = output.includes("<")
    ? takeOffElements(output, slots, NO_ELEMENTS)
    : asOutput(output);
  const text = plainEnglish(rest);
  // An engine that took the tags for text has escaped them, once or twice, or written them in full width.
  const unescaped = text.includes("&lt;") ? decodeEntities(text) : text;
  if (slots === elements.size || !OUR_TAG.test(unescaped)) return { text, elements };
  const again = takeOffElements(unescaped, slots, elements);
  return { text: tidyEnglish(again.text), elements: again.elements };
}

const NO_ELEMENTS: Output["elements"] = new Map();

function plainEnglish(text: string): string {
  return tidyEnglish(indexIn(text, "&", 0) < 0 ? text : decodeEntities(text));
}

/** Takes off the elements where all stand in their order just as they were sent, and nothing else that could be one. */
function takeOffIntact(output: string, { slots }: ProtectedUnit): Output | undefined {
  if (slots.length === 0) return indexIn(output, "<", 0) < 0 ? asOutput(output) : undefined;
  const elements = new Map<number, { inner: string; mark: string }>();
  const markOf = freeCharacters(output);
  let text = "";
  let read = 0;
  for (let i = 0; i < slots.length; i++) {
    const { start, end, placeholder, english } = slots[i]!;
    const inner = placeholder ?? english.target;
    const at = indexIn(output, "<", read);
    if (at < 0 || !areAt(output, at, elementParts(i, inner))) return undefined;
    const mark = markOf(i);
    elements.set(i, { inner, mark });
    text += cut(output, read, at) + mark;
    read = at + end - start;
  }
  return output.indexOf("<", read) < 0 ? { text: text + output.slice(read), elements } : undefined;
}

function areAt(text: string, start: number, parts: readonly string[]): boolean {
  let at = start;
  for (const part of parts) {
    if (!text.startsWith(part, at)) return false;
    at += part.length;
  }
  return true;
}

const ELEMENT =
  /<\s{0,3}span\b[^<>]{0,200}\bid\s{0,3}=\s{0,3}["'“”]?\s{0,3}t\s{0,3}(\d+)[^<>]{0,200}>([^<]*)<\s{0,3}\/\s{0,3}span\s{0,3}>/gi;
const OUR_TAG = /<\s{0,3}\/?\s{0,3}span\b[^<>]{0,200}\bnotranslate\b/i;
const TAG = /<\/?\s*span\b[^<>]*>/gi;

function takeOffElements(output: string, slots: number, known: Output["elements"]): Output {
  const elements = new Map(known);
  const markOf = freeCharacters(output);
  const text = output.replace(ELEMENT, (_, id: string, inner: string) => {
    const slot = Number(id);
    if (slot >= slots) return inner;
    const element = elements.get(slot) ?? { inner: decodeEntities(inner), mark: markOf(elements.size) };
    elements.set(slot, element);
    return element.mark;
  });
  return { text: text.includes("<") ? text.replace(TAG, "") : text, elements };
}

const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
/** The named entities that engines write; others are left as they stand. */
const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["hellip", "…"],
  ["mdash", "—"],
  ["ndash", "–"],
  ["middot", "·"],
]);
const LAST_CODE_POINT = 0x10ffff;

function decodeEntities(text: string): string {
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, name?: string) => {
    if (name) return NAMED.get(name.toLowerCase()) ?? entity;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16);
    return code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : entity;
  });
}
