import { load } from "../../package.js";
import { formatError } from "./format.js";

/** A row of a table and the line of the file that it begins at, from 1. */
export interface Row {
  cells: string[];
  line: number;
}

interface CsvError extends Error {
  code?: string;
  lines?: number;
  column?: number | string;
}

/** Reads a table of comma- or tab-separated values; blank lines are passed over, a byte order mark is too. */
export function readTable(text: string, format: string, delimiter: "," | "\t"): Row[] {
  const { parse } = load("csv-parse/sync") as typeof import("csv-parse/sync");
  try {
    // With `info` the records are not what csv-parse's types say.
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      // A tab-separated file has no quotation marks of its own: "5" in it means five inches as often as five.
      ...(delimiter === "\t" ? { quote: null } : {}),
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const { message, lines = 1, column } = error as CsvError;
    throw formatError(format, message, lines, typeof column === "number" ? column + 1 : undefined, error);
  }
}

/** What a spreadsheet would take for a formula, in half and full width, and what already carries the mark. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;
const NEUTRALISED = /^'(?='*[=+\-@\t\r＝＋－＠])/u;

/** Writes a table; `forPeople` puts a `'` before what a spreadsheet would take for a formula. */
export function writeTable(rows: readonly (readonly string[])[], delimiter: "," | "\t", forPeople = false): string {
  const { stringify } = load("csv-stringify/sync") as typeof import("csv-stringify/sync");
  const safe = forPeople ? rows.map((row) => row.map((cell) => (FORMULA.test(cell) ? `'${cell}` : cell))) : rows;
  return stringify(safe as string[][], { delimiter, ...(delimiter === "\t" ? { quote: false } : {}) });
}

/** Takes off the `'` that `writeTable` puts before a formula. */
export function unescapeFormula(cell: string): string {
  return cell.replace(NEUTRALISED, "");
}
