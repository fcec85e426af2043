import type { UnitRole } from "../engines/engine.js";
import type { SegmentKind } from "../model.js";
import { skipSpaces, trimSpaces } from "../post/chars.js";
import type { ParsedPost, ParsedSegment } from "../post/parse.js";
import { splitSentences } from "../post/sentences.js";
import { contains, firstWhere, type Range } from "../span.js";
import { tidyEnglish } from "./punctuation.js";

/** Something inside a unit that the engine must not change: an accepted term, or a mention or hashtag amid the words. */
export interface Slot extends Range {
  kind: "term" | "token";
  /** Its place in `Post.terms`, or in `ParsedPost.tokens`. */
  index: number;
}

/** A word of a post that looks like a name and is none: its place in the source, and the name that it is not. */
export interface Lookalike extends Range {
  target: string;
}

/** A stretch of the source that is one text for the engine. */
export interface UnitPlan extends Range {
  slots: readonly Slot[];
  /** Words of the unit that only look like a term; engines translate them like any other. Told only beside slots. */
  lookalikes: readonly Lookalike[];
  /** What it is where it is no sentence. */
  role: UnitRole | undefined;
  /** Whether it goes on with a sentence that another unit began. */
  continues: boolean;
}

/** Makes the plan of a unit; all of them have one shape, which is read fastest. */
export function unitPlan(
  { start, end }: Range,
  slots: readonly Slot[],
  { lookalikes = NONE, role, continues = false }: Partial<Pick<UnitPlan, "lookalikes" | "role" | "continues">> = {},
): UnitPlan {
  return { start, end, slots, lookalikes, role, continues };
}

const NONE: readonly never[] = [];

/**
 * A part of a segment, in the order in which the English is put together: a unit for the engine, a literal that is
 * written as it is given, or a token (mention, link, emoticon, hashtag) that stands outside the units.
 */
export type Piece =
  | ({ type: "unit"; unit: UnitPlan } & Range)
  | ({ type: "literal"; text: string } & Range)
  | ({ type: "token"; index: number } & Range);

/** A segment and the pieces that its English is made of. */
export interface SegmentPlan extends Range {
  kind: SegmentKind;
  pieces: Piece[];
}

/** How a post is translated: its segments, and the words of each hashtag by the hashtag's place in `ParsedPost.tokens`. */
export interface PostPlan {
  segments: SegmentPlan[];
  labels: Map<number, UnitPlan>;
}

/**
 * Plans how a post is translated: which stretches of each segment an engine gets, and what is ours to write.
 *
 * @param terms The accepted terms. @param lookalikes Words that are no terms.
 */
export function planPost(parsed: ParsedPost, terms: readonly Range[], lookalikes: readonly Lookalike[] = []): PostPlan {
  const tokens: Slot[] = [];
  const labels = new Map<number, UnitPlan>();
  const termsIn = within(terms.map(({ start, end }, index): Slot => ({ kind: "term", index, start, end })));
  for (const [index, { kind, start, end, nameStart = start + 1, nameEnd = end - 1 }] of parsed.tokens.entries()) {
    if (!STRUCTURE_KINDS.has(kind)) tokens.push({ kind: "token", index, start, end });
    if (kind !== "hashtag") continue;
    const range = { start: nameStart, end: nameEnd };
    labels.set(index, unitPlan(range, termsIn(range), { role: "hashtag" }));
  }
  const cut = cutter(parsed, within(tokens), termsIn, within(lookalikes));
  const segments = parsed.segments.map((segment): SegmentPlan => {
    const { kind, start, end } = segment;
    return { kind, start, end, pieces: piecesOf(segment, parsed, cut) };
  });
  return { segments, labels };
}

/** Tokens that hold other text: what is in them is planned by itself. */
const STRUCTURE_KINDS = new Set<string>(["title", "repost", "reply"]);
const MARKER_KINDS = new Set<string>(["repost", "reply"]);

type Cut = (range: Range, role?: UnitRole) => Piece[];

