import type { BilingualPost, Post } from "../../src/model.js";
import type { Span } from "../../src/span.js";

const ANNOTATIONS = [
  "segments",
  "hashtags",
  "mentions",
  "titles",
  "urls",
  "emoticons",
  "reposts",
  "replies",
  "terms",
  "rejected",
] as const;

/** What of the invariants a result breaks, in words; nothing where they hold. */
export function broken(post: Post | BilingualPost): string[] {
  const bilingual = "target" in post ? post : undefined;
  return [
    ...brokenSpans(post, bilingual),
    ...brokenPartition(post, bilingual),
    ...(bilingual ? brokenTranslation(bilingual) : []),
  ];
}

interface Annotation {
  source: Span;
  target?: Span | null;
}

function brokenSpans(post: Post, bilingual: BilingualPost | undefined): string[] {
  const source = post.source.text;
  const target = bilingual?.target.text;
  const annotations = ANNOTATIONS.flatMap((key) =>
    (post[key] as Annotation[]).map((annotation) => ({ key: key as string, annotation })),
  );
  const items = post.lists.flatMap(({ items }) => items.map((annotation: Annotation) => ({ key: "item", annotation })));
  return [...annotations, ...items].flatMap(({ key, annotation }) => {
    const bad: string[] = [];
    if (!holds(source, annotation.source)) bad.push(`${key}: source span ${JSON.stringify(annotation.source)}`);
    if (target !== undefined && annotation.target && !holds(target, annotation.target)) {
      bad.push(`${key}: target span ${JSON.stringify(annotation.target)}`);
    }
    return bad;
  });
}

function holds(text: string, { start, end, text: expected }: Span): boolean {
  return start <= end && text.slice(start, end) === expected;
}

function brokenPartition(post: Post, bilingual: BilingualPost | undefined): string[] {
  const bad: string[] = [];
  if (
    !isPartition(
      post.segments.map(({ source }) => source),
      post.source.text,
    )
  )
    bad.push("segments do not make up the source");
  if (
    bilingual &&
    !isPartition(
      bilingual.segments.map(({ target }) => target),
      bilingual.target.text,
    )
  ) {
    bad.push("segments do not make up the target");
  }
  return bad;
}

function isPartition(spans: readonly Span[], text: string): boolean {
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at) return false;
    at = end;
  }
  return at === text.length;
}

function brokenTranslation(post: BilingualPost): string[] {
  const bad: string[] = [];
  for (const key of ["mentions", "urls", "emoticons"] as const) {
    for (const { source, target } of post[key])
      if (source.text !== target.text) bad.push(`${key}: ${source.text} became ${target.text}`);
  }
  for (const { target } of post.hashtags)
    if (!/^#[^\n]+#?$/u.test(target.text)) bad.push(`hashtag became ${target.text}`);
  const tokens = [...post.hashtags, ...post.mentions, ...post.urls, ...post.emoticons].sort(
    (a, b) => a.source.start - b.source.start,
  );
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && token.target.start < tokens[i - 1]!.target.end) bad.push(`${token.source.text} is out of order`);
  }
  for (const { entry, source, target, status } of post.terms) {
    if (status === "missing") {
      const reported = post.issues.some(
        (issue) => issue.code === "term-missing" && issue.source?.start === source.start,
      );
      if (target !== null || !reported) bad.push(`${source.text} is missing without an issue`);
    } else {
      const forms = [entry.target, ...(entry.accept ?? [])].map((form) => form.toLowerCase());
      const text = target?.text.toLowerCase() ?? "";
      if (!forms.some((form) => text.includes(form)))
        bad.push(`${source.text} is ${status} as ${JSON.stringify(target?.text)}`);
    }
  }
  return bad;
}
