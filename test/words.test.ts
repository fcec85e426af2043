import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../src/text/normalize.js";
import { intlSegmenter } from "../src/words/intl.js";
import { defaultSegmenter, nodejiebaSegmenter } from "../src/words/nodejieba.js";
import type { WordSegmenter } from "../src/words/segmenter.js";
import { wordsOf } from "../src/words/words.js";

const segmenters: [string, WordSegmenter][] = [
  ["intl", intlSegmenter()],
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
  const words = wordsOf(source, normalize(source), whole, nodejiebaSegmenter());
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
