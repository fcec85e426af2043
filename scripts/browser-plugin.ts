import { readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";

/** Where the files are that take the place of what a browser does not have. */
const STAND_INS: [filter: RegExp, file: string][] = [
  [/^node:module$/, "src/browser/module.ts"],
  [/^node:fs$/, "src/browser/fs.ts"],
  [/^node:crypto$/, "src/browser/crypto.ts"],
  [/\/words\/(?:default|nodejieba|jieba\/jieba)\.js$/, "src/browser/segmenters.ts"],
  [/^csv-parse\/sync$/, "node_modules/csv-parse/dist/esm/sync.js"],
  [/^csv-stringify\/sync$/, "node_modules/csv-stringify/dist/esm/sync.js"],
];

/** The rooms that read the embedded engine's dictionaries: these go where the code of the rooms goes, loaded on demand. */
const LEXICON_ROOMS = /[\\/](?:engines[\\/]lexicon|terminology[\\/]mine)[\\/]/;
const isOfLexicon = (name: string): boolean => name.startsWith("lexicon/") || name === "mining.json";

interface Build {
  onResolve(
    options: { filter: RegExp },
    resolve: (imported: { importer: string }) => { path: string } | undefined,
  ): void;
  onLoad(options: { filter: RegExp }, load: () => { contents: string; loader: "ts" }): void;
}

/** An esbuild plugin: puts stand-ins in the place of Node's modules, and the dictionaries into the bundle as texts. */
export const browserPlugin = {
  name: "browser",
  setup(build: Build): void {
    for (const [filter, file] of STAND_INS) build.onResolve({ filter }, () => ({ path: resolve(file) }));
    build.onResolve({ filter: /\/dictionaries\.js$/ }, ({ importer }) =>
      LEXICON_ROOMS.test(importer) ? { path: resolve("src/browser/lexicon-dictionaries.ts") } : undefined,
    );
    const dictionaries = readDictionaries();
    for (const [file, has] of [
      [/src[\\/]browser[\\/]dictionaries\.ts$/, (name: string) => !isOfLexicon(name)],
      [/src[\\/]browser[\\/]lexicon-texts\.ts$/, isOfLexicon],
    ] as const) {
      build.onLoad({ filter: file }, () => {
        const texts = Object.fromEntries(Object.entries(dictionaries).filter(([name]) => has(name)));
        return { contents: `export const dictionaryTexts = ${JSON.stringify(texts)};`, loader: "ts" };
      });
    }
  },
};

function readDictionaries(): Record<string, string> {
  const files = (readdirSync("dictionaries", { recursive: true }) as string[]).filter(
    (file) => file.endsWith(".json") && !file.endsWith(".schema.json"),
  );
  const textOf = (file: string) => JSON.stringify(JSON.parse(readFileSync(join("dictionaries", file), "utf8")));
  return Object.fromEntries(files.map((file) => [file.split(sep).join("/"), textOf(file)]));
}
