import { NotMilletError } from "../errors.js";
import type { DefaultSegmenter } from "../words/default.js";
import { intlSegmenter } from "../words/intl.js";
import type { WordSegmenter } from "../words/segmenter.js";

export type { DefaultSegmenter };

/** jieba's dictionary is a file: a browser has none. */
export function jiebaSegmenter(): WordSegmenter {
  throw notHere("jieba's dictionary cannot be read");
}

/** nodejieba is native code: a browser has none. */
export function nodejiebaSegmenter(): WordSegmenter {
  throw notHere("nodejieba cannot be used");
}

function notHere(what: string): NotMilletError {
  return new NotMilletError("missing-dependency", `${what} in a browser: use intlSegmenter().`, {
    dependency: "nodejieba",
  });
}

/** In a browser words are split by `Intl.Segmenter`. */
export function defaultSegmenter(): DefaultSegmenter {
  return { ...intlSegmenter(), fallback: undefined };
}
