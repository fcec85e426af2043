import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineEngine, type TranslationUnit } from "../src/engines/engine.js";
import { Glossary } from "../src/glossary/glossary.js";
import { bilingualPostSchema } from "../src/schemas.js";
import { createTranslator } from "../src/translator.js";
import { broken } from "./support/invariants.js";

const glossary = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand", forbid: ["millet"] },
  { source: "小米手机", target: "Xiaomi phone", kind: "product" },
  { source: "转发", target: "repost", kind: "jargon" },
]);

/** An engine that says how many characters it was given in a row, so that a test can see what reached it. */
const counting = defineEngine({
  name: "counting",
  carry: "native",
  translate: async (units) =>
    units.map(({ text, terms }) => {
      const english = terms.reduce((rest, { source, target }) => rest.replace(source, ` ${target} `), text);
      return english.replace(/[\p{Script=Han}]+/gu, (chinese) => `${chinese.length}`);
    }),
});
const translator = createTranslator({ glossary, engine: counting });

describe("translate", () => {
  it.each<[what: string, source: string, target: string]>([
    ["a sentence", "今天天气好。", "5."],
    ["a title in brackets", "【新品发布】今天开卖", "[4] 4"],
    ["the words of a hashtag between its #", "#新品发布#", "#4#"],
    ["steps with English markers", "第一步：打开手机；第二步：关机。", "Step 1: 4; Step 2: 2."],
    ["a how-to with the numbers its author chose", "操作步骤：1）打开手机；2）关机。", "4: 1) 4; 2) 2."],
    ["points with their numbers", "①家族遗传②个人心态", "1. 4 2. 4"],
    ["a space behind a link that ends in a slash", "到https://oppo.com/cn/看看", "1 https://oppo.com/cn/ 2"],
    ["mentions, links and emoticons unchanged", "@小米公司 http://t.cn/AbC[泪]", "@小米公司 http://t.cn/AbC [泪]"],
    ["a mention amid the words inside its unit", "感谢@大卫 参加", "2 @大卫 2"],
    ["a repost's author with a half-width colon", "好//@大卫：好", "1 //@大卫: 1"],
    ["a reply in English", "回复@大卫:好", "Reply to @大卫: 1"],
    ["line breaks where they are", "第一行\n第二行", "3\n3"],
    ["what is only a name without asking the engine", "小米！", "Xiaomi!"],
    ["what has no Chinese without asking the engine", "OK 2014.5.20", "OK 2014.5.20"],
    ["nothing", "", ""],
  ])("writes %s", async (_, source, target) => {
    const post = await translator.translate(source);
    expect(post.target.text).toBe(target);
    expect(broken(post)).toEqual([]);
  });

  it("tells the engine where a unit goes on with a sentence that a link cut", async () => {
    const units: TranslationUnit[] = [];
    const engine = defineEngine({
      name: "listening",
      translate: async (given) => {
        units.push(...given);
        return given.map(({ text }) => text);
      },
    });
    await createTranslator({ engine }).translate("打开http://t.cn/AbC 看看。再见。");
    expect(units.map(({ text, continues }) => [text, continues ?? false])).toEqual([
      ["打开", false],
      ["看看。", true],
      ["再见。", false],
    ]);
  });

  it("says which units are titles, steps and the words of hashtags", async () => {
    const units: TranslationUnit[] = [];
    const engine = defineEngine({
      name: "spy",
      translate: async (given) => {
        units.push(...given);
        return given.map(({ text }) => text);
      },
    });
    await createTranslator({ engine }).translate("【明天下雨】带伞。#新系统#\n第一步：关机；第二步：取出卡托");
    expect(units.map(({ text, role }) => [text, role])).toEqual([
      ["明天下雨", "title"],
      ["带伞。", undefined],
      ["关机", "step"],
      ["取出卡托", "step"],
      ["新系统", "hashtag"],
    ]);
  });

  it.each([
    ["新品发布会回顾\n昨天，我们发布了三款新品。", "title", "above a line with punctuation"],
    ["怎样清理缓存\n1. 打开设置；2. 点击清理。", "title", "above a list"],
    ["今天下雨\n不想出门", undefined, "above a line that has no punctuation either"],
    ["今天下雨，我不想出门\n就在家睡觉吧。", undefined, "with punctuation"],
    ["新品发布会回顾", undefined, "alone"],
  ])("takes a first line as a title: %j is %s, %s", async (post, role, _) => {
    const roles: TranslationUnit["role"][] = [];
    const engine = defineEngine({
      name: "spy",
      translate: async (units) => {
        roles.push(...units.map((unit) => unit.role));
        return units.map(({ text }) => text);
      },
    });
    await createTranslator({ engine }).translate(post);
    expect(roles[0]).toBe(role);
    expect(roles.slice(1).every((other) => other !== "title")).toBe(true);
  });

  it.each([
    ["【转发抽奖】", "[Repost giveaway]"],
    ["vivo发布了新手机", "vivo released a new phone"],
    ["【vivo】", "[vivo]"],
    ["评论区告诉我们你的想法", "Tell us your idea in the comment section"],
  ])("%s: %s", async (chinese, english) => {
    expect((await createTranslator().translate(chinese)).target.text).toBe(english);
  });

  it("aligns terms, hashtags and steps with their English", async () => {
    const post = await translator.translate("#小米活动#第一步：买小米手机；第二步：转发。");
    expect(post.hashtags[0]!.targetName).toContain("Xiaomi");
    expect(post.terms.map(({ source, target, status }) => [source.text, target?.text, status])).toEqual([
      ["小米", "Xiaomi", "kept"],
      ["小米手机", "Xiaomi phone", "kept"],
      ["转发", "Repost", "kept"],
    ]);
    expect(post.lists[0]!.items.map(({ target }) => target.text)).toEqual(["Step 1: 1 Xiaomi phone", "Step 2: Repost"]);
  });

  it("gives a result that survives JSON and its own schema", async () => {
    const post = await translator.translate("#小米#【好】第一步：打开；第二步：关。@大卫 [泪]//@阿强:小米粥");
    const json = JSON.parse(JSON.stringify(post));
    expect(bilingualPostSchema.parse(json)).toEqual(json);
    expect(json.words.map(({ text }: { text: string }) => text).join("")).toBe(post.source.text.replace(/\s/gu, ""));
  });

  it("says where an engine gave nothing, and names the terms all the same", async () => {
    const silent = createTranslator({
      glossary,
      engine: { name: "silent", translate: async (units) => units.map(() => "") },
    });
    const post = await silent.translate("我买了小米手机");
    expect(post.target.text).toContain("Xiaomi phone");
    expect(post.issues.filter(({ code }) => code === "untranslated")).not.toEqual([]);
  });

  it("calls no emoticon or mention untranslated, even side by side, and names the Chinese that is left", async () => {
    const echo = createTranslator({
      glossary,
      engine: { name: "echo", translate: async (units) => units.map((unit) => unit.text) },
    });
    const left = async (text: string) =>
      (await echo.translate(text)).issues
        .filter(({ code }) => code === "untranslated")
        .map(({ target }) => target?.text);
    expect(await left("[泪]@大卫 @阿强")).toEqual([]);
    expect(await left("[泪]今天，天气好！@大卫")).toEqual(["今天, 天气好"]);
  });

  it.each([
    ["明日は雨です。", "明日は雨です.", ["明日は雨です"], "tomorrow it will rain, in Japanese"],
    ["내일 비가 와요", "내일 비가 와요", ["내일 비가 와요"], "the same in Korean"],
    ["明天下雨。傘を忘れないで!", "It rains tomorrow. 傘を忘れないで!", ["傘を忘れないで"], "a sentence of each"],
    ["小米を買いました", "Xiaomi を買いました", ["を買いました"], "with a name"],
    ["他说「おはよう」", 'He says "おはよう"', ["おはよう"], "Chinese that quotes a word"],
    ["鲜の每日到家", undefined, [], "Chinese with a kana for fashion"],
    ["It rains tomorrow in every city of the country.", undefined, [], "English"],
  ])("leaves what is Japanese or Korean as it is and says so: %j is %j", async (chinese, english, left, _) => {
    const { target, issues } = await createTranslator().translate(chinese);
    if (english !== undefined) expect(target.text).toBe(english);
    expect(issues.filter(({ code }) => code === "other-language").map((issue) => issue.target?.text)).toEqual(left);
    expect(issues.filter(({ code }) => code === "untranslated")).toEqual([]);
  });

  it("holds what it promises on any string", async () => {
    const piece = fc.constantFrom(
      "小米",
      "#",
      "@大卫",
      "【",
      "】",
      "//@a:",
      "第一步：",
      "；",
      "[泪]",
      "\n",
      " ",
      "http://t.cn/a",
      "转发",
      "回复@b:",
      "①",
      "②",
      "\ud83d",
      "\ue000",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ unit: "binary" })), { maxLength: 14 }), async (parts) => {
        expect(broken(await translator.translate(parts.join("")))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("rejects what is no text, and says what it expected", async () => {
    await expect(translator.translate(42 as unknown as string)).rejects.toMatchObject({ code: "invalid-argument" });
  });
});

describe("translateAll", () => {
  it("yields results in the order of the input, from an async source too", async () => {
    async function* source() {
      yield "今天";
      yield "今天天气";
      yield "好";
    }
    const targets: string[] = [];
    for await (const post of translator.translateAll(source(), { concurrency: 2 })) targets.push(post.target.text);
    expect(targets).toEqual(["2", "4", "1"]);
  });

  it("rejects a concurrency that is no number", async () => {
    const run = async () => {
      for await (const _ of translator.translateAll(["好"], { concurrency: 0 })) break;
    };
    await expect(run()).rejects.toMatchObject({ code: "invalid-argument" });
  });
});

describe("repair", () => {
  it.each([
    [
      "a forbidden form",
      "小米手机的小米很好",
      "The millet phone of millet is good",
      "The Xiaomi phone of Xiaomi is good",
      ["repaired", "repaired"],
    ],
    ["nothing to mend", "小米很好", "Xiaomi is good", "Xiaomi is good", ["kept"]],
    [
      "lower case",
      "小米很好。我爱小米。",
      "xiaomi is good. I love millet.",
      "Xiaomi is good. I love Xiaomi.",
      ["repaired", "repaired"],
    ],
    ["a name left out", "小米很好", "It is good", "It is good", ["missing"]],
  ])("mends %s", async (_, source, existing, expected, statuses) => {
    const post = await translator.repair(source, existing);
    expect(post.target.text).toBe(expected);
    expect(post.terms.map(({ status }) => status)).toEqual(statuses);
    expect(post.issues.filter(({ code }) => code === "term-missing")).toHaveLength(
      statuses.filter((status) => status === "missing").length,
    );
  });

  it("divides the translation among the sentences of the source", async () => {
    const post = await translator.repair(
      "今天天气很好。我们去公园玩了很久。",
      "The weather is nice today. We played in the park for a long time.",
    );
    expect(post.segments.map(({ target }) => target.text.trim())).toEqual([
      "The weather is nice today.",
      "We played in the park for a long time.",
    ]);
  });
});
