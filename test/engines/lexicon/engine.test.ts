import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lexiconEngine } from "../../../src/engines/lexicon/index.js";
import { loadLexicon } from "../../../src/engines/lexicon/load.js";

const engine = lexiconEngine();

/** A line is "Chinese = English"; `{source|target}` inside the Chinese is an accepted term. */
function read(line: string): { text: string; terms: { source: string; target: string }[]; english: string } {
  const [marked, english] = line.split(" = ") as [string, string];
  const terms = [...marked.matchAll(/\{([^|}]+)\|([^}]+)\}/g)].map((m) => ({ source: m[1]!, target: m[2]! }));
  return { text: marked.replace(/\{([^|}]+)\|[^}]+\}/g, "$1"), terms, english };
}

const translates = (line: string): void => {
  const { english, ...unit } = read(line);
  expect(engine.translateUnit(unit).text).toBe(english);
};

describe("order", () => {
  test.each([
    "我昨天买了两本书。 = I bought two books yesterday.",
    "他在北京工作。 = He works in Beijing.",
    "我们喜欢你写的书。 = We like the book you write.",
    "桌子上有三个苹果。 = There are three apples on the table.",
    "他把手机忘在家里了。 = He left the phone at home.",
    "手机被他弄丢了。 = The phone was lost by him.",
    "来自北京的学生住在学校附近。 = Students from Beijing live near the school.",
    "有人喜欢喝茶。 = Someone likes to drink tea.",
    "最新、最高清的视频 = Latest and most high-definition video",
    "他越说越生气。 = The more he says, the angrier he gets.",
    "如何清理手机内存？ = How to clean up phone memory?",
    "你为什么不喜欢这部电影？ = Why do you not like this movie?",
    "昨晚的发布会你看了吗？ = Did you look at last night's launch event?",
    "把这个技巧分享给你的父母。 = Share this tip to your parents.",
    "虽然他很累，但是他还在工作。 = Although he's very tired, he's still working.",
    "王先生是一位工程师。 = Mr. Wang is an engineer.",
  ])("%s", translates);
});

describe("tense, number and negation", () => {
  test.each([
    "他没去学校。 = He didn't go to the school.",
    "我已经看过这部电影。 = I have already watched this movie.",
    "他们正在开会。 = They're having a meeting.",
    "新手机将于下周一发布。 = The new phone will be released next Monday.",
    "没有人知道答案。 = No one knows the answer.",
    "他是昨天来的。 = He came yesterday.",
    "她跑得很快。 = She runs fast.",
    "他给妈妈打了电话。 = He called his mom.",
    "这个问题比那个问题更难。 = This question is more difficult than that question.",
  ])("%s", translates);
});

describe("as it is said", () => {
  test.each([
    "我和朋友去了北京。 = My friends and I went to Beijing.",
    "他喜欢我和你。 = He likes you and me.",
    "警察警告我不可在此停车。 = Police warn me not to park here.",
    "祝我的好朋友生日快乐！ = Wish my good friend a happy birthday!",
    "他贡献了2次助攻。 = He contributed 2 assists.",
    "三个赛季前，他加盟了巴萨。 = Three seasons ago, he joined Barcelona.",
    "我好想你。 = I miss you so much.",
    "你永远不知道答案。 = You never know the answer.",
    "今天和老公去看了电影。 = Went to watch a movie with my husband today.",
    "刚到家。 = Just got home.",
    "他还没来。 = He hasn't come yet.",
    "放弃也是一种勇气。 = Giving up is also a courage.",
    "妈妈做的菜是最好吃的。 = The dish mom cooks is the most delicious.",
    "这是最好的时代。 = This is the best era.",
    "你怎么还不睡觉？ = Why do you still not sleep?",
    "这个视频太好笑了！ = This video is so funny!",
    "请于25日前还款。 = Please repay before the 25th.",
    "感谢你们的礼物。 = Thank you for your gift.",
    "感谢粉丝们的热情。 = Thank the fans for their enthusiasm.",
    "请中奖用户尽快联系我们。 = Winners, please contact us as soon as possible.",
    "对粉丝说：谢谢大家 = To fans: thank you all",
    "今天和他们聊了一个小时 = Chatted about an hour with them today",
    "我不知道答案。 = I don't know the answer.",
    "我们不会忘记。 = We will not forget.",
    "请不要关机。 = Please do not turn off.",
    "她走进了房间。 = She walked into the room.",
    "她打开门，看见一只猫。 = She opened the door and saw a cat.",
    "他在北京工作。 = He works in Beijing.",
    "这是我写的文章。 = This is the article I wrote.",
  ])("%s", translates);
});

