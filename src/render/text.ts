import type { BilingualPost } from "../model.js";
import { blocksOf } from "./blocks.js";
import { type Pinyin, pinyinLine } from "./pinyin.js";
import { visible } from "./visible.js";

/** How a post is written as text. */
export interface TextOptions {
  /** Writes the pinyin below the Chinese; `loadPinyin()` gives one. */
  pinyin?: Pinyin | undefined;
}

/**
 * Writes a bilingual post as plain text: each piece of the Chinese above its English, then what was found in it.
 *
 * Fit for terminals, logs and mail: nothing in it is markup, and control characters of the post are shown, not sent.
 */
export function renderText(post: BilingualPost, { pinyin }: TextOptions = {}): string {
  const pairs = blocksOf(post).map((block) => {
    const indent = block.kind === "item" ? "  " : "";
    const source = post.source.text.slice(block.source.start, block.source.end);
    const target = post.target.text.slice(block.target.start, block.target.end);
    const lines = [source, ...(pinyin ? [pinyinLine(source, pinyin)] : []), target];
    return lines.map((line) => indent + oneLine(line)).join("\n");
  });
  const findings = findingsOf(post).map(([what, text]) => `${what.padEnd(8)} ${oneLine(text)}`);
  return [...pairs, ...(findings.length > 0 ? [findings.join("\n")] : [])].join("\n\n");
}

function oneLine(text: string): string {
  return visible(text.replace(/[\r\n]+/gu, " "));
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
    ...(post.glosses ?? []).map(({ source, target, rule }): [string, string] => [
      "gloss",
      `${source.text} → ${target.text} (${rule})`,
    ]),
    ...post.issues.map(({ severity, code, message }): [string, string] => [severity, `${code}: ${message}`]),
  ];
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = finding.join("\u0000");
    return !seen.has(key) && seen.add(key);
  });
}
