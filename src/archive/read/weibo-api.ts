import { htmlToText } from "../../post/html.js";
import type { ArchiveItem } from "../record.js";
import { broken, type Fields, fieldNames, isFields, type Piece, recordOf } from "./fields.js";
import type { ArchiveFormat, FormatOptions, FormatSource } from "./format.js";
import { readLinesOrElements } from "./json.js";
import { withOriginal } from "./retweet.js";

/** Where a page holds its posts. */
const ARRAYS = ["data.list", "data.cards", "data.statuses", "statuses", "list", "cards"];

/** Pages of Weibo's own web API, or the posts in them: as objects one after another, in an array, or one a line. */
export const weiboApi: ArchiveFormat = {
  name: "weibo-api",
  detect: ({ text }) =>
    /^\s*[[{]/.test(text) &&
    (/"mblog"\s*:\s*\{/.test(text) || (/"(?:mblogid|bid|idstr)"\s*:/.test(text) && /"reposts_count"\s*:/.test(text))) &&
    !/"full_created_at"\s*:/.test(text),
  async *read(source, options) {
    yield* readLinesOrElements(source, ARRAYS, (value, piece) => {
      if (!isFields(value)) return [broken(source, piece, "it is not a JSON object")];
      return postsIn(value).flatMap((post) => recordsOf(source, piece, post, options));
    });
  },
};

/** The posts in a page, a card, a group of cards, or the post itself; a card without a post holds none. */
function postsIn(value: Fields): Fields[] {
  const { mblog, card_group: group, cards, list, statuses, data } = value;
  if (isFields(mblog)) return [mblog];
  const inner = [group, cards, list, statuses].find(Array.isArray) as unknown[] | undefined;
  if (inner) return inner.filter(isFields).flatMap(postsIn);
  if (isFields(data)) return postsIn(data);
  return "card_type" in value ? [] : [value];
}

function recordsOf(source: FormatSource, piece: Piece, post: Fields, options: FormatOptions): ArchiveItem[] {
  const record = recordFrom(source, piece, post, options);
  const original = post.retweeted_status;
  return isFields(original) ? withOriginal(record, recordFrom(source, piece, original, options)) : [record];
}

/** The record of one post; where the API gives markup only, `meta` keeps it as `text`. */
function recordFrom(source: FormatSource, piece: Piece, post: Fields, options: FormatOptions): ArchiveItem {
  const { text_raw: plain, text: markup } = post;
  const fields =
    typeof plain !== "string" && typeof markup === "string" ? { ...post, text_raw: htmlToText(markup) } : post;
  const names = fieldNames(options, ["text_raw", "text"], ["idstr", "id", "mid"]);
  return recordOf(source, piece, fields, names, ["retweeted_status"]);
}
