import type { Inspection } from "./analyze.js";
import type { Engine } from "./engines/engine.js";
import type { BilingualPost, Gloss, Issue, Post } from "./model.js";
import { isWordChar } from "./post/chars.js";
import type { Assembly } from "./protect/assemble.js";
import { falseNames } from "./protect/false-names.js";
import type { Lookalike } from "./protect/plan.js";
import { contains, firstWhere, overlaps, type Range, type Span, spanOf } from "./span.js";

/** Puts every annotation of a post beside its place in the English, and reports what did not come through. */
export function alignPost(
  { post, parsed }: Inspection,
  untranslated: ReadonlySet<Range>,
  assembly: Assembly,
  engine: Pick<Engine, "name" | "model">,
): BilingualPost {
  const target = assembly.text;
  const at = ({ start, end }: Range): Span => spanOf(target, start, end);
  const targetOf = finder(post, assembly);
  const tokenTargets = new Map(
    parsed.tokens.map((token, i) => [`${token.kind} ${token.start}`, assembly.tokens.get(i)]),
  );
  const targetOfToken = (kind: string, source: Span): Span => {
    const range = tokenTargets.get(`${kind} ${source.start}`);
    return range ? at(range) : at(targetOf(source));
  };
  const over = <T extends { source: Span }>(annotations: readonly T[]) =>
    annotations.map((annotation) => ({ ...annotation, target: at(targetOf(annotation.source)) }));
  const tokens = <T extends { source: Span }>(kind: string, annotations: readonly T[]) =>
    annotations.map((annotation) => ({ ...annotation, target: targetOfToken(kind, annotation.source) }));

  const terms = post.terms.map((term, i) => {
    const found = assembly.terms.get(i);
    return { ...term, target: found ? at(found.range) : null, status: found?.status ?? ("missing" as const) };
  });
  const bilingual: Omit<BilingualPost, "words"> = {
    source: post.source,
    target: { text: target, language: "en" },
    segments: post.segments.map((segment, i) => ({ ...segment, target: at(assembly.segments[i]!) })),
    hashtags: tokens("hashtag", post.hashtags).map((hashtag) => ({
      ...hashtag,
      targetName: nameIn(hashtag.target.text),
    })),
    mentions: tokens("mention", post.mentions),
    titles: over(post.titles),
    urls: tokens("url", post.urls),
    emoticons: tokens("emoticon", post.emoticons),
    lists: post.lists.map((list) => ({ ...list, items: over(list.items) })),
    reposts: over(post.reposts),
    replies: over(post.replies),
    terms,
    rejected: post.rejected,
    engine: engine.model === undefined ? { name: engine.name } : { name: engine.name, model: engine.model },
    issues: [
      ...post.issues,
      ...termIssues(terms, (source) => at(targetOf(source))),
      ...tokenIssues(post, (kind, source) => tokenTargets.get(`${kind} ${source.start}`) !== undefined),
      ...falseNameIssues(post, assembly),
      ...leftovers(post, assembly, untranslated),
    ],
  };
  return withWords(bilingual, post);
}

/** `words` stays what it is in the post: computed when it is first read. */
function withWords(bilingual: Omit<BilingualPost, "words">, post: Post): BilingualPost {
  return Object.defineProperty(bilingual, "words", {
    enumerable: true,
    configurable: true,
    get: () => post.words,
  }) as BilingualPost;
}

/** The same post with glosses; its `words` stay uncomputed until they are read. */
export function withGlosses(post: BilingualPost, glosses: Gloss[]): BilingualPost {
  return Object.defineProperty(post, "glosses", { enumerable: true, configurable: true, value: glosses });
}

/** Finds what of the English stands for a range of the source: the segments that the range covers, without outer spaces. */
function finder(post: Post, { text, segments }: Assembly): (range: Range) => Range {
  const sources = post.segments.map(({ source }) => source);
  return (range) => {
    if (sources.length === 0) return { start: 0, end: 0 };
    const first = Math.min(
      sources.length - 1,
      firstWhere(sources.length, (i) => sources[i]!.end > range.start),
    );
    const last = Math.max(first, firstWhere(sources.length, (i) => sources[i]!.start >= range.end) - 1);
    return trimmed(text, segments[first]!.start, segments[last]!.end);
  };
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (to > from && /\s/u.test(text[to - 1]!)) to--;
  while (from < to && /\s/u.test(text[from]!)) from++;
  return { start: from, end: to };
}

function termIssues(terms: BilingualPost["terms"], around: (source: Range) => Span): Issue[] {
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

/** The words of a hashtag; none where the translation lost it, so that what stands there is something else. */
function nameIn(hashtag: string): string {
  return hashtag.length > 1 && hashtag.startsWith("#") && hashtag.endsWith("#") ? hashtag.slice(1, -1) : "";
}

/** Hashtags, mentions, links and emoticons that a translation of somebody else's lost; no engine of ours loses any. */
function tokenIssues(post: Post, isThere: (kind: string, source: Span) => boolean): Issue[] {
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
function falseNameIssues({ source, segments, terms, rejected, mentions }: Post, assembly: Assembly): Issue[] {
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

const HAN = /\p{Script=Han}+/gu;
const LETTER_OR_LINE = /[\p{L}\n]/u;

/** The Chinese of a text outside the given ranges; what only signs and spaces part is one stretch. */
function chineseOutside(text: string, kept: readonly Range[]): Range[] {
  const stretches: Range[] = [];
  for (const match of text.matchAll(HAN)) {
    const range = { start: match.index, end: match.index + match[0].length };
    const token = kept[firstWhere(kept.length, (i) => kept[i]!.end >= range.end)];
    if (token && contains(token, range)) continue;
    const last = stretches.at(-1);
    if (last && !LETTER_OR_LINE.test(text.slice(last.end, range.start))) last.end = range.end;
    else stretches.push(range);
  }
  return stretches;
}

/** Chinese that is left in the English, outside mentions, links and emoticons, and units the engine gave nothing for. */
function leftovers(post: Post, assembly: Assembly, untranslated: ReadonlySet<Range>): Issue[] {
  const { text } = assembly;
  const kept = [...assembly.tokens.values()]
    .filter((range) => !text.startsWith("#", range.start))
    .sort((a, b) => a.start - b.start);
  const silent = [...untranslated].sort((a, b) => a.start - b.start);
  const sources = post.segments.map(({ source }) => source);
  const issues: Issue[] = [];
  for (const range of chineseOutside(text, kept)) {
    const segment = firstWhere(sources.length, (i) => assembly.segments[i]!.end > range.start);
    const unit = silent[firstWhere(silent.length, (i) => silent[i]!.start >= sources[segment]!.start)];
    const nothing = unit !== undefined && contains(sources[segment]!, unit);
    issues.push({
      code: "untranslated",
      severity: nothing ? "error" : "warning",
      message: nothing ? "The engine gave no text for this." : "The engine left Chinese in its English.",
      source: sources[segment]!,
      target: spanOf(text, range.start, range.end),
    });
  }
  return issues;
}
