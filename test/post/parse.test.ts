import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ParsedPost, parse } from "../../src/post/parse.js";

/** What breaks the promises of `parse`; empty where they hold. */
function broken(post: ParsedPost): string[] {
  const bad: string[] = [];
  let at = 0;
  for (const { start, end } of post.segments) {
    if (start !== at || end <= start) bad.push(`segment ${start}-${end} after ${at}`);
    at = end;
  }
  if (at !== post.text.length) bad.push(`segments end at ${at} of ${post.text.length}`);
  post.tokens.forEach((token, i) => {
    const before = post.tokens[i - 1]?.start ?? 0;
    if (token.start < before) bad.push(`token ${i} out of order`);
    if (!(token.start < token.end && token.end <= post.text.length)) bad.push(`token ${token.start}-${token.end}`);
    if (token.name !== undefined && token.name !== post.text.slice(token.nameStart, token.nameEnd)) {
      bad.push(`name ${token.name}`);
    }
  });
  for (const { items } of post.lists) {
    items.forEach((item, i) => {
      const after = items[i + 1]?.start ?? post.text.length;
      const ordered = item.start < item.markerEnd && item.markerEnd <= item.end && item.end <= after;
      if (!ordered) bad.push(`item ${item.start}-${item.markerEnd}-${item.end} before ${after}`);
      if (!post.text.startsWith(item.marker, item.start)) bad.push(`marker ${item.marker}`);
    });
  }
  return bad;
}

const PIECES =
  '# @ [ ] 【 】 // : ： @a: //@a: //回复@b: 回复@c: #话题# #tag [心] http://t.cn/zAbCdE1 https://a.b/c 1. 2. 3. 1、 2、 （1） ① ② 第一步 第二步： 步骤1 Step 2: 一、 二、 1️⃣ 。 ！ ？ … ... ； ， “ ” （ ） 《 》 " 小米 华为 abc 5.20 8:30 😀 \ud800 \udc00 \n \u3000 \u202e constructor';

const post = fc
  .array(fc.oneof(fc.constantFrom(...PIECES.split(" "), " "), fc.string({ unit: "binary" })))
  .map((parts) => parts.join(""));

describe("whatever the text", () => {
  it("segments make up the text, and every span lies in it", () => {
    fc.assert(
      fc.property(post, (text) => {
        expect(broken(parse(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives nothing for nothing", () => {
    expect(parse("")).toEqual({ text: "", tokens: [], segments: [], lists: [], reposts: [], replies: [] });
  });

  it("takes reposts nested a hundred thousand deep", () => {
    expect(parse("//@a:".repeat(100_000)).reposts).toHaveLength(100_000);
  });
});

describe("a repost", () => {
  it("reaches to the next one, the last to the end", () => {
    const text = "好//@甲甲:不好//@乙乙:真的不好。";
    expect(parse(text).reposts.map(({ author, start, end }) => [author, text.slice(start, end)])).toEqual([
      ["甲甲", "//@甲甲:不好"],
      ["乙乙", "//@乙乙:真的不好。"],
    ]);
  });
});

const posts = new URL("../../../shared/data/weibo-posts.jsonl", import.meta.url);

describe.skipIf(!existsSync(posts))("on real posts", () => {
  it("segments make up the text, and every span lies in it", () => {
    for (const line of readFileSync(posts, "utf8").trim().split("\n")) {
      expect(broken(parse(JSON.parse(line).text))).toEqual([]);
    }
  });
});
