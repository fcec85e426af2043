import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ArgumentError,
  entryOfCandidate,
  Glossary,
  intlSegmenter,
  jiebaSegmenter,
  type MinedPost,
  mineTerms,
} from "../../src/index.js";

const none = Glossary.of([]);

/** An archive in which made-up names are used as names are, between sentences of ordinary words. */
function archive(name: string, times = 8): string[] {
  const frames = [
    `刚刚买了${name}手机，很好用`,
    `${name}公司今天在北京发布新产品`,
    `有人用过${name}吗？求推荐`,
    `听说${name}科技要上市了`,
    `#${name}# 大家怎么看`,
    `昨天下载了${name}客户端，打不开`,
    `${name}的服务越来越差`,
    `我觉得还是${name}好`,
  ];
  return Array.from({ length: times }, (_, i) => {
    const round = Math.floor(i / frames.length);
    return frames[i % frames.length]! + TAILS[round % TAILS.length]!;
  });
}

/** What makes posts differ that say the same otherwise: identical ones count once. */
const TAILS = ["", "，哈哈", "，真的", "，不错", "，晚安", "，早上好", "，好开心", "，下雨了"];

/** The bytes of what lives. */
function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

/** Mines posts of which the given ones are a part, and gives one candidate. */
async function candidateIn(form: string, posts: readonly MinedPost[], others: readonly MinedPost[] = archive("霓岚")) {
  const candidates = await mineTerms([...posts, ...others], { glossary: none, minCount: 3 });
  return candidates.find((one) => one.form === form);
}

const forms = async (posts: Iterable<MinedPost>, options = {}) =>
  (await mineTerms(posts, { glossary: none, minCount: 3, ...options })).map(({ form }) => form);

