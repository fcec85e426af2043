import { readJsonValues } from "../json-values.js";
import type { ArchiveItem } from "../record.js";
import { inputError, peek } from "../source.js";
import { broken, fieldNames, isFields, type Piece, recordOf, recordsOfJson } from "./fields.js";
import type { ArchiveFormat, FormatSource } from "./format.js";
import { holdsObjectLines, readObjectLines } from "./jsonl.js";

/** Where in an object programs keep the array of posts. */
const ARRAYS = ["weibo", "posts", "data", "data.list", "list", "items", "records", "statuses", "data.statuses"];

/** A JSON array of objects, bare or in an object around it, of any size. */
export const json: ArchiveFormat = {
  name: "json",
  detect: ({ text, name }) =>
    /^\s*[[{]/.test(text) && (/\.json$/i.test(name) || /^\s*(?:\[\s*[{\]]|\{\s*["}])/.test(text)),
  async *read(source, options) {
    const names = fieldNames(options);
    const arrays = options.arrayField === undefined ? ARRAYS : [options.arrayField];
    yield* readElements(source, arrays, (value, piece) => [
      isFields(value) ? recordOf(source, piece, value, names) : broken(source, piece, "it is not a JSON object"),
    ]);
  },
};

/** How many characters are looked at to tell lines from a document: more than a post with its comments takes. */
const LOOKED_AT = 2 ** 20;

/**
 * Reads the elements of JSON arrays as `readElements` does or, where each line is an object, the lines.
 *
 * @param recordsOf gets elements of the arrays or whole lines; a line may hold a post or an object with arrays of them.
 * @throws ArchiveError `archive-input` Where the text is no JSON, or has no array of records.
 */
export async function* readLinesOrElements(
  source: FormatSource,
  arrays: readonly string[],
  recordsOf: (value: unknown, piece: Piece) => ArchiveItem[],
): AsyncGenerator<ArchiveItem> {
  const { head, stream } = await peek(source.chunks, LOOKED_AT);
  const whole = { ...source, chunks: stream };
  if (holdsObjectLines(head.join(""), false)) yield* readObjectLines(whole, recordsOf);
  else yield* readElements(whole, arrays, recordsOf);
}

/**
 * Reads the elements of JSON arrays and makes records of each.
 *
 * @throws ArchiveError `archive-input` Where the text is no JSON, or has no array of records.
 */
export async function* readElements(
  source: FormatSource,
  arrays: readonly string[],
  recordsOf: (value: unknown, piece: Piece) => ArchiveItem[],
): AsyncGenerator<ArchiveItem> {
  const start = { text: "", length: 0 };
  let number = 0;
  for await (const { raw, line, problem } of readJsonValues(remember(source.chunks, start), { arrays })) {
    const piece = { raw, line, number: ++number };
    if (problem === "too long") yield broken(source, piece, `element ${number} is too long to be a post`);
    else if (problem) yield broken(source, piece, `the file ends in the middle of element ${number}`);
    else yield* recordsOfJson(source, piece, recordsOf);
  }
  if (number > 0 || /^\s*\[\s*\]\s*$/.test(start.text)) return;
  const advice =
    arrays.length > 0 ? `an array of posts, or an object with one at ${arrays.join(", ")}` : "an array of posts";
  if (!holdsEmptyArray(start, arrays)) throw inputError(source.file, `holds no posts: expected ${advice}`);
}

/** Keeps the beginning of a text that passes by. */
async function* remember(chunks: AsyncIterable<string>, start: { text: string; length: number }) {
  for await (const chunk of chunks) {
    if (start.text.length < 4096) start.text += chunk.slice(0, 4096);
    start.length += chunk.length;
    yield chunk;
  }
}

/** Whether a short text is valid JSON with an empty array where the posts should be: an archive of nothing. */
function holdsEmptyArray({ text, length }: { text: string; length: number }, arrays: readonly string[]): boolean {
  if (length > text.length) return false;
  try {
    const value: unknown = JSON.parse(text);
    return arrays.some((path) => {
      const found = path.split(".").reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), value);
      return Array.isArray(found) && found.length === 0;
    });
  } catch {
    return false;
  }
}
