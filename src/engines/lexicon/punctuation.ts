import { added, type Piece } from "./piece.js";
import type { Stretch } from "./scan.js";

/** A mark that ends a sentence. */
export const SENTENCE_END = /[。！？!?.;；\n]/;

/** Whether a mark is a comma. */
export const isComma = (text: string, stretch: Stretch): boolean => /[,，]/.test(text[stretch.start] ?? "");

const MARKS = new Map(
  Object.entries({
    "，": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "；": ";",
    "：": ":",
    "…": "...",
    "～": "~",
    "｜": "|",
  }),
);

/** The English of a mark; a line break and a dash or an ellipsis said twice have none. */
export function markPieces(text: string, stretch: Stretch, before: Stretch | undefined): Piece[] {
  if (stretch.end === stretch.start) return [];
  const mark = text[stretch.start]!;
  const english = mark === " " ? "," : (MARKS.get(mark) ?? mark);
  if (mark === "\n" || mark === "\r") return [];
  if (mark === "—") return before?.kind === "mark" ? [] : [added("-", "mark")];
  if (mark === "…" && before?.kind === "mark" && text[before.start] === "…") return [];
  return [added(english, "mark", mark !== "|" && mark !== "｜")];
}

/** Whether the sentence of a stretch ends in a mark that the expression fits. */
export function sentenceEndsIn(wanted: RegExp, text: string, stretches: readonly Stretch[], index: number): boolean {
  const end = stretches.slice(index).find((s) => s.kind === "mark" && /[。！？!?；;.]/.test(text[s.start]!));
  return end !== undefined && wanted.test(text[end.start] ?? "");
}

/** What opens and closes a bracketed part in English, by what opens it in Chinese. */
export const QUOTES = new Map([
  ["“", ['"', '"']],
  ["「", ['"', '"']],
  ["『", ['"', '"']],
  ["‘", ["'", "'"]],
  ["《", ['"', '"']],
  ["〈", ['"', '"']],
  ["（", ["(", ")"]],
  ["【", ["[", "]"]],
]);
