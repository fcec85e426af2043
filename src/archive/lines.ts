/** A line of a text, without its line break. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Whether the line is longer than allowed and `text` only its beginning. */
  isCut: boolean;
}

/** How many characters one record may have: 16 Mi. A longer one is set aside, its beginning kept. */
export const LONGEST_RECORD = 2 ** 24;

/** How much of an overlong record is kept to recognise it by. */
export const KEPT_OF_OVERLONG = 1000;

const LINE_BREAK = "\n";

/** Splits a text into lines at LF or CRLF, in memory bounded by the longest line that is allowed. */
export async function* readLines(chunks: AsyncIterable<string>, longest = LONGEST_RECORD): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const add = (piece: string) => {
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    else pieces = [pieces.join("").slice(0, KEPT_OF_OVERLONG) || piece.slice(0, KEPT_OF_OVERLONG)];
  };
  const take = (): Line => {
    const text = pieces.join("");
    const line = { number: number++, text: text.endsWith("\r") ? text.slice(0, -1) : text, isCut: length > longest };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end >= 0; end = chunk.indexOf(LINE_BREAK, start)) {
      add(chunk.slice(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.slice(start));
  }
  if (length > 0) yield take();
}
