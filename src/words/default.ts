import { intlSegmenter } from "./intl.js";
import { jiebaSegmenter } from "./jieba/jieba.js";
import type { WordSegmenter } from "./segmenter.js";

/** A segmenter that says whether it had to fall back, and why. */
export interface DefaultSegmenter extends WordSegmenter {
  /** Why jieba's dictionary could not be read; `undefined` where it could, or no text has been segmented yet. */
  readonly fallback: string | undefined;
}

/** `jiebaSegmenter` where jieba's dictionary is installed, else `Intl.Segmenter`; chosen at the first text that is segmented. */
export function defaultSegmenter(): DefaultSegmenter {
  let chosen: WordSegmenter | undefined;
  let fallback: string | undefined;
  const choose = (): WordSegmenter => {
    if (chosen) return chosen;
    try {
      chosen = jiebaSegmenter();
      chosen.segment("");
    } catch (error) {
      fallback = (error as Error).message;
      chosen = intlSegmenter();
    }
    return chosen;
  };
  return {
    get name() {
      return choose().name;
    },
    get fallback() {
      return fallback;
    },
    get segment() {
      return choose().segment;
    },
    get cut() {
      return choose().cut;
    },
  };
}
