import { readDictionary } from "../dictionaries.js";

interface Phrases {
  notNames: { measures: string[]; people: string[]; wishes: string[]; wished: string[]; words: string[] };
  hashtagContinues: { starts: string[] };
  leads: { ends: string[] };
  speech: { verbs: string[] };
  abbreviations: { words: string[] };
}

let loaded: Phrases | undefined;

/** The bundled words that tell what a token or quotation is doing in its sentence; read when first needed. */
export function phrases(): Phrases {
  loaded ??= readDictionary<Phrases>("phrases.json");
  return loaded;
}

/** The words as one alternation for a regular expression, longest first, their special characters escaped. */
export function alternation(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");
}

const MAX_LEAD = 8;
let leads: RegExp | undefined;

/** Tells whether the words between `start` and a token at `at` lead to it, so that it is part of their sentence: 参与#话题#. */
export function isLedTo(text: string, start: number, at: number): boolean {
  leads ??= new RegExp(`(?:${alternation(phrases().leads.ends)})\\s?$`);
  return leads.test(text.slice(Math.max(start, at - MAX_LEAD), at));
}
