/** Tells whether a UTF-16 code is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Tells whether a UTF-16 code is an ASCII letter. */
export function isLatin(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Tells whether a UTF-16 code is a Han character; of those outside the basic plane, its first surrogate counts. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd88d) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

/** Tells whether a UTF-16 code is a line break. */
export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

/** Tells whether a UTF-16 code is a space or line break, the zero-width space of Weibo's clients among them. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029
  );
}

/** Tells whether a UTF-16 code belongs to a word of any script, or is a digit; punctuation, symbols and emoji do not. */
export function isWordChar(code: number): boolean {
  if (code < 0x80) return isDigit(code) || isLatin(code);
  if (isHan(code)) return true;
  return (
    (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff) ||
    (code >= 0x2150 && code <= 0x218b) ||
    (code >= 0x2c00 && code <= 0x2dff) ||
    (code >= 0x3041 && code <= 0x318f && code !== 0x30fb) ||
    (code >= 0xa000 && code <= 0xd7ff) ||
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    (code >= 0xff66 && code <= 0xffdc)
  );
}

/** Tells whether there is a word character between `start` and `end`. */
export function hasWords(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isWordChar(text.charCodeAt(i))) return true;
  return false;
}

/** The first offset from `start` on, at most `end`, that holds no space or line break. */
export function skipSpaces(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** The end of what is left between `start` and `end` without the spaces and line breaks at its end. */
export function trimSpaces(text: string, start: number, end: number): number {
  let i = end;
  while (i > start && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
