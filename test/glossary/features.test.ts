import { describe, expect, it } from "vitest";
import { placeFeatures } from "../../src/glossary/features.js";
import { createMatcher } from "../../src/glossary/match.js";
import { type Reading, readPost } from "../../src/glossary/occurrence.js";
import { explain } from "../../src/glossary/reasons.js";
import type { Candidate } from "../../src/glossary/scan.js";
import { createSegmentation } from "../../src/glossary/segmentation.js";
import { CATEGORIES, type Category, createVocabulary } from "../../src/glossary/vocabulary.js";
import { createWeigh, featuresOf, type SenseWeights } from "../../src/glossary/weigh.js";
import type { GlossaryEntry } from "../../src/model.js";
import type { WordSegmenter } from "../../src/words/segmenter.js";
import { LANTERN } from "../support/lantern.js";

/** Names beside it: one that is nothing else, one that is a word as well (candle), and one that cuts through it. */
const NAMES: GlossaryEntry[] = [
  LANTERN,
  { source: "米宝", target: "Mibao", kind: "brand" },
  { source: "蜡烛", target: "Candle", kind: "brand", ambiguous: true, prior: 0.5, notIn: ["红蜡烛"] },
  { source: "笼岛", target: "Cage Island", kind: "organization" },
  { source: "快充", target: "fast charging", kind: "term" },
];

const WORDS: Partial<Record<Category, string[]>> = {
  device: ["手机"],
  organization: ["公司"],
  officer: ["总裁"],
  announce: ["发布"],
  person: ["先生"],
  compare: ["比"],
  degree: ["很"],
  deviceMeasure: ["台"],
  produceMeasure: ["个"],
  technology: ["屏幕"],
  business: ["融资"],
  food: ["好吃"],
  feeling: ["幸福"],
  society: ["历史"],
  place: ["公园"],
};
const VOCABULARY = createVocabulary(
  Object.fromEntries(CATEGORIES.map((category) => [category, WORDS[category] ?? []])) as Record<Category, string[]>,
);

/** Splits the text `看灯笼呢` as it is written with spaces (`看 灯笼 呢`), a name by itself not at all, and all else into characters. */
function splitting(spaced = ""): WordSegmenter {
  const words = spaced.split(" ");
  const wordsOf = (text: string) => {
    if (text === words.join("")) return words;
    return NAMES.some(({ source }) => source === text) ? [text] : [...text];
  };
  return { name: "as written", segment: (text) => wordsOf(text).map((word) => ({ text: word, pos: "n" })) };
}

/** Reads a text in which ⟦…⟧ marks the place that is asked about, and 说*10 stands for ten times 说. */
function read(line: string): { candidate: Candidate; reading: Reading } {
  const marked = line.replace(/(.)\*(\d+)/g, (_, character: string, times) => character.repeat(Number(times)));
  const text = marked.replace(/[⟦⟧]/g, "");
  const start = marked.indexOf("⟦");
  const matcher = createMatcher(NAMES);
  const candidates = matcher.find(text);
  const hashtags = [...text.matchAll(/#([^#]+)#/g)].map(({ index, 1: name }) => ({
    start: index + 1,
    end: index + 1 + name!.length,
  }));
  const candidate = candidates.find((found) => found.start === start && found.entry === LANTERN);
  return { candidate: candidate!, reading: readPost(text, candidates, hashtags, VOCABULARY, matcher.cues) };
}

