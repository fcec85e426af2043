import { packageVersion } from "../package.js";
import type { Engine } from "./engine.js";
import { lazily } from "./lazy.js";

/**
 * The embedded engine, which a translator has by default: offline, the same output every time. Its code and its
 * dictionaries are loaded at the first unit. Its model is the version of this package, as another one may say it otherwise.
 *
 * @example
 * const engine = fallback(deepl(), lexicon());
 */
export function lexicon(): Engine {
  const engine = lazily(async () => (await import("./lexicon/index.js")).lexiconEngine());
  return {
    name: "lexicon",
    get model() {
      return packageVersion();
    },
    carry: "native",
    translate: async (units, call) => (await engine.get()).translate(units, call),
    explain: async (units, call) => (await engine.get()).explain(units, call),
  };
}
