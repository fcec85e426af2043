import { digest } from "./record.js";

/** A line as it is written, and what the journal keeps to know it by. */
export interface EncodedLine {
  /** The line in UTF-8, with its line break. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The digest of these bytes. */
  sum: string;
}

/** A line of JSON that is to hold a post, around it. */
export interface LineFrame {
  before: string;
  after: string;
}

const encoder = new TextEncoder();

/** Encodes a line, given without its line break. */
export function encodeLine(line: string): EncodedLine {
  const bytes = encoder.encode(`${line}\n`);
  return { bytes, sum: digest(bytes) };
}

/** Encodes the line of a translated post. */
export function encodePost(post: unknown, { before, after }: LineFrame): EncodedLine {
  return encodeLine(before + JSON.stringify(post) + after);
}
