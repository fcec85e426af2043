import { describe, expect, it } from "vitest";
import { ArgumentError, checkTranslations, Glossary } from "../../src/index.js";

const glossary = Glossary.of([
  { source: "魅果", target: "Meiguo", kind: "brand", accept: ["MG"], forbid: ["charm fruit", "fruit"] },
  { source: "魅果星", target: "Meiguo Star", kind: "product", forbid: ["fruit star"] },
  { source: "途朵", target: "Tuduo", kind: "brand", forbid: ["road"] },
  { source: "果途", target: "Fruit Road", kind: "service" },
  { source: "朵盒", target: "Duo Box", kind: "product" },
  { source: "魅家", target: "Galaxy", kind: "product" },
  { source: "转发", target: "repost", kind: "jargon" },
  { source: "围脖", target: "Weibo", kind: "service" },
  { source: "微博", target: "Weibo", kind: "service", accept: ["microblog"] },
  {
    source: "麦穗",
    target: "Wheatear",
    kind: "brand",
    forbid: ["ear of wheat"],
    ambiguous: true,
    notIn: ["麦穗粥", "吃麦穗"],
  },
  { source: "金湾", target: "Golden Bay", kind: "brand", ambiguous: true, notIn: ["金湾大桥"] },
]);

const checkAll = (pairs: readonly [source: string, translation: string][], options = {}) =>
  checkTranslations(
    pairs.map(([source, translation]) => ({ source, translation })),
    glossary,
    options,
  );

/** Findings as `source@start kind target@start`. */
const told = (source: string, translation: string, options = {}) =>
  checkAll([[source, translation]], options).findings.map(({ kind, source: from, target: to }) => {
    expect(source.slice(from.start, from.end)).toBe(from.text);
    if (to) expect(translation.slice(to.start, to.end)).toBe(to.text);
    return `${from.text}@${from.start} ${kind}${to ? ` ${to.text}@${to.start}` : ""}`;
  });