describe("the features of a place", () => {
  const featuresAt = (marked: string) => {
    const { candidate, reading } = read(marked);
    return placeFeatures(candidate, reading).map(({ name, detail }) => (detail ? `${name}(${detail})` : name));
  };

  it.each<[string, string[]]>([
    ["看⟦灯笼⟧呢", []],
    ["⟦灯笼⟧", ["clause:whole"]],
    ["今天,⟦灯笼⟧!", ["clause:whole"]],
    ["⟦灯笼⟧呢", ["clause:start"]],
    ["看⟦灯笼⟧", ["clause:end"]],

    ["看⟦灯笼⟧手机呢", ["after:device(手机)"]],
    ["看⟦灯笼⟧ 手机呢", ["after:device(手机)"]],
    ["看⟦灯笼⟧公司呢", ["after:organization(公司)"]],
    ["看⟦灯笼⟧总裁呢", ["after:officer(总裁)"]],
    ["看⟦灯笼⟧发布呢", ["after:announce(发布)"]],
    ["看⟦灯笼⟧先生呢", ["after:person(先生)"]],
    ["看⟦灯笼⟧的手机呢", ["after:of(手机)"]],
    ["看⟦灯笼⟧的发布呢", []],
    ["看⟦灯笼⟧了手机呢", []],

    ["看⟦灯笼⟧X5呢", ["after:model(X5)"]],
    ["看⟦灯笼⟧ Note-3 呢", ["after:model(Note-3)"]],
    ["看⟦灯笼⟧10呢", ["after:model(10)"]],
    ["看⟦灯笼⟧10Pro呢", ["after:model(10Pro)"]],
    ["看⟦灯笼⟧Pro呢", ["after:latin(Pro)"]],
    ["看⟦灯笼⟧·X5呢", ["after:model", "dotted"]],
    ["看⟦灯笼⟧5个呢", []],
    ["看⟦灯笼⟧5kg呢", []],
    ["看⟦灯笼⟧5 元呢", []],
    ["看⟦灯笼⟧10年呢", []],
    ["看⟦灯笼⟧3.5呢", []],

    ["我比⟦灯笼⟧呢", ["before:compare(比)"]],
    ["我很⟦灯笼⟧呢", ["before:degree(很)"]],
    ["三台⟦灯笼⟧呢", ["before:deviceMeasure(台)"]],
    ["三个 ⟦灯笼⟧呢", ["before:produceMeasure(个)"]],
    ["下一个⟦灯笼⟧呢", []],
    ["第12个⟦灯笼⟧呢", []],
    ["三个红⟦灯笼⟧呢", []],
    ["看the⟦灯笼⟧呢", ["before:latin"]],
    ["看5⟦灯笼⟧呢", ["before:latin"]],

    ["看“⟦灯笼⟧”呢", ["quoted"]],
    ["看「⟦灯笼⟧」呢", ["quoted"]],
    ["看“⟦灯笼⟧呢”", []],
    ["看《⟦灯笼⟧》呢", ["clause:whole", "work"]],
    ["看阿·⟦灯笼⟧呢", ["dotted"]],
    ["看阿&⟦灯笼⟧呢", ["listed"]],
    ["看⟦灯笼⟧/阿呢", ["listed"]],
    ["#看⟦灯笼⟧呢#", ["hashtag"]],
    ["#看#⟦灯笼⟧呢", ["clause:start"]],

    ["看⟦灯笼⟧呢,屏幕", ["post:technology(屏幕)"]],
    ["看⟦灯笼⟧呢,融资", ["post:business(融资)"]],
    ["看⟦灯笼⟧呢,好吃", ["post:food(好吃)"]],
    ["看⟦灯笼⟧呢,幸福", ["post:feeling(幸福)"]],
    ["看⟦灯笼⟧呢,历史", ["post:society(历史)"]],
    ["看⟦灯笼⟧呢,公园", ["post:place(公园)"]],

    ["看⟦灯笼⟧呢投影", ["cue:for(投影)", "cue:for:near(投影)"]],
    ["看⟦灯笼⟧节呢", []],
    ["看⟦灯笼⟧呢灯笼节", ["cue:against(灯笼节)", "cue:against:near(灯笼节)"]],
    ["看⟦灯笼⟧呢元宵", ["cue:against(元宵)", "cue:against:near(元宵)"]],
    ["元宵说*10⟦灯笼⟧呢", ["cue:against(元宵)", "cue:against:near(元宵)"]],
    ["元宵说*11⟦灯笼⟧呢", ["cue:against(元宵)"]],
    ["看⟦灯笼⟧说*10投影", ["cue:for(投影)", "cue:for:near(投影)"]],
    ["看⟦灯笼⟧说*11投影", ["cue:for(投影)"]],
    ["投影说*30⟦灯笼⟧新品", ["cue:for(新品)", "cue:for:near(新品)"]],
    ["看⟦灯笼⟧说*198投影", ["cue:for(投影)"]],
    ["看⟦灯笼⟧说*201投影", []],
  ])("%s: %j", (marked, expected) => {
    expect(featuresAt(marked)).toEqual(expected);
  });

  it.each<[string, string, number]>([
    ["看⟦灯笼⟧呢投影呢", "cue:for", 1],
    ["看⟦灯笼⟧呢投影呢投影", "cue:for", 1],
    ["看⟦灯笼⟧呢投影呢新品", "cue:for", 2],
    ["看⟦灯笼⟧呢,屏幕,屏幕", "post:technology", 1],
  ])("%s: %s counts each word once", (marked, name, words) => {
    const { candidate, reading } = read(marked);
    const feature = placeFeatures(candidate, reading).find((one) => one.name === name);
    expect(feature!.value).toBeCloseTo(Math.log1p(words));
  });
});

