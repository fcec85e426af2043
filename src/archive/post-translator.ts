import type { CallCounts } from "../engines/counts.js";
import { ArgumentError } from "../errors.js";
import type { Translator } from "../translator.js";
import { type EncodedLine, encodePost, type LineFrame } from "./encoded-line.js";
import { openThreads } from "./threads.js";

/** Translates a text to the line that holds its `BilingualPost`; here and in threads alike. */
export interface PostTranslator {
  translate(text: string, frame: LineFrame): Promise<EncodedLine>;
  counts(): CallCounts;
  /** Ends the threads; the translator itself stays open. */
  close(): Promise<void>;
}

/**
 * A translator as a run needs it, in `threads` worker threads where there are to be several.
 *
 * @throws ArgumentError Where several threads are asked for and the engine is not the embedded one: it waits for a
 *   server or has threads of its own, and `concurrency` does what threads would.
 */
export function postTranslator(translator: Translator, threads = 1): PostTranslator {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new ArgumentError(`Expected \`threads\` to be a whole number from 1 up, but received ${String(threads)}.`);
  }
  if (threads === 1) return onThisThread(translator);
  if (translator.engine.name !== "lexicon") {
    const { name } = translator.engine;
    throw new ArgumentError(`\`threads\` is for the embedded engine; with "${name}" raise \`concurrency\` instead.`, {
      engine: name,
    });
  }
  return openThreads(translator.glossary, threads);
}

function onThisThread(translator: Translator): PostTranslator {
  const before = { ...translator.counts };
  return {
    translate: async (text, frame) => encodePost(await translator.translate(text), frame),
    counts: () => ({
      sentUnits: translator.counts.sentUnits - before.sentUnits,
      sentCharacters: translator.counts.sentCharacters - before.sentCharacters,
      savedUnits: translator.counts.savedUnits - before.savedUnits,
      savedCharacters: translator.counts.savedCharacters - before.savedCharacters,
    }),
    close: async () => {},
  };
}
