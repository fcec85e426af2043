import pRetry, { AbortError } from "p-retry";
import { EngineError } from "../errors.js";
import type { CallCounts } from "./counts.js";
import type { Engine, TranslationUnit } from "./engine.js";
import { memoryKey, type TranslationMemory } from "./memory.js";
import { pack } from "./pack.js";

/** How an engine is called. */
export interface CallOptions {
  /** Where translations are kept. Default: nowhere. */
  memory?: TranslationMemory | undefined;
  /** How often a failed request is tried again, from 0 up. Default 3. */
  retries?: number | undefined;
  /** The wait before the first new try, in milliseconds, doubled each time. Default 500. */
  retryDelayMs?: number | undefined;
  /** How long one request may take, in milliseconds. Default 60,000. */
  timeoutMs?: number | undefined;
}

/** An engine with packing, order, retries, timeouts and memory around it. */
export interface EngineCaller {
  /** Translates units; `undefined` stands for one that the engine gave no text for. Units of concurrent calls share requests. */
  send(units: readonly TranslationUnit[], signal?: AbortSignal): Promise<(string | undefined)[]>;
}

interface Waiting {
  unit: TranslationUnit;
  signal: AbortSignal | undefined;
  resolve: (text: string | undefined) => void;
  reject: (error: unknown) => void;
}

/**
 * Wraps an engine so that callers need not know its limits.
 *
 * @param counts Where it counts what it sends and what it need not send. Default: nowhere.
 */
export function createCaller(engine: Engine, options: CallOptions = {}, counts?: CallCounts): EngineCaller {
  const underWay = new Map<string, Promise<string | undefined>>();
  const request = requester(engine, options, counts);
  const queue = createQueue(engine, request);

  const sendOne = async (unit: TranslationUnit, signal: AbortSignal | undefined): Promise<string | undefined> => {
    const { memory } = options;
    const key = memoryKey(engine, unit);
    const same = underWay.get(key);
    if (same) {
      const text = await same.catch(() => undefined);
      if (text !== undefined) return saved(counts, unit, text);
    }
    const work = (async () => {
      const known = await memory?.get(key);
      if (typeof known === "string") return saved(counts, unit, known);
      const text = await queue(unit, signal);
      if (text !== undefined) await memory?.set(key, text);
      return text;
    })();
    underWay.set(key, work);
    try {
      return await work;
    } finally {
      if (underWay.get(key) === work) underWay.delete(key);
    }
  };

  return {
    send: (units, signal) => Promise.all(units.map((unit) => sendOne(unit, signal))),
  };
}

function saved(counts: CallCounts | undefined, unit: TranslationUnit, text: string): string {
  if (counts) {
    counts.savedUnits++;
    counts.savedCharacters += unit.text.length;
  }
  return text;
}

function isOfItsUnits(error: unknown): boolean {
  return error instanceof EngineError && error.code === "engine-failed" && !error.retryable && !error.fatal;
}

type Request = (units: readonly TranslationUnit[], signal: AbortSignal | undefined) => Promise<(string | undefined)[]>;

