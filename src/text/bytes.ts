const encoder = new TextEncoder();

/** The UTF-8 bytes of a text; a lone surrogate counts as the replacement character that it becomes. */
export const byteLength = (text: string): number => encoder.encode(text).length;