describe("mineTerms", () => {
  it.each([["魅果"], ["途朵"], ["霓岚"], ["ZUNO"], ["88同购"]])("finds %s, which no dictionary has", async (name) => {
    expect((await forms(archive(name), { limit: 3 }))[0]).toBe(name);
  });

  it("leaves out what the glossary has, and what is made of it and ordinary words", async () => {
    const glossary = Glossary.of([{ source: "魅果", target: "Meiguo", kind: "brand" }]);
    const found = await forms([...archive("魅果", 16), ...archive("途朵")], { glossary });
    expect(found).toContain("途朵");
    expect(found.filter((form) => form.includes("魅果"))).toEqual([]);
  });

  it("folds a name and ordinary words into the name", async () => {
    const [candidate] = await mineTerms(archive("魅果", 16), { glossary: none, minCount: 2 });
    expect(candidate).toMatchObject({ form: "魅果", count: 16, documents: 16 });
  });

  it("keeps ordinary words out of the first places", async () => {
    const found = await forms([...archive("魅果"), ...archive("途朵"), ...archive("霓岚")], { limit: 3 });
    expect(found.sort()).toEqual(["途朵", "霓岚", "魅果"].sort());
  });

  it("says where it stands, in spans of the posts as they were given", async () => {
    const posts = archive("魅果").map((post) => `\u200b${post}`);
    const [candidate] = await mineTerms(posts, { glossary: none, minCount: 3 });
    expect(candidate!.examples).toHaveLength(3);
    for (const { text, span } of candidate!.examples) {
      expect(posts).toContain(text);
      expect(text.slice(span.start, span.end)).toBe("魅果");
      expect(span.text).toBe("魅果");
    }
  });

  it.each<[what: string, write: string, english: string]>([
    ["in parentheses", "魅果（Merigo）今天发布新品", "Merigo"],
    ["in half-width parentheses", "听说魅果 (Merigo) 发布新品", "Merigo"],
    ["in parentheses, of several words", "魅果（Merigo Mobile）发布新品", "Merigo Mobile"],
    ["before it, where it stands in parentheses itself", "今天Merigo（魅果）发布新品", "Merigo"],
    ["before it, of several words", "今天 Merigo Mobile (魅果) 发布新品", "Merigo Mobile"],
    ["next to it", "魅果Merigo手机怎么样", "Merigo"],
    ["right before it", "Merigo魅果手机怎么样", "Merigo"],
    ["in a hashtag", "#魅果Merigo# 怎么样", "Merigo"],
  ])("proposes the English that stands beside it %s: %s", async (_, post, english) => {
    const posts = TAILS.slice(0, 4).map((tail) => post + tail);
    const candidate = await candidateIn("魅果", [...archive("魅果"), ...posts]);
    expect(candidate!.english).toMatchObject({ text: english, source: "posts" });
  });

  it("takes an ordinary English word in parentheses for the English, where that is repeated", async () => {
    const posts = ["云雀（Lark）上市了", "听说云雀（Lark）发布新耳机", "云雀耳机（Lark）降价了"];
    expect((await candidateIn("云雀", [...archive("云雀"), ...posts]))!.english).toMatchObject({ text: "Lark" });
    expect((await candidateIn("云雀", [...archive("云雀"), posts[0]!]))!.english).toMatchObject({ source: "pinyin" });
  });

  it("gives a model of a name the English of the name, whatever the model is called", async () => {
    const posts = [
      "刚买了青鸾GT",
      "青鸾GT续航很好",
      "青鸾 GT拍照不错",
      "青鸾GT降价了",
      "青鸾Turbo来了",
      "青鸾Turbo不错",
    ];
    const candidates = await mineTerms([...archive("青鸾"), ...posts], { glossary: none, minCount: 2 });
    const english = new Map(candidates.map((one) => [one.form, one.english?.text]));
    expect([english.get("青鸾"), english.get("青鸾GT")]).toEqual(["Qingluan", "Qingluan GT"]);
  });

  it.each<[what: string, write: string]>([
    ["an ordinary English word", "魅果phone怎么样"],
    ["a word that tells models apart", "魅果Turbo怎么样"],
    ["a model's capitals", "魅果GT怎么样"],
    ["an abbreviation of something else in parentheses once", "魅果的性能（CPU）怎么样"],
    ["an account", "魅果@Merigo怎么样"],
    ["a link", "魅果http://t.cn/Merigo"],
  ])("takes %s for no English of it: %s", async (_, post) => {
    const posts = TAILS.slice(0, 4).map((tail) => post + tail);
    const candidate = await candidateIn("魅果", [...archive("魅果"), ...posts]);
    expect(candidate!.english).toEqual({ text: "Meiguo", source: "pinyin", count: 0 });
  });

  it.each<[form: string, english: string]>([
    ["途朵", "Tuduo"],
    ["魅果", "Meiguo"],
    ["绿溪", "Lüxi"],
  ])("proposes the pinyin of %s as a name's, and says that it is no more", async (form, english) => {
    const candidate = await candidateIn(form, archive(form));
    expect(candidate!.english).toEqual({ text: english, source: "pinyin", count: 0 });
  });

  it.each<[what: string, form: string, posts: readonly string[], english: string | undefined]>([
    ["the glossary's English", "岚骐L7", archive("岚骐L7"), "Lanqi L7"],
    [
      "the English of a candidate",
      "魅果X9",
      [...archive("魅果X9"), ...TAILS.map((tail) => `魅果（Merigo）很好${tail}`)],
      "Merigo X9",
    ],
    ["no English, as nothing is known of the name", "途朵L7", archive("途朵L7"), undefined],
  ])("gives a model's name %s: %s", async (_, form, posts, english) => {
    const glossary = Glossary.of([{ source: "岚骐", target: "Lanqi", kind: "brand" }]);
    const candidates = await mineTerms([...posts, ...archive("霓岚")], { glossary, minCount: 3 });
    expect(candidates.find((one) => one.form === form)?.english?.text).toBe(english);
  });

  it.each<[what: string, write: (i: number) => string, absent: RegExp]>([
    ["numbers", (i) => `今天跑了10086步${TAILS[i % 8]}`, /^[\d.,]+$/],
    ["numbers with what they count", (i) => `买了5个苹果${TAILS[i % 8]}，花了30块`, /\d[个块]/],
    ["dates", (i) => `3月15日晚上见${TAILS[i % 8]}`, /[月日]/],
    ["what a number counts", (i) => `${i + 3}只小狗${TAILS[i % 8]}，${i + 12}只小猫`, /^只/],
    ["function words around a name", (i) => `还是魅果的${TAILS[i % 8]}好，也是魅果的${i}`, /^[的是也还]|[的是]$/],
  ])("leaves out %s", async (_, write, absent) => {
    const posts = Array.from({ length: 16 }, (_, i) => write(i));
    const found = await forms([...posts, ...archive("霓岚")]);
    expect(found.filter((form) => absent.test(form))).toEqual([]);
  });

  it.each<[what: string, write: (tail: string) => string, form: string, evidence: RegExp]>([
    ["《》", (tail) => `昨晚看了《雾中灯塔》${tail}`, "雾中灯塔", /《》/],
    ["##", (tail) => `#途朵节# 开始了${tail}`, "途朵节", /hashtag/],
    ["quotation marks", (tail) => `所谓“途朵派”就是这样${tail}`, "途朵派", /quotation marks/],
    ["devices", (tail) => `新的途朵手机${tail}`, "途朵", /devices follow/],
    ["companies", (tail) => `去了途朵集团${tail}`, "途朵", /words of companies follow/],
    ["officers", (tail) => `听途朵CEO演讲${tail}`, "途朵", /officers follow/],
    ["services", (tail) => `打开途朵客户端${tail}`, "途朵", /services follow/],
    ["launches before it", (tail) => `今天发布途朵，值得期待${tail}`, "途朵", /stand before it/],
    ["Latin letters in parentheses", (tail) => `途朵（Toodoor）开门了${tail}`, "途朵", /Latin letters/],
    ["accounts", (tail) => `说说@途朵手机官方 的途朵${tail}`, "途朵", /accounts of companies bear it \(8\)/],
    ["accounts with a word", (tail) => `@途朵官方微博 途朵${tail}`, "途朵", /accounts of companies bear it/],
    ["a dot within it", (tail) => `听阿米·途朵唱歌${tail}`, "阿米·途朵", /dot stands within/],
  ])("tells of a candidate that %s speak for it", async (_, write, form, evidence) => {
    const posts = TAILS.map((tail) => write(tail));
    const candidate = await candidateIn(form, [...posts, ...archive(form)]);
    expect(candidate!.evidence.join("; ")).toMatch(evidence);
  });

  it.each<[kind: string, form: string, frames: readonly string[]]>([
    ["brand", "途朵", ["途朵公司发布新品", "听途朵CEO演讲", "我买了途朵手机", "喜欢途朵"]],
    ["service", "途朵", ["打开途朵客户端", "我的途朵账号没了", "途朵会员贵", "途朵公众号更新"]],
    ["product", "雾中灯塔", ["昨晚看了《雾中灯塔》", "推荐《雾中灯塔》这本书", "《雾中灯塔》好看", "在读《雾中灯塔》"]],
    ["organization", "途朵大学", ["她考上途朵大学", "途朵大学很美", "祝贺途朵大学校庆", "在途朵大学读书"]],
    ["place", "途朵县", ["去途朵县玩", "途朵县很美", "我家在途朵县城东", "途朵县下雨"]],
  ])("guesses what is named, a %s: %s", async (kind, form, frames) => {
    const posts = TAILS.flatMap((tail) => frames.map((frame) => frame + tail));
    expect((await candidateIn(form, posts))?.kind).toBe(kind);
  });

  it.each<[form: string, ambiguous: boolean]>([
    ["蘑菇", true],
    ["魅果", false],
  ])("tells whether %s is an ordinary word too: %s", async (form, ambiguous) => {
    expect((await candidateIn(form, archive(form)))!.ambiguous).toBe(ambiguous);
  });

  it("tells of a name that many posts in a row have that it comes in bursts", async () => {
    const [together, spread] = ["途朵", "霓岚"];
    const candidates = await mineTerms([...archive(spread, 64), ...archive(together)], { glossary: none, minCount: 3 });
    const evidence = (name: string) => candidates.find(({ form }) => form === name)!.evidence;
    expect(evidence(together)).toContain("it comes in bursts");
    expect(evidence(spread)).not.toContain("it comes in bursts");
  });

  it("proposes what a dictionary has as the English of a name, and says which", async () => {
    expect((await candidateIn("诺基亚", archive("诺基亚")))!.english).toEqual({
      text: "Nokia",
      source: "CC-CEDICT",
      count: 0,
    });
  });

  it("gives no more than are asked for, and none that is rarer", async () => {
    const posts = [...archive("魅果", 16), ...archive("途朵", 8)];
    expect(await forms(posts, { limit: 1 })).toHaveLength(1);
    expect(await forms(posts, { minCount: 8 })).toContain("途朵");
    expect(await forms(posts, { minCount: 9 })).not.toContain("途朵");
  });

  it("counts posts once that say the same but for accounts, links and emoticons", async () => {
    const reposts = Array.from(
      { length: 20 },
      (_, i) => `途朵手机抽奖，转发送礼 @朋友${"甲乙丙丁戊己庚辛壬癸"[i % 10]}号 http://t.cn/a${i}`,
    );
    expect(await forms(reposts)).toEqual([]);
    expect(await candidateIn("途朵", [...reposts, ...archive("途朵")])).toMatchObject({ count: 9, documents: 9 });
  });

  it.each([["转发微博"], ["轉發微博"], ["分享图片"], ["网页链接"], ["展开全文"]])(
    "finds no name in what the platform writes by itself: %s",
    async (words) => {
      const posts = archive("途朵", 32).map((post) => `${words} ${post}`);
      const found = await forms(posts);
      expect(found[0]).toBe("途朵");
      expect(found.filter((form) => /转发|轉發|分享|网页|链接|全文/.test(form))).toEqual([]);
    },
  );

  it("has the same candidates of a very long post as of its sentences, however it is read", async () => {
    const sentences = TAILS.flatMap((tail) => archive("途朵").map((post) => post + tail));
    const long = sentences.join("。");
    for (const segmenter of [jiebaSegmenter(), intlSegmenter()]) {
      const [candidate] = await mineTerms([long.repeat(40)], { glossary: none, segmenter });
      expect(candidate).toMatchObject({ form: "途朵", count: 40 * 64, documents: 1 });
      for (const { text, span } of candidate!.examples) {
        expect(text.length).toBeLessThan(2100);
        expect(text.slice(span.start, span.end)).toBe("途朵");
      }
    }
  });

  it("takes a stream as it takes a list", async () => {
    async function* stream() {
      yield* archive("魅果");
    }
    expect(await mineTerms(stream(), { glossary: none })).toEqual(await mineTerms(archive("魅果"), { glossary: none }));
  });

  it("does with the built-in segmenter", async () => {
    expect(await forms(archive("途朵"), { segmenter: intlSegmenter() })).toContain("途朵");
  });

  it("looks for nothing in links, emoticons and account names", async () => {
    const posts = Array.from(
      { length: 9 },
      (_, i) => `${"今天天气好".slice(0, 2 + (i % 4))} @魅果途朵 http://t.cn/zunomi [霓岚]`,
    );
    const found = await forms(posts);
    expect(found.filter((form) => /魅果|zunomi|霓岚/u.test(form))).toEqual([]);
  });

  it("gives entries that a glossary takes", async () => {
    const candidates = await mineTerms([...archive("魅果"), ...archive("ZUNO")], { glossary: none, minCount: 3 });
    const glossary = Glossary.of(candidates.map(entryOfCandidate));
    expect(glossary.get("魅果")).toMatchObject({ source: "魅果", kind: "brand" });
    expect(glossary.get("zuno")!.target).toBe("ZUNO");
  });

  it.each<[what: string, posts: unknown, message: RegExp]>([
    ["a post that is no string", ["一", null], /Post 1 .* it is null/],
    ["a post that is a number", [7], /Post 0 .* it is number/],
    ["a translation that is none", [{ source: "一", translation: 3 }], /Post 0/],
    ["one text instead of a list", "小米", /a list or a stream/],
    ["nothing", undefined, /a list or a stream/],
  ])("refuses %s and says which", async (_, posts, message) => {
    await expect(mineTerms(posts as MinedPost[])).rejects.toThrow(message);
    await expect(mineTerms(posts as MinedPost[])).rejects.toBeInstanceOf(ArgumentError);
  });

  it.each([[{ minCount: 1 }], [{ minCount: 2.5 }], [{ limit: -1 }], [{ limit: Number.NaN }]])(
    "refuses %o",
    async (options) => {
      await expect(mineTerms([], options)).rejects.toBeInstanceOf(ArgumentError);
    },
  );

  it("stops when it is told to", async () => {
    await expect(mineTerms(["一"], { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });

  it("keeps no more in memory than the posts it shows, where they are slices of the chunks of a file", async () => {
    function* slices() {
      for (const post of archive("魅果", 16)) yield (post + "\n".repeat(2 ** 22)).slice(0, post.length);
    }
    await mineTerms(archive("途朵"), { glossary: none });
    const before = heapInUse();
    const candidates = await mineTerms(slices(), { glossary: none, minCount: 3 });
    expect(heapInUse() - before).toBeLessThan(2 ** 22);
    expect(candidates[0]!.form).toBe("魅果");
  });

  it("takes any strings, and says nothing twice", async () => {
    const word = fc.constantFrom(
      "constructor",
      "__proto__",
      "小米",
      "途朵",
      "·",
      "(",
      "#",
      "\ud800",
      "1",
      " ",
      "@",
      "的",
      "A",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(word, { maxLength: 12 }).map((words) => words.join("")),
          { maxLength: 30 },
        ),
        async (posts) => {
          const candidates = await mineTerms(posts, { glossary: none, minCount: 2, segmenter: intlSegmenter() });
          const keys = candidates.map(({ form }) => form.toLowerCase());
          expect(new Set(keys).size).toBe(keys.length);
          for (const { count, documents, score, examples } of candidates) {
            expect(count).toBeGreaterThanOrEqual(2);
            expect(documents).toBeLessThanOrEqual(count);
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            for (const { text, span } of examples) expect(text.slice(span.start, span.end)).toBe(span.text);
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
