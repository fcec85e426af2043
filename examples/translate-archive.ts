/**
 * Translates an archive of posts, whatever program saved it, into JSON Lines and a page of HTML beside it.
 *
 *     npx tsx examples/translate-archive.ts weibo.json translated.jsonl
 *
 * Stop it with Ctrl-C and run the same again: it goes on where it was.
 */
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { createTranslator } from "not-millet";
import { convertArchive, progressLine, readArchive, translateArchive } from "not-millet/archive";

const [input, out] = process.argv.slice(2);
if (!input || !out) {
  console.error("usage: translate-archive.ts ARCHIVE OUT.jsonl");
  process.exit(2);
}

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

const translator = createTranslator();
const records = readArchive([input], { onDetect: ({ file, format }) => console.error(`${file} is ${format}`) });
const result = await translateArchive(records, { translator, out, signal: stop.signal });
console.error(progressLine(result));
if (result.failed > 0) console.error(`${result.failed} posts could not be translated: ${result.failures}`);

if (result.isFinished) {
  const pageName = (page: number) => `${basename(out)}-${page}.html`;
  const pages = new Map<number, string>();
  for await (const { page, text } of convertArchive(out, "html", { pageName })) {
    pages.set(page, (pages.get(page) ?? "") + text);
  }
  for (const [page, text] of pages) await writeFile(join(dirname(out), pageName(page)), text);
}
await translator.close();
