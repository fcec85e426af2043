import { describe, expect, it } from "vitest";
import { openSpeller } from "../../../src/engines/lexicon/spell.js";

describe("openSpeller", () => {
  const spell = openSpeller();

  it.each([
    ["腾讯", ["Tengxun"]],
    // A word keeps its own reading: 重 alone is zhong.
    ["重庆", ["Chongqing"]],
    ["绿洲", ["Lüzhou", "Lvzhou"]],
    ["B站", ["B zhan"]],
    ["乐视", ["Leshi", "Yueshi"]],
    ["Xiaomi", ["Xiaomi"]],
    ["", []],
  ])("writes %s as %j", (name, ways) => {
    expect(spell(name)).toEqual(ways);
  });

  it("tries no more than a few ways, however a name may be read", () => {
    expect(spell("乐行长重".repeat(20)).length).toBeLessThanOrEqual(4);
  });
});
