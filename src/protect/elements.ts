import { decodeEntities, escapeHtml } from "./entities.js";
import type { Finding } from "./findings.js";
import { freeCharacters } from "./placeholders.js";
import type { ProtectedSlot } from "./protect.js";
import { putWord, startTidying, tidyPart } from "./punctuation.js";
import { indexIn, startsAt } from "./strings.js";

/** By a slot's index, what stood in its element, and the character that stands for that in the text. */
export type Elements = ReadonlyMap<number, { inner: string; mark: string }>;

/** No elements at all. */
export const NO_ELEMENTS: Elements = new Map();

const CLOSING_TAG = "</span>";
/** The opening tags of the first slots, as most units have no more. */
const OPENING_TAGS = Array.from({ length: 16 }, (_, slot) => makeOpeningTag(slot));

function makeOpeningTag(slot: number): string {
  return `<span translate="no" class="notranslate" id="t${slot}">`;
}

function openingTag(slot: number): string {
  return OPENING_TAGS[slot] ?? makeOpeningTag(slot);
}

/** The element that carries what stands for a slot through an engine for HTML. */
export function writeElement(slot: number, inner: string): string {
  return openingTag(slot) + escapeHtml(inner) + CLOSING_TAG;
}

/** Where the element of a slot ends that stands at an offset just as it was sent, or -1; an escaped one is not looked for. */
function endOfElement(output: string, at: number, slot: number, inner: string): number {
  const tag = openingTag(slot);
  if (!startsAt(output, tag, at)) return -1;
  const end = at + tag.length + inner.length;
  return startsAt(output, inner, at + tag.length) && startsAt(output, CLOSING_TAG, end) ? end + CLOSING_TAG.length : -1;
}

/** An output whose elements all came back as they were sent, and what it has of the slots. */
export interface IntactOutput {
  text: string;
  found: readonly Finding[];
}

/** Takes off the elements where all stand in their order just as they were sent, and nothing else that could be one. */
export function takeOffIntact(output: string, slots: readonly ProtectedSlot[]): IntactOutput | undefined {
  if (indexIn(output, "&", 0) >= 0) return undefined;
  const tidying = startTidying();
  const found: Finding[] = [];
  let read = 0;
  for (let slot = 0; slot < slots.length; slot++) {
    const { placeholder, english } = slots[slot]!;
    const { target, bare } = english;
    const at = indexIn(output, "<", read);
    const end = at < 0 ? -1 : endOfElement(output, at, slot, placeholder ?? target);
    if (end < 0) return undefined;
    tidyPart(tidying, output, read, at);
    const start = putWord(tidying, target);
    found.push({ start, end: start + target.length, slot, status: "kept", english: target, bare });
    read = end;
  }
  if (indexIn(output, "<", read) >= 0) return undefined;
  tidyPart(tidying, output, read, output.length);
  return { text: tidying.text, found };
}

const ELEMENT =
  /<\s{0,3}span\b[^<>]{0,200}\bid\s{0,3}=\s{0,3}(?:["'“”]|&quot;|&#3[49];)?\s{0,3}t\s{0,3}(\d+)[^<>]{0,200}>([^<]*)<\s{0,3}\/\s{0,3}span\s{0,3}>/gi;
const TAG = /<\/?\s*span\b[^<>]*>/gi;
const OUR_TAG = /<\s{0,3}\/?\s{0,3}span\b[^<>]{0,200}\bnotranslate\b/i;

/** Tells whether a text has one of our tags, whatever an engine did to it. */
export function hasOurTag(text: string): boolean {
  return OUR_TAG.test(text);
}

/** Takes off the elements that an engine changed, and what is left of others. */
export function takeOffElements(output: string, slots: number, known: Elements): { text: string; elements: Elements } {
  const elements = new Map(known);
  // Marks are characters that the text does not contain, as an entity neither: that would be a number.
  const markOf = freeCharacters(indexIn(output, "&#", 0) < 0 ? output : decodeEntities(output));
  const text = output.replace(ELEMENT, (_, id: string, inner: string) => {
    const slot = Number(id);
    if (slot >= slots) return inner;
    const element = elements.get(slot) ?? { inner: decodeEntities(inner), mark: markOf(elements.size) };
    elements.set(slot, element);
    return element.mark;
  });
  return { text: text.includes("<") ? text.replace(TAG, "") : text, elements };
}
