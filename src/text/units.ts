const CHUNK = 0x2000;

/** The text of UTF-16 code units; faster than to write one behind another, which V8 keeps as a tree. */
export function fromUnits(units: Uint16Array | readonly number[]): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as number[]);
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK) text += fromUnits(units.slice(i, i + CHUNK));
  return text;
}

// One for all copies: they are made of every post of an archive.
let scratch = new Uint16Array(0x1000);

/** A text with memory of its own: a slice keeps all of the text that it was cut from, the whole chunk of a file. */
export function copyOf(text: string): string {
  if (scratch.length < text.length) scratch = new Uint16Array(2 * text.length);
  for (let i = 0; i < text.length; i++) scratch[i] = text.charCodeAt(i);
  return fromUnits(scratch.subarray(0, text.length));
}
