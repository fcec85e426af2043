import { ArchiveError } from "../errors.js";
import { type JournalEntry, readEntries } from "./journal.js";
import type { Prior } from "./prior.js";
import { type ArchiveItem, digestOf, placeOf } from "./record.js";

/** An item that is still to be done. */
export interface Job {
  item: ArchiveItem;
  /** The digest of the item. */
  input: string;
  /** Its line from an earlier run, where there is one to be taken over. */
  line?: string;
}

/** What is known of the records already. */
export interface Known {
  /** The journal of this run. */
  journal: string;
  /** How many records it says are done. */
  done: number;
  /** The run before, whose failures are to be tried again. */
  prior?: Prior | undefined;
  /** What stopped the records early, where something did. */
  signal?: AbortSignal | undefined;
}

/**
 * Passes by what is done and gives what is not.
 *
 * Each record that is passed by is compared with the digest that the journal has of it.
 *
 * @throws ArchiveError `archive-changed`: the records are not those that the run began with, or some of them are gone;
 *   `facts` has `record`, or `records` and `done`; `isRetryOver` where a retry cannot go on, but another can begin.
 */
export async function* remaining(
  items: AsyncIterable<ArchiveItem> | Iterable<ArchiveItem>,
  { journal, done, prior, signal }: Known,
): AsyncGenerator<Job> {
  const entries = readEntries(journal, done);
  let number = 0;
  for await (const item of items) {
    number++;
    const input = digestOf(item);
    const before = await prior?.next();
    if (number <= done) {
      const { value } = await entries.next();
      if ((value as JournalEntry).input === input) continue;
      const failedBefore = prior && number <= prior.done && before?.line === undefined;
      throw failedBefore ? mendedError(item, number) : changedError(item, number);
    } else if (before?.line === undefined) {
      yield { item, input };
    } else {
      if (before.input !== input) throw changedError(item, number);
      yield { item, input, line: before.line };
    }
  }
  // A retry takes the place of the run before: what that did of further records would be lost.
  const expected = Math.max(done, prior?.done ?? 0);
  if (number >= expected || signal?.aborted) return;
  throw new ArchiveError(
    "archive-changed",
    `The input ends after ${number} records, but ${expected} of them were done. Give the same input, or \`restart\` (--restart).`,
    { records: number, done: expected },
  );
}

function changedError(item: ArchiveItem, number: number): ArchiveError {
  return new ArchiveError(
    "archive-changed",
    `Record ${number} (${placeOf(item)}) is not the one that the run began with. Give the same input in the same order, or \`restart\` (--restart).`,
    { record: number, file: item.file, line: item.line },
  );
}

/** What failed may be mended, but a retry that was interrupted behind it has written that it failed again. */
function mendedError(item: ArchiveItem, number: number): ArchiveError {
  const what = `Record ${number} (${placeOf(item)}) was mended after a retry had begun, which is given up`;
  return new ArchiveError("archive-changed", `${what}. Call again to begin another.`, {
    record: number,
    file: item.file,
    line: item.line,
    isRetryOver: true,
  });
}