function piecesOf(segment: ParsedSegment, parsed: ParsedPost, cut: Cut): Piece[] {
  const { text } = parsed;
  if (segment.kind === "separator") return [separator(text, segment)];
  if (segment.kind === "title") {
    const inner = { start: segment.start + 1, end: segment.end - 1 };
    return [literal(segment.start, inner.start, "["), ...cut(inner, "title"), literal(inner.end, segment.end, "]")];
  }
  if (MARKER_KINDS.has(segment.kind)) return [literal(segment.start, segment.end, openingMarker(segment, text))];
  const item =
    segment.list === undefined || segment.item === undefined
      ? undefined
      : parsed.lists[segment.list]?.items[segment.item];
  if (segment.kind !== "item" || !item || item.start !== segment.start) return cut(segment);
  const marker = literal(segment.start, Math.min(item.markerEnd, segment.end), englishMarker(item));
  const role = parsed.lists[segment.list!]!.kind === "steps" ? "step" : undefined;
  return [marker, ...cut({ start: marker.end, end: segment.end }, role)];
}

/** `//@name:` keeps its form with a half-width colon; `回复@name:` becomes `Reply to @name:`. */
function openingMarker(segment: ParsedSegment, text: string): string {
  const name = segment.token?.name ?? "";
  const repost = segment.kind === "repost";
  if (repost && !text.slice(segment.start, segment.end).includes("回")) return `//@${name}:`;
  return repost ? `//Reply to @${name}:` : `Reply to @${name}:`;
}

const STEP_WORD = /步|step/iu;
const OPENING = /^[（(]/u;
const CLOSING = /[）)]/u;

