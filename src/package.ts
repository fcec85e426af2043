import { createRequire } from "node:module";

/**
 * Loads, when it is needed, what most callers never need, what may be missing, and this package's own files; found by
 * name, so that the source, the built files and a bundle of an application all find the same.
 *
 * @throws what Node's `require` throws where there is no such package or file.
 */
export const load = /* @__PURE__ */ createRequire(import.meta.url);

/** The version of this package. */
export function packageVersion(): string {
  return (load("not-millet/package.json") as { version: string }).version;
}
