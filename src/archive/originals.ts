import { createHashIndex } from "./hash-index.js";
import { type ArchiveItem, digest, isBroken } from "./record.js";

/**
 * Lets each post through once where reposts bring it along: an original that was there already, by itself or in an
 * earlier repost, is left out, and so is a post that an earlier repost brought.
 *
 * Posts are the same where id and text are; other repetitions in an archive are left as they are. Takes 11 to 17
 * bytes a post.
 */
export async function* referToOriginals(items: AsyncIterable<ArchiveItem>): AsyncGenerator<ArchiveItem> {
  const seen = createHashIndex(AS_ORIGINAL);
  for await (const item of items) {
    if (isBroken(item)) {
      yield item;
      continue;
    }
    const key = digest(JSON.stringify([item.id, item.text]));
    const before = seen.get(key);
    const isRepeated = item.isOriginal ? before !== undefined : before === AS_ORIGINAL;
    if (before === undefined) seen.set(key, item.isOriginal ? AS_ORIGINAL : AS_POST);
    if (!isRepeated) yield item;
  }
}

const AS_POST = 1;
const AS_ORIGINAL = 2;
