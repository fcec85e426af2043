import { parentPort, workerData } from "node:worker_threads";
import type { CallCounts } from "../engines/counts.js";
import { EngineError, type EngineErrorCode } from "../errors.js";
import { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { createTranslator } from "../translator.js";
import { encodePost, type LineFrame } from "./encoded-line.js";

/** What a worker is started with: the glossary, and whether lines hold glosses. */
export interface WorkerSettings {
  name: string;
  version: string;
  /** The entries in JSON: what comes as objects has strings of its own for the same words, which V8 compares letter by letter. */
  entries: string;
  explain: boolean;
}

/** What a worker is asked, several at a time: to translate a text to a line. */
export interface Question {
  id: number;
  text: string;
  frame: LineFrame;
}

/** What became of one question: a line, said by its length in bytes and its digest, or an error. */
export interface Answer {
  id: number;
  length: number;
  sum: string;
  error?: { code: EngineErrorCode; message: string; fatal: boolean };
}

/** What a worker sends: answers, their lines one behind the other, and what its engine has done so far. */
export interface Answers {
  answers: Answer[];
  bytes: Uint8Array<ArrayBuffer>;
  counts: CallCounts;
}

/** Answers wait so long for others, in milliseconds: each message wakes the other thread, which costs as much as it holds. */
const SEND_EVERY_MS = 10;

const { name, version, explain, ...glossary } = workerData as WorkerSettings;
const entries = JSON.parse(glossary.entries) as GlossaryEntry[];
const translator = createTranslator({ glossary: Glossary.of(entries, { name, version }), explain });
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
  let lines: Uint8Array[] = [];
  let sent = performance.now();
  for (let question = questions.shift(); question; question = questions.shift()) {
    const { bytes, ...answer } = await answerTo(question);
    answers.push(answer);
    lines.push(bytes);
    if (questions.length > 0 && performance.now() - sent < SEND_EVERY_MS) continue;
    send(answers, lines);
    answers = [];
    lines = [];
    sent = performance.now();
  }
  isAtWork = false;
}

/** Sends answers with one copy of the bytes of all their lines. */
function send(answers: Answer[], lines: readonly Uint8Array[]): void {
  const bytes = joined(lines);
  parentPort!.postMessage({ answers, bytes, counts: translator.counts } satisfies Answers);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}

async function answerTo({ id, text, frame }: Question): Promise<Answer & { bytes: Uint8Array }> {
  try {
    const { bytes, sum } = encodePost(await translator.translate(text), frame);
    return { id, length: bytes.length, sum, bytes };
  } catch (error) {
    const { code = "engine-failed", fatal = false } = error instanceof EngineError ? error : {};
    const message = error instanceof Error ? error.message : String(error);
    const nothing = { length: 0, sum: "", bytes: new Uint8Array() };
    return { id, ...nothing, error: { code: code as EngineErrorCode, message, fatal } };
  }
}
