const CHUNK = 0x2000;

/** The text of UTF-16 code units. */
export function fromUnits(units: Uint16Array): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK) text += fromUnits(units.subarray(i, i + CHUNK));
  return text;
}

/** A text with memory of its own: a slice keeps all of the text that it was cut from, the whole chunk of a file. */
export function copyOf(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return fromUnits(units);
}
