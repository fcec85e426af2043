/**
 * Measures what lines of code that use the built package add to an application's bundle.
 *
 *     npm run build && npm run size
 */

import { endWithReader } from "../src/cli/reader.js";
import { weigh } from "./weigh.js";

endWithReader();

const LINES: [code: string, from: string][] = [
  ["{ translate }", "index.js"],
  ["{ analyze }", "index.js"],
  ["{ Glossary }", "index.js"],
  ["{ intlSegmenter }", "index.js"],
  ["*", "index.js"],
  ["{ renderText }", "render.js"],
  ["{ renderHtml }", "render.js"],
  ["*", "render.js"],
];

const kib = (bytes: number): string => (bytes / 1024).toFixed(1);

console.log("| imported | at the start | as one file | dependencies at the start |\n| --- | --- | --- | --- |");
for (const [names, from] of LINES) {
  const code = `export ${names} from "./dist/${from}"`;
  const own = await weigh(code);
  const all = await weigh(code, { withDependencies: true });
  const subpath = from === "index.js" ? "not-millet" : "not-millet/render";
  const dependencies =
    own.dependencies.length > 0 ? `${kib(all.start - own.start)}: ${own.dependencies.join(", ")}` : "none";
  console.log(`| \`${names}\` of \`${subpath}\` | ${kib(own.start)} | ${kib(own.whole)} | ${dependencies} |`);
}
console.log("\nKiB, minified and gzipped; dictionaries are files of their own, read when they are needed.");