describe("checkTranslations", () => {
  it.each<[source: string, translation: string, findings: string[]]>([
    ["魅果发布新手机", "Meiguo launches a new phone", []],
    ["魅果发布新手机", "meiguo launches a new phone", []],
    ["魅果发布新手机", "A new phone was launched", ["魅果@0 missed"]],
    ["魅果发布新手机", "魅果 launches a new phone", ["魅果@0 missed 魅果@0"]],
    ["魅果发布新手机", "Charm fruit launches a phone", ["魅果@0 mistranslated Charm fruit@0"]],
    ["魅果和途朵", "Meiguo and others", ["途朵@3 missed"]],
    ["今天天气好", "Meiguo", []],
    ["", "", []],
  ])("finds in %s = %s: %j", (source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["is enough", "我爱魅果，魅果最好", "I love Meiguo, it is the best", []],
    [
      "does not excuse a wrong first",
      "魅果手机，魅果电脑",
      "A fruit phone, a Meiguo computer",
      ["魅果@0 mistranslated fruit@2"],
    ],
    [
      "does not excuse a wrong last",
      "魅果手机，魅果电脑",
      "A Meiguo phone, a fruit computer",
      ["魅果@5 mistranslated fruit@18"],
    ],
    [
      "does not excuse a wrong one between",
      "魅果手机，魅果电脑，魅果电视",
      "A Meiguo phone, a fruit computer, a Meiguo television",
      ["魅果@5 mistranslated fruit@18"],
    ],
    [
      "does not excuse a later wrong one, be they far from where they stand in the source",
      "魅果和魅果都在这里，大家一起来看看吧",
      "Come here and have a look together at Meiguo and fruit",
      ["魅果@3 mistranslated fruit@49"],
    ],
    ["does not excuse Chinese", "魅果手机，魅果电脑", "A 魅果 phone, a Meiguo computer", ["魅果@0 missed 魅果@2"]],
    ["of two names of one English is enough", "发微博，看围脖", "Write on Weibo, and read it", []],
  ])("knows of several occurrences that one right %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[source: string, translation: string, findings: string[]]>([
    ["魅果手机，魅果电脑", "A Meiguo phone and a computer", ["魅果@5 missed"]],
    ["魅果手机，魅果电脑", "A phone and a Meiguo computer", ["魅果@0 missed"]],
    ["魅果手机，魅果电脑，魅果电视", "A Meiguo phone, a computer and a Meiguo television", ["魅果@5 missed"]],
  ])("asks for every occurrence where it is told to: %s = %s", (source, translation, findings) => {
    expect(told(source, translation)).toEqual([]);
    expect(told(source, translation, { everyOccurrence: true })).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["a longer name is no shorter one", "魅果和魅果星", "The Meiguo Star and others", ["魅果@0 missed"]],
    ["both may be there", "魅果和魅果星", "Meiguo and the Meiguo Star", []],
    ["the shorter one alone is no longer one", "魅果星和魅果", "The star and Meiguo", ["魅果星@0 missed"]],
    ["its right English is not another's wrong one", "魅果和果途", "Meiguo's Fruit Road", []],
    ["nor where the other is missed", "途朵和果途", "The Fruit Road and others", ["途朵@0 missed"]],
    ["the longer wrong form counts", "魅果星真好", "The fruit star is good", ["魅果星@0 mistranslated fruit star@4"]],
    [
      "a wrong form for each",
      "魅果和魅果星",
      "Charm fruit and fruit star",
      ["魅果@0 mistranslated Charm fruit@0", "魅果星@3 mistranslated fruit star@16"],
    ],
  ])("tells names in one another apart: %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["a mention", "魅果发布新手机 @途朵", "A new phone by @Meiguo", ["魅果@0 missed"]],
    ["a mention in Chinese", "魅果发布新手机 @魅果", "A new phone is launched @魅果", ["魅果@0 missed"]],
    ["a link", "魅果发布新手机", "New phone: http://meiguo.com/Meiguo", ["魅果@0 missed"]],
    ["an address without a scheme", "魅果发布新手机", "New phone: www.meiguo.com", ["魅果@0 missed"]],
    ["an e-mail address", "魅果发布新手机", "New phone: press@meiguo.com", ["魅果@0 missed"]],
    ["a wrong form in a link", "魅果发布新手机", "Meiguo launches http://t.cn/fruit", []],
    ["a name beside a mention", "魅果发布新手机 @途朵", "@途朵 Meiguo launches a new phone", []],
  ])("takes no part of an address for a term: %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string]>([
    ["a plural", "三部魅果手机", "Three Meiguos"],
    ["a plural of words", "三部魅果星", "Three Meiguo Stars"],
    ["a plural in -es", "两个朵盒", "Two Duo Boxes"],
    ["a plural in -ies", "两部魅家", "Two Galaxies"],
    ["a possessive", "魅果的手机", "Meiguo's phone"],
    ["a possessive of a plural", "魅果星的屏幕", "The Meiguo Stars' screens"],
    ["an ending of a word without capitals", "已转发", "They reposted it"],
    ["a hyphen", "魅果星", "a Meiguo-Star phone"],
    ["a hashtag", "#魅果手机#", "#Meiguo phone#"],
    ["a hashtag written as one word", "#魅果手机#", "Try it #MeiguoPhone"],
    ["the end of one", "#魅果手机#", "Try it #BestMeiguo"],
    ["an accepted form", "发微博", "Write a microblog"],
  ])("finds %s: %s = %s", (_, source, translation) => {
    expect(told(source, translation)).toEqual([]);
  });

  it.each<[what: string, source: string, translation: string]>([
    ["a longer word", "魅果发布新手机", "Meiguolia launches a new phone"],
    ["a short word in the plural", "魅果发布新手机", "The mgs of it"],
    ["a hashtag without capitals", "魅果发布新手机", "#meiguophone"],
    ["other words", "魅家发布新手机", "Galaxyies and galactic"],
  ])("finds no name in %s: %s = %s", (_, source, translation) => {
    expect(told(source, translation)).toEqual([`${source.slice(0, 2)}@0 missed`]);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["the ordinary word's", "喝麦穗粥，用麦穗手机", "I eat ear of wheat porridge and use a Wheatear phone", []],
    [
      "the ordinary word's, the name being missed",
      "早上喝麦穗粥，晚上用我的麦穗手机",
      "I eat ear of wheat porridge in the morning, and in the evening I use my phone",
      ["麦穗@12 missed"],
    ],
    [
      "the name's",
      "早上喝麦穗粥，晚上用我的麦穗手机",
      "I eat porridge in the morning and in the evening I use my ear of wheat phone",
      ["麦穗@12 mistranslated ear of wheat@58"],
    ],
    ["a bird's", "麦穗手机好，想吃麦穗", "The phone is good; I want to eat a wheatear", ["麦穗@0 missed"]],
  ])("knows whose word it is: %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["alone", "早上喝麦穗粥", "I eat Wheatear porridge in the morning", ["麦穗@3 mistranslated Wheatear@6"]],
    [
      "beside the name",
      "麦穗手机旁边有麦穗粥",
      "Beside the Wheatear phone is Wheatear porridge",
      ["麦穗@7 mistranslated Wheatear@29"],
    ],
    ["as an ordinary word", "早上喝麦穗粥", "I eat wheatear porridge in the morning", []],
    ["as a sentence's first word", "麦穗粥好喝", "Wheatear porridge is good", []],
    ["in an account", "喝麦穗粥", "Eat porridge, @Wheatear", []],
    ["written in the source too", "喝麦穗粥（Wheatear）", "Eat porridge (Wheatear)", []],
    ["that is the ordinary English too", "去看金湾大桥", "I go and see the Golden Bay Bridge", []],
    ["in a longer word", "喝麦穗粥", "Eat Wheatearian porridge", []],
  ])("finds a name for a word that only looks like it: %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["counted", "吃了一个苹果，很甜", "I ate an Apple, it was sweet", ["苹果@4 mistranslated Apple@9"]],
    ["ordered", "谁会成为下一个苹果？", "Who will become the next Apple?", []],
    ["the last of its kind", "小米会是另一个苹果吗", "Will Xiaomi be another Apple?", []],
    [
      "with another English",
      "明天向前移动一米",
      "Tomorrow move China Mobile a metre",
      ["移动@4 mistranslated China Mobile@14"],
    ],
    ["with the same English", "周末去爬长城", "We climb the Great Wall this weekend", []],
    ["that no dictionary has", "去看金湾大桥", "I go and see the Golden Bay Bridge", []],
  ])(
    "tells by dictionaries and by certainty whether a name is false for a word that is %s",
    (_, source, translation, findings) => {
      const bundled = Glossary.bundled().with([
        { source: "金湾", target: "Golden Bay", kind: "brand", ambiguous: true, notIn: ["金湾大桥"] },
      ]);
      const found = checkTranslations([{ source, translation }], bundled).findings;
      expect(
        found.map(
          ({ kind, source: from, target }) => `${from.text}@${from.start} ${kind} ${target?.text}@${target?.start}`,
        ),
      ).toEqual(findings);
    },
  );

  it.each<[what: string, source: string, translation: string, findings: string[]]>([
    ["for a name in the text", "魅果发布新手机", "@Meiguo launches a new phone", []],
    ["beside an account that is kept", "魅果和@小新 见面", "@Meiguo met @小新", []],
    ["for an account of the source", "@美果 说魅果发布新手机", "@Meiguo says a new phone is out", ["魅果@5 missed"]],
    ["that the source has", "@Meiguo 说魅果发布新手机", "@Meiguo says a new phone is out", ["魅果@9 missed"]],
    ["of a longer name", "魅果发布新手机", "@Meiguo_Fans launches a new phone", ["魅果@0 missed"]],
    ["in a repost", "魅果好", "Good //@Meiguo: yes", ["魅果@0 missed"]],
  ])("knows an account that stands %s", (_, source, translation, findings) => {
    expect(told(source, translation)).toEqual(findings);
  });

  it("finds names that go by several", () => {
    const { findings, terms } = checkAll([
      ["魅果一", "Meiguo one"],
      ["魅果二", "MG two"],
      ["魅果三", "Meiguo three"],
    ]);
    expect(findings).toMatchObject([{ kind: "inconsistent", pair: 1, target: { text: "MG", start: 0, end: 2 } }]);
    expect(findings[0]!.message).toBe("魅果 is MG here and Meiguo in 2 other places.");
    expect(terms[0]!.english).toEqual([
      { text: "Meiguo", count: 2 },
      { text: "MG", count: 1 },
    ]);
  });

  it("takes of two that are as frequent the entry's own English for the usual one", () => {
    const { findings } = checkAll([["魅果一和魅果二", "MG one and Meiguo two"]]);
    expect(findings.map(({ message }) => message)).toEqual(["魅果 is MG here and Meiguo in 1 other place."]);
  });

  it("counts, the most frequent term first", () => {
    const { pairs, terms } = checkAll([
      ["途朵和魅果", "Tuduo and Meiguo"],
      ["魅果", "charm fruit"],
      ["魅果", "nothing"],
      ["无", "none"],
    ]);
    expect(pairs).toBe(4);
    expect(
      terms.map(({ entry, count, right, missed, mistranslated }) => [
        entry.source,
        count,
        right,
        missed,
        mistranslated,
      ]),
    ).toEqual([
      ["魅果", 3, 1, 1, 1],
      ["途朵", 1, 1, 0, 0],
    ]);
  });

  it("refuses what is no pair, and says which", () => {
    const pairs = [{ source: "一", translation: "one" }, { source: "二" } as never];
    expect(() => checkTranslations(pairs, glossary)).toThrow(/Pair 1/);
    expect(() => checkTranslations(pairs, glossary)).toThrow(ArgumentError);
  });
});
