import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { mayRun, type ProcessName, thisProcess } from "../../processes.js";

/** How often whoever holds a lock says so, and after what silence it counts as left behind, in milliseconds. */
const BEAT_MS = 1000;
const SILENCE_MS = 10_000;
const LOOK_AGAIN_MS = 100;

/**
 * Does some work while nobody else, in this process or another, does work under the same lock: a file that is there
 * meanwhile. Who comes second waits. A lock that was left behind, by a process that was killed, is taken over: at once where
 * that was one of this machine, else after a silence.
 *
 * @throws The signal's reason, where that aborts while it waits.
 */
export async function locked<T>(file: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  while (!(await isTaken(file))) {
    if (await isLeftBehind(file)) await takeAway(file);
    else await pause(LOOK_AGAIN_MS, undefined, signal && { signal });
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, BEAT_MS);
  beat.unref();
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

/** Takes a lock, if nobody has it. */
async function isTaken(file: string): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(thisProcess()), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function isLeftBehind(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  return Date.now() - found.mtimeMs > SILENCE_MS || !(await isHeld(file));
}

/** Tells whether the process that wrote a lock may run; so may one that has not written its name yet. */
async function isHeld(file: string): Promise<boolean> {
  try {
    return mayRun(JSON.parse(await readFile(file, "utf8")) as ProcessName);
  } catch {
    return true;
  }
}

/** Takes a lock away under another name: where two do that at once, the second may have taken one that is new, and gives it back. */
async function takeAway(file: string): Promise<void> {
  const away = `${file}.${randomUUID()}`;
  try {
    await rename(file, away);
  } catch {
    return;
  }
  if (await isLeftBehind(away)) await rm(away, { force: true });
  else await rename(away, file);
}
