import type { ArchiveItem } from "../record.js";

/** Text to read records from. */
export interface FormatSource {
  /** The file's name for messages. */
  file: string;
  /** The short name that ids are made of. */
  shortName: string;
  /** The whole text, from its beginning. */
  chunks: AsyncIterable<string>;
}

/** How records are read; a format ignores what does not concern it. */
export interface FormatOptions {
  /** The field with the post's text. Default: the format's own, else `text`, `content`, `正文` or `内容`, also after 微博. */
  textField?: string | undefined;
  /**
   * The field with the post's id; a record without such a field is none. Default: the format's own, else `id`, `idstr`,
   * `mid`, `bid`, or where none of them is there the file's name and the record's number.
   */
  idField?: string | undefined;
  /** Where the array of records is in a JSON object, such as `"data.items"`. Default: the usual places. */
  arrayField?: string | undefined;
  /** Plain text: whether posts are separated by blank lines instead of being one a line. Default false. */
  paragraphs?: boolean | undefined;
}

/** The beginning of a file, for telling its format. */
export interface FormatSample {
  /** The first characters, at most 65,536. */
  text: string;
  /** The file's name without `.gz` or `.zst`. */
  name: string;
}

/** A format that archives come in; all have this one shape. */
export interface ArchiveFormat {
  /** What `--format` calls it: `"jsonl"`. */
  readonly name: string;
  /** Whether a file that begins like this is in this format; formats are asked in the order of `archiveFormats`. */
  detect(sample: FormatSample): boolean;
  /** Reads posts one after another; what is broken is given as such and reading goes on. */
  read(source: FormatSource, options: FormatOptions): AsyncIterable<ArchiveItem>;
}
