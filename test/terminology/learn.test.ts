import { describe, expect, it } from "vitest";
import { ArgumentError, analyze, Glossary, learnSenses, type SenseExample } from "../../src/index.js";

/** 蘑菇 is a mushroom; here it is a shop's name too. */
const glossary = Glossary.of([
  { source: "蘑菇", target: "Mogu", kind: "brand", ambiguous: true },
  { source: "小米", target: "Xiaomi", kind: "brand", ambiguous: true, prior: 0.9 },
]);

const NAMES = ["裙子", "外套", "包邮", "优惠券", "女装"].flatMap((thing) => [
  `昨天在[蘑菇]下单的${thing}到了，质量不错`,
  `[蘑菇]的${thing}打折了，快去看看`,
  `求[蘑菇]客服回复，${thing}还没发货`,
  `[蘑菇]今天又上新${thing}，下单有优惠`,
]);
const OTHERS = ["鸡汤", "晚饭", "火锅", "味道", "营养"].flatMap((thing) => [
  `妈妈炖的[蘑菇]${thing}特别鲜美，营养丰富`,
  `山上采的[蘑菇]可以做${thing}吗，怕有毒`,
  `把[蘑菇]切片下锅，${thing}就好了`,
  `雨后的树林里长满了[蘑菇]，${thing}很香`,
]);

/** An example written with its form in brackets. */
function example(written: string, isName: boolean): SenseExample {
  const start = written.indexOf("[");
  const end = written.indexOf("]");
  return {
    text: written.slice(0, start) + written.slice(start + 1, end) + written.slice(end + 1),
    start,
    form: written.slice(start + 1, end),
    isName,
  };
}

const examples = NAMES.flatMap((name, i) => [example(name, true), example(OTHERS[i]!, false)]);

describe("learnSenses", () => {
  it("tells the senses of a new name from each other", () => {
    const learned = learnSenses(glossary, examples);
    expect(learned.accuracyAfter).toBeGreaterThanOrEqual(learned.accuracyBefore);
    expect(learned.accuracyAfter).toBeGreaterThanOrEqual(0.9);
    const isName = (text: string) =>
      analyze(text, { glossary: learned.glossary }).terms.some(({ entry }) => entry.source === "蘑菇");
    expect(isName("蘑菇的鞋子也打折，下单包邮")).toBe(true);
    expect(isName("今晚吃蘑菇炖土豆，营养又鲜美")).toBe(false);
  });

  it("says what it learned, and what got better and worse", () => {
    const { entries } = learnSenses(glossary, examples);
    expect(entries).toHaveLength(1);
    const [{ before, after, examples: count, improved, worsened, accuracyBefore, accuracyAfter }] = entries as [
      (typeof entries)[0],
    ];
    expect({ source: before.source, count }).toEqual({ source: "蘑菇", count: 40 });
    expect(after.prior ?? after.cues).toBeDefined();
    expect(improved.length - worsened.length).toBe(Math.round(40 * (accuracyAfter - accuracyBefore)));
    for (const one of [...improved, ...worsened]) expect(examples).toContainEqual(one);
  });

  it("keeps an entry of which the examples teach nothing clear, and says why", () => {
    const coins = examples.map((one, i) => ({ ...one, isName: (i * 7) % 5 < 2 }));
    const { glossary: same, entries } = learnSenses(glossary, coins);
    expect(entries[0]).toMatchObject({ method: "nothing", improved: [], worsened: [] });
    expect(entries[0]!.after).toEqual(entries[0]!.before);
    expect(entries[0]!.reason).toMatch(/no more than a standard error|nothing that was learned|fewer were decided/u);
    expect(same.get("蘑菇")).toEqual(glossary.get("蘑菇"));
  });

  it("lets an entry that was taught nothing learn from less than a standard error, and one that was taught only from more", () => {
    const few = ["[蘑菇]的鞋子打折", "[蘑菇]发布新品", "在[蘑菇]买的", "吃[蘑菇]"];
    const lessons = few.map((written, i) => example(written, i < 3));
    const entry = glossary.get("蘑菇")!;
    const learned = [{}, { notIn: ["蘑菇云"] }].map(
      (taught) => learnSenses(Glossary.of([{ ...entry, ...taught }]), lessons).entries[0]!,
    );
    for (const { gain, gainError } of learned) {
      expect(gain).toBeGreaterThan(0);
      expect(gain).toBeLessThan(gainError);
    }
    expect(learned.map(({ method }) => method)).toEqual(["prior", "nothing"]);
    expect(learned[1]!.reason).toContain("no more than a standard error");
  });

  it("says how far held-out labels became likelier where that is clear", () => {
    for (const { method, gain, gainError, reason } of learnSenses(glossary, examples).entries) {
      expect(method).not.toBe("nothing");
      expect(gain).toBeGreaterThan(gainError);
      expect(reason).toContain("held-out labels became likelier");
    }
  });

  it("moves an entry that somebody has taught little by a few examples", () => {
    const taught = Glossary.of([{ ...glossary.get("小米")!, notIn: ["小米粥"] }]);
    const few = ["我买了[小米]", "[小米]发布会", "[小米]很香"].map((written, i) => example(written, i < 2));
    const { after } = learnSenses(taught, few).entries[0]!;
    expect(after.notIn).toEqual(["小米粥"]);
    expect(after.prior).toBeGreaterThan(0.5);
  });

  it("leaves the glossary and its other entries as they are", () => {
    const before = JSON.stringify(glossary.entries);
    const learned = learnSenses(glossary, examples).glossary;
    expect(JSON.stringify(glossary.entries)).toBe(before);
    expect(learned.get("小米")).toEqual(glossary.get("小米"));
  });

  it("is deterministic", () => {
    expect(learnSenses(glossary, examples).glossary.hash).toBe(learnSenses(glossary, examples).glossary.hash);
  });

  it("never makes an entry worse on held-out examples", () => {
    const mixed = examples.map((one, i) => ({ ...one, isName: i % 3 === 0 }));
    for (const { accuracyBefore, accuracyAfter } of learnSenses(glossary, mixed).entries) {
      expect(accuracyAfter).toBeGreaterThanOrEqual(accuracyBefore);
    }
  });

  it("leaves out examples of what the glossary has not, and says so", () => {
    const { skipped, entries } = learnSenses(glossary, [example("[途朵]好用", true)]);
    expect(entries).toEqual([]);
    expect(skipped).toMatchObject([{ reason: "the glossary has no 途朵" }]);
  });

  it.each<[what: string, wrong: unknown, message: RegExp]>([
    ["nothing", null, /Example 0/],
    [
      "a form that does not stand there",
      { text: "蘑菇好", start: 1, form: "蘑菇", isName: true },
      /蘑菇 does not stand at 1/,
    ],
    ["a label that is none", { text: "蘑菇好", start: 0, form: "蘑菇", isName: "brand" }, /isName/],
  ])("refuses %s", (_, wrong, message) => {
    expect(() => learnSenses(glossary, [wrong as SenseExample])).toThrow(message);
    expect(() => learnSenses(glossary, [wrong as SenseExample])).toThrow(ArgumentError);
  });
});
