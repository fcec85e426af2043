import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

function read(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../dictionaries/${name}`, import.meta.url), "utf8"));
}

describe("the words about structure", () => {
  const { weibo, xiaohongshu, douyin, bilibili, labels } = read("emoticons.json") as Record<string, string[]>;

  it("know more than three hundred shortcodes, each once on its platform", () => {
    for (const names of [weibo!, xiaohongshu!, douyin!, bilibili!, labels!])
      expect(new Set(names).size).toBe(names.length);
    expect(new Set([weibo, xiaohongshu, douyin, bilibili].flat()).size).toBeGreaterThan(300);
  });

  it("call nothing both a shortcode and a label", () => {
    const shortcodes = new Set([weibo, xiaohongshu, douyin, bilibili].flat());
    expect(labels!.filter((label) => shortcodes.has(label))).toEqual([]);
  });

  it.each(["lists.json", "phrases.json"])("of %s are non-empty and stand once in their list", (file) => {
    for (const [group, lists] of Object.entries(read(file))) {
      for (const [name, words] of Object.entries(lists as Record<string, unknown>)) {
        if (name === "$comment") continue;
        expect(words, `${group}.${name}`).toEqual([...new Set(words as string[])].filter((word) => word.length > 0));
      }
    }
  });
});
