import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { noCounts } from "../engines/counts.js";
import { EngineError } from "../errors.js";
import type { Glossary } from "../glossary/glossary.js";
import { load } from "../package.js";
import type { EncodedLine } from "./encoded-line.js";
import type { Thread } from "./threads.js";
import type { Answer, Answers, Question, WorkerSettings } from "./worker.js";

interface Waiting {
  resolve: (line: EncodedLine) => void;
  reject: (error: unknown) => void;
}

/** Small, since each worker has one: the garbage of short-lived objects is kept until it is full. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 24 };

/** Starts a worker thread with an embedded engine of its own. */
export function openWorker({ name, version, entries }: Glossary, explain = false): Thread {
  const workerData: WorkerSettings = { name, version, entries: JSON.stringify(entries), explain };
  const worker = new Worker(workerFile(), { workerData, resourceLimits: RESOURCE_LIMITS });
  const waiting = new Map<number, Waiting>();
  let questions: Question[] = [];
  let next = 0;
  let counts = noCounts();
  worker.on("message", (message: Answers) => {
    counts = message.counts;
    let start = 0;
    for (const { id, length, sum, error } of message.answers) {
      const { resolve, reject } = waiting.get(id)!;
      waiting.delete(id);
      if (error) reject(asError(error));
      else resolve({ bytes: message.bytes.subarray(start, start + length), sum });
      start += length;
    }
  });
  // A worker that dies (out of memory, say) takes its posts with it; the run stops and can be resumed.
  const fail = (cause: unknown) => {
    const message = `A worker thread of the embedded engine ended: ${cause instanceof Error ? cause.message : String(cause)}`;
    const error = new EngineError("engine-failed", message, { engine: "lexicon", fatal: true, cause });
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("error", fail).on("exit", (code) => fail(`exit code ${code}`));
  const send = () => {
    worker.postMessage(questions);
    questions = [];
  };
  return {
    waiting: () => waiting.size,
    translate: (text, frame) =>
      new Promise((resolve, reject) => {
        waiting.set(next, { resolve, reject });
        // What is asked in one turn of the event loop goes in one message.
        if (questions.push({ id: next++, text, frame }) === 1) setImmediate(send);
      }),
    counts: () => counts,
    close: async () => {
      await worker.terminate();
    },
  };
}

function asError({ code, message, fatal }: NonNullable<Answer["error"]>): EngineError {
  return new EngineError(code, message, { engine: "lexicon", fatal });
}

/** The worker is a file of its own in the package, wherever the code that starts it was bundled into. */
function workerFile(): string {
  const manifest = load.resolve("not-millet/package.json");
  return join(dirname(manifest), "dist/archive/worker.js");
}
