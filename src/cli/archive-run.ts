import { existsSync } from "node:fs";
import { estimateArchive, estimateText } from "../archive/estimate.js";
import { keepApart, runAndRetry } from "../archive/files.js";
import { fileMemory } from "../archive/memory.js";
import { type ReadOptions, readArchive } from "../archive/read.js";
import { type ArchiveResult, translateArchive } from "../archive/run.js";
import { sizeOf } from "../archive/source.js";
import { ArchiveError, ArgumentError, EngineError, NotMilletError } from "../errors.js";
import { createTranslator } from "../translator.js";
import type { ArchiveOptions } from "./archive.js";
import { chosenEngine, chosenGlossary } from "./choices.js";
import { keepHeapSmall } from "./heap.js";
import { onInterrupt } from "./interrupt.js";
import { progressReport } from "./progress.js";

/** Runs `archive IN… --out OUT`. */
export async function translate(inputs: readonly string[], options: ArchiveOptions): Promise<void> {
  keepHeapSmall();
  const { out, memory: memoryFile, concurrency, threads, restart, retryFailed } = options;
  if (out === undefined) throw new ArgumentError("Say where to write: --out FILE.");
  const { run, retry } = runAndRetry(out);
  const read = inputs.filter((input) => input !== "-");
  await keepApart(
    [...Object.values(run), ...Object.values(retry)],
    memoryFile === undefined ? read : [...read, memoryFile],
  );
  const [engine, glossary] = await Promise.all([chosenEngine(options), chosenGlossary(options)]);
  const memory = memoryFile === undefined ? undefined : fileMemory(memoryFile);
  const translator = createTranslator({ engine, glossary, memory });
  const report = progressReport();
  const interrupt = onInterrupt(report.note);
  try {
    const total = await countRecords(inputs, options, interrupt.signal);
    const result = await translateArchive(readArchive(inputs, { ...options, onDetect: report.detected }), {
      ...{ translator, out, concurrency, threads, total, restart, retryFailed, settings: settingsOf(options) },
      signal: interrupt.signal,
      onProgress: report.progress,
    });
    report.finish(result);
    if (!result.isFinished) throw interruptedError(result);
    if (result.done > 0 && result.failed === result.done) throw nothingError(result);
  } catch (error) {
    if (error instanceof EngineError) report.note("Stopped. What was done is kept; run the same again to go on.");
    throw error;
  } finally {
    report.close();
    interrupt.close();
    // An input that has more to come would keep the process waiting for it.
    if (inputs.includes("-")) process.stdin.destroy();
    await memory?.close();
    await translator.close();
  }
}

/** Runs `archive IN… --dry-run`. */
export async function estimate(inputs: readonly string[], options: ArchiveOptions): Promise<void> {
  keepHeapSmall();
  const { memory: memoryFile } = options;
  const memory = memoryFile !== undefined && existsSync(memoryFile) ? fileMemory(memoryFile) : undefined;
  // How an engine takes terms decides how much it is sent: several times as much with markup around each.
  const [engine, glossary] = await Promise.all([chosenEngine(options), chosenGlossary(options)]);
  const translator = createTranslator({ engine, memory, glossary });
  const report = progressReport();
  const interrupt = onInterrupt(report.note);
  try {
    const records = readArchive(inputs, { ...options, onDetect: report.detected });
    const found = await estimateArchive(records, { translator, signal: interrupt.signal });
    process.stdout.write(`${estimateText(found, options.price)}\n`);
    if (interrupt.signal.aborted) {
      throw new NotMilletError("aborted", "stopped: these are the figures of what was read so far.");
    }
  } finally {
    interrupt.close();
    if (inputs.includes("-")) process.stdin.destroy();
    await memory?.close();
    await translator.close();
  }
}

/** The options that decide what a record is: a run resumes only with the same. */
function settingsOf({ textField, idField, arrayField, paragraphs }: ArchiveOptions): Record<string, string> {
  const given = {
    "--text-field": textField,
    "--id-field": idField,
    "--array-field": arrayField,
    "--paragraphs": paragraphs ? "given" : undefined,
  };
  return Object.fromEntries(Object.entries(given).filter((option): option is [string, string] => !!option[1]));
}

/** How many records there are, which only files can be asked twice: a pipe is empty when it has been read. */
async function countRecords(inputs: readonly string[], options: ReadOptions, signal: AbortSignal) {
  for (const input of inputs) if ((await sizeOf(input)) === undefined) return undefined;
  let count = 0;
  for await (const _ of readArchive(inputs, options)) {
    if (signal.aborted) return undefined;
    count++;
  }
  return count;
}

function interruptedError({ done, total, out }: ArchiveResult): NotMilletError {
  const of = total === undefined ? "" : ` of ${total}`;
  return new NotMilletError(
    "aborted",
    `stopped: ${done}${of} posts are done (${out}). Run the same command again to go on.`,
  );
}

/** A run that has nothing to show is a failure, even where each record was set aside with its reason. */
function nothingError({ done, failures }: ArchiveResult): ArchiveError {
  const which = done === 1 ? "the only record" : `all ${done} records`;
  return new ArchiveError("archive-failed", `nothing was translated: ${which} failed. ${failures} has the reasons.`, {
    done,
    failures,
  });
}
