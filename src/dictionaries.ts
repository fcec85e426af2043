import { load } from "./package.js";

/** Reads a bundled dictionary, such as `"brands.json"` or `"lexicon/core.json"`, when it is first needed. */
export function readDictionary<T>(name: string): T {
  return load(`not-millet/dictionaries/${name}`) as T;
}
