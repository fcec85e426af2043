import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ArgumentError,
  entryOfCandidate,
  Glossary,
  intlSegmenter,
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
  return Array.from({ length: times }, (_, i) => frames[i % frames.length]!);
}

const TOLD = ["Today I saw Toodoor things", "We like Toodoor", "Toodoor they sell"];

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
    const [candidate] = await mineTerms([...archive("魅果"), ...archive("魅果")], { glossary: none, minCount: 2 });
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

  it.each<[what: string, write: (name: string) => string, english: string]>([
    ["in parentheses", (name) => `${name}（Merigo）今天发布新品`, "Merigo"],
    ["next to it", (name) => `${name}Merigo手机怎么样`, "Merigo"],
  ])("proposes the English that stands beside it %s", async (_, write, english) => {
    const posts = [...archive("魅果"), ...Array.from({ length: 4 }, () => write("魅果"))];
    const candidate = (await mineTerms(posts, { glossary: none, minCount: 3 })).find(({ form }) => form === "魅果");
    expect(candidate!.english).toMatchObject({ text: english, source: "posts" });
  });

  it("proposes pinyin, and says that it is no more", async () => {
    const [candidate] = await mineTerms(archive("途朵"), { glossary: none, minCount: 3 });
    expect(candidate!.english).toEqual({ text: "Tuduo", source: "pinyin", count: 0 });
  });

  it("aligns a name with the English of translations, and says how consistently", async () => {
    const pairs = archive("途朵", 16).map((source, i) => ({
      source,
      translation: i % 4 === 3 ? "Nobody knows what to say" : TOLD[i % 4]!,
    }));
    const other = archive("霓岚", 16).map((source) => ({
      source,
      translation: "Today we like things, they sell well",
    }));
    const candidate = (await mineTerms([...pairs, ...other], { glossary: none })).find(({ form }) => form === "途朵");
    expect(candidate!.english).toEqual({ text: "Toodoor", source: "translations", count: 12, consistency: 0.75 });
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
