import { expect, it } from "vitest";
import type { Carry } from "../../src/engines/engine.js";
import { defineEngine } from "../../src/engines/engine.js";
import { Glossary } from "../../src/glossary/glossary.js";
import { createTranslator } from "../../src/translator.js";

const glossary = Glossary.of([
  { source: "米宝", target: "Mibao", kind: "brand" },
  { source: "岚骐", target: "Lanqi", kind: "brand" },
  { source: "西沙普", target: "C#", kind: "term" },
]);
const LADDER: Carry[] = ["inline", "placeholder"];

/** What becomes of a post whose engine answers by the way in which terms travel. */
async function through(post: string, answer: Partial<Record<Carry, (text: string) => string>>) {
  const engine = defineEngine({
    name: "by carry",
    carry: LADDER,
    translate: async (units) => units.map(({ text, carry }) => answer[carry!]?.(text) ?? ""),
  });
  const { target, terms } = await createTranslator({ engine, glossary }).translate(post);
  return [target.text, terms.map(({ status }) => status).join(" ")];
}

it("takes the better of two ways, whichever came first", async () => {
  const [good, bad] = [() => "Mibao is better than it", () => "It is better"];
  expect(await through("米宝比岚骐好用", { inline: good, placeholder: bad })).toEqual([good(), "kept missing"]);
  expect(await through("米宝比岚骐好用", { inline: bad, placeholder: good })).toEqual([good(), "kept missing"]);
});

it("would rather lose a name, which it reports, than a mention", async () => {
  const mentions = (text: string) => /ZX[A-Z]{2}/g.exec(text)?.[0] ?? "";
  const loses = { name: (text: string) => `thanks ${mentions(text)} for it`, mention: () => "thanks for Mibao" };
  const expected = ["thanks @阿强 for it", "missing"];
  expect(await through("谢谢@阿强 送的米宝", { inline: loses.name, placeholder: loses.mention })).toEqual(expected);
});

it("keeps the # that belongs to a name in a hashtag, and no other", async () => {
  const post = await createTranslator({
    engine: defineEngine({ name: "marks", translate: async (units) => units.map(() => "C# course #1") }),
    glossary,
  }).translate("#西沙普教程#");
  expect(post.hashtags[0]!.targetName).toBe("C# course 1");
  expect(post.terms[0]).toMatchObject({ status: "kept", target: { text: "C#" } });
});

it("brings what the engine says of its words back to their places, behind a mention too", async () => {
  const { glosses } = await createTranslator({ explain: true }).translate("感谢@雷军 送的手机");
  const phone = glosses!.find(({ target }) => /phone/i.test(target.text));
  expect(phone!.source.text).toBe("手机");
});

it("asks the engine to explain only what it translated", async () => {
  const { glosses } = await createTranslator({ explain: true }).translate("全家都用华为[爱你]🎉🎉"); // The whole family uses Huawei
  expect(glosses!.some(({ source }) => source.text === "华为")).toBe(true);
  expect(glosses!.filter(({ source }) => source.text === "🎉")).toEqual([]);
});
