const READER_IS_GONE = new Set(["EPIPE", "EIO"]);

/** Lets the process end in silence when whoever reads its output has had enough of it (`| head`), or the terminal went away. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (!READER_IS_GONE.has(error.code ?? "")) throw error;
      if (stream === process.stdout) process.exit();
    });
  }
}
