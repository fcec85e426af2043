import { hasUndecodable } from "../encoding.js";
import type { ArchiveItem, ArchiveRecord } from "../record.js";
import type { FormatOptions, FormatSource } from "./format.js";

/** The fields of a record, as JSON or a table gives them. */
export type Fields = Record<string, unknown>;

/** A piece of a file with its place: what a record is made of. */
export interface Piece {
  /** Its text. */
  raw: string;
  /** The line on which it begins, from 1. */
  line: number;
  /** Its number among the records of the file, from 1. */
  number: number;
}

/** The names under which the text of a post is looked for, the first that is there. */
export const TEXT_FIELDS: readonly string[] = ["text", "content", "正文", "微博正文", "内容", "微博内容"];

/** The names under which the id of a post is looked for, the first that has one. */
export const ID_FIELDS: readonly string[] = ["id", "idstr", "mid", "bid"];

/** What is wrong with a piece that `hasUndecodable`. */
export const NOT_IN_ENCODING = "it holds bytes that are not in the file's encoding";

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
const INTEGER = /^-?\d{16,}$/;
const HAS_LONG_INTEGER = /\d{16}/;

/**
 * Parses one JSON value. Whole numbers that JavaScript cannot hold exactly, such as long ids, become strings.
 *
 * @throws SyntaxError
 */
export function parseJson(raw: string): unknown {
  if (!HAS_LONG_INTEGER.test(raw)) return JSON.parse(raw);
  const exact = raw.replace(STRING_OR_NUMBER, (token) =>
    INTEGER.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
  return JSON.parse(exact);
}

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A record that could not be read. */
export function broken(source: FormatSource, piece: Pick<Piece, "raw" | "line">, reason: string): ArchiveItem {
  return { reason, raw: piece.raw, file: source.file, line: piece.line };
}

/** Parses a piece of JSON and makes records of it; says what is wrong with it where that cannot be done. */
export function recordsOfJson(
  source: FormatSource,
  piece: Piece,
  recordsOf: (value: unknown, piece: Piece) => ArchiveItem[],
): ArchiveItem[] {
  if (hasUndecodable(piece.raw)) return [broken(source, piece, NOT_IN_ENCODING)];
  try {
    return recordsOf(parseJson(piece.raw), piece);
  } catch (error) {
    if (error instanceof SyntaxError) return [broken(source, piece, `it is not JSON: ${error.message}`)];
    throw error;
  }
}

/** Which fields are the text and the id. */
export interface FieldNames {
  text: readonly string[];
  id: readonly string[];
  /** Whether a record without a field for the id is none: its name was given, and a misspelt one must not go unnoticed. */
  needsId: boolean;
}

/** The names of text and id that the options ask for, else those given. */
export function fieldNames({ textField, idField }: FormatOptions, text = TEXT_FIELDS, id = ID_FIELDS): FieldNames {
  return {
    text: textField === undefined ? text : [textField],
    id: idField === undefined ? id : [idField],
    needsId: idField !== undefined,
  };
}

/** Makes a record of fields; its `meta` is what is neither text nor id. */
export function recordOf(
  source: FormatSource,
  piece: Piece,
  fields: Fields,
  names: FieldNames,
  omit: readonly string[] = [],
): ArchiveItem {
  const isThere = (name: string) => Object.hasOwn(fields, name);
  const textField = names.text.find(isThere);
  if (textField === undefined) return broken(source, piece, lacks(fields, oneOf(names.text)));
  if (names.needsId && !names.id.some(isThere)) return broken(source, piece, lacks(fields, oneOf(names.id)));
  const text = fields[textField];
  if (typeof text !== "string")
    return broken(source, piece, `its field ${quote(textField)} is ${kindOf(text)}, not text`);
  const idField = names.id.find((name) => isId(fields[name]));
  const id = idField === undefined ? `${source.shortName}:${piece.number}` : String(fields[idField]).trim();
  const taken = new Set([textField, idField, ...omit]);
  const meta = Object.fromEntries(Object.entries(fields).filter(([name]) => !taken.has(name)));
  return { id, text, meta, file: source.file, line: piece.line } satisfies ArchiveRecord;
}

function lacks(fields: Fields, wanted: string): string {
  return `it has no field ${wanted}, only ${Object.keys(fields).slice(0, 20).map(quote).join(", ")}`;
}

function isId(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && value.trim() !== "");
}

/** Names for a message: `"text", "content" or "正文"`. */
export function oneOf(names: readonly string[]): string {
  return names
    .map(quote)
    .join(", ")
    .replace(/, ("[^"]*")$/, " or $1");
}

function quote(name: string): string {
  return `"${name}"`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
