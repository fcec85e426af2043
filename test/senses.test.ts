import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyze } from "../src/analyze.js";
import { Glossary } from "../src/glossary/glossary.js";
import type { GlossaryEntry } from "../src/model.js";
import { intlSegmenter } from "../src/words/intl.js";
import type { WordSegmenter } from "../src/words/segmenter.js";
import { examples } from "./senses.examples.js";
import { LANTERN } from "./support/lantern.js";

/** Whether the name in ⟦…⟧ is accepted, by itself or within a longer name. */
function isAccepted(marked: string, options: { glossary?: Glossary; segmenter?: WordSegmenter } = {}): boolean {
  const start = marked.indexOf("⟦");
  const end = marked.indexOf("⟧") - 1;
  const { terms } = analyze(marked.replace(/[⟦⟧]/g, ""), options);
  return terms.some(({ source }) => source.start <= start && end <= source.end);
}

describe("the bundled names", () => {
  it.each([
    ["小米公司不让卖⟦小米⟧粥", false],
    ["⟦小米⟧公司不让卖小米粥", true],
    ["统⟦一加⟧工", false],
    ["③⟦苹果⟧:使体内脂肪分解", false],
    ["李娜带着一身⟦荣耀⟧退役", false],
    ["王者⟦荣耀⟧新赛季上线了", true],
    ["#⟦小米⟧手机学院#", true],
    ["@⟦小米⟧Stephy 早上好", false],
  ])("%s: %s", (marked, accepted) => {
    expect(isAccepted(marked)).toBe(accepted);
  });

  it.each<[string, WordSegmenter | undefined]>([
    ["the default segmenter", undefined],
    ["Intl.Segmenter", intlSegmenter()],
  ])("are told from ordinary words nineteen times in twenty, with %s", (_name, segmenter) => {
    const options = segmenter ? { segmenter } : {};
    const wrong = examples.filter(([marked, label]) => isAccepted(marked, options) !== (label === "brand"));
    expect(wrong.length, wrong.map(([marked]) => marked).join("\n")).toBeLessThanOrEqual(examples.length / 20);
  });

  it("give the longer name where one stands", () => {
    const { terms, rejected } = analyze("玩王者荣耀一点不卡");
    expect(terms.map(({ entry }) => entry.target)).toEqual(["Honor of Kings"]);
    expect(rejected.map(({ source, reason }) => [source.text, reason])).toEqual([
      ["荣耀", "part of the name 王者荣耀 (Honor of Kings)"],
    ]);
  });
});

