import { type Line, readLines } from "../lines.js";
import type { ArchiveItem } from "../record.js";
import { broken, fieldNames, isFields, recordOf, recordsOfJson } from "./fields.js";
import type { ArchiveFormat, FormatSource } from "./format.js";

/** JSON Lines: an object on each line. */
export const jsonl: ArchiveFormat = {
  name: "jsonl",
  detect({ text, name }) {
    if (/\.(?:jsonl|ndjson)$/i.test(name)) return true;
    const [first = "", second] = text.split("\n", 20).filter((line) => line.trim() !== "");
    if (!first.trimStart().startsWith("{") || !first.trimEnd().endsWith("}")) return false;
    return second === undefined ? !/\.json$/i.test(name) : second.trimStart().startsWith("{");
  },
  async *read(source, options) {
    const names = fieldNames(options);
    for await (const line of readLines(source.chunks)) {
      if (line.text.trim() === "" && !line.isCut) continue;
      yield* recordsOfLine(source, line, (value, piece) => [
        isFields(value) ? recordOf(source, piece, value, names) : broken(source, piece, "it is not a JSON object"),
      ]);
    }
  },
};

/** Makes records of a line of JSON. */
function recordsOfLine(
  source: FormatSource,
  { text: raw, number, isCut }: Line,
  recordsOf: Parameters<typeof recordsOfJson>[2],
): ArchiveItem[] {
  const piece = { raw, line: number, number };
  return isCut ? [broken(source, piece, "the line is too long to be a post")] : recordsOfJson(source, piece, recordsOf);
}
