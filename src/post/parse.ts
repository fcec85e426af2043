import type { Construct, Token } from "./construct.js";
import { defaultConstructs } from "./constructs.js";
import { readLists } from "./lists.js";
import type { Authored, ParsedPost } from "./parsed.js";
import { scan } from "./scan.js";
import { segmentsOf } from "./segments.js";

export type * from "./parsed.js";

/** How a post is read. */
export interface ParseOptions {
  /** What to read in a post besides prose and lists. Default `defaultConstructs`. */
  constructs?: readonly Construct[] | undefined;
}

/**
 * Reads the structure of a post: hashtags, mentions, titles, links, emoticons, reposts, lists and sentences.
 *
 * No string makes it throw, and its time grows linearly with the text.
 */
export function parse(text: string, options: ParseOptions = {}): ParsedPost {
  const { tokens, markers } = scan(text, options.constructs ?? defaultConstructs);
  const lists = readLists(text, tokens, markers);
  return {
    text,
    tokens,
    segments: segmentsOf(text, tokens, lists),
    lists,
    reposts: repostsOf(text, tokens),
    replies: repliesOf(tokens),
  };
}

function repliesOf(tokens: readonly Token[]): Authored[] {
  const replies: Authored[] = [];
  for (const { kind, name = "", start, end } of tokens)
    if (kind === "reply") replies.push({ author: name, start, end });
  return replies;
}

/** What was reposted reaches to the next marker of a repost, or to the end. */
function repostsOf(text: string, tokens: readonly Token[]): Authored[] {
  const reposts: Authored[] = [];
  for (const { kind, name = "", start } of tokens) {
    if (kind !== "repost") continue;
    const before = reposts.at(-1);
    if (before !== undefined) before.end = start;
    reposts.push({ author: name, start, end: text.length });
  }
  return reposts;
}
