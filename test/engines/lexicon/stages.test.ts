import { beforeAll, describe, expect, test } from "vitest";
import { ACTIONS } from "../../../src/engines/lexicon/build.js";
import { glosses, pinyinName, readCedictEntries } from "../../../src/engines/lexicon/cedict.js";
import { parse } from "../../../src/engines/lexicon/chart.js";
import { choose } from "../../../src/engines/lexicon/choose.js";
import { dateAt } from "../../../src/engines/lexicon/dates.js";
import { wordAt } from "../../../src/engines/lexicon/entry.js";
import { type Lattice, segment } from "../../../src/engines/lexicon/lattice.js";
import { type Lexicon, loadLexicon } from "../../../src/engines/lexicon/load.js";
import { numberInEnglish, numeralValue, ordinalInEnglish } from "../../../src/engines/lexicon/numbers.js";
import { scan } from "../../../src/engines/lexicon/scan.js";

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const latticeOf = (text: string): Lattice => segment(text, 0, text.length, new Map(), lexicon);
const parsed = (text: string) => parse(latticeOf(text), lexicon.grammar);

describe("segment", () => {
  test("gives every likely way to split, each word with what it costs more than the likeliest", () => {
    const { size, words } = latticeOf("内测版本");
    const shown = words.map(
      ({ word, from, to, cost }) => `${from}-${to} ${word.text} ${cost > 0 ? "dearer" : "likeliest"}`,
    );
    expect({ size, shown }).toMatchInlineSnapshot(`
      {
        "shown": [
          "0-2 内测版 likeliest",
          "0-1 内测 likeliest",
          "1-3 版本 dearer",
          "2-3 本 likeliest",
        ],
        "size": 3,
      }
    `);
  });

  test("a space is no word", () => {
    const { size, words } = latticeOf("我 走");
    expect({ size, words: words.map(({ word, from, to }) => `${from}-${to} ${word.text}`) }).toEqual({
      size: 2,
      words: ["0-1 我", "1-2 走"],
    });
  });

  test.each(["", "  "])("of %j there is nothing to split", (text) => {
    expect(latticeOf(text)).toEqual({ size: 0, words: [] });
  });

  test("a long clause has one way only", () => {
    const { size, words } = latticeOf("内测版本和国家的城市".repeat(40));
    expect(words.every(({ from, to }) => to === from + 1)).toBe(true);
    expect(words).toHaveLength(size);
  });
});

describe("parse", () => {
  test.each([
    "我 喜欢 小米 手机",
    "他 在 北京 工作",
    "看了看",
    "能不能 参加",
    "3月5日 下午3点".replace(" ", ""),
    "王 先生 来 了",
    "三分之一 的 用户",
    "以 三比一 获胜",
    "2017年 比 2012年 好",
    "覆盖 全国 200 多 个 城市",
    "再也不用 带 充电宝",
  ])("takes the words %s", (line) => {
    const { words } = parsed(line.replaceAll(" ", ""));
    expect(words.map((word) => word.text).join(" ")).toBe(line);
  });

  test.each([
    ["我喜欢书", "S"],
    ["红色的手机", "NP"],
    ["在北京", "PP"],
    ["昨天", "TP"],
  ])("%s is one %s", (text, category) => {
    expect(parsed(text).trees.map((tree) => tree.category)).toEqual([category]);
  });

  test.each(["的了着吗我被把很不手机", "全国两百多个城市的用户可以用手机挂号再也不用排队了".repeat(12)])(
    "covers %s, every word once, in order",
    (text) => {
      const { words, trees } = parsed(text);
      expect(words.map((word) => word.text).join("")).toBe(text);
      expect(trees.map(({ from, to }) => [from, to])).toEqual(trees.map(({ to }, i) => [i ? trees[i - 1]!.to : 0, to]));
      expect(trees.at(-1)!.to).toBe(words.length);
    },
  );
});

test("every rule of the grammar names an action that there is", () => {
  const { binary, unary } = lexicon.grammar;
  const named = new Set([...binary, ...unary].flatMap((rules) => rules ?? []).map((rule) => rule.action));
  expect([...named].filter((action) => !ACTIONS.has(action))).toEqual([]);
});

test.each([
  ["石", "shi", "shi"],
  ["曾", "ceng", "zeng"],
  ["沈", "shen", "shen"],
  ["单", "dan", "shan"],
  ["万", "wan", "wan"],
])("%s is read %s, as a surname %s", (character, pinyin, surname) => {
  expect([lexicon.pinyin(character), lexicon.pinyin(character, true)]).toEqual([pinyin, surname]);
});