describe("the features of a place among others", () => {
  const NOTHING: SenseWeights = { bias: 0, weights: {}, priors: { n: 0.7 } };
  /** The features with their values, without what `placeFeatures` gives; `bias` is what every place weighs by itself. */
  const featuresAt = (marked: string, { words = "", bias = 0 }) => {
    const { candidate, reading } = read(marked);
    const own = new Set(placeFeatures(candidate, reading).map(({ name }) => name));
    const features = featuresOf(candidate, reading, splitting(words), { ...NOTHING, bias });
    return features
      .filter(({ name }) => name !== "prior" && !own.has(name))
      .map(({ name, value, detail }) => `${name}=${Math.round(value * 100) / 100}${detail ? `(${detail})` : ""}`);
  };

  const CERTAIN = 100;
  const AGAINST = -100;
  it.each<[string, number, string[]]>([
    ["看⟦灯笼⟧呢", 0, []],
    ["看⟦灯笼⟧呢米宝", 0, ["names=0.69(米宝)"]],
    ["看⟦灯笼⟧呢米宝", AGAINST, ["names=0.69(米宝)"]],
    ["看⟦灯笼⟧呢米宝呢米宝", 0, ["names=0.69(米宝)"]],
    ["看⟦灯笼⟧呢快充", 0, []],
    ["看⟦灯笼⟧呢蜡烛", 0, []],
    ["看⟦灯笼⟧呢蜡烛", CERTAIN, ["names=0.69(蜡烛)"]],
    ["看⟦灯笼⟧呢蜡烛", AGAINST, []],
    ["看⟦灯笼⟧呢红蜡烛", CERTAIN, []],
    ["看⟦灯笼⟧呢米宝呢蜡烛", CERTAIN, ["names=1.1(米宝)"]],
    ["看⟦灯笼⟧、米宝呢", 0, ["names=0.69(米宝)", "listed:name=1(米宝)"]],
    ["看⟦灯笼⟧ vs 米宝呢", 0, ["names=0.69(米宝)", "listed:name=1(米宝)"]],
    ["看米宝和⟦灯笼⟧呢", 0, ["names=0.69(米宝)", "listed:name=1(米宝)"]],
    ["看米宝的⟦灯笼⟧呢", 0, ["names=0.69(米宝)"]],
    ["看⟦灯笼⟧呢灯笼", 0, []],
    ["看⟦灯笼⟧呢灯笼", CERTAIN, ["same=1"]],
    ["看⟦灯笼⟧呢灯笼", AGAINST, ["same=-1"]],
    ["看⟦灯笼⟧呢大红灯笼", CERTAIN, []],
    // A letter that is longer in lower case.
    ["İİİ看⟦灯笼⟧呢大红灯笼", CERTAIN, []],
    ["看⟦灯笼⟧呢灯笼呢大红灯笼", CERTAIN, ["same=1"]],
    ["看⟦灯笼⟧岛呢", 0, ["crosses:name=1(笼岛)"]],
    ["看⟦灯笼⟧说*200米宝", 0, []],
  ])("%s, where every place weighs %d: %j", (marked, bias, expected) => {
    expect(featuresAt(marked, { bias })).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ["看⟦灯笼⟧呢", "看 灯笼 呢", []],
    ["看⟦灯笼⟧呢", "看 灯 笼 呢", []],
    ["看⟦灯笼⟧呢", "看灯笼 呢", ["word:inside=1(看灯笼)"]],
    ["看⟦灯笼⟧呢", "看 灯笼呢", ["word:inside=1(灯笼呢)"]],
    ["我们大家今天看⟦灯笼⟧呢", "我们 大家 今天 看灯笼 呢", ["word:inside=1(看灯笼)"]],
    ["看⟦灯笼⟧手机", "看 灯笼手机", []],
    ["看⟦灯笼⟧呢", "看灯 笼呢", ["word:cut=1(看灯|笼呢)"]],
    ["看⟦灯笼⟧呢", "看 灯 笼呢", ["word:cut=1(灯|笼呢)"]],
  ])("%s, where the words are %s: %j", (marked, words, expected) => {
    expect(featuresAt(marked, { words })).toEqual(expected);
  });

  it("begin with the entry's prior, or that of its kind of word, and none is certain", () => {
    const priorOf = (prior: number | undefined) => {
      const { candidate, reading } = read("看⟦灯笼⟧呢");
      const entry = { ...LANTERN };
      if (prior === undefined) delete entry.prior;
      else entry.prior = prior;
      const [first] = featuresOf({ ...candidate, entry }, reading, splitting("看 灯笼 呢"), NOTHING);
      expect(first!.name).toBe("prior");
      return 1 / (1 + Math.exp(-first!.value));
    };
    expect(priorOf(0.4)).toBeCloseTo(0.4);
    expect(priorOf(undefined)).toBeCloseTo(0.7);
    expect(priorOf(0)).toBeCloseTo(0.02);
    expect(priorOf(1)).toBeCloseTo(0.98);
  });
});

