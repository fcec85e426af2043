import { type Line, LONGEST_RECORD, readLines } from "./lines.js";

/** A row of a table, not parsed yet. */
export interface RawRow {
  /** The row without its last line break; only its beginning where it is too long. */
  raw: string;
  /** The line on which it begins, from 1. */
  line: number;
  /** What is wrong with it before it is even parsed. */
  problem?: "too long" | "open quote";
}

const QUOTE = '"';

/**
 * Cuts a table into rows: lines, joined where a line break stands inside a quoted field (RFC 4180).
 *
 * A quote that never closes, or that closes on a later line where neither a delimiter nor the line's end follows, is
 * none that was meant to span lines: the row is the line it stands in, and the next line is read as a row of its own.
 * Memory is bounded by the longest row that is allowed.
 */
export async function* readRows(
  chunks: AsyncIterable<string>,
  delimiter: string,
  longest = LONGEST_RECORD,
): AsyncGenerator<RawRow> {
  const unread = readLines(chunks, longest);
  /** Lines to be read again, the next one last. */
  const again: Line[] = [];
  const next = async () => again.pop() ?? ((await unread.next()).value as Line | undefined);
  for (let first = await next(); first; first = await next()) {
    const lines = [first];
    let length = first.text.length;
    let quote = first.isCut ? "closed" : quoteAfter(first.text, delimiter);
    while (quote === "open") {
      const line = await next();
      if (line) lines.push(line);
      length += line?.text.length ?? 0;
      quote = line && !line.isCut && length <= longest ? quoteAfter(line.text, delimiter, "open") : "broken";
    }
    if (quote === "broken") for (const line of lines.splice(1).reverse()) again.push(line);
    const problem = first.isCut ? "too long" : quote === "broken" ? "open quote" : undefined;
    yield { raw: textOf(lines), line: first.number, ...(problem ? { problem } : {}) };
  }
}

function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, end }, i) => (i < lines.length - 1 ? text + end : text)).join("");
}

/**
 * Whether a quoted field is open at the end of a line; `broken` where one that an earlier line opened closes amid text.
 *
 * Within one line such a quote is text, as people write tables by hand: `1,"小米"手机`.
 */
function quoteAfter(
  line: string,
  delimiter: string,
  before: "open" | "closed" = "closed",
): "open" | "closed" | "broken" {
  let at = 0;
  if (before === "open") {
    at = afterQuote(line, 0);
    if (at < 0) return "open";
    if (at < line.length && line[at] !== delimiter) return "broken";
    if (at++ === line.length) return "closed";
  }
  for (;;) {
    if (line[at] === QUOTE) at = afterQuote(line, at + 1);
    if (at < 0) return "open";
    at = line.indexOf(delimiter, at);
    if (at < 0) return "closed";
    at++;
  }
}

/** Where a quoted field that is open at `from` has its closing quote behind it; -1 where it has none. */
function afterQuote(line: string, from: number): number {
  for (let at = line.indexOf(QUOTE, from); at >= 0; at = line.indexOf(QUOTE, at + 2)) {
    if (line[at + 1] !== QUOTE) return at + 1;
  }
  return -1;
}
