import { ArgumentError } from "../../errors.js";
import type { MinedPost } from "./candidate.js";

/** How many UTF-16 code units of posts are looked at together. */
const BATCH = 1_000_000;

/** A post with its translation, where it has one. */
export interface ReadPost {
  text: string;
  translation: string | undefined;
}

/**
 * Reads posts in batches of a million UTF-16 code units; `isWhole` tells whether a batch is all there is.
 *
 * @throws {ArgumentError} where a post is no string, or what is given is no list or stream.
 */
export async function* batchesOf(
  posts: Iterable<MinedPost> | AsyncIterable<MinedPost>,
): AsyncGenerator<{ posts: ReadPost[]; isWhole: boolean }> {
  let batch: ReadPost[] = [];
  let isWhole = true;
  let size = 0;
  let index = 0;
  for await (const post of iterate(posts)) {
    const read = readPost(post, index++);
    if (size > 0 && size + read.text.length > BATCH) {
      isWhole = false;
      yield { posts: batch, isWhole };
      [batch, size] = [[], 0];
    }
    batch.push(read);
    size += read.text.length;
  }
  if (batch.length > 0) yield { posts: batch, isWhole };
}

function iterate(posts: unknown): Iterable<unknown> | AsyncIterable<unknown> {
  const is = (symbol: symbol) => typeof (posts as Record<symbol, unknown> | null)?.[symbol] === "function";
  if (typeof posts !== "string" && (is(Symbol.iterator) || is(Symbol.asyncIterator))) {
    return posts as Iterable<unknown> | AsyncIterable<unknown>;
  }
  throw new ArgumentError("mineTerms takes a list or a stream of posts.", { received: typeof posts });
}

function readPost(post: unknown, index: number): ReadPost {
  if (typeof post === "string") return { text: post, translation: undefined };
  const { source, translation } = (post ?? {}) as Record<string, unknown>;
  if (typeof source === "string" && typeof translation === "string") return { text: source, translation };
  const received = post === null ? "null" : Array.isArray(post) ? "a list" : typeof post;
  throw new ArgumentError(
    `Post ${index} is neither a string nor { source, translation }: it is ${received}. Leave it out, or give its text.`,
    { index, received },
  );
}