describe("a name that stands near a place twice", () => {
  it("counts as much as its likelier place", () => {
    const { candidate, reading } = read("看⟦灯笼⟧呢蜡烛呢,好蜡烛");
    const weights: SenseWeights = { bias: 2, weights: { "clause:end": -1 }, priors: {} };
    const names = featuresOf(candidate, reading, splitting(), weights).find(({ name }) => name === "names");
    const likelier = 2 / (1 + Math.exp(-2)) - 1;
    expect(names!.value).toBeCloseTo(Math.log1p(likelier));
  });
});

describe("the words around places", () => {
  it("are those of each place's own sentence", () => {
    const text = "看灯笼呢,今天一早就去了。买灯笼吧,明天一早再去";
    const matcher = createMatcher(NAMES);
    const candidates = matcher.find(text);
    const reading = readPost(text, candidates, [], VOCABULARY, matcher.cues);
    const asWritten: WordSegmenter = {
      name: "as written",
      segment: (sentence) =>
        sentence
          .replace("买灯笼吧", "买灯 笼吧")
          .split(" ")
          .map((word) => ({ text: word, pos: "n" })),
    };
    const segmentation = createSegmentation(reading, asWritten);
    expect(candidates.map((candidate) => segmentation(candidate).map(({ name }) => name))).toEqual([
      ["word:inside"],
      ["word:cut"],
    ]);
  });
});

describe("the reason of a decision", () => {
  const piece = (name: string, logit: number, detail?: string) => ({
    feature: { name, value: 1, ...(detail !== undefined && { detail }) },
    logit,
  });
  const contributions = [
    piece("cue:for", 2, "投影"),
    piece("cue:for:near", 1, "投影"),
    piece("after:device", 0.5, "手机"),
    piece("clause:start", 0.4),
    piece("cue:against", -1, "元宵"),
  ];

  it.each([
    [true, "“投影” speaks for the name; “手机” follows"],
    [false, "“元宵” speaks for the ordinary word"],
  ])("names the strongest evidence for it, once, and none against it: accepted %s", (accepted, reason) => {
    expect(explain({ probability: 0.5, contributions }, accepted)).toBe(reason);
  });
});

describe("the weighing of a place", () => {
  const CUT = -2;
  /** What 灯笼 weighs where every place weighs `bias` and a word cuts through it, and how often the text was segmented. */
  const weigh = (bias: number) => {
    const { candidate, reading } = read("看⟦灯笼⟧呢");
    const segmenter = splitting("看灯 笼呢");
    let segmented = 0;
    const counting: WordSegmenter = {
      name: "counting",
      segment(text) {
        segmented++;
        return segmenter.segment(text);
      },
    };
    const weights: SenseWeights = { bias, weights: { "word:cut": CUT }, priors: {} };
    const { probability } = createWeigh(weights)(reading, counting)(candidate);
    return { logit: Math.round(Math.log(probability / (1 - probability)) * 100) / 100, segmented };
  };

  it.each([
    ["segmentation could turn it", 1, { logit: 1 + CUT, segmented: 1 }],
    ["segmentation could just turn it", 2, { logit: 2 + CUT, segmented: 1 }],
    ["it is too likely for that", 2.1, { logit: 2.1, segmented: 0 }],
    ["it is none without that", -0.1, { logit: -0.1, segmented: 0 }],
  ])("segments where that could decide: %s", (_case, bias, expected) => {
    expect(weigh(bias)).toEqual(expected);
  });
});
