import { createRequire } from "./module.js";

/** Stands in for `node:fs` in the browser build: the only files are those of modules that `createRequire` finds. */
export function readFileSync(name: string): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(createRequire()(name)));
}
