/** A line of a text, without its line break. */
export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** The line break: LF, CRLF, CR, or nothing at the end of the text. */
  end: string;
  /** Whether the line is longer than allowed and `text` only its beginning. */
  isCut: boolean;
}

/** How many characters one record may have: 16 Mi. A longer one is set aside, its beginning kept. */
export const LONGEST_RECORD = 2 ** 24;

/** How much of an overlong record is kept to recognise it by. */
export const KEPT_OF_OVERLONG = 1000;

const LINE_BREAK = /\r\n?|\n/g;

/** Splits a text into lines at LF, CRLF or CR, in memory bounded by the longest line that is allowed. */
export async function* readLines(chunks: AsyncIterable<string>, longest = LONGEST_RECORD): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let number = 1;
  const add = (piece: string) => {
    const before = length;
    length += piece.length;
    if (length <= longest) pieces.push(piece);
    else if (before <= longest) pieces = [beginningOf([...pieces, piece])];
  };
  const take = (end: string): Line => {
    const line = { number: number++, text: pieces.join(""), end, isCut: length > longest };
    pieces = [];
    length = 0;
    return line;
  };
  // A CR at the end of a chunk waits for the LF that may follow.
  let waiting = "";
  for await (const read of chunks) {
    const chunk = waiting + read;
    waiting = chunk.endsWith("\r") ? "\r" : "";
    const stop = chunk.length - waiting.length;
    let start = 0;
    for (const { 0: lineBreak, index } of chunk.matchAll(LINE_BREAK)) {
      if (index === stop) break;
      add(chunk.slice(start, index));
      yield take(lineBreak);
      start = index + lineBreak.length;
    }
    if (start < stop) add(chunk.slice(start, stop));
  }
  if (length > 0 || waiting !== "") yield take(waiting);
}

/** A copy of the beginning: a slice of a long string would keep all of it in memory. */
function beginningOf(pieces: readonly string[]): string {
  return Buffer.from(pieces.join("").slice(0, KEPT_OF_OVERLONG), "utf16le").toString("utf16le");
}
