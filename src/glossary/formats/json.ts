import { GlossaryError } from "../../errors.js";
import type { GlossaryEntry } from "../../model.js";
import { checkEntry } from "../validate.js";
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
    return entries.map((entry, i) => checkedEntry(entry, i, text));
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
    const at = placeOf(text, Number(/position (\d+)/u.exec(message)?.[1] ?? text.length));
    throw formatError("json", message, at.line, at.column, error);
  }
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}

/** Checks an entry; where it is wrong, the error says on which line it stands. */
function checkedEntry(entry: unknown, index: number, text: string): GlossaryEntry {
  try {
    return checkEntry(entry, index);
  } catch (error) {
    const line = lineOfEntry(text, (entry as { source?: unknown } | null)?.source);
    if (!(error instanceof GlossaryError) || line === undefined) throw error;
    const message = error.message.replace(/\.$/u, ` (line ${line}).`);
    throw new GlossaryError("invalid-glossary", message, { ...error.facts, line }, error);
  }
}

/** The line on which an entry says its source, where that is to be found. */
function lineOfEntry(text: string, source: unknown): number | undefined {
  if (typeof source !== "string") return undefined;
  const at = text.indexOf(JSON.stringify(source));
  return at < 0 ? undefined : placeOf(text, at).line;
}
