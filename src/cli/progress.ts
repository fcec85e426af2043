import { type ArchiveProgress, durationOf, progressLine } from "../archive/progress.js";
import type { Detected } from "../archive/read.js";
import type { ArchiveResult } from "../archive/run.js";

/** Says on standard error how a run goes on: a line that changes on a terminal, else a line every ten seconds. */
export interface ProgressReport {
  detected(this: void, found: Detected): void;
  progress(this: void, progress: ArchiveProgress): void;
  note(this: void, message: string): void;
  finish(this: void, result: ArchiveResult): void;
  close(this: void): void;
}

const TERMINAL_EVERY_MS = 100;
const LOG_EVERY_MS = 10_000;
const CLEAR_LINE = "\r\u001b[2K";

/** Makes a report; what each input was taken for is said once. */
export function progressReport(stream: NodeJS.WriteStream = process.stderr): ProgressReport {
  const every = stream.isTTY ? TERMINAL_EVERY_MS : LOG_EVERY_MS;
  let said = performance.now();
  let isLineOpen = false;
  const note = (message: string) => {
    stream.write(`${isLineOpen ? CLEAR_LINE : ""}${message}\n`);
    isLineOpen = false;
  };
  return {
    note,
    detected: ({ file, format, encoding, compression }) =>
      note(`${file}: ${[format, encoding, ...(compression === "none" ? [] : [compression])].join(", ")}`),
    progress(progress) {
      const now = performance.now();
      if (now - said < every) return;
      said = now;
      if (!stream.isTTY) return note(progressLine(progress));
      stream.write(CLEAR_LINE + progressLine(progress).slice(0, Math.max(20, (stream.columns || 80) - 1)));
      isLineOpen = true;
    },
    finish(result) {
      const { done, resumed, failed, elapsedMs, out, failures, firstFailure } = result;
      const before = resumed > 0 ? ` (${resumed} of them before)` : "";
      note(`${done} records done${before} in ${durationOf(elapsedMs)}, ${done - failed} translated: ${out}`);
      if (failed > 0) note(`${failed} failed, with the reason of each: ${failures}; --retry-failed tries them again`);
      if (firstFailure) note(`the first that failed: ${firstFailure.place}: ${firstFailure.message}`);
    },
    close() {
      if (isLineOpen) stream.write("\n");
      isLineOpen = false;
    },
  };
}
