import type { GlossaryEntry } from "../../model.js";
import { byteLength } from "../../text/bytes.js";
import { entryOf, formatError, type GlossaryFormat, type PairCheck, pairsOf, type TermPair } from "./format.js";
import { type Row, readTable, writeTable } from "./table.js";

/** What tells one service's table of pairs from another's. */
interface PairTable {
  name: string;
  description: string;
  delimiter: "," | "\t";
  /** The first line that is written, and passed over when it is read. */
  header?: string[];
  /** What a header looks like that files of this kind may have. */
  isHeader?: (cells: readonly string[]) => boolean;
  /** The columns of a pair. Default: source and target. */
  write?: (pair: TermPair) => string[];
  /** The fields besides source, target and variants that the columns hold. */
  kept?: (keyof GlossaryEntry)[];
  /** Which column a note is read from. Default 2. */
  noteColumn?: number;
  check?: PairCheck;
}

function pairTable(table: PairTable): GlossaryFormat {
  const { name, delimiter, header, isHeader, write = columnsOf, check } = table;
  return {
    name,
    description: table.description,
    parse: (text) => {
      const rows = readTable(text, name, delimiter).filter(({ cells }) => !cells[0]?.startsWith("# -*-"));
      const first = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
      const body = isHeader?.(first) ? rows.slice(1) : rows;
      return body.map((row) => readPair(row, name, table.noteColumn ?? 2));
    },
    stringify: (entries) => {
      const { pairs, skipped, reduced } = pairsOf(entries, table.kept ?? [], check);
      return {
        text: writeTable([...(header ? [header] : []), ...pairs.map(write)], delimiter),
        skipped,
        reduced,
      };
    },
  };
}

function readPair({ cells, line }: Row, name: string, noteColumn: number): GlossaryEntry {
  const [source = "", target = ""] = cells.map((cell) => cell.trim());
  const note = cells[noteColumn]?.trim();
  if (source && target) return entryOf({ source, target, note });
  throw formatError(name, `expected a source and a target, but received ${JSON.stringify(cells)}`, line);
}

/** Refuses what is longer than a service takes; it would be ignored there in silence. */
function upTo(bytes: number, service: string): PairCheck {
  return ({ source, target }) =>
    [source, target].some((text) => byteLength(text) > bytes)
      ? `${service} takes at most ${bytes} bytes of UTF-8 for a term`
      : undefined;
}

const isChinese = (code = "") => /^zh\b/iu.test(code);
const isCodes = (cells: readonly string[]) => isChinese(cells[0]) && /^en\b/iu.test(cells[1] ?? "");
const columnsOf = ({ source, target }: TermPair) => [source, target];

/** DeepL: tab-separated pairs without a header, at most 1,024 bytes a term. */
export const deepl = pairTable({
  name: "deepl",
  description: "DeepL's glossaries: tab-separated pairs without a header",
  delimiter: "\t",
  check: upTo(1024, "DeepL"),
});

/** Google, one direction: comma-separated pairs without a header; Google ignores terms of 1,024 bytes and more in silence. */
export const google = pairTable({
  name: "google",
  description: "Google's unidirectional glossaries: comma-separated pairs without a header",
  delimiter: ",",
  check: upTo(1023, "Google"),
});

/** Google, equivalent terms: a header of language codes, with `pos` and `description`. */
export const googleTerms = pairTable({
  name: "google-terms",
  description: "Google's equivalent term sets: a header zh,en,pos,description",
  delimiter: ",",
  header: ["zh", "en", "pos", "description"],
  isHeader: isCodes,
  write: ({ source, target, note }) => [source, target, "noun", note ?? ""],
  kept: ["note"],
  noteColumn: 3,
  check: upTo(1023, "Google"),
});

/** Azure's document translation: tab-separated pairs; files with a line of language codes are read too. */
export const azure = pairTable({
  name: "azure",
  description: "Azure's document translation: tab-separated pairs",
  delimiter: "\t",
  isHeader: isCodes,
});

/** Amazon's custom terminology: a header of language codes, at most 200 bytes a term. */
export const amazon = pairTable({
  name: "amazon",
  description: "Amazon's custom terminology: a header zh,en",
  delimiter: ",",
  header: ["zh", "en"],
  isHeader: isCodes,
  check: upTo(200, "Amazon"),
});

/** OmegaT: three tab-separated columns, source, target, comment; for a file named `.utf8` or `.txt`. */
export const omegat = pairTable({
  name: "omegat",
  description: "OmegaT's glossaries: source, target and comment, tab-separated",
  delimiter: "\t",
  write: ({ source, target, note }) => (note ? [source, target, note.replace(/\s+/gu, " ")] : [source, target]),
  kept: ["note"],
});
