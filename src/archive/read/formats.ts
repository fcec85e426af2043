import { ArgumentError } from "../../errors.js";
import { csv, tsv } from "./csv.js";
import type { ArchiveFormat, FormatSample } from "./format.js";
import { json } from "./json.js";
import { jsonl } from "./jsonl.js";
import { text } from "./text.js";
import { weiboApi } from "./weibo-api.js";
import { weiboArchiver } from "./weibo-archiver.js";
import { weiboCrawlerCsv, weiboCrawlerJson } from "./weibo-crawler.js";

/** The formats that archives are read in, the most particular first. */
export const archiveFormats: readonly ArchiveFormat[] = [
  weiboArchiver,
  weiboCrawlerJson,
  weiboCrawlerCsv,
  weiboApi,
  jsonl,
  json,
  csv,
  tsv,
  text,
];

/**
 * The format of a name, or the first one that recognises the beginning of the file.
 *
 * @throws ArgumentError Where no format has the name.
 */
export function chooseFormat(
  sample: FormatSample,
  name?: string,
  formats: readonly ArchiveFormat[] = archiveFormats,
): ArchiveFormat {
  if (name === undefined) return formats.find((format) => format.detect(sample)) ?? text;
  const format = formats.find((candidate) => candidate.name === name);
  if (format) return format;
  const names = formats.map((candidate) => candidate.name).join(", ");
  throw new ArgumentError(`There is no archive format "${name}"; there are ${names}.`, { format: name });
}