describe("instructions and announcements", () => {
  test.each([
    "登录{小米云服务|Xiaomi Cloud}定位手机,清除所有数据 = Log in to Xiaomi Cloud to locate the phone and erase all data",
    "第一步：打开设置 = Step 1: Open settings",
    "点击链接立即参与。 = Tap the link to participate immediately.",
    "转发并关注我们，抽3位幸运粉丝 = Repost and follow us and draw 3 lucky fans",
    "详细见图片,欢迎转发收藏! = See the picture for details, feel free to repost and save!",
    "受台风影响，请大家注意安全。 = Due to the typhoon, please stay safe.",
  ])("%s", translates);
});

describe("numbers and dates", () => {
  test.each([
    "销量达到1.8亿台。 = Sales reach 180 million.",
    "价格打八折。 = The price is 20% off.",
    "三分之一的用户选择了黑色。 = A third of users chose black.",
    "百分之五十的人同意。 = 50% of people agree.",
    "2011年3月5日下午3点在上海举行 = Held in Shanghai at 3 pm on March 5, 2011",
    "20世纪90年代 = In the 1990s",
    "满200元减50元 = 50 yuan off every 200 yuan",
  ])("%s", translates);
});

describe("terms", () => {
  test.each([
    "我爱{小米|Xiaomi} = I love Xiaomi",
    "{红米|redmi K}很好 = redmi K is very good",
    "他{转发|repost}了这条微博 = He reposted this post",
    "维达尔（Vidal）来了 = Vidal came",
  ])("%s", translates);

  test("a private-use character carries a mention as a name", () => {
    const unit = { text: "谢谢\uE000的支持", terms: [{ source: "\uE000", target: "@雷军" }] };
    expect(engine.translateUnit(unit).text).toContain("@雷军");
  });

  test("every term comes out verbatim, wherever it stands", () => {
    const words = fc.constantFrom(
      "我",
      "喜欢",
      "的",
      "手机",
      "在",
      "，",
      "了",
      "买",
      "很好",
      "把",
      "被",
      "发布",
      "两个",
      "？",
    );
    const target = fc.constantFrom("Mi Home", "iPhone 15", "de Rosa", "HarmonyOS", "MIUI");
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 6 }),
        target,
        fc.array(words, { maxLength: 6 }),
        (before, english, after) => {
          const text = `${before.join("")}\uE001${after.join("")}`;
          const made = engine.translateUnit({ text, terms: [{ source: "\uE001", target: english }] }).text;
          expect(made.split(english)).toHaveLength(2);
        },
      ),
    );
  });
});

const CHINESE = "我你的了在是不把被给让小米手机发布今天三个1.8亿，。！？“”（）、：# @a B😀龘觸臺灣\n";

describe("what always holds", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...CHINESE), maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  test("no Chinese is left over but characters that no dictionary can read, and no space is doubled", () => {
    const { pinyin } = loadLexicon();
    fc.assert(
      fc.property(text, (source) => {
        const made = engine.translateUnit({ text: source, terms: [] }).text;
        expect([...made].filter((c) => /\p{Script=Han}/u.test(c) && pinyin(c))).toEqual([]);
        expect(made).not.toMatch(/ {2}/);
      }),
    );
    expect(engine.translateUnit({ text: "他叫\u{2A6A5}", terms: [] }).text).toContain("\u{2A6A5}");
  });

  test("the same unit gives the same English, and every gloss lies in both texts", () => {
    fc.assert(
      fc.property(text, (source) => {
        const made = engine.translateUnit({ text: source, terms: [] });
        expect(engine.translateUnit({ text: source, terms: [] })).toEqual(made);
        for (const gloss of made.glosses) {
          expect(source.slice(gloss.source.start, gloss.source.end)).not.toBe("");
          expect(made.text.slice(gloss.target.start, gloss.target.end).trim()).not.toBe("");
          expect(gloss.rule).not.toBe("");
        }
      }),
      { examples: [["我、.1"], ["我、。"]] },
    );
  });

  test("glosses name the word that each English word comes from", () => {
    const { text: made, glosses } = engine.translateUnit({ text: "他在北京工作。", terms: [] });
    const pairs = glosses.map(
      (g) => `${"他在北京工作。".slice(g.source.start, g.source.end)} ${made.slice(g.target.start, g.target.end)}`,
    );
    expect(pairs).toEqual(["他 He", "工作 works", "在 in", "北京 Beijing"]);
  });
});

describe("as an engine", () => {
  const call = { from: "zh", to: "en" } as const;

  test("translates units in order and explains the same English", async () => {
    const units = ["你好", "我爱你"].map((text) => ({ text, terms: [] }));
    const made = await engine.translate(units, call);
    expect(made).toEqual(["Hello", "I love you"]);
    expect((await engine.explain(units, call)).map((e) => e.text)).toEqual(made);
  });

  test("stops when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(engine.translate([{ text: "你好", terms: [] }], { ...call, signal })).rejects.toThrow("enough");
  });
});
