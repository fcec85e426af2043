import type { BilingualPost } from "../model.js";
import { type Block, blocksOf } from "./blocks.js";

/**
 * Writes a bilingual post as plain text: each piece of the Chinese above its English, then what was found in it.
 *
 * Fit for terminals, logs and mail; nothing in it is markup.
 */
export function renderText(post: BilingualPost): string {
  const pieces = blocksOf(post).map(pairOf);
  const findings = [
    ...post.hashtags.map((hashtag) => `hashtag  ${hashtag.source.text} → ${hashtag.target.text}`),
    ...post.terms.map(
      (term) => `term     ${term.source.text} → ${term.target?.text ?? term.entry.target} (${term.status})`,
    ),
    ...post.rejected.map((term) => `not      ${term.source.text} → ${term.entry.target}: ${term.reason}`),
    ...post.issues.map((issue) => `${issue.severity.padEnd(8)} ${issue.code}: ${issue.message}`),
  ];
  const unique = [...new Set(findings)];
  return [...pieces, ...(unique.length > 0 ? [unique.join("\n")] : [])].join("\n\n");
}

function pairOf({ source, target, depth }: Block): string {
  const indent = "  ".repeat(depth);
  return `${indent}${source}\n${indent}${target}`;
}
