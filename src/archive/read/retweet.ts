import { type ArchiveItem, isBroken } from "../record.js";

/** A repost and the post that it passes on, as two records, the original first. */
export function withOriginal(post: ArchiveItem, original: ArchiveItem): ArchiveItem[] {
  if (isBroken(original)) return [original, post];
  if (isBroken(post)) return [{ ...original, isOriginal: true }, post];
  return [
    { ...original, isOriginal: true },
    { ...post, retweetOf: original.id },
  ];
}
