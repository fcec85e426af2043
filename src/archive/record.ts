import { createHash } from "node:crypto";

/** One post of an archive. */
export interface ArchiveRecord {
  /** What the archive calls the post; where it calls it nothing, the file's name and the line or number of the post. */
  id: string;
  /** The post as plain text. */
  text: string;
  /** The record's other fields, under their own names. */
  meta?: Record<string, unknown> | undefined;
  /** The file that the record is from. */
  file?: string | undefined;
  /** The line on which it begins, from 1. */
  line?: number | undefined;
  /** The id of the post that this one passes on; that post is a record of its own. */
  retweetOf?: string | undefined;
  /** Whether the record was found inside a post that passes it on. */
  isOriginal?: boolean | undefined;
}

/** A piece of a file that should be a record and is none. */
export interface BrokenRecord {
  /** What is wrong with it. */
  reason: string;
  /** The piece itself; only its beginning where it is larger than a record may be. */
  raw: string;
  /** The file that it is from. */
  file?: string | undefined;
  /** The line on which it begins, from 1. */
  line?: number | undefined;
}

/** What readers give: posts, and pieces of the file that are none. */
export type ArchiveItem = ArchiveRecord | BrokenRecord;

/** Tells a broken record from a post. */
export function isBroken(item: ArchiveItem): item is BrokenRecord {
  return "reason" in item && "raw" in item;
}

/** The start of a SHA-256 in hexadecimal: 16 digits, 64 bits. */
export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

/** The identity of an item's content, wherever its file now is: 16 hexadecimal digits. */
export function digestOf(item: ArchiveItem): string {
  if (isBroken(item)) return digest(JSON.stringify([item.raw]));
  const { id, text, meta, retweetOf, isOriginal } = item;
  return digest(JSON.stringify([id, text, meta ?? {}, retweetOf ?? null, isOriginal ?? false]));
}

/** Says where an item is from: `posts.csv, line 7`. */
export function placeOf({ file, line }: Pick<ArchiveRecord, "file" | "line">): string {
  if (file === undefined) return line === undefined ? "the input" : `line ${line}`;
  return line === undefined ? file : `${file}, line ${line}`;
}
