import { type Elements, hasOurTag, NO_ELEMENTS, takeOffElements, takeOffIntact } from "./elements.js";
import { decodeEntities, decodeMadeEntities } from "./entities.js";
import type { Finding } from "./findings.js";
import type { ProtectedUnit } from "./protect.js";
import { tidyEnglish } from "./punctuation.js";
import { indexIn } from "./strings.js";

/** An engine's output as plain English text, and what stood in the elements that carried slots. */
export interface Output {
  text: string;
  elements: Elements;
  /** What the text has of the slots, where that is known already: all elements came back as they were sent. */
  found: readonly Finding[] | undefined;
}

/** A text that carries nothing in elements, as it stands. */
export function asOutput(text: string): Output {
  return { text, elements: NO_ELEMENTS, found: undefined };
}

/** Brings an output into plain English text: elements taken off, entities decoded, punctuation and spaces English. */
export function readOutput(output: string, { carry, slots, unit }: ProtectedUnit): Output {
  if (carry !== "markup") return asOutput(tidyEnglish(decodeMadeEntities(output, unit.text)));
  const tagged = indexIn(output, "<", 0) >= 0;
  if (slots.length === 0 && !tagged) return asOutput(plainEnglish(output));
  const intact = slots.length > 0 ? takeOffIntact(output, slots) : undefined;
  if (intact) return { text: intact.text, elements: NO_ELEMENTS, found: intact.found };
  const { text: rest, elements } = tagged ? takeOffElements(output, slots.length, NO_ELEMENTS) : asOutput(output);
  const text = plainEnglish(rest);
  // An engine that took the tags for text has escaped them, once or twice, or written them in full width.
  const unescaped = text.includes("&lt;") ? decodeEntities(text) : text;
  if (slots.length === elements.size || !hasOurTag(unescaped)) return { text, elements, found: undefined };
  const again = takeOffElements(unescaped, slots.length, elements);
  return { text: tidyEnglish(again.text), elements: again.elements, found: undefined };
}

function plainEnglish(text: string): string {
  return tidyEnglish(decodeEntities(text));
}
