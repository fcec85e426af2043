import pRetry, { AbortError } from "p-retry";
import { EngineError } from "../errors.js";
import { abortError } from "./abandon.js";
import type { CallCounts } from "./counts.js";
import type { Engine, TranslationUnit } from "./engine.js";

/** How often and how long an engine is asked. */
export interface RequestOptions {
  /** How often a failed request is tried again, from 0 up. Default 3. */
  retries?: number | undefined;
  /** The wait before the first new try, in milliseconds, doubled each time. Default 500. */
  retryDelayMs?: number | undefined;
  /** How long one request may take, in milliseconds. Default 60,000. */
  timeoutMs?: number | undefined;
}

/** Asks an engine for some units; `undefined` stands for one that it gave no text for. */
export type Request = (
  units: readonly TranslationUnit[],
  signal: AbortSignal | undefined,
) => Promise<(string | undefined)[]>;

/** One request: timed, tried again where that may help, and unit by unit where the count of texts was wrong. */
export function requester(engine: Engine, options: RequestOptions, counts: CallCounts | undefined): Request {
  const { retries = 3, retryDelayMs = 500, timeoutMs = 60_000 } = options;

  const once = async (units: readonly TranslationUnit[], signal: AbortSignal | undefined) => {
    if (counts) {
      counts.sentUnits += units.length;
      counts.sentCharacters += units.reduce((sum, { text }) => sum + text.length, 0);
    }
    return withTimeout(engine, timeoutMs, signal, (inner) =>
      engine.translate(units, { from: "zh", to: "en", signal: inner, timeoutMs }),
    );
  };
  const persistent = (units: readonly TranslationUnit[], signal: AbortSignal | undefined) =>
    pRetry(
      async () => {
        try {
          signal?.throwIfAborted();
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
        ...(signal ? { signal } : {}),
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
