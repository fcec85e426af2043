import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMatcher } from "../src/glossary/match.js";
import type { GlossaryEntry } from "../src/model.js";
import { normalize } from "../src/text/normalize.js";

function entries(...sources: string[]): GlossaryEntry[] {
  return sources.map((source) => ({ source, target: "x", kind: "term" }));
}

/** What is found, as it is written in the text. */
function found(forms: string[], text: string): string[] {
  const copy = normalize(text);
  return createMatcher(entries(...forms))
    .find(copy.text)
    .map((candidate) => {
      const { start, end } = copy.toSource(candidate);
      return text.slice(start, end);
    });
}

describe("createMatcher", () => {
  it.each<[string[], string, string[]]>([
    [["小米", "小米手机"], "买小米手机", ["小米手机", "小米"]],
    [["国家知识", "知识产权"], "国家知识产权局", ["国家知识", "知识产权"]],
    [["小米"], "小米 XIAOMI 大米", ["小米"]],
    [["小米手机"], "小米手機", ["小米手機"]],
    [["iPhone"], "IPHONE和ｉＰｈｏｎｅ", ["IPHONE", "ｉＰｈｏｎｅ"]],
    [["iPhone"], "iPhones iPhone15 myiPhone 买iPhone", ["iPhone", "iPhone"]],
    [["iPhone 15"], "iPhone15 iPhone  15 iPhone 15s iPhone 155", ["iPhone15", "iPhone  15"]],
    [["Black Shark"], "BlackShark black  shark blacks hark", ["BlackShark", "black  shark"]],
    [["小米MIX"], "小米 MIX 小米MIXES", ["小米 MIX"]],
    [["小米"], "小 米", []],
    [["C++"], "学C++好", ["C++"]],
    [["5G"], "5G手机 15G 5Gb", ["5G"]],
    [[".*"], "a.*b", [".*"]],
    [[""], "小米", []],
  ])("%j in %j", (forms, text, expected) => {
    if (forms.includes("")) expect(createMatcher([]).find(text)).toEqual([]);
    else expect(found(forms, text)).toEqual(expected);
  });

  it("gives a form of two entries to the one whose source it is, then to the first", () => {
    const [rice, millet, phone] = entries("稻米", "小米", "小米");
    const matcher = createMatcher([
      { ...rice!, variants: ["小米", "米"] },
      millet!,
      phone!,
      { ...phone!, variants: ["米"] },
    ]);
    expect(matcher.get("小米")).toBe(millet);
    expect(matcher.get("米")!.source).toBe("稻米");
    expect(matcher.find("小米").map(({ entry }) => entry)).toEqual([
      millet,
      expect.objectContaining({ source: "稻米" }),
    ]);
  });

  it("finds a Chinese form wherever its characters stand", () => {
    const han = fc.string({ unit: fc.constantFrom("小", "米", "手", "机"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.uniqueArray(han, { minLength: 1, maxLength: 6 }),
        fc.string({ unit: fc.constantFrom("小", "米", "手", "机", "的") }),
        (forms, text) => {
          const naive: string[] = [];
          for (let start = 0; start < text.length; start++) {
            for (const form of [...forms].sort((a, b) => b.length - a.length)) {
              if (text.startsWith(form, start)) naive.push(form);
            }
          }
          expect(found(forms, text)).toEqual(naive);
        },
      ),
    );
  });
});
