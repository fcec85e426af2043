import { createReadStream } from "node:fs";

const NEWLINE = 0x0a;

/** Where a line begins in some bytes, and where its line break stands. */
export type LineRange = readonly [start: number, stop: number];

/** Reads a file in pieces of whole lines. What follows the last line break comes last, by itself. */
export async function* wholeLines(path: string): AsyncGenerator<Buffer> {
  let left: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const bytes = left.length > 0 ? Buffer.concat([left, chunk]) : chunk;
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    left = bytes.subarray(end);
  }
  if (left.length > 0) yield left;
}

/** The lines of some bytes; what follows the last line break is none. */
export function* linesIn(bytes: Buffer): Generator<LineRange> {
  let start = 0;
  for (let stop = bytes.indexOf(NEWLINE); stop >= 0; stop = bytes.indexOf(NEWLINE, start)) {
    yield [start, stop];
    start = stop + 1;
  }
}
