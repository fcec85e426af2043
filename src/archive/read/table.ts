import { parse } from "csv-parse/sync";
import type { ArchiveError } from "../../errors.js";
import { hasUndecodable } from "../encoding.js";
import type { ArchiveItem } from "../record.js";
import { type RawRow, readRows } from "../rows.js";
import { inputError } from "../source.js";
import { broken, type Fields, NOT_IN_ENCODING, oneOf, type Piece } from "./fields.js";
import type { FormatSource } from "./format.js";

/** The names of the columns of a table's first line. */
export function headerOf(sample: string, delimiter: string): string[] {
  const line = sample.replace(/^\s+/, "").split(/\r?\n/, 1)[0] ?? "";
  return line.split(delimiter).map((name) => name.trim().replace(/^"|"$/g, ""));
}

const PROBLEMS: Record<NonNullable<RawRow["problem"]>, string> = {
  "too long": "the row is too long to be a post",
  "open quote": "it opens a quote that does not close at the end of a field",
};

/**
 * Reads a table with a header, RFC 4180, and makes records of each row.
 *
 * Quotes inside an unquoted field are text. A row with too few or too many fields, with a quote that never closes, or
 * that is too long is set aside. Of columns with the same name, the second is called `name (2)`, and so on.
 *
 * @param textColumns what the column with the posts' text may be called.
 * @throws ArchiveError `archive-input` Where the first row is no header, or has no column for the text.
 */
export async function* readTable(
  source: FormatSource,
  delimiter: string,
  textColumns: readonly string[],
  recordsOf: (fields: Fields, piece: Piece) => ArchiveItem[],
): AsyncGenerator<ArchiveItem> {
  let header: string[] | undefined;
  let number = 0;
  for await (const { raw, line, problem } of readRows(source.chunks, delimiter)) {
    if (raw === "") continue;
    const fault = problem ? PROBLEMS[problem] : hasUndecodable(raw) ? NOT_IN_ENCODING : undefined;
    if (!header) {
      if (fault) throw inputError(source.file, `has no header that can be read in line ${line}: ${fault}`);
      header = uniqueNames(fieldsOf(raw, delimiter).map((name) => name.trim()));
      if (!header.some((name) => textColumns.includes(name))) throw headerError(source.file, header, textColumns);
      continue;
    }
    const piece = { raw, line, number: ++number };
    if (fault) {
      yield broken(source, piece, fault);
      continue;
    }
    const row = fieldsOf(raw, delimiter);
    if (row.length === header.length) {
      yield* recordsOf(Object.fromEntries(header.map((name, i) => [name, row[i]])), piece);
    } else {
      const count = row.length === 1 ? "1 field" : `${row.length} fields`;
      yield broken(source, piece, `it has ${count} where the header has ${header.length}`);
    }
  }
}

function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name} (${n})`;
    taken.add(unique);
    return unique;
  });
}

function fieldsOf(row: string, delimiter: string): string[] {
  return parse(row, { delimiter, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] })[0] as string[];
}

function headerError(file: string, header: readonly string[], wanted: readonly string[]): ArchiveError {
  const columns = header.map((name) => `"${name.slice(0, 50)}"`).join(", ");
  const advice = "Name the one with the posts' text: `textField`, or --text-field";
  return inputError(file, `has no column ${oneOf(wanted)}; its columns are ${columns}. ${advice}`);
}
