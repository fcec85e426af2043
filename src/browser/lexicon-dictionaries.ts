import { dictionaryTexts } from "./lexicon-texts.js";

/** Reads a dictionary of the embedded engine; in the browser build it is loaded with the code that reads it. */
export function readDictionary<T>(name: string): T {
  return JSON.parse(dictionaryTexts[name]!) as T;
}
