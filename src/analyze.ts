import { ArgumentError } from "./errors.js";
import { Glossary } from "./glossary/glossary.js";
import { decideSenses, type Sense, type SenseInput, UNCERTAIN_BELOW } from "./glossary/senses.js";
import type { Issue, Post, Word } from "./model.js";
import type { Construct, Token } from "./post/construct.js";
import { type ParsedPost, parse } from "./post/parse.js";
import { type Range, spanOf } from "./span.js";
import { detectLanguage } from "./text/language.js";
import { type NormalizedText, normalize } from "./text/normalize.js";
import { type DefaultSegmenter, defaultSegmenter } from "./words/nodejieba.js";
import type { WordSegmenter } from "./words/segmenter.js";
import { type WholeWord, wordsOf } from "./words/words.js";

/** How a text is read. */
export interface AnalyzeOptions {
  /** The names to look for. Default: `Glossary.bundled()`. */
  glossary?: Glossary;
  /** What splits text into words where a decision needs it. Default: nodejieba, else `Intl.Segmenter`. */
  segmenter?: WordSegmenter;
  /** The constructs that the structure is made of. Default: those of Weibo. */
  constructs?: readonly Construct[];
}

/** What is known of a text before it is translated: the post, and the parse and the normalized copy that it is made of. */
export interface Inspection {
  post: Post;
  parsed: ParsedPost;
  normalized: NormalizedText;
}

let sharedSegmenter: DefaultSegmenter | undefined;

/**
 * Reads a post: its structure, its language, the names in it and what they mean there. Synchronous; no engine is called.
 *
 * A word segmenter is loaded only where the decision about a name needs one, or when `words` is first read.
 *
 * @throws {ArgumentError} where `text` is not a string.
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Post {
  return inspect(text, options).post;
}

/** Like `analyze`, with the parse and the normalized copy that the post was made of. */
export function inspect(text: string, options: AnalyzeOptions = {}): Inspection {
  if (typeof text !== "string") {
    throw new ArgumentError(`The text to analyze must be a string, received ${text === null ? "null" : typeof text}.`);
  }
  const glossary = options.glossary ?? Glossary.bundled();
  sharedSegmenter ??= defaultSegmenter();
  const segmenter = options.segmenter ?? sharedSegmenter;
  const parsed = parse(text, options.constructs ? { constructs: options.constructs } : {});
  const normalized = normalize(text);
  const senses = decideSenses(senseInputOf(parsed.tokens, normalized), glossary.matcher, segmenter);
  return { post: postOf(parsed, normalized, senses, segmenter), parsed, normalized };
}

const MENTIONS: ReadonlySet<string> = new Set(["mention", "repost", "reply"]);
const HASHTAGS: ReadonlySet<string> = new Set(["hashtag"]);
const READABLE: ReadonlySet<string> = new Set(["hashtag", "title", ...MENTIONS]);

/** What the decision about names sees of a parsed text. */
export function senseInputOf(tokens: readonly Token[], normalized: NormalizedText): SenseInput {
  const ranges = (is: (kind: string) => boolean) =>
    tokens.filter(({ kind }) => is(kind)).map((token) => copyRange(nameRange(token), normalized));
  return {
    text: normalized.text,
    mentions: ranges((kind) => MENTIONS.has(kind)),
    hashtags: ranges((kind) => HASHTAGS.has(kind)),
    opaque: ranges((kind) => !READABLE.has(kind)),
  };
}

function nameRange({ start, end, nameStart, nameEnd }: Token): Range {
  return { start: nameStart ?? start, end: nameEnd ?? end };
}

function copyRange({ start, end }: Range, normalized: NormalizedText): Range {
  return { start: normalized.fromSource(start), end: normalized.fromSource(end) };
}

function postOf(
  parsed: ParsedPost,
  normalized: NormalizedText,
  senses: readonly Sense[],
  segmenter: WordSegmenter,
): Post {
  const { text, tokens } = parsed;
  const place = (range: Range) => ({ source: spanOf(text, range.start, range.end) });
  const named = (kind: string) =>
    tokens.filter((token) => token.kind === kind).map((token) => ({ name: token.name ?? "", ...place(token) }));
  const authored = ({ author, ...range }: { author: string } & Range) => ({ author, ...place(range) });
  const judged = (accepted: boolean) =>
    senses
      .filter((sense) => sense.accepted === accepted)
      .map(({ entry, confidence, reason, ...range }) => ({
        entry,
        ...place(normalized.toSource(range)),
        confidence,
        reason,
      }));
  const post = {
    source: { text, language: detectLanguage(text) },
    segments: parsed.segments.map(({ kind, start, end }) => ({ kind, ...place({ start, end }) })),
    hashtags: named("hashtag"),
    mentions: named("mention"),
    titles: named("title"),
    urls: tokens.filter(({ kind }) => kind === "url").map(place),
    emoticons: named("emoticon"),
    lists: parsed.lists.map(({ kind, items }) => ({
      kind,
      items: items.map(({ ordinal, marker, ...range }) => ({ ordinal, marker, ...place(range) })),
    })),
    reposts: parsed.reposts.map(authored),
    replies: parsed.replies.map(authored),
    terms: judged(true),
    rejected: judged(false),
    issues: [] as Issue[],
  };
  post.issues.push(...uncertainTerms([...post.terms, ...post.rejected]), ...fallbackIssue(segmenter));
  return withWords(post, () => {
    const words = wordsOf(text, normalized, wholeWords(post.terms, tokens), segmenter);
    if (!post.issues.some(({ code }) => code === "segmenter-fallback")) post.issues.push(...fallbackIssue(segmenter));
    return words;
  });
}

function uncertainTerms(judged: readonly Post["terms"][number][]): Issue[] {
  return judged
    .filter(({ confidence }) => confidence < UNCERTAIN_BELOW)
    .map(({ entry, source, confidence, reason }) => ({
      code: "term-uncertain",
      severity: "info",
      message: `${source.text} may or may not be ${entry.target} here (${Math.round(confidence * 100)} % sure): ${reason}.`,
      source,
    }));
}

function fallbackIssue(segmenter: WordSegmenter): Issue[] {
  if (segmenter !== sharedSegmenter || sharedSegmenter.fallback === undefined) return [];
  const message = `Words are split by Intl.Segmenter, which knows fewer of them. ${sharedSegmenter.fallback}`;
  return [{ code: "segmenter-fallback", severity: "info", message }];
}

function wholeWords(terms: Post["terms"], tokens: readonly Token[]): WholeWord[] {
  const words: WholeWord[] = terms.map(({ source, entry }) => ({
    start: source.start,
    end: source.end,
    kind: entry.kind,
  }));
  for (const { kind, start, end } of tokens) if (kind === "mention" || !READABLE.has(kind)) words.push({ start, end });
  return words.sort((a, b) => a.start - b.start);
}

/** Gives a post its `words`, computed when they are first read and kept from then on. */
function withWords(post: Omit<Post, "words">, compute: () => Word[]): Post {
  let words: Word[] | undefined;
  const { issues, ...rest } = post;
  Object.defineProperty(rest, "words", {
    enumerable: true,
    configurable: true,
    get: () => {
      words ??= compute();
      return words;
    },
  });
  return Object.assign(rest, { issues }) as Post;
}
