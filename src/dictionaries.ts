import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * Reads a bundled dictionary, such as `"brands.json"` or `"lexicon/core.json"`, when it is first needed.
 *
 * The package is found by its own name, so that the source, the built files and a bundle of an application all find the
 * same files.
 */
export function readDictionary<T>(name: string): T {
  return load(`not-millet/dictionaries/${name}`) as T;
}
