import { describe, expect, it } from "vitest";
import { parse } from "../../src/post/parse.js";
import { planPost } from "../../src/protect/plan.js";

/** The pieces of a post's plan: units as they stand, tokens as `<…>`, what is written as given as `"…"`. */
function pieces(text: string): string[] {
  return planPost(parse(text), []).segments.flatMap((segment) =>
    segment.pieces.map((piece) => {
      if (piece.type === "literal") return JSON.stringify(piece.text);
      const source = text.slice(piece.start, piece.end);
      return piece.type === "token" ? `<${source}>` : source;
    }),
  );
}

describe("the plan of a post", () => {
  it("gives the words of a hashtag alone", () => {
    const text = "#新品发布#今天见";
    const [label] = planPost(parse(text), []).labels.values();
    expect(text.slice(label!.start, label!.end)).toBe("新品发布");
  });

  it("parts no hashtag where a sentence ends in it", () => {
    expect(pieces("王者荣耀#%！#")).toEqual(["王者荣耀", "<#%！#>"]);
  });

  it.each<[text: string, continuing: string[]]>([
    ["看[泪]手机。再看电脑", ["手机。"]],
    ["[泪]看手机", []],
    ["看http://t.cn/a手机，[泪]电脑", ["手机，", "电脑"]],
  ])("tells of %s what goes on with a sentence that a token parts", (text, continuing) => {
    const units = planPost(parse(text), []).segments.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.type === "unit" && piece.unit.continues ? [piece.unit] : [])),
    );
    expect(units.map(({ start, end }) => text.slice(start, end))).toEqual(continuing);
  });

  it.each<[what: string, text: string, plan: string[]]>([
    ["a mention that begins a sentence", "@小米公司 发布了新品。", ["@小米公司 发布了新品。"]],
    ["a mention amid the words", "感谢@小米公司 的邀请", ["感谢@小米公司 的邀请"]],
    ["mentions in a row", "感谢@甲甲 @乙乙 参加", ["感谢", "<@甲甲>", "<@乙乙>", "参加"]],
    [
      "punctuation after a token, to the end of its sentence and no further",
      "爱你[心]。，再见",
      ["爱你", "<[心]>", '"."', '","', "再见"],
    ],
  ])("%s", (_, text, plan) => {
    expect(pieces(text)).toEqual(plan);
  });
});
