import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { type CallCounts, noCounts } from "../engines/counts.js";
import { EngineError } from "../errors.js";
import type { Glossary } from "../glossary/glossary.js";
import { load } from "../package.js";
import type { EncodedLine } from "./encoded-line.js";
import type { PostTranslator } from "./post-translator.js";
import type { Answer, Answers, Question, WorkerSettings } from "./worker.js";

interface Waiting {
  resolve: (line: EncodedLine) => void;
  reject: (error: unknown) => void;
}

interface Thread {
  worker: Worker;
  waiting: Map<number, Waiting>;
  /** What is to be sent at the end of this turn of the event loop. */
  questions: Question[];
  counts: CallCounts;
}

/** How many texts a thread has to do before another one is worth the second that its start takes. */
const BUSY = 4;

/** A larger young generation costs each thread memory and saves no measurable time. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 12 };

/** Spreads posts over worker threads, each with an embedded engine of its own and the same glossary. */
export function openThreads({ name, version, entries }: Glossary, count: number): PostTranslator {
  const settings: WorkerSettings = { name, version, entries: JSON.stringify(entries) };
  const threads: Thread[] = [];
  let next = 0;
  const threadToAsk = (): Thread => {
    const free = threads.find(({ waiting }) => waiting.size < BUSY);
    if (free) return free;
    if (threads.length < count) threads.push(openThread(settings));
    return threads.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least));
  };
  return {
    translate: (text, frame) => ask(threadToAsk(), { id: next++, text, frame }),
    counts: () => threads.map(({ counts }) => counts).reduce(sumOf, noCounts()),
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

function ask({ worker, waiting, questions }: Thread, question: Question): Promise<EncodedLine> {
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject });
    if (questions.push(question) > 1) return;
    setImmediate(() => {
      worker.postMessage(questions);
      questions.length = 0;
    });
  });
}

function openThread(workerData: WorkerSettings): Thread {
  const worker = new Worker(workerFile(), { workerData, resourceLimits: RESOURCE_LIMITS });
  const thread: Thread = { worker, waiting: new Map(), questions: [], counts: noCounts() };
  worker.on("message", ({ answers, counts }: Answers) => {
    thread.counts = counts;
    for (const { id, line, error } of answers) {
      const { resolve, reject } = thread.waiting.get(id)!;
      thread.waiting.delete(id);
      if (line) resolve(line);
      else reject(asError(error));
    }
  });
  // A thread that dies (out of memory, say) takes its posts with it; the run stops and can be resumed.
  const fail = (cause: unknown) => {
    const message = `A worker thread of the embedded engine ended: ${cause instanceof Error ? cause.message : String(cause)}`;
    const error = new EngineError("engine-failed", message, { engine: "lexicon", fatal: true, cause });
    for (const { reject } of thread.waiting.values()) reject(error);
    thread.waiting.clear();
  };
  worker.on("error", fail).on("exit", (code) => fail(`exit code ${code}`));
  return thread;
}

function sumOf(a: CallCounts, b: CallCounts): CallCounts {
  return {
    sentUnits: a.sentUnits + b.sentUnits,
    sentCharacters: a.sentCharacters + b.sentCharacters,
    savedUnits: a.savedUnits + b.savedUnits,
    savedCharacters: a.savedCharacters + b.savedCharacters,
  };
}

function asError(error: Answer["error"]): EngineError {
  const { code = "engine-failed", message = "no reason was given", fatal = false } = error ?? {};
  return new EngineError(code, message, { engine: "lexicon", fatal });
}

/** The worker is a file of its own in the package, wherever the code that starts it was bundled into. */
function workerFile(): string {
  const manifest = load.resolve("not-millet/package.json");
  return join(dirname(manifest), "dist/archive/worker.js");
}
