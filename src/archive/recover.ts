import { truncate } from "node:fs/promises";
import { ArchiveError } from "../errors.js";
import { type ArchiveFiles, fileSize, outputError } from "./files.js";
import { type Fingerprint, isEntry, isHeader, isMark, type JournalEntry, readJournal } from "./journal.js";
import { openPieces } from "./pieces.js";
import { digest } from "./record.js";

/** What is left of a run that ended at some point. */
export interface Recovered {
  made: Fingerprint;
  /** How many records are done, and how many of them failed. */
  done: number;
  failed: number;
}

interface Sizes {
  out: number;
  failed: number;
  journal: number;
}

/**
 * Finds where a run ended, and cuts its files back to there.
 *
 * Lines are written to the output first and to the journal second, so a run that was killed leaves at most one line more
 * in the output than in the journal, either of them perhaps cut off. Every line that the journal knows is compared with
 * its digest: after a power failure the end of a file may be anything. Up to the last mark nothing may differ.
 *
 * @returns `undefined` where nothing was begun.
 * @throws ArchiveError `archive-output`: the output is not a run's, or was changed by somebody else.
 */
export async function recover(files: ArchiveFiles): Promise<Recovered | undefined> {
  const found = (await fileSize(files.journal)) > 0 ? await inspect(files) : undefined;
  if (!found) {
    if ((await fileSize(files.out)) > 0) throw foreignError(files);
    return undefined;
  }
  const { sizes, ...recovered } = found;
  await cut(files.out, sizes.out);
  await cut(files.failed, sizes.failed);
  await cut(files.journal, sizes.journal);
  return recovered;
}

async function inspect(files: ArchiveFiles): Promise<(Recovered & { sizes: Sizes }) | undefined> {
  const pieces = { out: await openPieces(files.out), failed: await openPieces(files.failed) };
  const sizes: Sizes = { out: 0, failed: 0, journal: 0 };
  let made: Fingerprint | undefined;
  let done = 0;
  let failed = 0;
  let isIntact = true;
  const isWhole = async ({ to, bytes, sum }: JournalEntry) => {
    const line = await pieces[to].next(bytes);
    return line !== undefined && digest(line) === sum;
  };
  try {
    for await (const { value, end } of readJournal(files.journal)) {
      if (!made) {
        if (!isHeader(value)) throw foreignError(files);
        made = value.made;
      } else if (isMark(value)) {
        if (value.synced > done) throw changedError(files, done);
      } else if (isIntact && isEntry(value) && (await isWhole(value))) {
        done++;
        if (value.to === "failed") failed++;
        sizes[value.to] += value.bytes;
      } else {
        isIntact = false;
      }
      if (isIntact) sizes.journal = end;
    }
  } finally {
    await pieces.out.close();
    await pieces.failed.close();
  }
  return made && { made, done, failed, sizes };
}

async function cut(path: string, size: number): Promise<void> {
  if ((await fileSize(path)) <= size) return;
  try {
    await truncate(path, size);
  } catch (error) {
    throw outputError(path, error);
  }
}

function foreignError({ out, journal }: ArchiveFiles): ArchiveError {
  const advice = "Choose another output, or give `restart` (--restart) to write over it";
  return new ArchiveError("archive-output", `${out} is there already, without a journal of this program. ${advice}.`, {
    out,
    journal,
  });
}

function changedError({ out, failed, journal }: ArchiveFiles, done: number): ArchiveError {
  const what = `${out}, ${failed} or ${journal} is not as the run left it, from record ${done + 1} on`;
  const advice = "Put the files back, or give `restart` (--restart) to begin anew";
  return new ArchiveError("archive-output", `${what}. ${advice}.`, { out, record: done + 1 });
}
