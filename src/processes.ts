import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** A process, as a file that it left behind names it. */
export interface ProcessName {
  pid: number;
  /** The name of its machine. */
  host: string;
  /** When the process began, in the clock of its system; tells a process from a later one with the same number. */
  began?: string | undefined;
}

/** This process. */
export function thisProcess(): ProcessName {
  return { pid: process.pid, host: hostname(), began: factsOf(process.pid)?.began };
}

/** Tells whether a process runs, or may: of another machine's nothing can be known. */
export function mayRun({ pid, host, began }: ProcessName): boolean {
  if (host !== hostname()) return true;
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  const now = factsOf(pid);
  // A process that was killed keeps its number until its parent asks what became of it, which some never do.
  if (now?.state === "Z" || now?.state === "X") return false;
  return began === undefined || now === undefined || began === now.began;
}

/** The state of a process and when it began, by Linux's account; `undefined` elsewhere. */
function factsOf(pid: number): { state: string; began: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold spaces; behind it, the state comes first and the beginning twentieth (proc(5), starttime).
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0]!, began: fields[19]! };
  } catch {
    return undefined;
  }
}
