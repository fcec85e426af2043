import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../src/analyze.js";
import { ArgumentError } from "../src/errors.js";
import { Glossary } from "../src/glossary/glossary.js";
import type { Post } from "../src/model.js";
import { postSchema } from "../src/schemas.js";
import { intlSegmenter } from "../src/words/intl.js";

const POSTS = new URL("../../shared/data/weibo-posts.jsonl", import.meta.url);

/** What the design says of every post: spans are where they say, segments make up the text, JSON keeps all. */
function expectInvariants(post: Post): void {
  const { text } = post.source;
  const placed = [
    ...post.segments,
    ...post.hashtags,
    ...post.mentions,
    ...post.titles,
    ...post.urls,
    ...post.emoticons,
    ...post.lists.flatMap(({ items }) => items),
    ...post.reposts,
    ...post.replies,
    ...post.terms,
    ...post.rejected,
  ];
  for (const { source } of placed) expect(text.slice(source.start, source.end)).toBe(source.text);
  for (const word of post.words) expect(text.slice(word.start, word.end)).toBe(word.text);
  expect(post.segments.map(({ source }) => source.text).join("")).toBe(text);
  for (const [i, term] of post.terms.entries()) {
    expect(term.source.text).not.toBe("");
    expect(term.source.start).toBeGreaterThanOrEqual(post.terms[i - 1]?.source.end ?? 0);
  }
  const json = JSON.parse(JSON.stringify(post));
  expect(json).toEqual({ ...post });
  expect(postSchema.parse(json)).toEqual(json);
}

describe("analyze", () => {
  it("finds the names of a post, and what only looks like one", () => {
    const post = analyze("#小米手机学院#@小米Stephy 說：買了ＩＰＨＯＮＥ，不喝小米粥 https://xiaomi.com/iPhone [米兔]");
    expect(post.source.language).toBe("zh-Hant");
    expect(post.terms.map(({ source, entry }) => [source.text, entry.target])).toEqual([
      ["小米", "Xiaomi"],
      ["ＩＰＨＯＮＥ", "iPhone"],
    ]);
    expect(post.rejected.map(({ source, reason }) => [source.start, source.text, reason])).toEqual([
      [9, "小米", "part of the account name @小米Stephy"],
      [31, "小米", "part of 小米粥, which is something else"],
    ]);
    expectInvariants(post);
  });

  it("takes the glossary that it is given", () => {
    const glossary = Glossary.of([{ source: "天书", target: "Heavenly Book", kind: "product" }]);
    const post = analyze("小米看天書", { glossary });
    expect(post.terms.map(({ entry }) => entry.target)).toEqual(["Heavenly Book"]);
  });

  it("takes the segmenter that it is given, and says nothing of it", () => {
    const post = analyze("联想到货了", { segmenter: intlSegmenter() });
    expectInvariants(post);
    expect(post.issues.map(({ code }) => code)).not.toContain("segmenter-fallback");
  });

  it("computes words once, when they are first read", () => {
    let calls = 0;
    const { segment } = intlSegmenter();
    const segmenter = {
      name: "counting",
      segment: (text: string) => {
        calls++;
        return segment(text);
      },
    };
    const post = analyze("今天天气很好", { segmenter });
    expect(calls).toBe(0);
    expect(post.words).toBe(post.words);
    expect(calls).toBe(1);
  });

  it("throws for what is not a string", () => {
    for (const text of [undefined, null, 5, {}]) expect(() => analyze(text as string)).toThrow(ArgumentError);
  });

  it("loads a dictionary when it is needed, and no segmenter for a post without ambiguous names", () => {
    const script = `
      import fs from "node:fs";
      import { createRequire, syncBuiltinESMExports } from "node:module";
      const read = [];
      const { readFileSync } = fs;
      fs.readFileSync = (...args) => (read.push(String(args[0])), readFileSync(...args));
      syncBuiltinESMExports();
      const { analyze } = await import("./src/index.ts");
      const modules = createRequire(import.meta.url).cache;
      const loaded = (name) => [...read, ...Object.keys(modules)].some((file) => file.includes(name));
      console.log(loaded("/dictionaries/"), loaded("opencc"));
      console.log(analyze("全新华硕笔记本电脑，今天天气很好").terms.length > 0, loaded("jieba.dict"));
      console.log(analyze("今天天气很好").words.length, loaded("jieba.dict"));
    `;
    const args = ["--import", "tsx", "--input-type=module", "-e", script];
    const output = execFileSync(process.execPath, args, { encoding: "utf8" });
    expect(output.trim().split("\n")).toEqual(["false false", "true false", "3 true"]);
  });
});

describe("what always holds", () => {
  it("holds for random text", () => {
    const piece = fc.constantFrom(
      ..."#@【】[]/：:，。\n 小米手机荣耀一加强苹果iPhone15第一步1、2.①".split(""),
      "//@",
      "回复@",
      "http://t.cn/",
      "\u200b",
      "\ud800",
      "👍",
      "統",
      "Ａ",
      "\u202e",
      "\0",
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (text) => expectInvariants(analyze(text))),
      { numRuns: 1000 },
    );
  });

  it.each(["#", "@", "【", "小米", "1.", "[", "a ", "//@a:", "\u200b", "第一步"])(
    "holds for a long run of %j",
    (piece) => {
      const post = analyze(piece.repeat(20_000));
      expect(post.segments.map(({ source }) => source.text).join("")).toBe(post.source.text);
    },
  );

  describe.skipIf(!existsSync(POSTS))("on real posts", () => {
    it("holds for each", () => {
      for (const line of readFileSync(POSTS, "utf8").split("\n").filter(Boolean)) {
        expectInvariants(analyze((JSON.parse(line) as { text: string }).text));
      }
    });
  });
});
