import { pMapIterable } from "p-map";
import { ArchiveError, ArgumentError } from "../errors.js";
import type { Translator } from "../translator.js";
import { type ArchiveFiles, keepApart, removeRun, runAndRetry } from "./files.js";
import { checkSame, fingerprintOf } from "./fingerprint.js";
import { remaining } from "./lineup.js";
import { acquireLock } from "./lock.js";
import { type Result, resultOf } from "./outcome.js";
import { type ArchiveFailure, beginRun, type Outcome, type Output, openOutput } from "./output.js";
import { postTranslator } from "./post-translator.js";
import { finishSwap, openPrior, type Prior, swapIn } from "./prior.js";
import { type ArchiveProgress, startTally, type Tally } from "./progress.js";
import type { ArchiveItem } from "./record.js";
import { recover } from "./recover.js";
import { until, withFirst } from "./until.js";

/** How an archive is translated. */
export interface TranslateArchiveOptions {
  /** What translates the posts. */
  translator: Translator;
  /** The file to write: a line of JSON a post. Its journal, failures and lock stand beside it. */
  out: string;
  /** How many posts are under way at the same time, from 1 up. Default 8, or 16 a thread. */
  concurrency?: number | undefined;
  /**
   * How many threads translate, from 1 up: this one and worker threads; for the embedded engine, without the translator's
   * memory. Default 1.
   */
  threads?: number | undefined;
  /** How many records there are, where that is known; for progress only. */
  total?: number | undefined;
  /** Told after each record how far the run is. */
  onProgress?: ((progress: ArchiveProgress) => void) | undefined;
  /** Stops the run: what is under way is finished and written, and the next run goes on from there. */
  signal?: AbortSignal | undefined;
  /** Whether to delete what an earlier run wrote and begin anew. Default false. */
  restart?: boolean | undefined;
  /** Whether to try again what failed in an earlier run. Default false. */
  retryFailed?: boolean | undefined;
  /** Further facts that make a difference to the output, by name; a run resumes only where they are the same. */
  settings?: Readonly<Record<string, string>> | undefined;
}

/** What a run came to. */
export interface ArchiveResult extends ArchiveProgress {
  /** Whether all records were gone through; `false` where `signal` stopped the run. */
  isFinished: boolean;
  /** The file that was written. */
  out: string;
  /** Where the records that could not be translated are, with their reasons; the file exists only if there are some. */
  failures: string;
  /** The first record that failed in this run, and why; `undefined` where none did. */
  firstFailure: ArchiveFailure | undefined;
}

/** Records between two points at which everything is made durable. */
const SYNC_EVERY = 500;

/** Failures in a row that mean that the engine is not there at all. */
const OUTAGE = 10;

/**
 * Translates the records of an archive into a file, a line of JSON each, in their order.
 *
 * A run that ended at any point, by a signal, a kill or a full disk, is resumed by calling again with the same
 * arguments; records that were added to the end of the input since are translated then too. What cannot be translated
 * goes to `OUT.failed.jsonl` with its reason. Memory does not grow with the archive. What was written is made durable
 * (fsync) every 500 records and when the run ends, however it does.
 *
 * @throws ArchiveError `archive-locked`: another run writes this output, or the memory; `archive-changed`: glossary, engine,
 *   options or input differ from those the output was begun with; `archive-output`: it cannot be written, or is not a
 *   run's; `archive-input`: the input cannot be read on.
 * @throws ArgumentError Where an option is none, or `restart` would delete the file that the first record is from.
 * @throws EngineError What every record would fail by: a wrong key, a used-up quota, a server that stays away. What was
 *   done is kept.
 */
