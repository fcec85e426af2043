import { fieldNames, ID_FIELDS, recordOf, TEXT_FIELDS } from "./fields.js";
import type { ArchiveFormat, FormatSample } from "./format.js";
import { headerOf, readTable } from "./table.js";

function tableFormat(name: string, delimiter: string): ArchiveFormat {
  const isTable = (sample: FormatSample) => {
    if (sample.name.toLowerCase().endsWith(`.${name}`)) return true;
    const header = headerOf(sample.text, delimiter).map((column) => column.toLowerCase());
    return header.length > 1 && header.some((column) => TEXT_FIELDS.includes(column));
  };
  return {
    name,
    detect: isTable,
    async *read(source, options) {
      const names = fieldNames(options, TEXT_FIELDS, ID_FIELDS);
      yield* readTable(source, delimiter, names.text, (fields, piece) => [recordOf(source, piece, fields, names)]);
    },
  };
}

/** Comma-separated values with a header. */
export const csv = tableFormat("csv", ",");

/** Tab-separated values with a header. */
export const tsv = tableFormat("tsv", "\t");
