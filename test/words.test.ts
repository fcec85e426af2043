import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../src/text/normalize.js";
import { defaultSegmenter } from "../src/words/default.js";
import { intlSegmenter } from "../src/words/intl.js";
import { jiebaSegmenter } from "../src/words/jieba/jieba.js";
import { nodejiebaSegmenter } from "../src/words/nodejieba.js";
import type { WordSegmenter } from "../src/words/segmenter.js";
import { wordsOf } from "../src/words/words.js";

const segmenters: [string, WordSegmenter][] = [
  ["intl", intlSegmenter()],
  ["jieba", jiebaSegmenter()],
  ["nodejieba", nodejiebaSegmenter()],
  ["default", defaultSegmenter()],
];

describe.each(segmenters)("%s", (_name, segmenter) => {
  it("splits text into words", () => {
    expect(segmenter.segment("我们喜欢苹果").map(({ text }) => text)).toEqual(["我们", "喜欢", "苹果"]);
  });

  it("gives words that make up the text, whatever it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("小", "米", "\0", "\ud800", " ", "a", "👍") }),
    );
    fc.assert(
      fc.property(text, (text) => {
        expect(
          segmenter
            .segment(text)
            .map((word) => word.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});

it("segments a long text in pieces, without losing a character", () => {
  const text = "小米手机很好用👍".repeat(200);
  expect(
    intlSegmenter()
      .segment(text)
      .map((word) => word.text)
      .join(""),
  ).toBe(text);
});

it("cuts around what is one word", () => {
  const source = "今天 @小米Stephy 发布了小\u200b米手機";
  const whole = [
    { start: 3, end: 12 },
    { start: 16, end: 19, kind: "brand" as const },
  ];
  const words = wordsOf(source, normalize(source), whole, jiebaSegmenter());
  expect(words.map(({ text, pos }) => `${text}/${pos}`)).toEqual([
    "今天/t",
    "@小米Stephy/x",
    "发布/v",
    "了/ul",
    "小\u200b米/nz",
    "手機/n",
  ]);
  for (const { text, start, end } of words) expect(source.slice(start, end)).toBe(text);
});

describe("jieba", () => {
  const written = (text: string) =>
    jiebaSegmenter()
      .segment(text)
      .map(({ text, pos }) => `${text}/${pos}`)
      .join(" ");

  it.each([
    ["the likeliest words", "结婚的和尚未结婚的", "结婚/v 的/uj 和/c 尚未/d 结婚/v 的/uj"],
    ["what no dictionary has, by the model", "今晚去杭研直播", "今晚/t 去/v 杭研/x 直播/vn"],
    ["Latin words and numbers whole", "MIX3卖3.5折，A好", "MIX3/eng 卖/v 3.5/m 折/v ，/x A/eng 好/a"],
    ["an emoji alone", "好看👍👍呀", "好看/v 👍/x 👍/x 呀/y"],
    ["white space as it is", "很 好\n吗", "很/zg  /x 好/a \n/x 吗/y"],
  ])("finds %s", (_what, text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it("cuts into words of the dictionary and single characters", () => {
    const cut = (text: string) => jiebaSegmenter().cut?.(text).join("|");
    expect(cut("小鹬今晚发布MIX3👍")).toBe("小|鹬|今晚|发布|M|I|X|3|👍");
  });

  /** Words that nodejieba adds to the dictionary of jieba. */
  const ADDED = /云计算|韩玉鉴赏|蓝翔|区块链/;
  const posts = "../shared/data/weibo-posts.jsonl";
  it.skipIf(!existsSync(posts))("gives the words of nodejieba on real posts", () => {
    const texts = readFileSync(posts, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { text: string }).text)
      .filter((text) => !ADDED.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text));
    const [ours, theirs] = [jiebaSegmenter(), nodejiebaSegmenter()];
    const wordsBy = (segmenter: WordSegmenter) => texts.map((text) => segmenter.segment(text).map((word) => word.text));
    const cutBy = (segmenter: WordSegmenter) => texts.map((text) => segmenter.cut?.(text));
    expect(texts.length).toBeGreaterThan(1000);
    expect(wordsBy(ours)).toEqual(wordsBy(theirs));
    expect(cutBy(ours)).toEqual(cutBy(theirs));
  });
});
