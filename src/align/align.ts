import type { Inspection } from "../analyze.js";
import type { Engine } from "../engines/engine.js";
import type { BilingualPost, Gloss, Post } from "../model.js";
import type { Assembly } from "../protect/assemble.js";
import { firstAfter, firstFrom, type Range, type Span, spanOf } from "../span.js";
import { falseNameIssues, leftovers, termIssues, tokenIssues } from "./issues.js";

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
    const first = Math.min(sources.length - 1, firstAfter(sources, range.start));
    const last = Math.max(first, firstFrom(sources, range.end) - 1);
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

/** The words of a hashtag; none where the translation lost it, so that what stands there is something else. */
function nameIn(hashtag: string): string {
  return hashtag.length > 1 && hashtag.startsWith("#") && hashtag.endsWith("#") ? hashtag.slice(1, -1) : "";
}