test("a choice holds when all its selectors do; a longer word counts by its end", () => {
  const words = ["打", "了", "大奖"].map((text, i) => wordAt(text, i, i + 1, []));
  const around = { clause: words, index: 0, unit: words, topics: new Set(["sport"]) };
  expect(choose([{ english: "win", next: ["奖"] }, "hit"], around)).toBe("win");
  expect(choose([{ english: "win", next: ["奖"], subject: ["我"] }, "hit"], around)).toBe("hit");
  expect(choose([{ english: "play", near: ["#sport"] }, "hit"], around)).toBe("play");
  expect(choose([{ english: "play", near: ["#music"] }, "hit"], around)).toBe("hit");
});

describe("numbers", () => {
  test.each([
    ["三千五百", 3500],
    ["1.8亿", 180_000_000],
    ["十二", 12],
    ["两万", 20_000],
    ["二〇一一", 2011],
    ["一亿二千万", 120_000_000],
  ])("%s is %d", (text, value) => {
    expect(numeralValue(text)).toBe(value);
  });

  test.each([
    [3, true, "three"],
    [180_000_000, false, "180 million"],
    [1_500_000_000, false, "1.5 billion"],
    [50_000, false, "50,000"],
  ])("%d is %s", (value, spelled, english) => {
    expect(numberInEnglish(value, spelled)).toBe(english);
  });

  test("ordinals", () => {
    expect([1, 3, 11, 22, 103].map(ordinalInEnglish)).toEqual(["first", "third", "11th", "22nd", "103rd"]);
  });
});

test.each([
  ["2012年3月5日", "March 5, 2012", "on"],
  ["3月", "March", "in"],
  ["下午3点半", "3:30 pm", "at"],
  ["2012年", "2012", "in"],
  ["20世纪90年代", "the 1990s", "in"],
])("%s is %s", (text, english, preposition) => {
  expect(dateAt(text, 0, numeralValue)).toMatchObject({ end: text.length, english, preposition });
});

test.each(["一点", "三个月", "5号线", "日本"])("%s is no date", (text) => {
  expect(dateAt(text, 0, numeralValue)).toBeUndefined();
});

test("brackets stay in their clause, a quoted sentence ends its own", () => {
  const text = "他问：“来吗？”我说（笑），3.5元";
  const cut = scan(text, 0, text.length).map((s) => text.slice(s.start, s.end) || s.kind);
  expect(cut).toEqual(["他问", "：", "“来吗？”", "mark", "我说（笑）", "，", "3.5元"]);
});

describe("CC-CEDICT", () => {
  test("notes, classifiers and references are no glosses", () => {
    const definitions = [
      "surname Li",
      "plum",
      "CL:個|个[ge4]",
      "variant of 李",
      "(literary) to go; to leave",
      "see 桃",
    ];
    expect(glosses(definitions)).toEqual(["plum", "to go", "to leave"]);
  });

  test('a verb by its "to", a name by its capital', () => {
    const verb = { simplified: "走", pinyin: "zou3", english: ["to walk", "walk"] };
    const name = { simplified: "雅典", pinyin: "Ya3 dian3", english: ["Athens, capital of Greece"] };
    expect(readCedictEntries([verb])).toMatchObject([{ category: "verb", english: "walk" }, { category: "noun" }]);
    expect(readCedictEntries([name])).toMatchObject([{ category: "name", english: "Athens" }]);
    expect(pinyinName("Li3 Xiao3 long2")).toBe("Lixiaolong");
  });
});

describe("English forms", () => {
  test.each([
    ["go", "past", "went"],
    ["look at", "gerund", "looking at"],
    ["stop", "past", "stopped"],
    ["be born", "third", "is born"],
    ["carry", "third", "carries"],
    ["undo", "participle", "undone"],
  ] as const)("%s, %s: %s", (verb, form, made) => {
    expect(lexicon.english.verb(verb, form)).toBe(made);
  });

  test.each([
    ["cup of tea", "cups of tea"],
    ["child", "children"],
    ["battery", "batteries"],
    ["fireman", "firemen"],
    ["series", "series"],
  ])("one %s, many %s", (one, many) => {
    expect(lexicon.english.plural(one)).toBe(many);
  });

  test("articles follow the sound, comparatives the length", () => {
    const { article, compare } = lexicon.english;
    expect(["hour", "user", "MP3", "apple", "one-way"].map(article)).toEqual(["an", "a", "an", "an", "a"]);
    expect(["big", "happy", "useful", "good"].map((a) => compare(a, "more"))).toEqual([
      "bigger",
      "happier",
      "more useful",
      "better",
    ]);
  });
});

test.each([
  ["quick", "quickly"],
  ["easy", "easily"],
  ["gentle", "gently"],
  ["full", "fully"],
  ["basic", "basically"],
  ["good", "well"],
  ["fast", "fast"],
  ["enough", "enough"],
  ["friendly", "friendly"],
])("what is %s is done %s", (adjective, adverb) => {
  expect(lexicon.english.adverb(adjective)).toBe(adverb);
});
