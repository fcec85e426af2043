import { readDictionary } from "../dictionaries.js";

type Shortcodes = Record<"weibo" | "xiaohongshu" | "douyin" | "bilibili" | "labels", string[]>;

let known: Set<string> | undefined;
let labels: Set<string> | undefined;

function load(): void {
  const { weibo, xiaohongshu, douyin, bilibili, labels: words } = readDictionary<Shortcodes>("emoticons.json");
  known = new Set([...weibo, ...xiaohongshu, ...douyin, ...bilibili]);
  labels = new Set(words);
}

/** Tells whether `[name]` is a shortcode of Weibo, Xiaohongshu, Douyin or Bilibili that the bundled list knows. */
export function isShortcode(name: string): boolean {
  if (known === undefined) load();
  return known!.has(name);
}

/** Tells whether `[name]` labels the text, as in `[转载]`, although it has the form of a shortcode. */
export function isLabel(name: string): boolean {
  if (labels === undefined) load();
  return labels!.has(name);
}
