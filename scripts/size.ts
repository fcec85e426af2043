/**
 * Measures what the library adds to an application's bundle, minified and gzipped: the main entry without its
 * dependencies and dictionaries, one function of it, and each subpath. Fails where the main entry is over its budget.
 *
 *     npm run build && npm run size
 */
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** What the main entry may weigh, in KiB. */
const BUDGET = 30;

const BUNDLES: [what: string, code: string][] = [
  ["the main entry, all of it", 'export * from "./dist/index.js"'],
  ["analyze", 'export { analyze } from "./dist/index.js"'],
  ["Glossary", 'export { Glossary } from "./dist/index.js"'],
  ["intlSegmenter", 'export { intlSegmenter } from "./dist/index.js"'],
  ["render, all of it", 'export * from "./dist/render.js"'],
  ["renderText", 'export { renderText } from "./dist/render.js"'],
];

async function weigh(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    packages: "external",
    charset: "utf8",
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1024;
}

let main = 0;
for (const [what, code] of BUNDLES) {
  const weight = await weigh(code);
  main ||= weight;
  console.log(`${weight.toFixed(1).padStart(6)} KiB  ${what}`);
}
console.log("minified and gzipped; dependencies and dictionaries are apart");
if (main > BUDGET) console.log(`the main entry is over its budget of ${BUDGET} KiB`);
