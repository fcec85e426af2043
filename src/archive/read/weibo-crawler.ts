import type { ArchiveItem } from "../record.js";
import { broken, type FieldNames, type Fields, fieldNames, isFields, type Piece, recordOf } from "./fields.js";
import type { ArchiveFormat, FormatOptions, FormatSource } from "./format.js";
import { readElements } from "./json.js";
import { withOriginal } from "./retweet.js";
import { headerOf, readTable } from "./table.js";

/** JSON of dataabc/weibo-crawler: `{ "user": {…}, "weibo": [ … ] }`, a repost's original under `retweet`. */
export const weiboCrawlerJson: ArchiveFormat = {
  name: "weibo-crawler-json",
  detect: ({ text }) => /^\s*\{\s*"user"\s*:/.test(text) && /"weibo"\s*:\s*\[/.test(text),
  async *read(source, options) {
    yield* readElements(source, ["weibo"], (value, piece) => postsOf(source, piece, value, options));
  },
};

function postsOf(source: FormatSource, piece: Piece, value: unknown, options: FormatOptions): ArchiveItem[] {
  if (!isFields(value)) return [broken(source, piece, "it is not a JSON object")];
  const names = fieldNames(options);
  const post = recordOf(source, piece, value, names, ["retweet"]);
  if (!isFields(value.retweet)) return [post];
  return withOriginal(post, recordOf(source, piece, value.retweet, names, ["retweet"]));
}

/** What the columns of a repost's original begin with. */
const ORIGINAL = "源微博";
const ORIGINAL_USER = ["源用户id", "源用户昵称"];

/** CSV of dataabc/weibo-crawler: a Chinese header, a repost's original in the columns 源微博…. */
export const weiboCrawlerCsv: ArchiveFormat = {
  name: "weibo-crawler-csv",
  detect({ text }) {
    const header = headerOf(text, ",");
    return header.includes("id") && (header.includes("正文") || header.includes("微博正文"));
  },
  async *read(source, options) {
    const names = fieldNames(options);
    yield* readTable(source, ",", names.text, (fields, piece) => rowOf(source, piece, fields, names));
  },
};

function rowOf(source: FormatSource, piece: Piece, fields: Fields, names: FieldNames): ArchiveItem[] {
  const columns = Object.entries(fields);
  const own = columns.filter(([name]) => !name.startsWith(ORIGINAL) && !ORIGINAL_USER.includes(name));
  const original = columns
    .filter(([name]) => name.startsWith(ORIGINAL) || ORIGINAL_USER.includes(name))
    .map(([name, value]) => [name.startsWith(ORIGINAL) ? name.slice(ORIGINAL.length) : name.slice(1), value] as const);
  const post = recordOf(source, piece, Object.fromEntries(own), names);
  const originalFields = Object.fromEntries(original);
  if (String(originalFields.id ?? "").trim() === "") return [post];
  return withOriginal(post, recordOf(source, piece, originalFields, names));
}
