import { EngineError } from "../errors.js";
import { abortError } from "./abandon.js";
import type { Engine, TranslationUnit } from "./engine.js";
import { pack } from "./pack.js";
import type { Request } from "./request.js";

interface Waiting {
  unit: TranslationUnit;
  signal: AbortSignal | undefined;
  resolve: (text: string | undefined) => void;
  reject: (error: unknown) => void;
}

function isOfItsUnits(error: unknown): boolean {
  return error instanceof EngineError && error.code === "engine-failed" && !error.retryable && !error.fatal;
}

function isAborted(error: unknown): boolean {
  return error instanceof EngineError && error.code === "aborted";
}

/** Collects the units of one turn of the event loop, packs them and keeps to the engine's concurrency. */
export function createQueue(engine: Engine, request: Request) {
  const concurrency = engine.limits?.concurrency ?? 1;
  const ready: Waiting[][] = [];
  let collected: Waiting[] = [];
  let running = 0;

  const run = async (batch: Waiting[]) => {
    const live = batch.filter(({ signal, reject }) => {
      if (!signal?.aborted) return true;
      reject(abortError(engine, signal));
      return false;
    });
    if (live.length === 0) return;
    const { signal, release } = whenAllAbort(live.map((one) => one.signal));
    try {
      const texts = await request(
        live.map(({ unit }) => unit),
        signal,
      );
      for (const [i, { resolve }] of live.entries()) resolve(texts[i]);
    } catch (error) {
      // An engine that was closed in the middle would be opened again by what waits.
      if (isAborted(error) && !signal?.aborted) for (const { reject } of ready.splice(0).flat()) reject(error);
      // What one unit of a request makes the engine fail by is not to be the others' fate, which may be other posts'.
      if (live.length > 1 && isOfItsUnits(error)) for (const one of live) await run([one]);
      else for (const { reject } of live) reject(error);
    } finally {
      release();
    }
  };
  const pump = () => {
    while (running < concurrency && ready.length > 0) {
      running++;
      void run(ready.shift()!).finally(() => {
        running--;
        pump();
      });
    }
  };
  return (unit: TranslationUnit, signal: AbortSignal | undefined) =>
    new Promise<string | undefined>((resolve, reject) => {
      if (collected.length === 0) {
        setImmediate(() => {
          ready.push(...pack(collected, engine.limits));
          collected = [];
          pump();
        });
      }
      collected.push({ unit, signal, resolve, reject });
    });
}

/** The signal of a request of several callers: it is abandoned only when each of them has given up. */
function whenAllAbort(given: readonly (AbortSignal | undefined)[]): { signal?: AbortSignal; release: () => void } {
  const signals = [...new Set(given)].filter((signal) => signal !== undefined);
  if (given.includes(undefined)) return { release: () => {} };
  if (signals.length === 1) return { signal: signals[0]!, release: () => {} };
  const controller = new AbortController();
  const check = () => {
    if (signals.every(({ aborted }) => aborted)) controller.abort(signals[0]!.reason);
  };
  for (const signal of signals) signal.addEventListener("abort", check);
  const release = () => {
    for (const signal of signals) signal.removeEventListener("abort", check);
  };
  return { signal: controller.signal, release };
}
