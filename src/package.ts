import { createRequire } from "node:module";

let version: string | undefined;

/** The version of this package. */
export function packageVersion(): string {
  version ??= (createRequire(import.meta.url)("not-millet/package.json") as { version: string }).version;
  return version;
}
