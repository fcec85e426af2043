import type { BilingualPost } from "../model.js";
import { blocksOf } from "./blocks.js";

/**
 * Writes a bilingual post as plain text: each piece of the Chinese above its English, then what was found in it.
 *
 * Fit for terminals, logs and mail; nothing in it is markup.
 */
export function renderText(post: BilingualPost): string {
  const pairs = blocksOf(post).map(({ kind, source, target }) => {
    const indent = kind === "item" ? "  " : "";
    const lines = [post.source.text.slice(source.start, source.end), post.target.text.slice(target.start, target.end)];
    return lines.map((line) => indent + line.replace(/\s*[\r\n]+\s*/gu, " ")).join("\n");
  });
  const findings = findingsOf(post).map(([what, text]) => `${what.padEnd(8)} ${text}`);
  return [...pairs, ...(findings.length > 0 ? [findings.join("\n")] : [])].join("\n\n");
}

/** What was found in a post, a line each: what it is and what is said of it; nothing twice. */
export function findingsOf(post: BilingualPost): [what: string, text: string][] {
  const findings: [string, string][] = [
    ...post.hashtags.map(({ source, target }): [string, string] => ["hashtag", `${source.text} → ${target.text}`]),
    ...post.terms.map(({ source, target, entry, status }): [string, string] => [
      "term",
      `${source.text} → ${target?.text ?? entry.target} (${status})`,
    ]),
    ...post.rejected.map(({ source, entry, reason }): [string, string] => [
      "not",
      `${source.text} → ${entry.target}: ${reason}`,
    ]),
    ...post.issues.map(({ severity, code, message }): [string, string] => [severity, `${code}: ${message}`]),
  ];
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = finding.join("\u0000");
    return !seen.has(key) && seen.add(key);
  });
}
