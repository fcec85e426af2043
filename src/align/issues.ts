import type { BilingualPost, Issue, Post } from "../model.js";
import { isWordChar } from "../post/chars.js";
import type { Assembly } from "../protect/assemble.js";
import { falseNames } from "../protect/false-names.js";
import type { Lookalike } from "../protect/pieces.js";
import { contains, firstAfter, firstFrom, firstWhere, overlaps, type Range, type Span, spanOf } from "../span.js";

/** Terms that were repaired or are missing; `around` says where in the English a missing one should be. */
export function termIssues(terms: BilingualPost["terms"], around: (source: Range) => Span): Issue[] {
  const found = terms.flatMap(({ target }) => target ?? []);
  return terms.flatMap(({ entry, source, target, status }): Issue[] => {
    if (status === "kept") return [];
    if (status === "missing") {
      const name = nameAlone(entry.target, around(source), found);
      if (name) {
        const message = `"${entry.source}" should be "${entry.target}" here, of which only "${name.text}" is there; the rest may be said in other words.`;
        return [{ code: "term-missing", severity: "warning", message, source, target: name }];
      }
      const message = `"${entry.source}" should be "${entry.target}" here, but the engine left it out.`;
      return [{ code: "term-missing", severity: "error", message, source }];
    }
    const message = `"${entry.source}" came back otherwise and was put right: "${entry.target}".`;
    return [{ code: "term-repaired", severity: "info", message, source, ...(target ? { target } : {}) }];
  });
}

/** The name that a missing term begins with, where that stands by itself: "WeChat" in "pay with WeChat", for WeChat Pay. */
function nameAlone(english: string, { text, start }: Span, found: readonly Range[]): Span | undefined {
  const word = FIRST_WORD.exec(english)?.[1];
  const name = word && CAPITAL.test(word) ? word : undefined;
  for (let at = name ? text.indexOf(name) : -1; at >= 0; at = text.indexOf(name!, at + 1)) {
    const span = { start: start + at, end: start + at + name!.length, text: name! };
    const isWhole = !isWordChar(text.charCodeAt(at - 1)) && !isWordChar(text.charCodeAt(at + name!.length));
    if (isWhole && !found.some((range) => overlaps(range, span))) return span;
  }
  return undefined;
}

const FIRST_WORD = /^(\p{L}+) /u;
const CAPITAL = /\p{Lu}/u;

/** Hashtags, mentions, links and emoticons that a translation of somebody else's lost; no engine of ours loses any. */
export function tokenIssues(post: Post, isThere: (kind: string, source: Span) => boolean): Issue[] {
  const kinds = { hashtag: post.hashtags, mention: post.mentions, url: post.urls, emoticon: post.emoticons };
  return Object.entries(kinds).flatMap(([kind, annotations]) =>
    annotations.flatMap(({ source }: { source: Span }): Issue[] => {
      if (isThere(kind, source)) return [];
      return [
        { code: "token-missing", severity: "warning", message: `"${source.text}" is not in the English.`, source },
      ];
    }),
  );
}

/** Names in the English that stand for words that only look like them; what is part of an accepted term is that term. */
export function falseNameIssues({ source, segments, terms, rejected, mentions }: Post, assembly: Assembly): Issue[] {
  const named = [...terms, ...mentions].map((annotation) => annotation.source);
  const lookalikes = rejected.filter((word) => !named.some((range) => overlaps(range, word.source)));
  if (lookalikes.length === 0) return [];
  const termTargets = [...assembly.terms.values()].map(({ range }) => range);
  return segments.flatMap((segment, i) => {
    const inside = lookalikes
      .filter((word) => contains(segment.source, word.source))
      .map((word): Lookalike => ({ ...word.source, target: word.entry.target }));
    const { start, end } = assembly.segments[i]!;
    const target = assembly.text.slice(start, end);
    const checked = { source: segment.source.text, target, targetStart: start, termTargets };
    return falseNames(inside, checked).map(
      ({ lookalike, ...range }): Issue => ({
        code: "false-name",
        severity: "warning",
        message: `"${lookalike.target}" stands in the English, but ${source.text.slice(lookalike.start, lookalike.end)} is not that name here.`,
        source: spanOf(source.text, lookalike.start, lookalike.end),
        target: spanOf(assembly.text, range.start, range.end),
      }),
    );
  });
}

const UNREAD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;
const FOREIGN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const HAN = /\p{Script=Han}/u;
const LETTER_OR_LINE = /[\p{L}\n]/u;

/** The Chinese, Japanese and Korean of a text outside the given ranges; what only signs and spaces part is one stretch. */
function unreadOutside(text: string, kept: readonly Range[]): Range[] {
  const stretches: Range[] = [];
  for (const match of text.matchAll(UNREAD)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const token = kept[firstWhere(kept.length, (i) => kept[i]!.end >= range.end)];
    if (token && contains(token, range)) continue;
    const last = stretches.at(-1);
    if (last && !LETTER_OR_LINE.test(text.slice(last.end, range.start))) last.end = range.end;
    else stretches.push(range);
  }
  return stretches;
}

/** Chinese and other writing that is left in the English, outside mentions, links and emoticons, and units the engine gave nothing for. */
export function leftovers(post: Post, assembly: Assembly, untranslated: ReadonlySet<Range>): Issue[] {
  const { text } = assembly;
  const kept = [...assembly.tokens.values()]
    .filter((range) => !text.startsWith("#", range.start))
    .sort((a, b) => a.start - b.start);
  const silent = [...untranslated].sort((a, b) => a.start - b.start);
  const sources = post.segments.map(({ source }) => source);
  const issues: Issue[] = [];
  for (const range of unreadOutside(text, kept)) {
    const segment = firstAfter(assembly.segments, range.start);
    const target = spanOf(text, range.start, range.end);
    const foreign = target.text.match(FOREIGN)?.length ?? 0;
    if (foreign > 1) {
      const message = "This is Japanese or Korean, not Chinese, and was left as it is.";
      issues.push({ code: "other-language", severity: "warning", message, source: sources[segment]!, target });
    }
    // A single の is a fashion: 鲜の每日.
    if (foreign > 1 || !HAN.test(target.text)) continue;
    const unit = silent[firstFrom(silent, sources[segment]!.start)];
    const nothing = unit !== undefined && contains(sources[segment]!, unit);
    issues.push({
      code: "untranslated",
      severity: nothing ? "error" : "warning",
      message: nothing ? "The engine gave no text for this." : "The engine left Chinese in its English.",
      source: sources[segment]!,
      target,
    });
  }
  return issues;
}
