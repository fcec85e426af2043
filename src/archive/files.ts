import { closeSync, fsyncSync, openSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { ArchiveError } from "../errors.js";

/** The files of a run. */
export interface ArchiveFiles {
  /** The translations, a line a post. */
  out: string;
  /** What could not be translated, a line a record. */
  failed: string;
  /** What was done so far. */
  journal: string;
  /** Who is at work. */
  lock: string;
  /** That a retry is about to take the place of the run before. */
  swap: string;
}

/** The names of a run's files: all stand beside its output. */
export function archiveFiles(out: string): ArchiveFiles {
  return {
    out,
    failed: `${out}.failed.jsonl`,
    journal: `${out}.journal`,
    lock: `${out}.lock`,
    swap: `${out}.swap`,
  };
}

/** The size of a file in bytes; 0 where there is none. */
export async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw outputError(path, error);
  }
}

/** Deletes what a run wrote, so that it begins anew. */
export async function removeRun({ out, failed, journal }: ArchiveFiles): Promise<void> {
  // The journal goes last: without it nothing would say that the other files may go.
  for (const path of [failed, out, journal]) await rm(path, { force: true });
}

/** Renames a file where it exists. */
export async function moveIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw outputError(to, error);
  }
}

/** Makes the names in a file's folder durable, where the system can do that. */
export function syncFolderOf(path: string): void {
  try {
    const folder = openSync(dirname(path), "r");
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Windows does not open folders; there names are durable without it.
  }
}

const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** An error about a file that could not be written. */
export function outputError(path: string, error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const reason = FULL.has(code)
    ? "there is no room left on the disk. Make room and run the same again: it goes on where it was"
    : code === "ENOENT"
      ? "there is no such folder"
      : message;
  return new ArchiveError("archive-output", `${path} cannot be written: ${reason}.`, { path, reason: code }, error);
}
