import { setTimeout as pause } from "node:timers/promises";
import { ArgumentError, type EngineError } from "../../errors.js";
import { closedError, untilAborted } from "../abandon.js";
import { defineEngine, type Engine } from "../engine.js";
import { type Lazy, lazily } from "../lazy.js";
import { modelsFolder } from "./folder.js";
import { modelIdIn, pairFolder, readModel } from "./models.js";
import { joinPieces, readyForModel, saysSomething, splitForModel } from "./split.js";
import { type BergamotWorker, startWorker } from "./worker.js";

export { modelsFolder } from "./folder.js";
export type { ModelFile, ModelPart } from "./models.js";
export { type PulledModel, type PullOptions, type PullProgress, pullModels } from "./pull.js";

/** Settings of Firefox's engine. */
export interface BergamotOptions {
  /** The folder of the models. Default: `modelsFolder()`, where `pullModels` puts them. */
  folder?: string | undefined;
  /** How many threads translate, from 1 up; each holds the model, about a gigabyte with Mozilla's. Default 1. */
  workers?: number | undefined;
}

/** A translation that waits for a thread to be free. */
interface Waiting {
  resolve(worker: Lazy<BergamotWorker>): void;
  reject(error: EngineError): void;
}

/**
 * Firefox's engine in WASM, on this machine, through the package `@browsermt/bergamot-translator`; no text leaves it.
 *
 * The model has to be there: see `pullModels`. It knows no glossary, and its HTML mode loses all texts of a request where
 * one is not well formed: terms travel in the Chinese sentence. Close it, or the process does not end.
 *
 * A request that all its callers have given up is stopped: where it does not end within 100 ms its thread is ended, and
 * the next request starts another.
 */
export function bergamot(options: BergamotOptions = {}): Engine {
  const { folder = modelsFolder(), workers = 1 } = options;
  if (!Number.isInteger(workers) || workers < 1) {
    throw new ArgumentError(`Expected \`workers\` to be a whole number from 1 up, but received ${workers}.`);
  }
  let modelId: string | undefined;
  const all = Array.from({ length: workers }, () =>
    lazily(async () => {
      const model = await readModel(pairFolder(folder));
      modelId = model.id;
      return startWorker(model);
    }),
  );
  const idle = [...all];
  const waiting: Waiting[] = [];

  const translateIn = async (slot: Lazy<BergamotWorker>, texts: readonly string[], signal: AbortSignal | undefined) => {
    const worker = await slot.get();
    // Who waited for the thread or the model may have given up since.
    signal?.throwIfAborted();
    const work = worker.translate(texts);
    try {
      return await untilAborted(work, signal);
    } catch (error) {
      // After a failure the engine is in no known state; what nobody waits for is not to keep a processor busy.
      if (!(signal?.aborted && (await endsSoon(work)))) {
        await slot.take();
        await worker.close();
      }
      throw error;
    }
  };
  const borrow = async (texts: readonly string[], signal: AbortSignal | undefined): Promise<string[]> => {
    const slot =
      idle.shift() ?? (await new Promise<Lazy<BergamotWorker>>((resolve, reject) => waiting.push({ resolve, reject })));
    try {
      return await translateIn(slot, texts, signal);
    } finally {
      const next = waiting.shift();
      if (next) next.resolve(slot);
      else idle.push(slot);
    }
  };
  return defineEngine({
    name: "bergamot",
    // Known late: the model may be pulled after the engine is made.
    get model() {
      modelId ??= modelIdIn(pairFolder(folder));
      return modelId;
    },
    carry: "inline",
    limits: { units: 32, concurrency: workers },
    translate: async (units, { signal }) => {
      signal?.throwIfAborted();
      const split = units.map(({ text }) => splitForModel(readyForModel(text)));
      // What says nothing comes back empty, line breaks too.
      const pieces = split.flat().filter(saysSomething);
      const texts = pieces.length === 0 ? [] : await borrow(pieces, signal);
      const translated = texts.values();
      return split.map((own) =>
        joinPieces(own.map((piece) => (saysSomething(piece) ? (translated.next().value ?? "") : piece))),
      );
    },
    close: async () => {
      for (const { reject } of waiting.splice(0)) reject(closedError("bergamot"));
      await Promise.all(all.map(async (slot) => (await slot.take())?.close()));
    },
  });
}

/** How long work that nobody waits for may go on, in milliseconds: to start a thread takes longer than a sentence. */
const GRACE_MS = 100;

/** Tells whether some work is done within `GRACE_MS`. */
async function endsSoon(work: Promise<unknown>): Promise<boolean> {
  const isDone = work.then(
    () => true,
    () => false,
  );
  return Promise.race([isDone, pause(GRACE_MS, false, { ref: false })]);
}
