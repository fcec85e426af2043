import type { SegmentKind } from "../model.js";
import type { Range } from "../span.js";
import { hasWords, isSpace, skipSpaces, trimSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import { alternation, phrases } from "./phrases.js";
import { splitSentences } from "./sentences.js";

/** A segment as the parse makes it; separators are what lies between them. */
export interface Piece extends Range {
  kind: SegmentKind;
  token?: Token;
}

const STANDALONE = new Set<string>(["hashtag", "mention", "url", "emoticon"]);
const LINKS = /[~～]/;
const DELIMITERS = "，,、：:；;。|｜·~～→";

let continues: RegExp | undefined;
let leads: RegExp | undefined;

/** #话题#是……: the words after the hashtag go on with it. */
function isCarriedOn(text: string, at: number): boolean {
  continues ??= new RegExp(alternation(phrases().hashtagContinues.starts), "y");
  continues.lastIndex = at;
  return continues.test(text);
}

/** 参与#话题#: the words before the hashtag lead to it. */
function isLedTo(text: string, start: number, at: number): boolean {
  leads ??= new RegExp(`(?:${alternation(phrases().hashtagLeads.ends)})\\s?$`);
  return leads.test(text.slice(Math.max(start, at - 8), at));
}

function pieceOf(token: Token): Piece {
  return { kind: token.kind as SegmentKind, start: token.start, end: token.end, token };
}

/** How many of the tokens with which a sentence begins stand by themselves before it. */
function countLeading(text: string, range: Range, tokens: readonly Token[]): number {
  let count = 0;
  let at = range.start;
  while (count < tokens.length && STANDALONE.has(tokens[count]!.kind) && tokens[count]!.start === at) {
    at = skipSpaces(text, tokens[count]!.end, range.end);
    count++;
  }
  if (count === 0 || !hasWords(text, at, range.end)) return count;
  const last = tokens[count - 1]!;
  const partOfSentence =
    last.kind === "mention" ? tokens[count - 2]?.kind !== "mention" : last.kind === "hashtag" && isCarriedOn(text, at);
  return partOfSentence ? count - 1 : count;
}

/** The index of the first of the tokens with which a sentence ends that stands by itself after it. */
function firstTrailing(text: string, range: Range, tokens: readonly Token[]): number {
  let first = tokens.length;
  let at = range.end;
  while (first > 0 && STANDALONE.has(tokens[first - 1]!.kind) && tokens[first - 1]!.end === at) {
    first--;
    at = tokens[first]!.start;
    while (at > range.start && isSpace(text.charCodeAt(at - 1))) at--;
  }
  if (first === tokens.length || LINKS.test(text.charAt(at - 1))) return first;
  const spaced = (token: Token): boolean => isSpace(text.charCodeAt(token.start - 1));
  while (first < tokens.length && !(tokens[first]!.kind === "hashtag" && spaced(tokens[first]!))) first++;
  if (first < tokens.length && isLedTo(text, range.start, tokens[first]!.start)) return tokens.length;
  const rest = tokens.slice(first);
  return rest.every((token) => token.kind === "hashtag" || token.kind === "emoticon") ? first : tokens.length;
}

function addWords(text: string, { start, end }: Range, out: Piece[]): void {
  const from = skipDelimiters(text, start, end);
  if (hasWords(text, from, end)) out.push({ kind: "sentence", start: from, end });
}

function addSentence(text: string, range: Range, tokens: readonly Token[], out: Piece[]): void {
  const leading = countLeading(text, range, tokens);
  const rest = tokens.slice(leading);
  let start = range.start;
  for (const token of tokens.slice(0, leading)) {
    out.push(pieceOf(token));
    start = token.end;
  }
  start = skipDelimiters(text, start, rest[0]?.start ?? range.end);
  const trailing = firstTrailing(text, { start, end: range.end }, rest);
  const end = trailing < rest.length ? trimSpaces(text, start, rest[trailing]!.start) : range.end;
  const inside = rest.slice(0, trailing);
  if (inside.length > 0 || hasWords(text, start, end)) {
    const alone = inside.length > 0 && inside.every((t) => STANDALONE.has(t.kind)) && isBare(text, start, end, inside);
    if (alone) for (const token of inside) out.push(pieceOf(token));
    else out.push({ kind: "sentence", start, end });
  }
  for (const token of rest.slice(trailing)) out.push(pieceOf(token));
}

/** Whether there are no words but those of the tokens. */
function isBare(text: string, start: number, end: number, tokens: readonly Token[]): boolean {
  let at = start;
  for (const token of tokens) {
    if (hasWords(text, at, token.start)) return false;
    at = token.end;
  }
  return !hasWords(text, at, end);
}

/** Skips what only joins a sentence to the hashtag, mention or item before it: spaces, a comma, a colon. */
function skipDelimiters(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && (isSpace(text.charCodeAt(i)) || DELIMITERS.includes(text.charAt(i)))) i++;
  return i;
}

/**
 * Splits prose between `start` and `end` into sentences and the hashtags, mentions, links and emoticons that stand by
 * themselves: before a sentence, after its closing punctuation, or alone.
 *
 * `tokens` are those of the range, in order. What joins a token to its sentence leaves it there: #话题#是…, 参与#话题#,
 * @name at the head of what he does. Pieces are added to `out` in order; what lies between them is separators.
 */
export function addProse(text: string, start: number, end: number, tokens: readonly Token[], out: Piece[]): void {
  let next = 0;
  for (const range of splitSentences(text, start, end, tokens)) {
    const first = next;
    while (next < tokens.length && tokens[next]!.start < range.end) next++;
    if (first === next) addWords(text, range, out);
    else addSentence(text, range, tokens.slice(first, next), out);
  }
}
