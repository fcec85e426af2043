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
    try {
      const jieba = jiebaSegmenter();
      jieba.segment("");
      return jieba;
    } catch (error) {
      fallback = (error as Error).message;
      return intlSegmenter();
    }
  };
  return {
    get name() {
      return chosen?.name ?? "jieba";
    },
    get fallback() {
      return fallback;
    },
    get segment() {
      chosen ??= choose();
      return chosen.segment;
    },
    get cut() {
      chosen ??= choose();
      return chosen.cut;
    },
  };
}
