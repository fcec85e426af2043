import { describe, expect, test } from "vitest";
import { lexiconEngine } from "../../../src/engines/lexicon/index.js";

const engine = lexiconEngine();
const english = (text: string, terms: { source: string; target: string }[] = []): string =>
  engine.translateUnit({ text, terms }).text;

describe("the embedded engine", () => {
  test.each([
    ["我昨天买了两本书。", "I bought two books yesterday."],
    ["他在北京工作。", "He works in Beijing."],
    ["我们喜欢你写的书。", "We like the book you write."],
  ])("%s", (source, target) => {
    expect(english(source)).toBe(target);
  });

  test("a term keeps its English", () => {
    expect(english("小米手机很好用", [{ source: "小米手机", target: "Xiaomi phone" }])).toContain("Xiaomi phone");
  });

  test("no Chinese is left over", () => {
    expect(english("龘靐齉爩麤的𠮷")).not.toMatch(/\p{Script=Han}/u);
  });
});
