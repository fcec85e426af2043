import { describe, expect, it } from "vitest";
import { defineEngine } from "../../src/engines/engine.js";
import { createTranslator } from "../../src/translator.js";

describe("where pieces come to stand", () => {
  it("gives the space between two sentences to the first", async () => {
    const { segments } = await createTranslator().translate("小米发布新手机。华为发布新电脑。【华为】小米很好。"); // Xiaomi … . Huawei … .
    expect(segments.length).toBeGreaterThan(3);
    for (const { target } of segments) expect(target.text).toBe(target.text.trimStart());
  });

  it("finds a name in a hashtag that goes through the engine with its sentence", async () => {
    const echo = defineEngine({ name: "echo", translate: async (units) => units.map(({ text }) => `Well ${text}`) });
    const post = await createTranslator({ engine: echo }).translate("我在#小米手机发布会#的现场等大家"); // I wait at the Xiaomi phone launch
    const { start, text } = post.hashtags[0]!.target;
    expect(text).toMatch(/^#Well Xiaomi.*#$/);
    expect(post.terms[0]).toMatchObject({ status: "kept", target: { text: "Xiaomi", start: start + "#Well ".length } });
  });
});
