import { EngineError } from "../errors.js";
import type { Engine } from "./engine.js";

/**
 * Waits for something only as long as somebody waits for it: rejects at once with the signal's reason when that aborts.
 *
 * What is under way goes on, and how it ends is heard by nobody.
 */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
  });
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** An engine was closed while it translated: what was under way is not to be tried again. */
export function closedError(engine: string, cause?: unknown): EngineError {
  return new EngineError("aborted", `The engine "${engine}" was closed while it translated.`, { engine, cause });
}

/** Somebody gave up waiting for a translation. */
export function abortError({ name }: Engine, signal: AbortSignal): EngineError {
  return new EngineError("aborted", "The translation was aborted.", { engine: name, cause: signal.reason });
}
