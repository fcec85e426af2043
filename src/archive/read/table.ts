import { type CsvError, type Options, parse } from "csv-parse";
import { hasUndecodable } from "../encoding.js";
import { LONGEST_RECORD } from "../lines.js";
import type { ArchiveItem } from "../record.js";
import { inputError } from "../source.js";
import { broken, type Fields, type Piece } from "./fields.js";
import type { FormatSource } from "./format.js";

/** The names of the columns of a table's first line. */
export function headerOf(sample: string, delimiter: string): string[] {
  const line = sample.replace(/^\s+/, "").split(/\r?\n/, 1)[0] ?? "";
  return line.split(delimiter).map((name) => name.replace(/^\s*"?|"?\s*$/g, ""));
}

/**
 * Reads a table with a header, RFC 4180, and makes records of each row.
 *
 * Quotes inside an unquoted field are text. A row with too few or too many fields, or with a quote that never closes,
 * is set aside.
 */
export async function* readTable(
  source: FormatSource,
  delimiter: string,
  recordsOf: (fields: Fields, piece: Piece) => ArchiveItem[],
): AsyncGenerator<ArchiveItem> {
  const ready: ArchiveItem[] = [];
  let header: string[] | undefined;
  let number = 0;
  let nextLine = 1;
  const onRow = (row: string[], lines: number, raw: string) => {
    const line = nextLine + leadingBreaks(raw);
    nextLine = lines + 1;
    if (!header) {
      header = row.map((name) => name.trim());
      return;
    }
    const piece = { raw: raw.replace(/\r?\n$/, ""), line, number: ++number };
    if (row.length !== header.length) {
      ready.push(broken(source, piece, `it has ${row.length} fields where the header has ${header.length}`));
    } else if (hasUndecodable(raw)) {
      ready.push(broken(source, piece, "it holds bytes that are not in the file's encoding"));
    } else {
      ready.push(...recordsOf(Object.fromEntries(header.map((name, i) => [name, row[i]])), piece));
    }
  };
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST_RECORD,
    on_record: (row: unknown) => {
      const { record, info, raw } = row as { record: string[]; info: { lines: number }; raw: string };
      onRow(record, info.lines, raw);
      return null;
    },
    on_skip: (error: CsvError | undefined, raw: string | undefined) => {
      number++;
      const piece = { raw: (raw ?? "").slice(0, LONGEST_RECORD), line: nextLine };
      ready.push(broken(source, piece, `it is no row: ${error?.message}`));
    },
  } as Options);
  // Records are taken in the callbacks, in the order of the file, so that a second reading gives the same.
  parser.resume();
  const failed = new Promise<never>((_, reject) => parser.once("error", reject));
  failed.catch(() => {});
  const write = (chunk: string) =>
    new Promise<void>((done, fail) => parser.write(chunk, (e) => (e ? fail(e) : done())));
  try {
    for await (const chunk of source.chunks) {
      await Promise.race([write(chunk), failed]);
      yield* ready.splice(0);
    }
    await Promise.race([new Promise<void>((done) => parser.end(done)), failed]);
  } catch (error) {
    yield* ready.splice(0);
    const { message, code } = error as Error & { code?: string };
    if (!code?.startsWith("CSV_")) throw error;
    throw inputError(source.file, `is no table from line ${nextLine} on: ${message}`, error);
  }
  yield* ready.splice(0);
}

function leadingBreaks(raw: string): number {
  return /^[\r\n]*/.exec(raw)![0].replaceAll("\r", "").length;
}
