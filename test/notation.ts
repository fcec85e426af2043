/** A span that a line of a test expects: `{kind:text}` or `{kind=name:text}`. */
export interface Expected {
  kind: string;
  start: number;
  end: number;
  name?: string;
}

const OPENING = /\{([a-z]+)(?:=([^:{}]*))?:/y;

/**
 * Reads a post whose expectation is written inside it: `{hashtag:#小米#}{title:【{mention:@小米}来了】}`.
 *
 * Gives the text without the marks, and the marked spans in order of their start, the outer one first. `{kind=name:…}`
 * expects a name or author besides; `\n` stands for a line break.
 */
export function readNotation(line: string): { text: string; expected: Expected[] } {
  const source = line.replaceAll("\\n", "\n");
  const expected: Expected[] = [];
  const open: Expected[] = [];
  let text = "";
  for (let i = 0; i < source.length; ) {
    OPENING.lastIndex = i;
    const opening = OPENING.exec(source);
    if (opening !== null) {
      const [mark, kind, name] = opening;
      const span: Expected = { kind: kind!, start: text.length, end: -1, ...(name === undefined ? {} : { name }) };
      expected.push(span);
      open.push(span);
      i += mark.length;
    } else if (source[i] === "}" && open.length > 0) {
      open.pop()!.end = text.length;
      i++;
    } else {
      text += source[i++];
    }
  }
  if (open.length > 0) throw new Error(`Expected every { to be closed in: ${line}`);
  return { text, expected };
}
