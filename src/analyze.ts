import { ArgumentError } from "./errors.js";
import { Glossary } from "./glossary/glossary.js";
import { decideSenses, type Sense, type SenseInput, UNCERTAIN_BELOW } from "./glossary/senses.js";
import type { Issue, Post, Word } from "./model.js";
import type { Construct, Token } from "./post/construct.js";
import { type ParsedPost, parse } from "./post/parse.js";
import { type Range, spanOf } from "./span.js";
import { addressesIn } from "./text/addresses.js";
import { detectLanguage } from "./text/language.js";
import { type NormalizedText, normalize } from "./text/normalize.js";
import { type DefaultSegmenter, defaultSegmenter } from "./words/default.js";
import type { WordSegmenter } from "./words/segmenter.js";
import { type WholeWord, wordsOf } from "./words/words.js";

/** How a text is read. */
export interface AnalyzeOptions {
  /** The names to look for. Default: `Glossary.bundled()`. */
  glossary?: Glossary | undefined;
  /** What splits text into words where a decision needs it. Default: `jiebaSegmenter`, else `Intl.Segmenter`. */
  segmenter?: WordSegmenter | undefined;
  /** The constructs that the structure is made of. Default: those of Weibo. */
  constructs?: readonly Construct[] | undefined;
}

/** What is known of a text before it is translated: the post, and the parse, the copy and the glossary it is made with. */
export interface Inspection {
  post: Post;
  parsed: ParsedPost;
  normalized: NormalizedText;
  /** The glossary that its names were looked up in. */
  glossary: Glossary;
}

let sharedSegmenter: DefaultSegmenter | undefined;

/**
 * Reads a post: its structure, its language, the names in it and what they mean there. Synchronous; no engine is called.
 *
 * A word segmenter is loaded only where the decision about a name needs one, or when `words` is first read.
 *
 * @throws {ArgumentError} where `text` is not a string.
 * @example
 * ```ts
 * import { analyze } from "not-millet";
 *
 * const post = analyze("#新品#小米手机很好用"); // new product: Xiaomi phones work well
 * post.hashtags[0]?.name; // "新品"
 * post.terms[0]?.entry.target; // "Xiaomi"
 * ```
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Post {
  return inspect(text, options).post;
}

/** Like `analyze`, with the parse and the normalized copy that the post was made of. */
export function inspect(text: string, options: AnalyzeOptions = {}): Inspection {
  checkText(text);
  const glossary = options.glossary ?? Glossary.bundled();
  sharedSegmenter ??= defaultSegmenter();
  const segmenter = options.segmenter ?? sharedSegmenter;
  const parsed = parse(text, options);
  const normalized = normalize(text);
  const senses = decideSenses(senseInputOf(parsed.tokens, normalized), glossary.matcher, segmenter);
  return { post: postOf(parsed, normalized, senses, segmenter), parsed, normalized, glossary };
}

/**
 * Checks what a caller gives as a text.
 *
 * @throws {ArgumentError} where it is not a string.
 */
export function checkText(text: unknown): string {
  if (typeof text === "string") return text;
  throw new ArgumentError(
    `Expected the text of a post to be a string, but received ${text === null ? "null" : typeof text}.`,
  );
}

/** The kinds of tokens that name an account, and those whose name is read for terms; nothing is looked for in others. */
const ACCOUNTS: ReadonlySet<string> = new Set(["mention", "repost", "reply"]);
const READABLE: ReadonlySet<string> = new Set(["hashtag", "title"]);

/** What the decision about names sees of a parsed text. */
export function senseInputOf(tokens: readonly Token[], normalized: NormalizedText): SenseInput {
  const input = { text: normalized.text, mentions: [] as Range[], hashtags: [] as Range[], opaque: [] as Range[] };
  for (const token of tokens) {
    const list = ACCOUNTS.has(token.kind)
      ? input.mentions
      : token.kind === "hashtag"
        ? input.hashtags
        : READABLE.has(token.kind)
          ? undefined
          : input.opaque;
    list?.push({
      start: normalized.fromSource(token.nameStart ?? token.start),
      end: normalized.fromSource(token.nameEnd ?? token.end),
    });
  }
  return { ...input, addresses: addressesIn(normalized.text) };
}

function postOf(
  parsed: ParsedPost,
  normalized: NormalizedText,
  senses: readonly Sense[],
  segmenter: WordSegmenter,
): Post {
  const { text, tokens } = parsed;
  const place = ({ start, end }: Range) => ({ source: spanOf(text, start, end) });
  const authored = ({ author, start, end }: { author: string } & Range) => ({ author, ...place({ start, end }) });
  const judged = ({ entry, confidence, reason, ...range }: Sense) => ({
    entry,
    ...place(normalized.toSource(range)),
    confidence,
    reason,
  });
  const terms = senses.filter(({ accepted }) => accepted).map(judged);
  const rejected = senses.filter(({ accepted }) => !accepted).map(judged);
  const issues: Issue[] = [...uncertainTerms(terms), ...uncertainTerms(rejected), ...fallbackIssue(segmenter)];
  let words: Word[] | undefined;
  return {
    source: { text, language: detectLanguage(text) },
    segments: parsed.segments.map(({ kind, start, end }) => ({ kind, source: spanOf(text, start, end) })),
    ...tokensByKind(text, tokens),
    lists: parsed.lists.map(({ kind, items }) => ({
      kind,
      items: items.map(({ ordinal, marker, ...range }) => ({ ordinal, marker, ...place(range) })),
    })),
    reposts: parsed.reposts.map(authored),
    replies: parsed.replies.map(authored),
    terms,
    rejected,
    get words() {
      if (!words) {
        words = wordsOf(text, normalized, wholeWords(terms, tokens), segmenter);
        if (!issues.some(({ code }) => code === "segmenter-fallback")) issues.push(...fallbackIssue(segmenter));
      }
      return words;
    },
    issues,
  };
}

function tokensByKind(text: string, tokens: readonly Token[]) {
  const lists: Pick<Post, "hashtags" | "mentions" | "titles" | "urls" | "emoticons"> = {
    hashtags: [],
    mentions: [],
    titles: [],
    urls: [],
    emoticons: [],
  };
  for (const { kind, start, end, name = "" } of tokens) {
    const source = spanOf(text, start, end);
    if (kind === "hashtag") lists.hashtags.push({ name, source });
    else if (kind === "mention") lists.mentions.push({ name, source });
    else if (kind === "title") lists.titles.push({ name, source });
    else if (kind === "emoticon") lists.emoticons.push({ name, source });
    else if (kind === "url") lists.urls.push({ source });
  }
  return lists;
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
  for (const { kind, start, end } of tokens) {
    if (kind === "mention" || !(ACCOUNTS.has(kind) || READABLE.has(kind))) words.push({ start, end });
  }
  return words.sort((a, b) => a.start - b.start);
}
