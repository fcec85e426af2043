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
    const jieba = jiebaSegmenter();
    try {
      jieba.segment("");
      return jieba;
    } catch (error) {
      fallback = error instanceof Error ? error.message : String(error);
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
    segment(text) {
      chosen ??= choose();
      return chosen.segment(text);
    },
    cut(text) {
      chosen ??= choose();
      return chosen.cut?.(text) ?? chosen.segment(text).map((word) => word.text);
    },
  };
}
