import { stringify } from "csv-stringify/sync";
import type { ArchiveConverter, ArchiveLine } from "./converter.js";

const COLUMNS = ["id", "source", "target", "terms", "issues", "retweetOf", "meta"];

/**
 * Both texts side by side, RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8.
 *
 * `terms` is `小米 = Xiaomi; …`, `issues` their codes, `meta` the archive's other fields as JSON.
 */
export const csv: ArchiveConverter = {
  name: "csv",
  extension: "csv",
  async *convert(lines, { escapeFormulas = true }) {
    const row = (cells: string[]) => ({ page: 1, text: stringify([cells], { escape_formulas: escapeFormulas }) });
    yield { page: 1, text: "\ufeff" };
    yield row(COLUMNS);
    for await (const line of lines) yield row(cellsOf(line));
  },
};

function cellsOf({ id, retweetOf = "", post, meta }: ArchiveLine): string[] {
  const terms = new Set(post.terms.map(({ source, target }) => `${source.text} = ${target?.text ?? "?"}`));
  const issues = new Set(post.issues.map(({ code }) => code));
  return [
    id,
    post.source.text,
    post.target.text,
    [...terms].join("; "),
    [...issues].join("; "),
    retweetOf,
    Object.keys(meta).length > 0 ? JSON.stringify(meta) : "",
  ];
}
