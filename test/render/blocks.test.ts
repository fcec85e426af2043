import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../src/render/blocks.js";
import { anyPost, bilingual, dense } from "./posts.js";

describe("blocksOf", () => {
  it.each<[what: string, post: string, blocks: string[]]>([
    ["a headline and a sentence", "【标题】今天很好。", ["title 【标题】", "sentence 今天很好。"]],
    [
      "steps with what comes after",
      "第一步:打开;第二步:关。再见！",
      ["item 第一步:打开;", "item 第二步:关。", "sentence 再见！"],
    ],
    [
      "a row of tokens together",
      "今天很好。@大卫 http://t.cn/AbC",
      ["sentence 今天很好。", "mention @大卫 http://t.cn/AbC"],
    ],
    ["tokens of two lines apart", "@大卫\n@阿强", ["mention @大卫", "mention @阿强"]],
    ["an opening with what it opens", "好//@阿强:今天很好。", ["sentence 好", "sentence //@阿强:今天很好。"]],
    ["nothing for nothing", " \n ", []],
  ])("keeps %s", async (_, text, expected) => {
    const post = await bilingual(text);
    const blocks = blocksOf(post).map(({ kind, source }) => `${kind} ${text.slice(source.start, source.end)}`);
    expect(blocks).toEqual(expected);
  });

  it("holds every character of both texts once, in order", async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async (text) => {
        const post = await bilingual(text);
        const blocks = blocksOf(post);
        const sides = (["source", "target"] as const).map((side) => ({
          whole: dense(post[side].text),
          shown: dense(blocks.map((block) => post[side].text.slice(block[side].start, block[side].end)).join(" ")),
        }));
        for (const { whole, shown } of sides) expect(shown).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });
});
