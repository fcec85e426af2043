import type { SegmentKind } from "../model.js";
import type { Range } from "../span.js";
import { hasWords, isSpace, skipSpaces, trimSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import type { ParsedSegment } from "./parsed.js";
import { alternation, isLedTo, phrases } from "./phrases.js";
import { splitSentences } from "./sentences.js";

const STANDALONE = new Set<string>(["hashtag", "mention", "url", "emoticon"]);
const LINKS = /[~～]/;
const DELIMITERS = "，,、：:；;。|｜·~～→";

let continues: RegExp | undefined;

/** #话题#是……: the words after the hashtag go on with it. */
function isCarriedOn(text: string, at: number): boolean {
  continues ??= new RegExp(alternation(phrases().hashtagContinues.starts), "y");
  continues.lastIndex = at;
  return continues.test(text);
}

/** Adds a segment after those before it, and what lies between as a separator. */
export function addSegment(segment: ParsedSegment, out: ParsedSegment[]): void {
  const at = out.length === 0 ? 0 : out[out.length - 1]!.end;
  if (segment.start > at) out.push({ kind: "separator", start: at, end: segment.start });
  out.push(segment);
}

/** A token as a segment of its own. */
export function segmentOf(token: Token): ParsedSegment {
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

function addWords(text: string, { start, end }: Range, out: ParsedSegment[]): void {
  const from = skipDelimiters(text, start, end);
  if (hasWords(text, from, end)) addSegment({ kind: "sentence", start: from, end }, out);
}

function addSentence(text: string, range: Range, tokens: readonly Token[], out: ParsedSegment[]): void {
  const leading = countLeading(text, range, tokens);
  for (const token of tokens.slice(0, leading)) addSegment(segmentOf(token), out);
  const rest = tokens.slice(leading);
  const start = skipDelimiters(text, tokens[leading - 1]?.end ?? range.start, rest[0]?.start ?? range.end);
  const trailing = firstTrailing(text, { start, end: range.end }, rest);
  const end = trailing < rest.length ? trimSpaces(text, start, rest[trailing]!.start) : range.end;
  const inside = rest.slice(0, trailing);
  if (inside.length === 0) addWords(text, { start, end }, out);
  else if (isBare(text, start, end, inside)) for (const token of inside) addSegment(segmentOf(token), out);
  else addSegment({ kind: "sentence", start, end }, out);
  for (const token of rest.slice(trailing)) addSegment(segmentOf(token), out);
}

/** Whether there is nothing but tokens that can stand by themselves. */
function isBare(text: string, start: number, end: number, tokens: readonly Token[]): boolean {
  let at = start;
  for (const token of tokens) {
    if (!STANDALONE.has(token.kind) || hasWords(text, at, token.start)) return false;
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
 * @name at the head of what he does. The segments are added to `out` in order, separators between them.
 */
export function addProse(
  text: string,
  start: number,
  end: number,
  tokens: readonly Token[],
  out: ParsedSegment[],
): void {
  if (start === end) return;
  let next = 0;
  for (const range of splitSentences(text, start, end, tokens)) {
    const first = next;
    while (next < tokens.length && tokens[next]!.start < range.end) next++;
    if (first === next) addWords(text, range, out);
    else addSentence(text, range, tokens.slice(first, next), out);
  }
}