describe("a name that nobody has seen", () => {
  const glossary = Glossary.of([LANTERN, { source: "灯笼椒", target: "bell pepper", kind: "term" }]);

  it.each([
    ["⟦灯笼⟧手机发布了", true],
    ["⟦灯笼⟧科技完成一亿元融资", true],
    ["新买的⟦灯笼⟧投影很亮", true],
    ["元宵节家家户户挂起⟦灯笼⟧", false],
    ["孩子提着纸糊的⟦灯笼⟧，笑得很幸福", false],
    ["门口挂着大红⟦灯笼⟧，灯笼手机的新店开张了", false],
    ["门口挂着大红灯笼，⟦灯笼⟧手机的新店开张了", true],
    ["⟦灯笼⟧椒炒肉", true],
  ])("%s: %s", (marked, accepted) => {
    expect(isAccepted(marked, { glossary })).toBe(accepted);
  });

  it("is no look-alike at the beginning of its own longer name", () => {
    const phone: GlossaryEntry = { source: "灯笼手机", target: "Lantern phone", kind: "product" };
    const { terms, rejected } = analyze("灯笼手机发布了", { glossary: Glossary.of([LANTERN, phone]) });
    expect(terms.map(({ entry }) => entry.target)).toEqual(["Lantern phone"]);
    expect(rejected).toEqual([]);
  });

  it("is no look-alike where the longer name begins with an accepted English of it", () => {
    const short: GlossaryEntry = { ...LANTERN, accept: ["LT"] };
    const phone: GlossaryEntry = { source: "灯笼手机", target: "LT phone", kind: "product" };
    expect(analyze("灯笼手机发布了", { glossary: Glossary.of([short, phone]) }).rejected).toEqual([]);
  });

  it("gains nothing from names of accounts", () => {
    const names = Glossary.of([LANTERN, { source: "米宝", target: "Mibao", kind: "brand" }]);
    const sure = (post: string) => {
      const { terms, rejected } = analyze(post, { glossary: names });
      return [...terms, ...rejected].find(({ source }) => source.text === "灯笼")!.confidence;
    };
    expect(sure("@米宝君 看灯笼呢")).toBe(sure("@某某君 看灯笼呢"));
    expect(sure("米宝君 看灯笼呢")).not.toBe(sure("某某君 看灯笼呢"));
  });

  it("is told from a longer word behind letters that are longer in lower case", () => {
    const [look] = analyze("İİ门口挂着大红灯笼", { glossary }).rejected;
    expect(look!.reason).toBe("part of 大红灯笼, which is something else");
  });

  it("is something else at each of its places in a word that has it twice", () => {
    const plain: GlossaryEntry = { ...LANTERN, ambiguous: false, notIn: ["灯笼挨灯笼"] };
    const { terms, rejected } = analyze("街上灯笼挨灯笼", { glossary: Glossary.of([plain]) });
    expect(terms).toEqual([]);
    expect(rejected.map(({ source }) => source.start)).toEqual([2, 5]);
  });

  it("says how sure it is and why", () => {
    const [term] = analyze("灯笼手机发布了", { glossary }).terms;
    expect(term!.confidence).toBeGreaterThan(0.8);
    expect(term!.reason).toMatch(/^the name: “手机” follows/);
    const [look] = analyze("元宵挂灯笼", { glossary }).rejected;
    expect(look!.reason).toMatch(/“元宵” speaks for the ordinary word/);
  });

  it("raises an issue where it is not sure", () => {
    const uncertain = Array.from({ length: 21 }, (_, i) => {
      const entry = { ...LANTERN, prior: i / 20 };
      return analyze("他看了看灯笼", { glossary: Glossary.of([entry]) });
    }).filter(({ terms, rejected }) => [...terms, ...rejected][0]!.confidence < 0.65);
    expect(uncertain.length).toBeGreaterThan(0);
    for (const { issues } of uncertain) {
      expect(issues).toMatchObject([{ code: "term-uncertain", severity: "info", source: { text: "灯笼" } }]);
    }
  });

  it("starts from the kind of word that it is where its entry has no prior", () => {
    const { prior: _, ...bare } = LANTERN;
    expect(isAccepted("⟦灯笼⟧手机发布了", { glossary: Glossary.of([bare]) })).toBe(true);
    expect(isAccepted("元宵节挂起⟦灯笼⟧", { glossary: Glossary.of([bare]) })).toBe(false);
  });

  it("is found inside a longer one that fails", () => {
    const longer: GlossaryEntry = { source: "大灯笼", target: "Big Lantern", kind: "brand", ambiguous: true, prior: 0 };
    const { terms, rejected } = analyze("大灯笼手机", { glossary: Glossary.of([{ ...LANTERN, prior: 1 }, longer]) });
    expect(terms.map(({ entry }) => entry.target)).toEqual(["Lantern"]);
    expect(rejected.map(({ entry }) => entry.target)).toEqual(["Big Lantern"]);
  });
});

it("one owner has every place: accepted terms never overlap, and every rejected one says why", () => {
  const form = fc.string({ unit: fc.constantFrom("灯", "笼", "椒", "a"), minLength: 1, maxLength: 3 });
  const entry = fc.record({
    source: form,
    target: fc.constantFrom("A", "B"),
    kind: fc.constant("brand" as const),
    ambiguous: fc.boolean(),
    prior: fc.double({ min: 0, max: 1, noNaN: true }),
    notIn: fc.array(form),
  });
  const text = fc.string({ unit: fc.constantFrom("灯", "笼", "椒", "a", "，", "#", "@") });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), text, (entries, text) => {
      const { terms, rejected } = analyze(text, { glossary: Glossary.of(entries), segmenter: intlSegmenter() });
      for (const [i, { source }] of terms.entries()) {
        expect(source.start).toBeGreaterThanOrEqual(terms[i - 1]?.source.end ?? 0);
      }
      for (const { reason, confidence } of [...terms, ...rejected]) {
        expect(reason).not.toBe("");
        expect(confidence).toBeGreaterThanOrEqual(0.5);
      }
    }),
  );
});

it("knows a longer word in any letter case", () => {
  const glossary = Glossary.of([{ ...LANTERN, ambiguous: false, notIn: [`${LANTERN.source}KTV`] }]);
  expect(analyze(`${LANTERN.source}Ktv见`, { glossary }).terms).toEqual([]);
});
