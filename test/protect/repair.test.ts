import { describe, expect, it } from "vitest";
import { Glossary } from "../../src/glossary/glossary.js";
import { createTranslator } from "../../src/translator.js";

const glossary = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand", accept: ["Mi"], forbid: ["millet"], notIn: ["小米粥"] },
  { source: "小米云服务", target: "Xiaomi Cloud", kind: "service", accept: ["Mi Cloud"] },
  { source: "荣耀", target: "HONOR", kind: "brand", forbid: ["glory"] },
  { source: "荣耀手机", target: "HONOR phone", kind: "product", accept: ["HONOR"] },
  { source: "一加手机", target: "OnePlus phone", kind: "product", accept: ["OnePlus"] },
]);
const translator = createTranslator({ glossary });

describe("repair", () => {
  const rows: [what: string, source: string, existing: string, mended: string, statuses: string][] = [
    [
      "mends each name where it stands",
      "登录小米云服务，小米手机",
      "Sign millet cloud services, millet phone",
      "Sign Xiaomi Cloud services, Xiaomi phone",
      "repaired repaired",
    ],
    [
      "leaves the porridge alone, before the name and after it",
      "早餐喝小米粥，小米发布新手机",
      "Millet porridge for breakfast; millet released a new phone",
      "Millet porridge for breakfast; Xiaomi released a new phone",
      "repaired",
    ],
    [
      "knows what follows from a name inside",
      "荣耀手机",
      "the glory mobile phone",
      "the HONOR mobile phone",
      "repaired",
    ],
    [
      "puts an accepted form right as that form",
      "一加手机",
      "One Plus mobile phone",
      "OnePlus mobile phone",
      "repaired",
    ],
    ["keeps a possessive", "小米的产品", "millet's products", "Xiaomi's products", "repaired"],
    ["makes one of a plural possessive", "小米的手机", "Millets’ phones", "Xiaomi’s phones", "repaired"],
    [
      "keeps lines, quotes and signs",
      "小米\n小米！",
      "“Millet”\n 】Millet…",
      "“Xiaomi”\n 】Xiaomi…",
      "repaired repaired",
    ],
    ["translates a name that was left in Chinese", "小米手机", "the 小米 phone", "the Xiaomi phone", "repaired"],
    ["reports what it cannot place", "小米手机", "a phone", "a phone", "missing"],
    ["takes an empty translation", "小米手机", "", "", "missing"],
    ["changes nothing where nothing is wrong", "小米手机", "A Xiaomi phone.", "A Xiaomi phone.", "kept"],
  ];
  it.each(rows)("%s", async (_, source, existing, mended, statuses) => {
    const post = await translator.repair(source, existing);
    expect(post.target.text).toBe(mended);
    expect(post.terms.map(({ status }) => status).join(" ")).toBe(statuses);
    expect(post.issues.filter(({ code }) => code === "term-missing")).toHaveLength(
      statuses.split("missing").length - 1,
    );
  });

  it("finds again what stands in both texts: mentions, links and emoticons as they are, hashtags in their order", async () => {
    const source = "#小米手机#好看[泪] @雷军 说的 http://t.cn/A6x7 #荣耀#也好";
    const existing = "#Millet phone# looks good [泪], said @雷军 http://t.cn/A6x7 #HONOR# is good too";
    const { target, hashtags, mentions, urls, emoticons } = await translator.repair(source, existing);
    expect(target.text).toBe(existing.replace("Millet", "Xiaomi"));
    expect(hashtags.map((hashtag) => [hashtag.name, hashtag.target?.text])).toEqual([
      ["小米手机", "#Xiaomi phone#"],
      ["荣耀", "#HONOR#"],
    ]);
    for (const { source: from, target: to } of [...mentions, ...urls, ...emoticons]) expect(to?.text).toBe(from.text);
  });

  it("reports what the translation lost, and finds the rest", async () => {
    const source = "@雷军 @林斌 小米[泪] http://t.cn/A6x7 #荣耀#";
    const { hashtags, mentions, issues } = await translator.repair(source, "@林斌: Mi");
    expect(mentions[1]!.target?.text).toBe("@林斌");
    expect(hashtags[0]!.targetName).toBe("");
    const lost = issues.filter(({ code }) => code === "token-missing").map((issue) => issue.source?.text);
    expect(lost).toEqual(["#荣耀#", "@雷军", "http://t.cn/A6x7", "[泪]"]);
  });
});
