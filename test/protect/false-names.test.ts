import { expect, it } from "vitest";
import { defineEngine } from "../../src/engines/engine.js";
import { createTranslator } from "../../src/translator.js";

/** An engine that gives this English for whatever it is asked. */
const says = (english: string) => defineEngine({ name: "says", translate: async (units) => units.map(() => english) });

it.each<[what: string, source: string, english: string, found: string[]]>([
  ["a company in the porridge", "今天喝小米粥", "Today I drink Xiaomi porridge", ["小米 = Xiaomi"]],
  ["porridge as porridge", "今天喝小米粥", "Today I drink millet porridge", []],
  ["a fruit that begins a sentence", "妈妈寄来一箱苹果，又大又甜", "Mom sent fruit. Apple after apple is sweet", []],
  [
    "a fruit that became a company",
    "妈妈寄来一箱苹果，又大又甜",
    "Mom sent a box of Apple, big and sweet",
    ["苹果 = Apple"],
  ],
  ["the name where it is meant", "小米手机发布会后喝小米粥", "After the Xiaomi launch, have millet porridge", []],
  [
    "the name beside the word, both as the name",
    "小米手机发布会后喝小米粥",
    "After the Xiaomi launch, have Xiaomi porridge",
    ["小米 = Xiaomi"],
  ],
  ["what the source says itself", "喝小米粥，不是Xiaomi", "Drink Xiaomi porridge, not Xiaomi", []],
  ["a longer name that holds it", "王者荣耀真好玩", "Honor of Kings is real fun", []],
  ["an account's name", "@小米Stephy 今天喝粥", "has porridge today", []],
])("reports %s", async (_, source, english, found) => {
  const { issues, target } = await createTranslator({ engine: says(english) }).translate(source);
  const names = issues.filter(({ code }) => code === "false-name");
  expect(names.map((issue) => `${issue.source?.text} = ${issue.target?.text}`)).toEqual(found);
  for (const { target: span } of names) expect(target.text.slice(span?.start, span?.end)).toBe(span?.text);
});
