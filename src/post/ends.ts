import { type Range, rangesWithin } from "../span.js";
import { isLineBreak, isSpace, skipSpaces } from "./chars.js";
import type { Token } from "./construct.js";
import { endOfRun, type Style } from "./list-style.js";
import { listWords } from "./listwords.js";
import { isLedTo } from "./phrases.js";
import { splitSentences } from "./sentences.js";

const TRAILING = new Set("；;，,。、.");
const COMMA = /[，,]/;
const SEMICOLON = /[；;]/;
/** How many sentences beyond the usual a procedure may go on to reach its end. */
const MAX_PROCEDURE = 3;

/** The end of an item that begins at `start`: `bound` without the delimiters and spaces before it. */
export function trimItem(text: string, start: number, bound: number): number {
  let end = bound;
  while (end > start && (TRAILING.has(text.charAt(end - 1)) || isSpace(text.charCodeAt(end - 1)))) end--;
  return end;
}

function endOfLines(text: string, start: number, limit: number, lines: number): number {
  let left = lines;
  for (let i = start; i < limit; i++) {
    if (isLineBreak(text.charCodeAt(i)) && !isLineBreak(text.charCodeAt(i - 1)) && --left === 0) return i;
  }
  return limit;
}

function endOfTokens(text: string, start: number, tokens: readonly Token[]): number {
  let end = start;
  for (const token of tokens) {
    if (skipSpaces(text, end, token.start) !== token.start) break;
    end = token.end;
  }
  return end;
}

function isClosing(text: string, sentence: Range, tokens: readonly Token[], kinds: ReadonlySet<string>): boolean {
  const foreign = rangesWithin(tokens, sentence.start, sentence.end).some((token) => !kinds.has(token.kind));
  return foreign || listWords().closing.test(text.slice(sentence.start, sentence.end));
}

/** How many of the sentences from the last marker on are the item's. */
function countSentences(text: string, sentences: readonly Range[], tokens: readonly Token[], style: Style): number {
  const most = style.byLine ? sentences.length : style.sentences;
  let count = 1;
  while (count < Math.min(most, sentences.length) && !isClosing(text, sentences[count]!, tokens, style.kinds)) count++;
  for (let i = count; i < Math.min(count + MAX_PROCEDURE, sentences.length); i++) {
    const { start, end } = sentences[i]!;
    if (isClosing(text, sentences[i]!, tokens, style.kinds)) break;
    if (listWords().procedureEnd.test(text.slice(start, end))) return i + 1;
  }
  return count;
}

function beginsClosing(text: string, at: number): boolean {
  const { closingStart } = listWords();
  closingStart.lastIndex = at;
  return closingStart.test(text);
}

/** Where the delimiter of the list, used in no other item, or the bracket that ends all others ends the item. */
function endOfClause(text: string, start: number, end: number, tokens: readonly Token[], style: Style): number {
  const byComma = COMMA.test(style.delimiter);
  const bySemicolon = (style.delimiter === "" || SEMICOLON.test(style.delimiter)) && !style.hasSemicolon;
  let next = 0;
  for (let i = start; i < end; i++) {
    while (next < tokens.length && tokens[next]!.end <= i) next++;
    const token = tokens[next];
    if (token !== undefined && token.start <= i) {
      i = token.end - 1;
      continue;
    }
    const char = text.charAt(i);
    if (char === style.closer) return endOfRun(text, i, char);
    if (bySemicolon && SEMICOLON.test(char)) return i;
    if (!style.hasComma && COMMA.test(char) && (byComma || beginsClosing(text, i + 1))) return i;
  }
  return end;
}

/** The end without the links, hashtags and the like with which no other item ends, and what labels the link. */
function withoutTokens(text: string, start: number, end: number, tokens: readonly Token[], style: Style): number {
  let at = end;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    const trailing = token.end === trimItem(text, start, at);
    const object = token.kind === "mention" && isLedTo(text, start, token.start);
    if (!trailing || object || style.kinds.has(token.kind) || token.start <= start) break;
    at = token.start;
    if (token.kind !== "url") continue;
    const before = text.slice(Math.max(start, at - 24), at);
    at -= listWords().linkLabel.exec(before)?.[0].length ?? 0;
  }
  return at > start ? at : end;
}

/**
 * The end of a list's last item: where an item of this list would end, its style taken from the others.
 *
 * `start` is where its words begin, `limit` the furthest that it can reach.
 */
export function lastItemEnd(text: string, start: number, limit: number, all: readonly Token[], style: Style): number {
  let tokens = rangesWithin(all, start, limit);
  if (style.tokensOnly && tokens[0]?.start === start) return endOfTokens(text, start, tokens);
  const title = style.kinds.has("title")
    ? undefined
    : tokens.find((token) => token.kind === "title" && token.start > start);
  let end = title?.start ?? limit;
  if (style.byLine) end = endOfLines(text, start, end, style.lines);
  tokens = rangesWithin(tokens, start, end);
  const sentences = splitSentences(text, start, end, tokens);
  const count = countSentences(text, sentences, tokens, style);
  end = sentences[count - 1]?.end ?? end;
  if (count === 1) end = endOfClause(text, start, end, tokens, style);
  end = withoutTokens(text, start, end, rangesWithin(tokens, start, end), style);
  return trimItem(text, start, end);
}
