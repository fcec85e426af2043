import { describe, expect, it } from "vitest";
import { ArgumentError, checkTranslations, Glossary } from "../../src/index.js";

const glossary = Glossary.of([
  { source: "魅果", target: "Meiguo", kind: "brand", accept: ["MG"], forbid: ["charm fruit"] },
  { source: "途朵", target: "Tuduo", kind: "brand" },
]);

const check = (...pairs: [source: string, translation: string][]) =>
  checkTranslations(
    pairs.map(([source, translation]) => ({ source, translation })),
    glossary,
  );

describe("checkTranslations", () => {
  it.each<[source: string, translation: string, findings: [kind: string, source: string, target: string | null][]]>([
    ["魅果发布新手机", "Meiguo launches a new phone", []],
    ["魅果发布新手机", "meiguo launches a new phone", []],
    ["我爱魅果，魅果最好", "I love Meiguo, it is the best", []],
    ["魅果发布新手机", "A new phone was launched", [["missed", "魅果", null]]],
    ["魅果发布新手机", "魅果 launches a new phone", [["missed", "魅果", "魅果"]]],
    ["魅果发布新手机", "Charm fruit launches a phone", [["mistranslated", "魅果", "Charm fruit"]]],
    ["魅果和途朵", "Meiguo and others", [["missed", "途朵", null]]],
    ["今天天气好", "Meiguo", []],
    ["", "", []],
  ])("finds in %s = %s: %j", (source, translation, findings) => {
    const found = check([source, translation]).findings;
    expect(found.map(({ kind, source, target }) => [kind, source.text, target?.text ?? null])).toEqual(findings);
    for (const finding of found) {
      expect(source.slice(finding.source.start, finding.source.end)).toBe(finding.source.text);
      if (finding.target) expect(translation.slice(finding.target.start, finding.target.end)).toBe(finding.target.text);
    }
  });

  it("finds names that go by several", () => {
    const { findings, terms } = check(["魅果一", "Meiguo one"], ["魅果二", "MG two"], ["魅果三", "Meiguo three"]);
    expect(findings).toMatchObject([{ kind: "inconsistent", pair: 1, target: { text: "MG", start: 0, end: 2 } }]);
    expect(terms[0]!.english).toEqual([
      { text: "Meiguo", count: 2 },
      { text: "MG", count: 1 },
    ]);
  });

  it("counts, the most frequent term first", () => {
    const { pairs, terms } = check(
      ["途朵和魅果", "Tuduo and Meiguo"],
      ["魅果", "charm fruit"],
      ["魅果", "nothing"],
      ["无", "none"],
    );
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
