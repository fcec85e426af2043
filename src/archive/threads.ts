import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { type CallCounts, noCounts } from "../engines/counts.js";
import { EngineError } from "../errors.js";
import type { Glossary } from "../glossary/glossary.js";
import type { PostTranslator } from "./post-translator.js";
import type { Answer, WorkerSettings } from "./worker.js";

interface Waiting {
  resolve: (json: string) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  counts: CallCounts;
}

/** Spreads posts over worker threads, each with an embedded engine of its own and the same glossary. */
export function openThreads({ name, version, entries }: Glossary, count: number): PostTranslator {
  const settings: WorkerSettings = { name, version, entries };
  const threads = Array.from({ length: count }, () => openThread(settings));
  let next = 0;
  return {
    translate(text) {
      const thread = threads.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
      return new Promise((resolve, reject) => {
        const id = next++;
        thread.waiting.set(id, { resolve, reject });
        thread.worker.postMessage({ id, text });
      });
    },
    counts: () =>
      threads.reduce<CallCounts>(
        (sum, { counts }) => ({
          sentUnits: sum.sentUnits + counts.sentUnits,
          sentCharacters: sum.sentCharacters + counts.sentCharacters,
          savedUnits: sum.savedUnits + counts.savedUnits,
          savedCharacters: sum.savedCharacters + counts.savedCharacters,
        }),
        noCounts(),
      ),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function openThread(workerData: WorkerSettings): Thread {
  const thread: Thread = { worker: new Worker(workerFile(), { workerData }), waiting: new Map(), counts: noCounts() };
  thread.worker.on("message", (answer: Answer) => {
    const { resolve, reject } = thread.waiting.get(answer.id)!;
    thread.waiting.delete(answer.id);
    thread.counts = answer.counts;
    if (answer.json === undefined) reject(asError(answer.error));
    else resolve(answer.json);
  });
  // A thread that dies (out of memory, say) takes its posts with it; the run stops and can be resumed.
  const fail = (cause: unknown) => {
    const message = `A worker thread of the embedded engine ended: ${cause instanceof Error ? cause.message : String(cause)}`;
    const error = new EngineError("engine-failed", message, { engine: "lexicon", fatal: true, cause });
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  thread.worker.on("error", fail).on("exit", (code) => fail(`exit code ${code}`));
  return thread;
}

function asError(error: Answer["error"]): EngineError {
  const { code = "engine-failed", message = "no reason was given", fatal = false } = error ?? {};
  return new EngineError(code, message, { engine: "lexicon", fatal });
}

/** The worker is a file of its own in the package, wherever the code that starts it was bundled into. */
function workerFile(): string {
  const manifest = createRequire(import.meta.url).resolve("not-millet/package.json");
  return join(dirname(manifest), "dist/archive/worker.js");
}
