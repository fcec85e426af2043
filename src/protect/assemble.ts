import type { TermStatus } from "../model.js";
import type { ParsedPost } from "../post/parse.js";
import { firstFrom, type Range } from "../span.js";
import { applyEdits } from "./edits.js";
import type { Piece, Slot, UnitPlan } from "./pieces.js";
import type { PostPlan, SegmentPlan } from "./plan.js";
import { needsSpace } from "./punctuation.js";
import type { RestoredUnit } from "./restore.js";
import type { TranslatedPlan } from "./translate.js";

/** The English of a post and where each piece of it came out. */
export interface Assembly {
  text: string;
  /** One for each segment, in order; they make up the text. */
  segments: Range[];
  /** Where the tokens came out, by their place in `ParsedPost.tokens`. */
  tokens: Map<number, Range>;
  /** Where the accepted terms came out and how, by their place in `Post.terms`. */
  terms: Map<number, { range: Range; status: TermStatus }>;
  /** For each unit the map from ranges of the engine's own text into the text. */
  units: Map<UnitPlan, (range: Range) => Range>;
}

/** What a link counts as having at its end: words written right behind one would go on with it, though it ends in a slash. */
const LIKE_A_LETTER = "a";

/** Puts the English of a post together, piece by piece, and notes where each piece comes to stand. */
export function assemble(parsed: ParsedPost, { plan, restored }: TranslatedPlan): Assembly {
  const tokenText = (index: number) => parsed.text.slice(parsed.tokens[index]!.start, parsed.tokens[index]!.end);
  const result: Assembly = { text: "", segments: [], tokens: new Map(), terms: new Map(), units: new Map() };
  // To read the last character of a text under way would copy all of it each time.
  let lastCharacter = "";

  /** Writes a piece and returns where it begins; a space before it belongs to the segment before. */
  const write = (text: string): number => {
    if (text === "") return result.text.length;
    if (needsSpace(lastCharacter, text)) {
      const last = result.segments.at(-1);
      if (last?.end === result.text.length) last.end++;
      result.text += " ";
    }
    const start = result.text.length;
    result.text += text;
    lastCharacter = text.charAt(text.length - 1);
    return start;
  };

  const noteTerms = (unit: UnitPlan, { slots }: RestoredUnit, place: (range: Range) => Range) => {
    for (const [i, slot] of unit.slots.entries()) {
      const { range, status } = slots[i]!;
      if (slot.kind === "term" && range) result.terms.set(slot.index, { range: place(range), status });
    }
  };

  const writeHashtag = (index: number, label: UnitPlan) => {
    const english = restored.get(label)!;
    const start = write(`#${english.text}#`);
    const place = shifted(start + 1);
    result.tokens.set(index, { start, end: start + english.text.length + 2 });
    result.units.set(label, (range) => place(english.map(range)));
    noteTerms(label, english, place);
  };

  const writeToken = (index: number) => {
    const label = plan.labels.get(index);
    if (label) return writeHashtag(index, label);
    const text = tokenText(index);
    const start = write(text);
    if (parsed.tokens[index]!.kind === "url") lastCharacter = LIKE_A_LETTER;
    result.tokens.set(index, { start, end: start + text.length });
  };

  /** Hashtags inside a unit are still Chinese in what was restored: their English is written in here. */
  const writeUnit = (unit: UnitPlan) => {
    const english = restored.get(unit)!;
    if (unit.slots.length === 0) {
      const move = shifted(write(english.text));
      result.units.set(unit, (range) => move(english.map(range)));
      return;
    }
    const carried = unit.slots.flatMap((slot, i) => carriedHashtag(slot, english.slots[i]!.range, plan, restored));
    carried.sort((a, b) => a.start - b.start);
    const edited = applyEdits(english.text, carried);
    const start = write(edited.text);
    const move = shifted(start);
    const place = (range: Range) => move(edited.map(range));
    result.units.set(unit, (range) => place(english.map(range)));
    noteTerms(unit, english, place);
    unit.slots.forEach((slot, i) => {
      const { range } = english.slots[i]!;
      if (slot.kind === "token" && range) result.tokens.set(slot.index, place(range));
    });
    for (const { label, english: inner, ...range } of carried) {
      const within = shifted(place(range).start + 1);
      result.units.set(label, (innerRange) => within(inner.map(innerRange)));
      noteTerms(label, inner, within);
    }
  };

  /** A `//@name:` holds mentions that are written with it. */
  const noteMentions = (piece: Piece & { type: "literal" }, start: number) => {
    for (let i = firstFrom(parsed.tokens, piece.start); i < parsed.tokens.length; i++) {
      if (parsed.tokens[i]!.start >= piece.end) break;
      const at = parsed.tokens[i]!.kind === "mention" ? piece.text.indexOf(tokenText(i)) : -1;
      if (at >= 0) result.tokens.set(i, { start: start + at, end: start + at + tokenText(i).length });
    }
  };

  const writePiece = (piece: Piece, segment: SegmentPlan) => {
    if (piece.type === "token") return writeToken(piece.index);
    if (piece.type === "unit") return writeUnit(piece.unit);
    const start = write(piece.text);
    if (segment.kind === "repost" || segment.kind === "reply") noteMentions(piece, start);
  };

  for (const segment of plan.segments) {
    const before = result.text.length;
    for (const piece of segment.pieces) writePiece(piece, segment);
    const start = result.segments.at(-1)?.end ?? before;
    result.segments.push({ start, end: result.text.length });
  }
  return result;
}

function shifted(by: number): (range: Range) => Range {
  return ({ start, end }) => ({ start: start + by, end: end + by });
}

function carriedHashtag(
  slot: Slot,
  range: Range | null,
  plan: PostPlan,
  restored: ReadonlyMap<UnitPlan, RestoredUnit>,
) {
  const label = slot.kind === "token" && range ? plan.labels.get(slot.index) : undefined;
  if (!label || !range) return [];
  const english = restored.get(label)!;
  return [{ ...range, replacement: `#${english.text}#`, label, english }];
}
