import { termCandidateSchema } from "../terminology/mine/candidate.js";
import { reviewFile } from "../terminology/review/run.js";
import { readJsonLines } from "./input.js";
import { counted, note } from "./print.js";

/** Runs `glossary review`. */
export async function review(file: string, candidates: string): Promise<void> {
  const { stdin: input, stdout: output } = process;
  const gone = new AbortController();
  let isHungUp = false;
  const leave = () => gone.abort();
  const hangUp = () => {
    isHungUp = true;
    leave();
  };
  // Where the terminal is gone nobody reads what is told; the files have it.
  process.stderr.on("error", hangUp);
  input.on("error", hangUp);
  process.on("SIGHUP", hangUp).on("SIGINT", leave).on("SIGTERM", leave);
  try {
    const color = output.isTTY === true && !process.env.NO_COLOR;
    const proposed = await readJsonLines(candidates, "a candidate that glossary mine printed", (value) =>
      termCandidateSchema.parse(value),
    );
    const result = await reviewFile(file, proposed, { input, output, color, signal: gone.signal });
    const { accepted, rejected, skipped, open } = result.progress;
    if (result.end === "gone") note("");
    note(`accepted ${accepted}, rejected ${rejected}, skipped ${skipped}, open ${open}; all is in ${result.log}.`);
    if (result.damaged.length > 0) note(`lines of it that are no decisions: ${result.damaged.join(", ")}.`);
    if (result.wasChanged) note(`${file} was changed meanwhile; what was accepted was added to the changed one.`);
    for (const { source, ours, theirs } of result.conflicts) {
      note(`${source} is ${ours.target} in ${file}, and stays; accepted was ${theirs.target}.`);
    }
    for (const { entry, reason } of result.skipped) note(`left out: ${entry.source}: ${reason}`);
    note(`${counted(result.added.length, "entry was", "entries were")} added to ${file}.`);
  } finally {
    process.off("SIGHUP", hangUp).off("SIGINT", leave).off("SIGTERM", leave);
    // All is done; an ordinary exit would fail at putting right a terminal that is no more.
    if (isHungUp) process.kill(process.pid, "SIGHUP");
    input.unref?.();
  }
}
