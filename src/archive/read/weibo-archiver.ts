import { htmlToText } from "../../post/html.js";
import type { ArchiveItem } from "../record.js";
import { broken, type Fields, fieldNames, isFields, type Piece, recordOf } from "./fields.js";
import type { ArchiveFormat, FormatOptions, FormatSource } from "./format.js";
import { readLinesOrElements } from "./json.js";
import { withOriginal } from "./retweet.js";

/** Markup as Weibo writes it: a closed element that posts contain, which nobody types by hand. */
const MARKUP = /<(?:br\s*\/?>|a\s[^>]*href=|span\s[^>]*class=|img\s[^>]*(?:alt|src)=)/i;

/** JSON of Chilfish/Weibo-archiver: posts with `mblogid` and `repostsCount`, also one a line; older exports hold HTML. */
export const weiboArchiver: ArchiveFormat = {
  name: "weibo-archiver",
  detect: ({ text }) => /^\s*[[{]/.test(text) && /"mblogid"\s*:/.test(text) && /"repostsCount"\s*:/.test(text),
  async *read(source, options) {
    yield* readLinesOrElements(source, ["posts", "weibo", "data"], (value, piece) =>
      postsOf(source, piece, value, options),
    );
  },
};

function postsOf(source: FormatSource, piece: Piece, value: unknown, options: FormatOptions): ArchiveItem[] {
  if (!isFields(value)) return [broken(source, piece, "it is not a JSON object")];
  const post = postOf(source, piece, value, options);
  return isFields(value.retweet) ? withOriginal(post, postOf(source, piece, value.retweet, options)) : [post];
}

/** The record of one post; where its text was markup, `meta` keeps it as `text`. */
function postOf(source: FormatSource, piece: Piece, fields: Fields, options: FormatOptions): ArchiveItem {
  const { text } = fields;
  const isMarkup = typeof text === "string" && MARKUP.test(text);
  const plain = isMarkup ? { ...fields, text_raw: htmlToText(text) } : fields;
  const names = fieldNames(options, [isMarkup ? "text_raw" : "text"], ["id", "mblogid"]);
  return recordOf(source, piece, plain, names, ["retweet"]);
}
