import { ArgumentError } from "../errors.js";
import { referToOriginals } from "./originals.js";
import type { ArchiveFormat, FormatOptions } from "./read/format.js";
import { archiveFormats, chooseFormat } from "./read/formats.js";
import type { ArchiveItem } from "./record.js";
import {
  type ArchiveInput,
  nameOf,
  openSource,
  type SourceOptions,
  shortNameOf,
  sizeOf,
  type TextSource,
} from "./source.js";

/** What was found out about an input. */
export interface Detected extends Pick<TextSource, "file" | "encoding" | "compression"> {
  /** The name of the format. */
  format: string;
}

/** How an archive is read. */
export interface ReadOptions extends FormatOptions, SourceOptions {
  /** The format's name. Default: detected for each input. */
  format?: string | undefined;
  /** The formats to choose from. Default: `archiveFormats`. */
  formats?: readonly ArchiveFormat[] | undefined;
  /** Told for each input, before its first post, what it was taken for. */
  onDetect?: ((detected: Detected) => void) | undefined;
}

const PACKED = /\.(?:gz|zst)$/i;

/**
 * Reads the posts of an archive, one input after another, in memory that does not grow with their size.
 *
 * A piece that is no post is given as a broken record with its file, line and reason. The original of a repost is a
 * record of its own, given once and before the first post that passes it on (`retweetOf`).
 *
 * @throws ArchiveError `archive-input`: an input that cannot be read at all; all files are looked at before the first
 *   post.
 */
export async function* readArchive(
  inputs: Iterable<ArchiveInput>,
  options: ReadOptions = {},
): AsyncGenerator<ArchiveItem> {
  const all = typeof inputs === "string" ? [inputs] : [...inputs];
  if (all.length === 0) throw new ArgumentError("No input: name a file, or - for standard input.");
  for (const input of all) await sizeOf(input);
  yield* referToOriginals(readInputs(all, options));
}

async function* readInputs(inputs: readonly ArchiveInput[], options: ReadOptions): AsyncGenerator<ArchiveItem> {
  for (const input of inputs) {
    const source = await openSource(input, options);
    const { file, encoding, compression, chunks } = source;
    const sample = { text: source.sample, name: nameOf(input).replace(PACKED, "") };
    const format = chooseFormat(sample, options.format, options.formats ?? archiveFormats);
    options.onDetect?.({ file, encoding, compression, format: format.name });
    yield* format.read({ file, shortName: shortNameOf(file), chunks }, options);
  }
}
