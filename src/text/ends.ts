/** A text without the characters of a set at its end; in time linear in what is taken off, as no regular expression is. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
