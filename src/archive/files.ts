import { closeSync, fsyncSync, openSync } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ArchiveError, ArgumentError } from "../errors.js";

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

/** The files of a run and of a retry of it. */
export function runAndRetry(out: string): { run: ArchiveFiles; retry: ArchiveFiles } {
  return { run: archiveFiles(out), retry: archiveFiles(`${out}.retry`) };
}

/** The names of a run's files: all stand beside its output. */
function archiveFiles(out: string): ArchiveFiles {
  return {
    out,
    failed: `${out}.failed.jsonl`,
    journal: `${out}.journal`,
    lock: `${out}.lock`,
    swap: `${out}.swap`,
  };
}

/**
 * Makes sure that nothing is written over what is read.
 *
 * @throws ArgumentError Where a file of the one list is one of the other, by whatever name.
 */
export async function keepApart(written: readonly string[], read: readonly string[]): Promise<void> {
  const known = new Map<string, string>();
  for (const path of read) for (const name of await namesOf(path)) known.set(name, path);
  for (const path of written) {
    const [input] = (await namesOf(path)).flatMap((name) => known.get(name) ?? []);
    if (input === undefined) continue;
    throw new ArgumentError(`${path} would be written over ${input}, which is read. Choose another file.`, { path });
  }
}

/** What a file is known by: its path and, where it exists, its number on its device. */
async function namesOf(path: string): Promise<string[]> {
  const facts = await stat(path, { bigint: true }).catch(() => undefined);
  return [resolve(path), ...(facts ? [`${facts.dev}:${facts.ino}`] : [])];
}

/** The size of a file in bytes; 0 where there is none. @throws ArchiveError Where it is a folder, or cannot be asked. */
export async function fileSize(path: string): Promise<number> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) throw Object.assign(new Error("is a directory"), { code: "EISDIR" });
    return facts.size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return 0;
    throw outputError(path, error);
  }
}

/** Deletes what a run wrote, so that it begins anew. */
export async function removeRun({ out, failed, journal }: ArchiveFiles): Promise<void> {
  // The journal goes last: without it nothing would say that the other files may go.
  for (const path of [failed, out, journal]) {
    await rm(path, { force: true }).catch((error: unknown) => {
      throw outputError(path, error);
    });
  }
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
const FULL_ADVICE = "there is no room left on the disk. Make room and run the same again: it goes on where it was";
const FORBIDDEN = "you may not write there. Choose another folder, or have the right to this one given to you";
const IS_FOLDER = "it is a folder. Name a file in it";
const REASONS: Record<string, string> = {
  ENOENT: "there is no such folder. Make it first",
  ENOTDIR: "what should be its folder is a file",
  EISDIR: IS_FOLDER,
  ERR_FS_EISDIR: IS_FOLDER,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EROFS: FORBIDDEN,
};

/** An error about a file that could not be written. */
export function outputError(path: string, error: unknown): ArchiveError {
  if (error instanceof ArchiveError) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const reason = FULL.has(code) ? FULL_ADVICE : (REASONS[code] ?? message);
  return new ArchiveError("archive-output", `${path} cannot be written: ${reason}.`, { path, reason: code }, error);
}
