import { parentPort, workerData } from "node:worker_threads";
import type { CallCounts } from "../engines/counts.js";
import { EngineError, type EngineErrorCode } from "../errors.js";
import { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { createTranslator } from "../translator.js";

/** What a worker is started with: the glossary. */
export interface WorkerSettings {
  name: string;
  version: string;
  entries: readonly GlossaryEntry[];
}

/** What a worker answers to `{ id, text }`. */
export interface Answer {
  id: number;
  json?: string;
  error?: { code: EngineErrorCode; message: string; fatal: boolean };
  counts: CallCounts;
}

const { entries, name, version } = workerData as WorkerSettings;
const translator = createTranslator({ glossary: Glossary.of(entries, { name, version }) });
let last: Promise<unknown> = Promise.resolve();

async function answer(id: number, text: string): Promise<void> {
  try {
    const json = JSON.stringify(await translator.translate(text));
    parentPort!.postMessage({ id, json, counts: translator.counts } satisfies Answer);
  } catch (error) {
    const { code = "engine-failed", fatal = false } = error instanceof EngineError ? error : {};
    const message = error instanceof Error ? error.message : String(error);
    const failure = { code: code as EngineErrorCode, message, fatal };
    parentPort!.postMessage({ id, error: failure, counts: translator.counts } satisfies Answer);
  }
}

// One post after another: nothing waits for anything here, and several at once would only hold more memory.
parentPort!.on("message", ({ id, text }: { id: number; text: string }) => {
  last = last.then(() => answer(id, text));
});
