import { type Line, readLines } from "../lines.js";
import type { ArchiveItem } from "../record.js";
import { broken, fieldNames, isFields, recordOf, recordsOfJson } from "./fields.js";
import type { ArchiveFormat, FormatSource } from "./format.js";

/** JSON Lines: an object on each line. */
export const jsonl: ArchiveFormat = {
  name: "jsonl",
  detect: ({ text, name }) => /\.(?:jsonl|ndjson)$/i.test(name) || holdsObjectLines(text, !/\.json$/i.test(name)),
  async *read(source, options) {
    const names = fieldNames(options);
    yield* readObjectLines(source, (value, piece) => [
      isFields(value) ? recordOf(source, piece, value, names) : broken(source, piece, "it is not a JSON object"),
    ]);
  },
};

/**
 * Whether a file that begins like this has an object on each line.
 *
 * @param alone what to say of a single line with an object, which may as well be a document.
 */
export function holdsObjectLines(text: string, alone: boolean): boolean {
  const lines = text.split("\n", 20).map((line) => line.trim());
  const [first = "", second] = lines.filter((line) => line !== "");
  if (!first.startsWith("{") || !first.endsWith("}")) return false;
  return second === undefined ? alone : second.startsWith("{");
}

/** Reads the lines of JSON Lines and makes records of each. */
export async function* readObjectLines(
  source: FormatSource,
  recordsOf: Parameters<typeof recordsOfJson>[2],
): AsyncGenerator<ArchiveItem> {
  for await (const line of readLines(source.chunks)) {
    if (line.text.trim() === "" && !line.isCut) continue;
    yield* recordsOfLine(source, line, recordsOf);
  }
}

function recordsOfLine(
  source: FormatSource,
  { text: raw, number, isCut }: Line,
  recordsOf: Parameters<typeof recordsOfJson>[2],
): ArchiveItem[] {
  const piece = { raw, line: number, number };
  return isCut ? [broken(source, piece, "the line is too long to be a post")] : recordsOfJson(source, piece, recordsOf);
}