export async function translateArchive(
  records: AsyncIterable<ArchiveItem> | Iterable<ArchiveItem>,
  options: TranslateArchiveOptions,
): Promise<ArchiveResult> {
  checkOptions(options);
  const { run: files, retry: fresh } = runAndRetry(options.out);
  const lock = await acquireLock(files.lock);
  try {
    await finishSwap(fresh, files);
    if (options.restart) {
      // What is read may be what would be deleted: the first record says where it is from.
      const { first, items } = await withFirst(until(records, options.signal));
      if (first?.file !== undefined) await keepApart(Object.values(files), [first.file]);
      for (const old of [fresh, files]) await removeRun(old);
      return await runInto(files, items, options);
    }
    if (!options.retryFailed) return await runInto(files, records, options);
    const before = await recover(files);
    if (!before) throw new ArgumentError(`There is no run to retry at ${options.out}.`, { out: options.out });
    checkSame(before.made, fingerprintOf(options.translator, options.settings));
    const prior = await openPrior(files, before.done);
    try {
      const result = await runInto(fresh, records, options, prior);
      if (result.isFinished) await swapIn(fresh, files);
      return { ...result, out: files.out, failures: files.failed };
    } catch (error) {
      if (error instanceof ArchiveError && error.facts.isRetryOver) await removeRun(fresh);
      throw error;
    } finally {
      await prior.close();
    }
  } finally {
    await lock.release();
  }
}

async function runInto(
  files: ArchiveFiles,
  records: AsyncIterable<ArchiveItem> | Iterable<ArchiveItem>,
  options: TranslateArchiveOptions,
  prior?: Prior,
): Promise<ArchiveResult> {
  const { signal, threads = 1, concurrency = threads > 1 ? 16 * threads : 8 } = options;
  const made = fingerprintOf(options.translator, options.settings);
  const before = await recover(files);
  if (before) checkSame(before.made, made);
  else beginRun(files, made);
  const translator = postTranslator(options.translator, threads);
  const tally = startTally(before ?? { done: 0, failed: 0 }, options.total, translator.counts);
  const done = before?.done ?? 0;
  const output = openOutput(files, done);
  try {
    const jobs = remaining(until(records, signal), { journal: files.journal, done, prior, signal });
    const results = pMapIterable(jobs, (job) => resultOf(job, translator), {
      concurrency,
      backpressure: 4 * concurrency,
    });
    const firstFailure = await writeResults(results, output, tally, options.onProgress);
    return {
      ...tally.progress(),
      isFinished: signal?.aborted !== true,
      out: files.out,
      failures: files.failed,
      firstFailure,
    };
  } finally {
    output.close();
    await translator.close();
  }
}

/** Writes results as they come; stops at the first that says that the others will fail too. Gives the first failure. */
async function writeResults(
  results: AsyncIterable<Result>,
  output: Output,
  tally: Tally,
  onProgress: TranslateArchiveOptions["onProgress"],
): Promise<ArchiveFailure | undefined> {
  // Failures of an engine that may be away are written only when another record gets through.
  let held: Outcome[] = [];
  let unsynced = 0;
  let firstFailure: ArchiveFailure | undefined;
  const write = async (outcome: Outcome) => {
    output.write(outcome);
    tally.add(outcome.to);
    firstFailure ??= outcome.failure;
    onProgress?.(tally.progress());
    if (++unsynced < SYNC_EVERY) return;
    unsynced = 0;
    await output.sync();
  };
  const writeAll = async (outcomes: readonly Outcome[]) => {
    for (const outcome of outcomes) await write(outcome);
  };
  try {
    for await (const result of results) {
      if (result.kind === "fatal") throw result.error;
      if (result.kind === "outage") {
        held.push(result.outcome);
        if (held.length >= OUTAGE) throw result.error;
        continue;
      }
      await writeAll(held);
      held = [];
      await write(result.outcome);
    }
    await writeAll(held);
    return firstFailure;
  } finally {
    await output.sync();
  }
}

function checkOptions({ translator, out, concurrency = 1, restart, retryFailed }: TranslateArchiveOptions): void {
  if (typeof translator?.translate !== "function") throw new ArgumentError("translateArchive needs a `translator`.");
  if (typeof out !== "string" || out === "")
    throw new ArgumentError("translateArchive needs `out`, the name of a file.");
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new ArgumentError(
      `Expected \`concurrency\` to be a whole number from 1 up, but received ${String(concurrency)}.`,
    );
  }
  if (restart && retryFailed) throw new ArgumentError("Give either `restart` or `retryFailed`, not both.");
}
