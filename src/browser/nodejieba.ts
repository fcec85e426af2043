import { NotMilletError } from "../errors.js";
import { intlSegmenter } from "../words/intl.js";
import type { DefaultSegmenter } from "../words/nodejieba.js";
import type { WordSegmenter } from "../words/segmenter.js";

export type { DefaultSegmenter };

/** nodejieba is native code: a browser has none. */
export function nodejiebaSegmenter(): WordSegmenter {
  throw new NotMilletError("missing-dependency", "nodejieba cannot be used in a browser: use intlSegmenter().", {
    dependency: "nodejieba",
  });
}

/** In a browser words are split by `Intl.Segmenter`. */
export function defaultSegmenter(): DefaultSegmenter {
  return { ...intlSegmenter(), fallback: undefined };
}
