import { closeSync, fsync, openSync, writeSync } from "node:fs";
import { promisify } from "node:util";
import type { EncodedLine } from "./encoded-line.js";
import { type ArchiveFiles, outputError, syncFolderOf } from "./files.js";
import type { Fingerprint, JournalEntry, JournalHeader, JournalMark } from "./journal.js";

/** A record that could not be translated. */
export interface ArchiveFailure {
  /** Where it is from: `posts.csv, line 7`. */
  place: string;
  /** Why it could not be translated. */
  message: string;
}

/** What became of one record. */
export interface Outcome extends EncodedLine {
  to: JournalEntry["to"];
  /** The digest of the record. */
  input: string;
  /** What went wrong, where something did. */
  failure?: ArchiveFailure;
}

/** A run's files, open for writing. */
export interface Output {
  /** Writes one outcome: its line first, then the journal's. It is in the hands of the system when this returns. */
  write(outcome: Outcome): void;
  /** Makes everything that was written durable, and marks so in the journal. */
  sync(): Promise<void>;
  close(): void;
}

const flush = promisify(fsync);

/** Begins a run: a journal with a header and nothing else. */
export function beginRun(files: ArchiveFiles, made: Fingerprint): void {
  const header: JournalHeader = { journal: "not-millet archive", version: 1, made };
  const journal = openFile(files.journal, "w");
  try {
    journal.append(toLine(header));
  } finally {
    journal.close();
  }
}

/** Opens the files of a run, whose first `done` records are in them. */
export function openOutput(files: ArchiveFiles, done: number): Output {
  const out = openFile(files.out, "a");
  const journal = openFile(files.journal, "a");
  // Most runs have no failures, and an empty file would look like one.
  let failed: OpenFile | undefined;
  let count = done;
  let marked = done;
  syncFolderOf(files.out);
  return {
    write({ to, input, bytes, sum }) {
      if (to === "failed" && !failed) {
        failed = openFile(files.failed, "a");
        syncFolderOf(files.failed);
      }
      (to === "out" ? out : failed!).append(bytes);
      journal.append(toLine({ input, to, bytes: bytes.length, sum } satisfies JournalEntry));
      count++;
    },
    async sync() {
      if (count === marked) return;
      const upTo = count;
      await Promise.all([out.sync(), failed?.sync(), journal.sync()]);
      // The mark comes after what it speaks of; whether it is itself durable does not matter.
      journal.append(toLine({ synced: upTo } satisfies JournalMark));
      marked = upTo;
    },
    close() {
      for (const file of [out, journal, failed]) file?.close();
    },
  };
}

function toLine(value: JournalHeader | JournalEntry | JournalMark): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

interface OpenFile {
  append(bytes: Uint8Array): void;
  sync(): Promise<void>;
  close(): void;
}

function openFile(path: string, flags: "a" | "w"): OpenFile {
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw outputError(path, error);
    }
  };
  const file = guarded(() => openSync(path, flags));
  return {
    append: (bytes) =>
      guarded(() => {
        for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      }),
    sync: () =>
      flush(file).catch((error: unknown) => {
        throw outputError(path, error);
      }),
    close: () => closeSync(file),
  };
}
