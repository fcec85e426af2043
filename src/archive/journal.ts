import { linesIn, wholeLines } from "./whole-lines.js";

/** What a run is made of; a run resumes only where all of it is the same. */
export type Fingerprint = Readonly<Record<string, string>>;

/** The first line of a journal. */
export interface JournalHeader {
  journal: "not-millet archive";
  version: 1;
  made: Fingerprint;
}

/** The line of a journal about one record; the lines are in the records' order. */
export interface JournalEntry {
  /** The digest of the record that was read. */
  input: string;
  /** The file to which its line went. */
  to: "out" | "failed";
  /** The length of that line in bytes, with its line break, and its digest. */
  bytes: number;
  sum: string;
}

/** The line that says that everything about the first so many records is on the disk for good. */
export interface JournalMark {
  synced: number;
}

/** A line of a journal with the place in the file where the next one begins. */
export interface JournalLine {
  /** `undefined` where the line is not one of a journal. */
  value: JournalHeader | JournalEntry | JournalMark | undefined;
  end: number;
}

/** Reads a journal's lines. What follows the last line break was cut off as it was written and is left out. */
export async function* readJournal(path: string): AsyncGenerator<JournalLine> {
  let place = 0;
  for await (const bytes of wholeLines(path)) {
    for (const [start, stop] of linesIn(bytes)) {
      yield { value: parseLine(bytes.toString("utf8", start, stop)), end: place + stop + 1 };
    }
    place += bytes.length;
  }
}

/** Reads the entries of a journal, at most `count`. */
export async function* readEntries(path: string, count: number): AsyncGenerator<JournalEntry> {
  if (count === 0) return;
  let left = count;
  for await (const { value } of readJournal(path)) {
    if (!isEntry(value)) continue;
    yield value;
    if (--left === 0) return;
  }
}

/** Tells the first line of a journal. */
export function isHeader(value: JournalLine["value"]): value is JournalHeader {
  return value !== undefined && "journal" in value;
}

/** Tells a line about one record. */
export function isEntry(value: JournalLine["value"]): value is JournalEntry {
  return value !== undefined && "to" in value;
}

/** Tells a line that says what is on the disk for good. */
export function isMark(value: JournalLine["value"]): value is JournalMark {
  return value !== undefined && "synced" in value;
}

function parseLine(line: string): JournalLine["value"] {
  let value: Partial<JournalHeader & JournalEntry & JournalMark>;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const isKnown =
    (value.journal === "not-millet archive" && value.version === 1 && typeof value.made === "object") ||
    typeof value.synced === "number" ||
    ((value.to === "out" || value.to === "failed") &&
      typeof value.input === "string" &&
      typeof value.sum === "string" &&
      Number.isInteger(value.bytes));
  return isKnown ? (value as JournalHeader | JournalEntry | JournalMark) : undefined;
}
