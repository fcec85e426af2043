/** Lets the process end in silence when whoever reads its output has had enough of it (`| head`), or the terminal went away. */
export function endWithReader(): void {
  let isTerminalGone = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EIO") isTerminalGone = true;
      else if (error.code !== "EPIPE") throw error;
      if (stream === process.stdout) process.exit();
    });
  }
  process.on("exit", () => {
    // Node would give a terminal that is gone its settings back, and abort as that fails.
    if (isTerminalGone && process.platform !== "win32")
      process.removeAllListeners("SIGHUP").kill(process.pid, "SIGHUP");
  });
}
