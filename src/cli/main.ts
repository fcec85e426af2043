#!/usr/bin/env node
import { run } from "./run.js";

/** Whoever reads has had enough of it (`| head`), or the terminal went away: that is no failure. */
const READER_IS_GONE = new Set(["EPIPE", "EIO"]);

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (!READER_IS_GONE.has(error.code ?? "")) throw error;
    if (stream === process.stdout) process.exit();
  });
}
process.exitCode = await run(process.argv.slice(2));
