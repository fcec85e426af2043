import { appendFile, rm, writeFile } from "node:fs/promises";
import { type ArchiveFiles, fileSize, moveIfThere, outputError, syncFolderOf } from "./files.js";
import { type JournalEntry, readEntries } from "./journal.js";
import { openPieces } from "./pieces.js";

/** The outcomes of the run before, one after another. */
export interface Prior {
  /** How many there are. */
  done: number;
  /** The next record's: its digest, and its line where it was translated. */
  next(): Promise<{ input: string; line: string | undefined } | undefined>;
  close(): Promise<void>;
}

/** Reads the first `done` outcomes of a run. */
export async function openPrior(files: ArchiveFiles, done: number): Promise<Prior> {
  const entries = readEntries(files.journal, done);
  const out = await openPieces(files.out);
  return {
    done,
    async next() {
      const { done: isOver, value } = await entries.next();
      if (isOver) return undefined;
      const { input, to, bytes } = value as JournalEntry;
      const line = to === "out" ? await out.next(bytes) : undefined;
      return { input, line: line?.toString("utf8", 0, bytes - 1) };
    },
    close: async () => {
      await entries.return(undefined);
      await out.close();
    },
  };
}

/** Puts a finished retry in the place of the run before, so that a kill at any point leaves one or the other whole. */
export async function swapIn(fresh: ArchiveFiles, files: ArchiveFiles): Promise<void> {
  try {
    // A retry without failures has to replace the file of the failures too.
    await appendFile(fresh.failed, "");
    await writeFile(files.swap, "A retry is taking the place of the run before; the next run finishes that.\n");
  } catch (error) {
    throw outputError(files.swap, error);
  }
  syncFolderOf(files.swap);
  await finishSwap(fresh, files);
}

/** Finishes putting a retry in its place where that was begun: what is gone has been moved. */
export async function finishSwap(fresh: ArchiveFiles, files: ArchiveFiles): Promise<void> {
  if ((await fileSize(files.swap)) === 0) return;
  await moveIfThere(fresh.failed, files.failed);
  await moveIfThere(fresh.out, files.out);
  await moveIfThere(fresh.journal, files.journal);
  if ((await fileSize(files.failed)) === 0) await rm(files.failed, { force: true });
  await rm(files.swap, { force: true });
}
