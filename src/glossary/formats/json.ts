import { GlossaryError } from "../../errors.js";
import type { GlossaryEntry } from "../../model.js";
import { glossaryEntrySchema } from "../../schemas.js";
import { formatError, type GlossaryFormat } from "./format.js";

/** The library's own format: a dictionary file, or a bare list of entries. It holds everything. */
export const json: GlossaryFormat = {
  name: "json",
  description: "not-millet's own: a dictionary file or a list of entries; holds everything",
  parse: (text) => {
    const value = readJson(text);
    const entries = Array.isArray(value) ? value : (value as { entries?: unknown } | null)?.entries;
    if (!Array.isArray(entries))
      throw formatError("json", "expected a list of entries, or an object with `entries`", 1);
    return entries.map((entry, i) => checkEntry(entry, i, text));
  },
  stringify: (entries) => {
    const lines = entries.map((entry) => JSON.stringify(entry));
    const text = `{"name":"glossary","version":"1","license":"","entries":[\n${lines.join(",\n")}\n]}\n`;
    return { text, skipped: [], reduced: [] };
  },
};

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ""));
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/position (\d+)/u.exec(message)?.[1] ?? Number.NaN);
    const at = Number.isNaN(position) ? lineOfEnd(text) : placeOf(text, position);
    throw formatError("json", message, at.line, at.column, error);
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

function lineOfEnd(text: string): { line: number; column: number } {
  return placeOf(text, text.length);
}

function checkEntry(entry: unknown, index: number, text: string): GlossaryEntry {
  const read = glossaryEntrySchema.safeParse(entry);
  if (read.success) return read.data as GlossaryEntry;
  const problem = read.error.issues[0]!;
  const field = problem.path.join(".") || "the entry";
  const source = (entry as { source?: unknown } | null)?.source;
  const line = lineOfEntry(text, source);
  const place = line === undefined ? "" : ` (line ${line})`;
  throw new GlossaryError(
    "invalid-glossary",
    `Entry ${index}${typeof source === "string" ? ` (${source})` : ""}, ${field}: ${problem.message}${place}.`,
    {
      entry: index,
      field,
      expected: problem.message,
      ...(line === undefined ? {} : { line }),
    },
    read.error,
  );
}

/** The line on which an entry says its source, where that is to be found. */
function lineOfEntry(text: string, source: unknown): number | undefined {
  if (typeof source !== "string") return undefined;
  const at = text.indexOf(JSON.stringify(source));
  return at < 0 ? undefined : placeOf(text, at).line;
}