/** Collects the units of one turn of the event loop, packs them and keeps to the engine's concurrency. */
function createQueue(engine: Engine, request: Request) {
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
    // A batch of several callers is abandoned only when each of them has given up.
    const signals = new Set(live.map(({ signal }) => signal));
    const signal = signals.size === 1 ? live[0]!.signal : undefined;
    try {
      const texts = await request(
        live.map(({ unit }) => unit),
        signal,
      );
      for (const [i, { resolve }] of live.entries()) resolve(texts[i]);
    } catch (error) {
      // What one unit of a request makes the engine fail by is not to be the others' fate, which may be other posts'.
      if (live.length > 1 && isOfItsUnits(error)) for (const one of live) await run([one]);
      else for (const { reject } of live) reject(error);
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

/** One request: timed, tried again where that may help, and unit by unit where the count of texts was wrong. */
function requester(engine: Engine, options: CallOptions, counts: CallCounts | undefined): Request {
  const { retries = 3, retryDelayMs = 500, timeoutMs = 60_000 } = options;

  const once = async (units: readonly TranslationUnit[], signal: AbortSignal | undefined) => {
    if (counts) {
      counts.sentUnits += units.length;
      counts.sentCharacters += units.reduce((sum, { text }) => sum + text.length, 0);
    }
    return withTimeout(engine, timeoutMs, signal, (inner) =>
      engine.translate(units, { from: "zh", to: "en", signal: inner }),
    );
  };
  const persistent = (units: readonly TranslationUnit[], signal: AbortSignal | undefined) =>
    pRetry(
      async () => {
        try {
          return await once(units, signal);
        } catch (error) {
          if (signal?.aborted) throw new AbortError(abortError(engine, signal));
          const known = asEngineError(engine, error);
          if (!known.retryable) throw new AbortError(known);
          throw known;
        }
      },
      {
        retries,
        minTimeout: retryDelayMs,
        randomize: true,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          const wait = error instanceof EngineError ? error.retryAfterMs : undefined;
          if (wait !== undefined && retriesLeft > 0) await pause(wait, signal);
        },
      },
    );

  return async (units, signal) => {
    const texts = await persistent(units, signal);
    if (Array.isArray(texts) && texts.length === units.length) return texts.map(textOrNothing);
    if (units.length === 1) return [Array.isArray(texts) && texts.length > 0 ? textOrNothing(texts[0]) : undefined];
    const single: (string | undefined)[] = [];
    for (const unit of units) {
      const answer = await persistent([unit], signal);
      single.push(Array.isArray(answer) && answer.length === 1 ? textOrNothing(answer[0]) : undefined);
    }
    return single;
  };
}

function textOrNothing(text: unknown): string | undefined {
  return typeof text === "string" && text.trim() !== "" ? text : undefined;
}

async function withTimeout<T>(
  engine: Engine,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let stop: (error: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (error) => {
      controller.abort(error);
      reject(error);
    };
  });
  const onAbort = () => stop(abortError(engine, signal!));
  const timer = setTimeout(() => stop(timeoutError(engine, timeoutMs)), timeoutMs);
  signal?.addEventListener("abort", onAbort, { once: true });
  if (signal?.aborted) onAbort();
  try {
    return await Promise.race([run(controller.signal), stopped]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  }
}

function timeoutError(engine: Engine, timeoutMs: number): EngineError {
  return new EngineError(
    "engine-timeout",
    `The engine "${engine.name}" gave no answer within ${timeoutMs} ms; raise \`timeoutMs\` or look at the server.`,
    {
      engine: engine.name,
      retryable: true,
      facts: { timeoutMs },
    },
  );
}

function abortError(engine: Engine, signal: AbortSignal): EngineError {
  return new EngineError("aborted", "The translation was aborted.", { engine: engine.name, cause: signal.reason });
}

function asEngineError(engine: Engine, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const { message = String(error), code = "", cause } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  // `fetch` says why it failed in its cause.
  const reason = code || (cause as Partial<NodeJS.ErrnoException> | undefined)?.code;
  const isAway = typeof reason === "string" && UNREACHABLE.test(reason);
  const text = isAway ? `could not reach its server: ${message} (${reason})` : `failed: ${message}`;
  return new EngineError(isAway ? "engine-unavailable" : "engine-failed", `The engine "${engine.name}" ${text}`, {
    engine: engine.name,
    retryable: isAway,
    cause: error,
  });
}

/** The codes of errors of Node and its `fetch` that say that a server could not be reached or went away. */
const UNREACHABLE = /^(?:E(?:AI_AGAIN|CONN\w+|HOST\w+|NET\w+|NOTFOUND|PIPE|TIMEDOUT)|UND_ERR_\w+)$/;

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener("abort", done, { once: true });
  });
}
