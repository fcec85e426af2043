import type { Explained, TranslationUnit } from "../engine.js";
import { build } from "./build.js";
import { parse, type Tree } from "./chart.js";
import { choose } from "./choose.js";
import type { Word } from "./entry.js";
import { type Fixed, segment, termWords } from "./lattice.js";
import type { Lexicon } from "./load.js";
import { standIn } from "./normalized.js";
import type { Leaf } from "./phrases.js";
import { added, type Piece, pieces, type Setting } from "./realise.js";
import { tenseOf } from "./realise-clause.js";
import { type Group, type Stretch, scan } from "./scan.js";
import { write } from "./write.js";

/** Translates one unit. */
export function translateUnit(unit: TranslationUnit, lexicon: Lexicon): Explained {
  const text = standIn(unit.text, lexicon);
  const terms = termWords(unit.text, unit.terms, lexicon);
  return write(partPieces(text, 0, text.length, terms, lexicon, {}));
}

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
const QUOTES = new Map([
  ["“", ['"', '"']],
  ["「", ['"', '"']],
  ["『", ['"', '"']],
  ["‘", ["'", "'"]],
  ["《", ['"', '"']],
  ["〈", ['"', '"']],
  ["（", ["(", ")"]],
  ["【", ["[", "]"]],
]);

function partPieces(
  text: string,
  from: number,
  to: number,
  terms: Fixed,
  lexicon: Lexicon,
  inherited: Partial<Setting>,
): Piece[] {
  const stretches = scan(text, from, to);
  const out: Piece[] = [];
  let tense: Setting["tense"] = inherited.tense ?? "present";
  stretches.forEach((stretch, i) => {
    if (stretch.kind === "mark") {
      if (/[。！？!?.]/.test(text[stretch.start]!)) tense = "present";
      out.push(...markPieces(text, stretch, stretches[i - 1]));
      return;
    }
    const setting: Setting = {
      english: lexicon.english,
      tense,
      question: asks(text, stretches, i),
      ...(i > 0 && previousSubject(stretches, i)),
    };
    const result = clausePieces(text, stretch, terms, lexicon, setting);
    if (result.tense === "past") tense = "past";
    out.push(...result.pieces);
  });
  return out;
}

const previousSubject = (_stretches: readonly Stretch[], _index: number): object => ({});

function markPieces(text: string, stretch: Stretch, before: Stretch | undefined): Piece[] {
  const mark = text[stretch.start]!;
  const english = MARKS.get(mark) ?? mark;
  if (mark === "\n" || mark === "\r") return [];
  if (mark === "—") return before?.kind === "mark" ? [] : [added("-", "mark")];
  if (mark === "…" && before?.kind === "mark" && text[before.start] === "…") return [];
  return [added(english, "mark", mark !== "|" && mark !== "｜")];
}

function asks(text: string, stretches: readonly Stretch[], index: number): boolean {
  const end = stretches.slice(index).find((s) => s.kind === "mark" && /[。！？!?；;.]/.test(text[s.start]!));
  return end !== undefined && /[？?]/.test(text[end.start]!);
}

function clausePieces(
  text: string,
  stretch: Stretch,
  terms: Fixed,
  lexicon: Lexicon,
  setting: Setting,
): { pieces: Piece[]; tense: string } {
  const fixed = new Map(terms);
  for (const group of stretch.groups) fixed.set(group.start, groupWord(text, group, terms, lexicon));
  const words = segment(text, stretch.start, stretch.end, fixed, lexicon);
  const trees = parse(words, lexicon.grammar, text[stretch.end] === ":" || text[stretch.end] === "：");
  let tense = "present";
  const made = trees.flatMap((tree) => {
    const phrase = build(tree, (leaf) => leafOf(leaf, words));
    if (phrase.type === "clause" && tenseOf(phrase, { ...setting, tense: "present" }) === "past") tense = "past";
    return pieces(phrase, "alone", setting);
  });
  return { pieces: made, tense };
}

function leafOf(tree: Tree, words: readonly Word[]): Leaf {
  const word = words[tree.from]!;
  const english = choose(tree.reading!.english, { clause: words, index: tree.from, unit: words });
  return { type: "leaf", word, category: tree.category, english };
}

/** A bracketed part is one word of its clause: its English is made apart. */
function groupWord(text: string, group: Group, terms: Fixed, lexicon: Lexicon): Word {
  const inner = write(partPieces(text, group.start + 1, group.end - 1, terms, lexicon, {})).text;
  const [open, close] = QUOTES.get(group.open) ?? [group.open, group.close];
  const aside = open === "(" || open === "[";
  return {
    text: text.slice(group.start, group.end),
    start: group.start,
    end: group.end,
    readings: [{ category: aside ? "ASIDE" : "QUOTE", english: inner ? `${open}${inner}${close}` : "", cost: 0 }],
  };
}
