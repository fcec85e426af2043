import type { CallCounts } from "../engines/counts.js";

/** How far a run is. */
export interface ArchiveProgress {
  /** Records that are done, those of earlier runs included. */
  done: number;
  /** How many records there are, where that is known. */
  total: number | undefined;
  /** How many of them were done by earlier runs. */
  resumed: number;
  /** How many of the done ones failed. */
  failed: number;
  /** UTF-16 code units that this run sent to the engine. */
  sentCharacters: number;
  /** UTF-16 code units that the memory or a repetition saved this run. */
  savedCharacters: number;
  /** How long this run has taken so far. */
  elapsedMs: number;
  /** Its pace so far. */
  postsPerSecond: number;
  /** How long it will still take at the pace so far; `undefined` where that or the number of records is not known. */
  remainingMs: number | undefined;
}

/** Keeps count of a run. */
export interface Tally {
  add(to: "out" | "failed"): void;
  progress(): ArchiveProgress;
}

/** Starts counting where earlier runs ended. */
export function startTally(
  before: { done: number; failed: number },
  total: number | undefined,
  counts: () => CallCounts,
): Tally {
  const begun = performance.now();
  // The first record waits for dictionaries and connections: the pace is that of the records after it.
  let paceFrom: { done: number; time: number } | undefined;
  let { done, failed } = before;
  return {
    add(to) {
      done++;
      paceFrom ??= { done, time: performance.now() };
      if (to === "failed") failed++;
    },
    progress() {
      const now = performance.now();
      const perMs = paceFrom && now > paceFrom.time ? (done - paceFrom.done) / (now - paceFrom.time) : 0;
      const { sentCharacters, savedCharacters } = counts();
      return {
        done,
        total,
        resumed: before.done,
        failed,
        sentCharacters,
        savedCharacters,
        elapsedMs: now - begun,
        postsPerSecond: perMs * 1000,
        remainingMs: total === undefined || perMs === 0 ? undefined : Math.max(0, total - done) / perMs,
      };
    },
  };
}

/** Says in one line how far a run is: `1,200/3,000 posts, 310/s, 54,000 characters sent, 1,000 saved, 2 failed, 6 s left`. */
export function progressLine(progress: ArchiveProgress): string {
  const { done, total, failed, sentCharacters, savedCharacters, postsPerSecond, remainingMs } = progress;
  return [
    `${count(done)}${total === undefined ? "" : `/${count(total)}`} posts`,
    ...(postsPerSecond === 0
      ? []
      : [`${postsPerSecond < 10 ? postsPerSecond.toFixed(1) : count(Math.round(postsPerSecond))}/s`]),
    `${count(sentCharacters)} characters sent`,
    `${count(savedCharacters)} saved`,
    `${count(failed)} failed`,
    ...(remainingMs === undefined ? [] : [`${durationOf(remainingMs)} left`]),
  ].join(", ");
}

/** A duration for reading: `4 s`, `3 min`, `2 h 5 min`. */
export function durationOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
