import { describe, expect, it } from "vitest";
import { type Carry, defineEngine, type TranslationUnit } from "../../src/engines/engine.js";
import { Glossary } from "../../src/glossary/glossary.js";
import { createTranslator } from "../../src/translator.js";

const glossary = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand" },
  { source: "岚骐", target: "Lanqi", kind: "brand" },
]);

/** What an engine was asked for that answers the same to everything. */
async function asked(post: string, carry: Carry | readonly Carry[], answer = "words"): Promise<TranslationUnit[]> {
  const units: TranslationUnit[] = [];
  const engine = defineEngine({
    name: "listening",
    carry,
    translate: async (given) => {
      units.push(...given);
      return given.map(() => answer);
    },
  });
  await createTranslator({ engine, glossary, retries: 0 }).translate(post);
  return units;
}

const CARRIES: Carry[] = ["native", "instruction", "inline", "markup", "placeholder"];

describe("an engine", () => {
  it.each([
    ["only names", "小米！岚骐，小米。"],
    ["a name and a mention", "@小米公司 小米"],
    ["links and emoticons", "http://t.cn/AbC [泪][泪]"],
    ["a hashtag that is a name", "#小米#"],
    ["list markers and names", "1.小米 2.岚骐"],
    ["no Chinese", "OK 2014.5.20 :)"],
  ])("is never sent %s", async (_, post) => {
    for (const carry of CARRIES) expect(await asked(post, carry)).toEqual([]);
  });

  it.each(CARRIES)("gets no mention, link, emoticon, marker of a list or # in a text (%s)", async (carry) => {
    const post =
      "#新品发布#第一步：感谢@阿强 转发的小米，见http://t.cn/AbCdEf很好[鼓掌]；第二步：关注#岚骐日常#再看//@老王:回复@小明:真好";
    const texts = (await asked(post, carry)).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(4);
    expect(texts.filter((text) => /[@#[\]]|t\.cn|阿强|老王|小明|第[一二]步/u.test(text))).toEqual([]);
  });

  it("gets the words of a hashtag by themselves, with the post as context", async () => {
    const post = "今天去看#岚骐新品发布#";
    const units = await asked(post, "native", "Lanqi words");
    expect(units.map(({ text, context }) => [text, context])).toEqual([
      ["今天去看", post],
      ["岚骐新品发布", post],
    ]);
  });

  it("is asked for a sentence that lost its name once in each way, and for the others once", async () => {
    const units = await asked("小米很好。天气很好。", ["native", "inline", "markup", "inline", "placeholder"]);
    expect(units.map(({ text, carry }) => [text.replace(/<.*>|ZX..|Xiaomi|小米/u, "…"), carry])).toEqual([
      ["…很好。", "native"],
      ["天气很好。", "native"],
      ["…很好。", "inline"],
      ["…很好。", "markup"],
      ["…很好。", "placeholder"],
    ]);
  });

  it("is asked in one way where that brings the name back", async () => {
    expect(await asked("小米很好。", ["native", "inline"], "Xiaomi is good")).toHaveLength(1);
  });
});
