/** An interruption from the keyboard, listened to until `close`. */
export interface Interrupt {
  /** Aborted at the first Ctrl-C, SIGTERM or end of the terminal; the second one ends the process. */
  signal: AbortSignal;
  close(): void;
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Turns the first Ctrl-C into a signal, so that what is under way can be finished. */
export function onInterrupt(note: (message: string) => void): Interrupt {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    note("Finishing what is under way; Ctrl-C again ends at once.");
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    close: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
