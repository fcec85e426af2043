import { setImmediate as turn } from "node:timers/promises";
import { type CallCounts, noCounts } from "../engines/counts.js";
import { createTranslator, type Translator } from "../translator.js";
import { encodePost } from "./encoded-line.js";
import type { PostTranslator } from "./post-translator.js";
import { openWorker } from "./worker-thread.js";

/** A thread that translates one post after another. */
export interface Thread extends PostTranslator {
  /** How many posts it has to do. */
  waiting(): number;
}

/** How many posts a worker has to do before another thread is worth its while. */
const BUSY = 4;

/**
 * Spreads posts over threads, each with an embedded engine of its own and the same glossary.
 *
 * This thread is one of them, so that none is kept only to ask the others, and fewer posts go from one to another and
 * back. Workers start when there is enough to do for them.
 */
export function openThreads(translator: Translator, count: number): PostTranslator {
  const { glossary, engine, options } = translator;
  const { explain } = options;
  // Without a memory, which the workers cannot share: what a line holds must not depend on the thread.
  const here = inTurn(createTranslator({ glossary, engine, explain }));
  const workers: Thread[] = [];
  const threadToAsk = (): Thread => {
    const free = workers.find((worker) => worker.waiting() < BUSY);
    if (free) return free;
    if (here.waiting() === 0) return here;
    if (workers.length < count - 1) workers.push(openWorker(glossary, explain));
    return workers.reduce((least, one) => (one.waiting() < least.waiting() ? one : least), here);
  };
  return {
    translate: (text, frame) => threadToAsk().translate(text, frame),
    counts: () => [here, ...workers].map((thread) => thread.counts()).reduce(sumOf, noCounts()),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** This thread; between two posts the event loop turns, so that the workers are asked and heard. */
function inTurn(translator: Translator): Thread {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    waiting: () => waiting,
    translate: (text, frame) => {
      waiting++;
      const line = last
        .then(() => turn())
        .then(async () => encodePost(await translator.translate(text), frame))
        .finally(() => waiting--);
      last = line.catch(() => {});
      return line;
    },
    counts: () => translator.counts,
    close: async () => {},
  };
}

function sumOf(a: CallCounts, b: CallCounts): CallCounts {
  return {
    sentUnits: a.sentUnits + b.sentUnits,
    sentCharacters: a.sentCharacters + b.sentCharacters,
    savedUnits: a.savedUnits + b.savedUnits,
    savedCharacters: a.savedCharacters + b.savedCharacters,
  };
}
