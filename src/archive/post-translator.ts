import type { CallCounts } from "../engines/counts.js";
import { ArgumentError } from "../errors.js";
import type { Translator } from "../translator.js";
import { type EncodedLine, encodePost, type LineFrame } from "./encoded-line.js";
import { openThreads } from "./threads.js";

/** Translates a text to the line that holds its `BilingualPost`; here and in threads alike. */
export interface PostTranslator {
  translate(text: string, frame: LineFrame): Promise<EncodedLine>;
  counts(): CallCounts;
  /** Ends the worker threads; the translator itself stays open. */
  close(): Promise<void>;
}

/**
 * A translator as a run needs it, over `threads` threads where there are to be several.
 *
 * @throws ArgumentError Where several threads are asked for and the engine is not the embedded one, which waits for a
 *   server or has threads of its own, so that `concurrency` does what threads would; or where the translator has a
 *   segmenter or constructs of its own, which cannot be sent to a thread.
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
  const { segmenter, constructs } = translator.options;
  if (segmenter ?? constructs) {
    const name = segmenter ? "segmenter" : "constructs";
    throw new ArgumentError(`\`threads\` cannot take along your \`${name}\`: functions stay on their thread.`);
  }
  return openThreads(translator, threads);
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
