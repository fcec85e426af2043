import { ArgumentError, type EngineError } from "../../errors.js";
import { closedError } from "../abandon.js";
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

  const borrow = async <T>(
    signal: AbortSignal | undefined,
    use: (worker: BergamotWorker) => Promise<T>,
  ): Promise<T> => {
    const slot =
      idle.shift() ?? (await new Promise<Lazy<BergamotWorker>>((resolve, reject) => waiting.push({ resolve, reject })));
    try {
      // Who waited may have given up since.
      signal?.throwIfAborted();
      const worker = await slot.get();
      try {
        return await use(worker);
      } catch (error) {
        // After a failure the engine is in no known state.
        await slot.take();
        await worker.close();
        throw error;
      }
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
      const texts = pieces.length === 0 ? [] : await borrow(signal, (worker) => worker.translate(pieces));
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
