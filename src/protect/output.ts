import { freeCharacters } from "./placeholders.js";
import type { ProtectedUnit } from "./protect.js";
import { tidyEnglish } from "./punctuation.js";
import { cut, indexIn } from "./strings.js";

/** An engine's output as plain English text, with what stood in the elements that carried slots. */
export interface Output {
  text: string;
  /** By the slot's index, what stood in its element and the character that stands for that in the text. */
  elements: ReadonlyMap<number, { inner: string; mark: string }>;
  /** Where all elements came back in their order and as they were sent, the character that stands for each in the text. */
  mark: string | undefined;
}

/** A text that carries nothing in elements, as it stands. */
export function asOutput(text: string): Output {
  return { text, elements: NO_ELEMENTS, mark: undefined };
}

/** Brings an output into plain English text: elements taken off, entities decoded, punctuation and spaces English. */
export function readOutput(output: string, unit: ProtectedUnit): Output {
  if (unit.carry !== "markup") return asOutput(plainEnglish(output));
  const slots = unit.slots.length;
  const tagged = indexIn(output, "<", 0) >= 0;
  if (slots === 0 && !tagged) return asOutput(plainEnglish(output));
  const intact = slots > 0 ? takeOffIntact(output, unit) : undefined;
  if (intact) return intact;
  const { text: rest, elements } = tagged ? takeOffElements(output, slots, NO_ELEMENTS) : asOutput(output);
  const text = plainEnglish(rest);
  // An engine that took the tags for text has escaped them, once or twice, or written them in full width.
  const unescaped = text.includes("&lt;") ? decodeEntities(text) : text;
  if (slots === elements.size || !OUR_TAG.test(unescaped)) return { text, elements, mark: undefined };
  const again = takeOffElements(unescaped, slots, elements);
  return { text: tidyEnglish(again.text), elements: again.elements, mark: undefined };
}

const NO_ELEMENTS: Output["elements"] = new Map();

function plainEnglish(text: string): string {
  return tidyEnglish(decoded(text));
}

function decoded(text: string): string {
  return indexIn(text, "&", 0) < 0 ? text : decodeEntities(text);
}

/** Marks that a text does not contain, as an entity neither. */
function freeMarks(output: string): (i: number) => string {
  return freeCharacters(decoded(output));
}

/** Takes off the elements where all stand in their order just as they were sent, and nothing else that could be one. */
function takeOffIntact(output: string, { slots }: ProtectedUnit): Output | undefined {
  const mark = freeMarks(output)(0);
  let text = "";
  let read = 0;
  for (const { written } of slots) {
    const at = indexIn(output, "<", read);
    if (at < 0 || !output.startsWith(written, at)) return undefined;
    text += cut(output, read, at) + mark;
    read = at + written.length;
  }
  if (indexIn(output, "<", read) >= 0) return undefined;
  return { text: plainEnglish(text + cut(output, read, output.length)), elements: NO_ELEMENTS, mark };
}

const ELEMENT =
  /<\s{0,3}span\b[^<>]{0,200}\bid\s{0,3}=\s{0,3}["'“”]?\s{0,3}t\s{0,3}(\d+)[^<>]{0,200}>([^<]*)<\s{0,3}\/\s{0,3}span\s{0,3}>/gi;
const OUR_TAG = /<\s{0,3}\/?\s{0,3}span\b[^<>]{0,200}\bnotranslate\b/i;
const TAG = /<\/?\s*span\b[^<>]*>/gi;

function takeOffElements(output: string, slots: number, known: Output["elements"]): Output {
  const elements = new Map(known);
  const markOf = freeMarks(output);
  const text = output.replace(ELEMENT, (_, id: string, inner: string) => {
    const slot = Number(id);
    if (slot >= slots) return inner;
    const element = elements.get(slot) ?? { inner: decodeEntities(inner), mark: markOf(elements.size) };
    elements.set(slot, element);
    return element.mark;
  });
  return { text: text.includes("<") ? text.replace(TAG, "") : text, elements, mark: undefined };
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