/** The English form of a list marker: `Step 2:` where the source says 步; else `(2)`, `2)` or `2.`, as it is written there. */
function englishMarker({ ordinal, marker }: { ordinal: number; marker: string }): string {
  if (STEP_WORD.test(marker)) return `Step ${ordinal}:`;
  if (OPENING.test(marker)) return `(${ordinal})`;
  return CLOSING.test(marker) ? `${ordinal})` : `${ordinal}.`;
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/g;

/** Line breaks stay, delimiters are written in English, spaces are left to the seams. */
function separator(text: string, { start, end }: Range): Piece {
  const source = text.slice(start, end);
  if (source === " ") return literal(start, end, "");
  const breaks = source.match(LINE_BREAK)?.join("") ?? "";
  return literal(start, end, tidyEnglish(source.replace(/\s/gu, "")) + breaks);
}

function literal(start: number, end: number, text: string): Piece & { type: "literal" } {
  return { type: "literal", start, end, text };
}

/** Finds, by halving, which of the places lie within a range. */
function within<T extends Range>(unordered: readonly T[]): (range: Range) => T[] {
  if (unordered.length === 0) return () => [];
  const places = [...unordered].sort((a, b) => a.start - b.start);
  return (range) => {
    const found: T[] = [];
    const low = firstWhere(places.length, (i) => places[i]!.start >= range.start);
    for (let i = low; i < places.length && places[i]!.start < range.end; i++)
      if (contains(range, places[i]!)) found.push(places[i]!);
    return found;
  };
}

/** Cuts prose into sentences, and a sentence into units and the tokens that stand outside them. */
function cutter(
  parsed: ParsedPost,
  tokensIn: (range: Range) => Slot[],
  termsIn: (range: Range) => Slot[],
  lookalikesIn: (range: Range) => Lookalike[],
): Cut {
  const { text } = parsed;
  const slotsOf = (range: Range, carried: readonly Slot[]): Slot[] => {
    const terms = termsIn(range);
    if (carried.length === 0) return terms;
    const outside = terms.filter((term) => !carried.some((token) => contains(token, term)));
    return [...outside, ...carried].sort((a, b) => a.start - b.start);
  };
  const cutSentence = (sentence: Range, role: UnitRole | undefined): Piece[] => {
    const pieces: Piece[] = [];
    let from = sentence.start;
    let carried: Slot[] = [];
    const flush = (to: number) => {
      const lead = pieces.length > 0 ? leadingPunctuation(text, from, to) : from;
      if (lead > from) pieces.push(literal(from, lead, tidyEnglish(text.slice(from, lead))));
      const start = skipSpaces(text, lead, to);
      const end = trimSpaces(text, start, to);
      if (start < end) {
        const range = { start, end };
        const slots = slotsOf(range, carried);
        const lookalikes = slots.length > 0 ? lookalikesIn(range) : NONE;
        const continues = pieces.some(({ type }) => type === "unit");
        pieces.push({ type: "unit", start, end, unit: unitPlan(range, slots, { lookalikes, role, continues }) });
      }
      carried = [];
    };
    const tokens = tokensIn(sentence);
    tokens.forEach((slot, i) => {
      if (isCarried(text, parsed, tokens, i, sentence)) {
        carried.push(slot);
        return;
      }
      flush(slot.start);
      pieces.push({ type: "token", index: slot.index, start: slot.start, end: slot.end });
      from = slot.end;
    });
    flush(sentence.end);
    return pieces;
  };
  return (range, role) => {
    const sentences = withoutCuts(splitSentences(text, range.start, range.end), tokensIn(range));
    return sentences.flatMap((sentence) =>
      cutSentence(sentence, role ?? (isHeadline(sentence, parsed) ? "title" : undefined)),
    );
  };
}

const LONGEST_HEADLINE = 30;
const NO_HEADLINE = /[，,。！？!?；;：:…~～@#、\p{Extended_Pictographic}]/u;
const TOLD = /[，。！？；]/;

/** A post's first line is its headline where it has no punctuation, and what stands under it has, or is a list. */
function isHeadline({ start, end }: Range, { text, lists }: ParsedPost): boolean {
  if (end - start > LONGEST_HEADLINE || text.slice(0, start).trim() || NO_HEADLINE.test(text.slice(start, end)))
    return false;
  const below = /^[ \t]*[\r\n]\s*/.exec(text.slice(end, end + LONGEST_HEADLINE));
  if (!below) return false;
  const next = end + below[0].length;
  const line = /.*/y;
  line.lastIndex = next;
  return TOLD.test(line.exec(text)?.[0] ?? "") || lists.some(({ items }) => items[0]?.start === next);
}

/** Joins sentences that were parted within a token: a hashtag may hold a question. */
function withoutCuts(sentences: readonly Range[], tokens: readonly Slot[]): readonly Range[] {
  if (sentences.length < 2 || tokens.length === 0) return sentences;
  const joined: Range[] = [];
  let next = 0;
  for (const { start, end } of sentences) {
    while (next < tokens.length && tokens[next]!.end <= start) next++;
    const last = joined.at(-1);
    if (last && next < tokens.length && tokens[next]!.start < start) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

const HAN = /\p{Script=Han}/u;

/**
 * A mention or hashtag travels inside a unit when it is a word of the sentence: Chinese follows it, and it begins the
 * sentence or Chinese stands before it too, and no other token beside it. Rows of them stand outside, as links do.
 */
function isCarried(text: string, parsed: ParsedPost, tokens: readonly Slot[], i: number, sentence: Range): boolean {
  const slot = tokens[i]!;
  const kind = parsed.tokens[slot.index]!.kind;
  if (kind !== "mention" && kind !== "hashtag") return false;
  const before = neighbour(text, slot.start - 1, -1, sentence);
  const after = neighbour(text, slot.end, 1, sentence);
  if (tokens[i - 1]?.end === before + 1 || tokens[i + 1]?.start === after) return false;
  const leads = before < sentence.start;
  return (leads || isHan(text, before, sentence)) && isHan(text, after, sentence);
}

function neighbour(text: string, from: number, step: 1 | -1, sentence: Range): number {
  let at = from;
  while (at >= sentence.start && at < sentence.end && text[at] === " ") at += step;
  return at;
}

function isHan(text: string, at: number, sentence: Range): boolean {
  return at >= sentence.start && at < sentence.end && HAN.test(text[at]!);
}

const PUNCTUATION = /[，。！？；：、,.!?;:～~…]+/uy;

/** Where the punctuation ends that follows a token: it belongs to what stands before it, and no engine need see it. */
function leadingPunctuation(text: string, start: number, end: number): number {
  PUNCTUATION.lastIndex = start;
  const match = PUNCTUATION.exec(text);
  return match ? Math.min(end, start + match[0].length) : start;
}
