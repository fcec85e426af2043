import { NotMilletError } from "../errors.js";
import type { OnConflict } from "../glossary/merge.js";
import type { GlossaryEntry } from "../model.js";
import { formatOfFile, readGlossaryFile } from "../terminology/files.js";
import { counted, note, print, write } from "./print.js";

interface OutOption {
  out?: string;
}

/** Runs `glossary lint`; fails where there is an error. */
export function lint(file: string): void {
  const glossary = readGlossaryFile(file);
  const findings = glossary.lint();
  if (findings.length === 0) note(`${file}: ${counted(glossary.size, "entry", "entries")}, nothing to mend.`);
  for (const { severity, code, message, index } of findings) print(`${severity}\tentry ${index}\t${code}\t${message}`);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0)
    throw new NotMilletError("invalid-glossary", `${file}: ${counted(errors, "error", "errors")}.`, { file, errors });
}

/** Runs `glossary convert`. */
export function convert(file: string, options: { to: string; from?: string } & OutOption): void {
  const { text, skipped, reduced } = readGlossaryFile(file, options.from).stringify({ format: options.to });
  write(text, options.out);
  for (const { entry, reason } of skipped) note(`left out: ${entry.source}: ${reason}`);
  if (reduced.length > 0) {
    const fields = [...new Set(reduced.flatMap(({ lost }) => lost))].join(", ");
    note(
      `${counted(reduced.length, "entry was", "entries were")} written without what ${options.to} has no place for (${fields}).`,
    );
  }
}

/** Runs `glossary merge`. */
export function merge(files: readonly string[], options: { onConflict: OnConflict } & OutOption): void {
  const [first, ...others] = files.map((file) => readGlossaryFile(file));
  const merged = others.reduce((sum, other) => sum.merge(other, { onConflict: options.onConflict }), first!);
  const format = options.out === undefined ? "json" : formatOfFile(options.out);
  write(merged.stringify({ format }).text, options.out);
}

/** Runs `glossary diff`. */
export function diff(before: string, after: string): void {
  const { added, removed, changed } = readGlossaryFile(before).diff(readGlossaryFile(after));
  if (added.length + removed.length + changed.length === 0) note(`${before} and ${after} have the same entries.`);
  for (const entry of removed) print(`- ${entry.source}\t${entry.target}`);
  for (const entry of added) print(`+ ${entry.source}\t${entry.target}`);
  for (const { before, after, fields } of changed) {
    const values = (entry: GlossaryEntry) => fields.map((field) => JSON.stringify(entry[field as keyof GlossaryEntry]));
    print(
      `~ ${after.source}\t${fields.map((field, i) => `${field}: ${values(before)[i]} → ${values(after)[i]}`).join("; ")}`,
    );
  }
}
