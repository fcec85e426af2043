import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { EngineError } from "../../errors.js";
import { closedError } from "../abandon.js";
import type { ModelBuffers } from "./models.js";

const NAME = "bergamot";
const PACKAGE = "@browsermt/bergamot-translator";

/** One engine in a thread of its own. */
export interface BergamotWorker {
  /** Whether it ended, by itself or not; every call rejects from then on. */
  readonly isDead: boolean;
  translate(texts: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * What runs in the thread before the package's own code: the few things of a browser's worker that it expects.
 *
 * The package's own start in Node fails (its worker folder lacks the file that makes it CommonJS), and its translator
 * then waits for ever; the thread is therefore started and spoken to from here.
 */
const BOOTSTRAP = `{
  const { readFileSync } = require("node:fs");
  const { join } = require("node:path");
  const { runInThisContext } = require("node:vm");
  const { parentPort, workerData: { folder } } = require("node:worker_threads");
  const run = (file, wrap) => runInThisContext(wrap(readFileSync(join(folder, file), "utf8")), { filename: join(folder, file) });
  globalThis.require = require;
  globalThis.self = {
    addEventListener: (type, listener) => parentPort.on(type, (data) => listener({ data })),
    postMessage: (message) => parentPort.postMessage(message),
    importScripts: (...files) => files.forEach((file) => run(file, (code) => code)),
    fetch: async () => new Response(readFileSync(join(folder, "bergamot-translator-worker.wasm")), {
      headers: { "content-type": "application/wasm" },
    }),
    location: new URL("file:///worker/translator-worker.js"),
    set Module(module) { globalThis.Module = module; },
  };
  run("translator-worker.js", (code) => "(function () {" + code + "\\n})")();
}`;

interface Answer {
  id: number;
  result?: unknown;
  error?: { name?: string; message?: string };
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: EngineError): void;
}

/** The engine's aborts say nothing; the reason comes on its stderr, a little later, as `] Error: …`. */
const REASON = /\] Error: (?!Aborted from)(.*)/g;
const REASON_WAITS_MS = [20, 80, 400];
const LOG_CHARACTERS = 4000;

/**
 * Starts an engine and gives it a model.
 *
 * @throws EngineError `missing-dependency` without the package, `engine-failed` where the engine does not take the model.
 */
export async function startWorker(model: ModelBuffers): Promise<BergamotWorker> {
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    workerData: { folder: workerFolder() },
    stdout: true,
    stderr: true,
  });
  const pending = new Map<number, Pending>();
  let serial = 0;
  let log = "";
  let death: EngineError | undefined;

  const die = (reason: EngineError) => {
    death ??= reason;
    for (const { reject } of pending.values()) reject(death);
    pending.clear();
  };
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.on("data", (chunk) => {
      log = (log + String(chunk)).slice(-LOG_CHARACTERS);
    });
  }
  worker.on("error", (error) => die(stopped(error.message, error)));
  worker.on("exit", (code) => die(stopped(`code ${code}`)));
  worker.on("message", ({ id, result, error }: Answer) => {
    const call = pending.get(id);
    pending.delete(id);
    if (!error) call?.resolve(result);
    else if (call) void reasonFor(error).then((reason) => call.reject(failed(reason)));
  });
  const reasonFor = async ({ message = "an exception of the engine" }: NonNullable<Answer["error"]>) => {
    for (const wait of REASON_WAITS_MS) {
      await pause(wait);
      const reason = [...log.matchAll(REASON)].at(-1)?.[1];
      if (reason !== undefined) return reason;
    }
    return message;
  };
  const call = (name: string, args: unknown[], transfer: ArrayBuffer[] = []) =>
    new Promise<unknown>((resolve, reject) => {
      if (death) return reject(death);
      serial++;
      pending.set(serial, { resolve, reject });
      worker.postMessage({ id: serial, name, args }, transfer);
    });
  const pair = { from: "zh", to: "en" };
  const close = async () => {
    die(closedError(NAME));
    await worker.terminate();
  };
  try {
    await call("initialize", [{ cacheSize: 0 }]);
    const { shortlist, vocabs, config } = model;
    const buffers = { model: model.model, shortlist, vocabs, qualityModel: null, config };
    await call("loadTranslationModel", [pair, buffers], [...new Set([model.model, shortlist, ...vocabs])]);
    // The engine parses a model at the first text, not before.
    await call("translate", [{ models: [pair], texts: [plain("好")] }]);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get isDead() {
      return death !== undefined;
    },
    translate: async (texts) => {
      const answers = await call("translate", [{ models: [pair], texts: texts.map(plain) }]);
      return (answers as { target: { text: string } }[]).map(({ target }) => target.text);
    },
    close,
  };
}

function plain(text: string) {
  return { text, html: false, qualityScores: false };
}

function workerFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), "worker");
  } catch (cause) {
    throw new EngineError(
      "missing-dependency",
      `The engine "bergamot" needs the package ${PACKAGE}, which could not be found. Run: npm install ${PACKAGE}`,
      { engine: NAME, fatal: true, facts: { package: PACKAGE }, cause },
    );
  }
}

function stopped(reason: string, cause?: unknown): EngineError {
  return failed(`it stopped (${reason})`, cause, true);
}

function failed(reason: string, cause?: unknown, retryable = false): EngineError {
  return new EngineError("engine-failed", `The engine "bergamot" failed: ${reason}.`, {
    engine: NAME,
    retryable,
    cause,
  });
}
