import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { ArchiveError } from "../errors.js";
import { mayRun, type ProcessName, thisProcess } from "../processes.js";
import { outputError } from "./files.js";

/** Who holds a lock. */
interface Holder extends ProcessName {
  token: string;
}

/** A lock that is held. */
export interface Lock {
  release(): Promise<void>;
}

const ATTEMPTS = 50;

/**
 * Takes a lock, so that two runs never write one output.
 *
 * The lock is a file with the number of the process and the name of its machine. One that a dead process of this machine
 * left behind is taken over; of another machine's process nothing can be known, and the lock is respected.
 *
 * @throws ArchiveError `archive-locked`: a process is at work; `facts` has `pid` and `host`.
 */
export async function acquireLock(path: string): Promise<Lock> {
  const own: Holder = { ...thisProcess(), token: randomUUID() };
  const draft = `${path}.${own.token}`;
  try {
    await writeFile(draft, `${JSON.stringify(own)}\n`, { flag: "wx" });
  } catch (error) {
    throw outputError(path, error);
  }
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await place(draft, path)) return { release: () => release(path, own) };
      const holder = await readHolder(path);
      if (!holder) continue;
      if (mayRun(holder)) throw lockedError(path, holder);
      await removeStale(path, holder, draft);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw lockedError(path, undefined);
}

/** Gives the draft the lock's name, which succeeds for one process only: a link is never made over another. */
async function place(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "EOPNOTSUPP" && code !== "ENOSYS")
      throw outputError(path, error);
  }
  // A file system without links, such as FAT: creating is exclusive too, though the content comes a moment later.
  try {
    await writeFile(path, await readFile(draft), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw outputError(path, error);
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    // A lock that says nothing was cut off as it was written.
    return { ...thisProcess(), pid: 0, token: "" };
  }
}

const PAUSE_MS = 20;

/**
 * Removes a dead process's lock. One process at a time does so, by a lock on that, and looks again before it does: what it
 * read may have been taken over since.
 */
async function removeStale(path: string, holder: Holder, draft: string): Promise<void> {
  const takeover = `${path}.takeover`;
  if (!(await place(draft, takeover))) {
    const other = await readHolder(takeover);
    if (other && !mayRun(other)) await rm(takeover, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return;
  }
  try {
    const now = await readHolder(path);
    if (now?.token === holder.token && !mayRun(now)) await rm(path, { force: true });
  } finally {
    await rm(takeover, { force: true });
  }
}

async function release(path: string, own: Holder): Promise<void> {
  const holder = await readHolder(path);
  if (holder?.token === own.token) await rm(path, { force: true });
}

function lockedError(path: string, holder: Holder | undefined): ArchiveError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  const advice = `Wait for it, choose another file, or delete ${path} if that process is gone`;
  return new ArchiveError("archive-locked", `${path.replace(/\.lock$/, "")} is being written by ${who}. ${advice}.`, {
    path,
    pid: holder?.pid,
    host: holder?.host,
  });
}
