import { parentPort, workerData } from "node:worker_threads";
import type { CallCounts } from "../engines/counts.js";
import { EngineError, type EngineErrorCode } from "../errors.js";
import { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { createTranslator } from "../translator.js";
import { type EncodedLine, encodePost, type LineFrame } from "./encoded-line.js";

/** What a worker is started with: the glossary. */
export interface WorkerSettings {
  name: string;
  version: string;
  /** The entries in JSON: what comes as objects has strings of its own for the same words, which V8 compares letter by letter. */
  entries: string;
}

/** What a worker is asked, several at a time: to translate a text to a line. */
export interface Question {
  id: number;
  text: string;
  frame: LineFrame;
}

/** What became of one question. */
export interface Answer {
  id: number;
  line?: EncodedLine;
  error?: { code: EngineErrorCode; message: string; fatal: boolean };
}

/** What a worker sends: answers, and what its engine has done so far. */
export interface Answers {
  answers: Answer[];
  counts: CallCounts;
}

/** Answers wait so long for others, in milliseconds: each message wakes the other thread, which costs as much as it holds. */
const SEND_EVERY_MS = 10;

const { name, version, ...glossary } = workerData as WorkerSettings;
const entries = JSON.parse(glossary.entries) as GlossaryEntry[];
const translator = createTranslator({ glossary: Glossary.of(entries, { name, version }) });
const questions: Question[] = [];
let isAtWork = false;

parentPort!.on("message", (more: Question[]) => {
  questions.push(...more);
  if (!isAtWork) void work();
});

/** Answers until there is no question left, one after another: nothing waits for anything here. */
async function work(): Promise<void> {
  isAtWork = true;
  let answers: Answer[] = [];
  let sent = performance.now();
  for (let question = questions.shift(); question; question = questions.shift()) {
    answers.push(await answerTo(question));
    if (questions.length > 0 && performance.now() - sent < SEND_EVERY_MS) continue;
    send(answers);
    answers = [];
    sent = performance.now();
  }
  isAtWork = false;
}

function send(answers: Answer[]): void {
  const transferred = answers.flatMap(({ line }) => (line ? [line.bytes.buffer] : []));
  parentPort!.postMessage({ answers, counts: translator.counts } satisfies Answers, transferred);
}

async function answerTo({ id, text, frame }: Question): Promise<Answer> {
  try {
    return { id, line: encodePost(await translator.translate(text), frame) };
  } catch (error) {
    const { code = "engine-failed", fatal = false } = error instanceof EngineError ? error : {};
    const message = error instanceof Error ? error.message : String(error);
    return { id, error: { code: code as EngineErrorCode, message, fatal } };
  }
}
