import type { MinedPost, TermCandidate } from "./candidate.js";
import type { MineOptions } from "./mine.js";

/**
 * Finds names and terms in posts that the glossary does not have, best first.
 *
 * Strings that repeat are judged by how closely their characters keep together and how freely what stands around them
 * changes, by patterns of the trade (`dictionaries/mining.json`), by word segmentation, and by what dictionaries know.
 * Deterministic; memory is bounded however many posts there are. The code and its dictionaries are loaded at the call.
 *
 * @throws {ArgumentError} where a post is no string (`facts.index` says which), or an option is out of its range.
 */
export async function mineTerms(
  posts: Iterable<MinedPost> | AsyncIterable<MinedPost>,
  options: MineOptions = {},
): Promise<TermCandidate[]> {
  return (await import("./mine.js")).mineTerms(posts, options);
}
