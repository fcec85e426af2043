import { describe, expect, it } from "vitest";
import { Glossary, mineTerms } from "../../src/index.js";

/** Ten posts about a name, and what their translations say; {} is where the English goes. */
const POSTS: [source: string, translation: string][] = [
  ["刚刚买了途朵手机", "Just bought a {} phone"],
  ["途朵今天在北京发布新产品", "{} announced new products in Beijing today"],
  ["有人用过途朵吗", "Has anyone used {} before?"],
  ["听说途朵要上市了", "I heard that {} is going public"],
  ["昨天下载了途朵，打不开", "Downloaded {} yesterday and could not open it"],
  ["途朵的服务越来越差", "The service of {} is getting worse"],
  ["我觉得还是途朵好", "I still think {} is better"],
  ["喜欢途朵的请举手", "Hands up if you like {}"],
  ["路过途朵，人很多", "Passed by {}, so many people"],
  ["谢谢途朵", "Thank you, {}"],
];
const OTHERS: [source: string, translation: string][] = [
  ["今天天气很好", "The weather is nice today"],
  ["刚刚买了面包", "Just bought bread"],
  ["我觉得还是家里好", "I still think home is better"],
  ["路过学校，人很多", "Passed by the school, so many people"],
];

async function aligned(english: readonly string[], others: readonly (typeof OTHERS)[number][] = OTHERS) {
  const pairs = POSTS.map(([source, translation], i) => ({
    source,
    translation: translation.replace("{}", english[i % english.length]!),
  }));
  const rest = others.map(([source, translation]) => ({ source, translation }));
  const candidates = await mineTerms([...pairs, ...rest], { glossary: Glossary.of([]) });
  return candidates.find(({ form }) => form === "途朵")?.english;
}

describe("the English of translations", () => {
  it.each<[what: string, english: readonly string[], text: string, count: number]>([
    ["one word", ["Toodoor"], "Toodoor", 10],
    ["two words", ["Neo Mist"], "Neo Mist", 10],
    ["four words", ["Ministry of Useful Things"], "Ministry of Useful Things", 10],
    [
      "six words",
      ["Ministry of Industry and Information Technology"],
      "Ministry of Industry and Information Technology",
      10,
    ],
    ["a possessive now and then", ["Neo Mist", "Neo Mist’s", "Neo Mist's"], "Neo Mist", 10],
    ["a plural now and then", ["Toodoor", "Toodoors"], "Toodoor", 10],
    ["another letter case now and then", ["Toodoor", "Toodoor", "TOODOOR"], "Toodoor", 10],
    ["an ordinary word", ["sunscreen"], "sunscreen", 10],
    ["an ordinary word in both numbers", ["sun hat", "sun hats"], "sun hat", 10],
    ["a name that ends in s", ["Starbrooks"], "Starbrooks", 10],
    ["a name with a number", ["Neo 5"], "Neo 5", 10],
  ])("is %s: %j", async (_, english, text, count) => {
    expect(await aligned(english)).toEqual({ text, source: "translations", count, consistency: count / 10 });
  });

  it("is found where every post has the form", async () => {
    expect(await aligned(["Toodoor"], [])).toMatchObject({ text: "Toodoor", count: 10 });
    expect(await aligned(["Neo Mist", "Neo Mist's"], [])).toMatchObject({ text: "Neo Mist", count: 10 });
  });

  it("says how consistently it is used", async () => {
    expect(await aligned(["Toodoor", "Toodoor", "Toodoor", "Toodoor", "it"])).toMatchObject({
      count: 8,
      consistency: 0.8,
    });
  });

  it("is the pinyin where translations have nothing in common", async () => {
    const names = ["Aba", "Beta", "Coda", "Dodo", "Eta", "Fado", "Gaga", "Hoha", "Iota", "Jojo"];
    expect(await aligned(names)).toEqual({ text: "Tuduo", source: "pinyin", count: 0 });
  });

  /** What is proposed for a form, of posts in which every {} is the form as it is written there. */
  async function proposed(form: string, posts: readonly (typeof OTHERS)[number][]) {
    const pairs = [...posts, ...OTHERS].map(([source, translation]) => ({ source, translation }));
    const candidates = await mineTerms(pairs, { glossary: Glossary.of([]), minCount: 3 });
    return candidates.find((one) => one.form === form);
  }
  /** The posts with another name in them. */
  const naming = (chinese: string, english: string) =>
    POSTS.map(([source, translation]): [string, string] => [
      source.replaceAll("途朵", chinese),
      translation.replace("{}", english),
    ]);

  it("is what posts write in parentheses, where translations have a word more that is not the form's", async () => {
    const posts = naming("途朵", "Toodoor Buds").map(([source, translation]): [string, string] => [
      source.replace("途朵今天", "途朵（Toodoor）今天"),
      translation,
    ]);
    expect((await proposed("途朵", posts))!.english).toMatchObject({ text: "Toodoor", source: "posts" });
  });

  it("has the ordinary word that the form ends with, where the translations have it", async () => {
    expect((await proposed("雾朵音箱", naming("雾朵音箱", "Mistdoor speaker")))!.english).toMatchObject({
      text: "Mistdoor speaker",
      source: "translations",
    });
    expect((await proposed("雾朵音箱", naming("雾朵音箱", "Mistdoor")))!.english).toMatchObject({ text: "Mistdoor" });
  });

  it("is no other form's that has it more consistently", async () => {
    const posts = naming("途朵", "Toodoor").map(([source, translation], i): [string, string] =>
      i < 4 ? [`${source}，手机`, `${translation}`] : [source, translation],
    );
    const phones: typeof OTHERS = [["我的手机坏了", "My phone is broken"]];
    expect((await proposed("手机", [...posts, ...phones]))!.english).toMatchObject({ source: "CC-CEDICT" });
    expect((await proposed("途朵", [...posts, ...phones]))!.english).toMatchObject({ text: "Toodoor" });
  });

  it("tells a rare word of the dictionary from a name of the same letters, and a model by its letters", async () => {
    const plain = POSTS.map(([source, translation]): [string, string] => [
      `${source.replaceAll("途朵", "云雀")}，云雀手机`,
      translation,
    ]);
    expect(await proposed("云雀", plain)).toMatchObject({ kind: "brand", ambiguous: true });
    const model = POSTS.map(([source, translation]): [string, string] => [
      source.replaceAll("途朵", "途朵Max"),
      translation,
    ]);
    expect(await proposed("途朵Max", model)).toMatchObject({ kind: "product", ambiguous: false });
  });
});
