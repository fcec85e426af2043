import { abortError, untilAborted } from "./abandon.js";
import type { CallCounts } from "./counts.js";
import type { Engine, TranslationUnit } from "./engine.js";
import { memoryKey, type TranslationMemory } from "./memory.js";
import { createQueue } from "./queue.js";
import { type RequestOptions, requester } from "./request.js";

/** How an engine is called. */
export interface CallOptions extends RequestOptions {
  /** Where translations are kept. Default: nowhere. */
  memory?: TranslationMemory | undefined;
}

/** An engine with packing, order, retries, timeouts and memory around it. */
export interface EngineCaller {
  /** Translates units; `undefined` stands for one that the engine gave no text for. Units of concurrent calls share requests. */
  send(units: readonly TranslationUnit[], signal?: AbortSignal): Promise<(string | undefined)[]>;
}

/**
 * Wraps an engine so that callers need not know its limits.
 *
 * @param counts Where it counts what it sends and what it need not send. Default: nowhere.
 */
export function createCaller(engine: Engine, options: CallOptions = {}, counts?: CallCounts): EngineCaller {
  const underWay = new Map<string, { work: Promise<string | undefined>; signal: AbortSignal | undefined }>();
  const request = requester(engine, options, counts);
  const queue = createQueue(engine, request);

  const sendOne = async (unit: TranslationUnit, signal: AbortSignal | undefined): Promise<string | undefined> => {
    const { memory } = options;
    const key = memoryKey(engine, unit);
    for (let same = underWay.get(key); same; same = underWay.get(key)) {
      try {
        const text = await same.work;
        return text === undefined ? undefined : saved(counts, unit, text);
      } catch (error) {
        // Whoever sent it may have given up where others have not.
        if (!same.signal?.aborted) throw error;
      }
    }
    const work = (async () => {
      const known = await memory?.get(key);
      if (typeof known === "string") return saved(counts, unit, known);
      const text = await queue(unit, signal);
      if (text !== undefined) await memory?.set(key, text);
      return text;
    })();
    underWay.set(key, { work, signal });
    try {
      return await work;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    send: (units, signal) => {
      const all = Promise.all(units.map((unit) => sendOne(unit, signal)));
      // A request may be shared with callers who still wait for it.
      return untilAborted(all, signal).catch((error: unknown) => {
        throw signal?.aborted ? abortError(engine, signal) : error;
      });
    },
  };
}

function saved(counts: CallCounts | undefined, unit: TranslationUnit, text: string): string {
  if (counts) {
    counts.savedUnits++;
    counts.savedCharacters += unit.text.length;
  }
  return text;
}
