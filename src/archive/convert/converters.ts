import { ArgumentError } from "../../errors.js";
import { readLines } from "../lines.js";
import { type ArchiveInput, inputError, openSource } from "../source.js";
import {
  type ArchiveConverter,
  type ArchiveLine,
  archiveLineSchema,
  type ConvertedPage,
  type ConvertOptions,
} from "./converter.js";
import { csv } from "./csv.js";
import { html } from "./html.js";
import { markdown } from "./markdown.js";
import { tmx } from "./tmx.js";

/** The formats that translated archives are converted to. */
export const archiveConverters: readonly ArchiveConverter[] = [csv, markdown, html, tmx];

/**
 * Converts a translated archive, the file that `translateArchive` wrote, in memory that does not grow with it.
 *
 * @param to the name of a format: `csv`, `markdown`, `html`, `tmx`, or a converter of your own.
 * @throws ArgumentError Where no format has the name.
 * @throws ArchiveError `archive-input`: the file cannot be read, or a line is no translated post.
 */
export function convertArchive(
  input: ArchiveInput,
  to: string | ArchiveConverter,
  options: ConvertOptions = {},
): AsyncIterable<ConvertedPage> {
  return pagesOf(typeof to === "string" ? chooseConverter(to) : to, readTranslated(input), options);
}

/** The pages of a converter, which writes nothing before it is known that the input is there and an archive. */
async function* pagesOf(
  converter: ArchiveConverter,
  lines: AsyncGenerator<ArchiveLine>,
  options: ConvertOptions,
): AsyncGenerator<ConvertedPage> {
  const first = await lines.next();
  const all = async function* () {
    if (!first.done) yield first.value;
    yield* lines;
  };
  yield* converter.convert(all(), options);
}

/** The converter of a name. @throws ArgumentError Where there is none. */
export function chooseConverter(name: string): ArchiveConverter {
  const converter = archiveConverters.find((candidate) => candidate.name === name);
  if (converter) return converter;
  const names = archiveConverters.map((candidate) => candidate.name).join(", ");
  throw new ArgumentError(`There is no format "${name}" to convert to; there are ${names}.`, { format: name });
}

async function* readTranslated(input: ArchiveInput): AsyncGenerator<ArchiveLine> {
  const { file, chunks } = await openSource(input, { encoding: "utf-8" });
  for await (const { number, text } of readLines(chunks, Number.POSITIVE_INFINITY)) {
    if (text.trim() !== "") yield parseLine(file, number, text);
  }
}

function parseLine(file: string, number: number, text: string): ArchiveLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw inputError(file, `is no translated archive: line ${number} is not JSON`, error);
  }
  const line = archiveLineSchema.safeParse(value);
  if (line.success) return line.data;
  throw inputError(file, `is no translated archive: line ${number} is no translated post`, line.error);
}
