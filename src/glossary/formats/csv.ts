import { ENTRY_KINDS } from "../../entry-kinds.js";
import type { EntryKind, GlossaryEntry } from "../../model.js";
import { EDGE_REASON, formatError, type GlossaryFormat, sortOut } from "./format.js";
import { type Row, readTable, unescapeFormula, writeTable } from "./table.js";

const COLUMNS = [
  "source",
  "target",
  "kind",
  "variants",
  "accept",
  "forbid",
  "ambiguous",
  "prior",
  "notIn",
  "for",
  "against",
  "note",
] as const;
type Column = (typeof COLUMNS)[number];
const LISTS = ["variants", "accept", "forbid", "notIn"] as const;
const SIDES = ["for", "against"] as const;
const ESCAPED = /\\([\\|])/g;

/** Makes the format of comma- or tab-separated values with a header, which holds everything; lists are parted by `|`. */
function tableFormat(name: "csv" | "tsv", delimiter: "," | "\t"): GlossaryFormat {
  return {
    name,
    description: `a spreadsheet with the columns ${COLUMNS.join(", ")}; holds everything`,
    parse: (text) => {
      const [header, ...rows] = readTable(text, name, delimiter);
      const columns = readHeader(header, name);
      return rows.map((row) => readEntry(row, columns, name));
    },
    stringify: (entries) => {
      const { held, ...rest } = sortOut(entries, (entry) => unwritableIn(name, entry));
      return { text: writeTable([[...COLUMNS], ...held.map(cellsOf)], delimiter, true), ...rest };
    },
  };
}

/** Comma-separated values with a header. */
export const csv = tableFormat("csv", ",");
/** Tab-separated values with a header. */
export const tsv = tableFormat("tsv", "\t");

/** What keeps an entry out of a table, whose cells are read without the spaces around them. */
function unwritableIn(name: "csv" | "tsv", entry: GlossaryEntry): string | undefined {
  if (name === "tsv" && /[\t\n\r]/u.test(cellsOf(entry).join(""))) return "it has a tab or a line break";
  if (cellsOf(entry).some((cell) => /\p{Cs}/u.test(cell))) return "it has half a character";
  return [entry.source, entry.target].some((text) => text.trim() !== text) ? EDGE_REASON : undefined;
}

function readHeader(header: Row | undefined, name: string): Map<Column, number> {
  const cells = header?.cells.map((cell) => cell.trim()) ?? [];
  const columns = new Map(
    COLUMNS.flatMap((column) => (cells.includes(column) ? [[column, cells.indexOf(column)] as const] : [])),
  );
  if (columns.has("source") && columns.has("target")) return columns;
  throw formatError(name, "the first line must name the columns, `source` and `target` among them", header?.line ?? 1);
}

function readEntry({ cells, line }: Row, columns: ReadonlyMap<Column, number>, name: string): GlossaryEntry {
  const cell = (column: Column) => unescapeFormula(cells[columns.get(column) ?? -1] ?? "").trim();
  const source = cell("source");
  const target = cell("target");
  if (!source || !target)
    throw formatError(name, `expected a source and a target, but received "${source}" and "${target}"`, line);
  const entry: GlossaryEntry = { source, target, kind: readKind(cell("kind"), line, name) };
  for (const column of LISTS) {
    const list = readList(cell(column));
    if (list.length > 0) entry[column] = list;
  }
  if (/^(true|yes|1)$/iu.test(cell("ambiguous"))) entry.ambiguous = true;
  if (cell("prior")) entry.prior = readPrior(cell("prior"), line, name);
  for (const side of SIDES) {
    const list = readList(cell(side));
    if (list.length > 0) entry.cues = { ...entry.cues, [side]: list };
  }
  if (cell("note")) entry.note = cell("note");
  return entry;
}

function readKind(kind: string, line: number, name: string): EntryKind {
  const known = ENTRY_KINDS.find((one) => one === (kind || "term"));
  if (known) return known;
  throw formatError(name, `expected a kind (${ENTRY_KINDS.join(", ")}), but received "${kind}"`, line);
}

function readPrior(text: string, line: number, name: string): number {
  const prior = Number(text);
  if (prior >= 0 && prior <= 1) return prior;
  throw formatError(name, `expected a prior from 0 to 1, but received "${text}"`, line);
}

function readList(cell: string): string[] {
  return cell
    .split(/(?<!\\)\|/u)
    .map((item) => item.replace(ESCAPED, "$1").trim())
    .filter((item) => item !== "");
}

function writeList(list: readonly string[]): string {
  return list.map((item) => item.replace(/[\\|]/g, "\\$&")).join("|");
}

function cellsOf(entry: GlossaryEntry): string[] {
  return COLUMNS.map((column) => {
    const value = column === "for" || column === "against" ? entry.cues?.[column] : entry[column];
    return Array.isArray(value) ? writeList(value) : value === false ? "" : String(value ?? "");
  });
}
