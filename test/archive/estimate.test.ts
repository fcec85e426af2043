import { describe, expect, it } from "vitest";
import { estimateArchive, estimateText } from "../../src/archive/estimate.js";
import { createTranslator, Glossary } from "../../src/index.js";

const glossary = Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }]);

/** A segmenter that knows one name. */
const segmenter = {
  name: "known",
  segment: (text: string) =>
    text.split(/(王小明)/).flatMap((word) => (word ? [{ text: word, pos: word === "王小明" ? "nr" : "x" }] : [])),
};

const translatorWith = (asked: () => void) =>
  createTranslator({
    glossary,
    segmenter,
    engine: {
      name: "paid",
      translate: async (units) => {
        asked();
        return units.map(({ text }) => text);
      },
    },
  });

describe("estimateArchive", () => {
  it("counts posts, characters to send, terms and unknown names without asking the engine", async () => {
    let asked = 0;
    const translator = translatorWith(() => asked++);
    const records = [
      { id: "1", text: "早上好" },
      { id: "2", text: "早上好" },
      { id: "3", text: "小米" },
      { reason: "it is not JSON", raw: "{" },
    ];
    const estimate = await estimateArchive(records, { translator });
    expect(asked).toBe(0);
    expect(estimate).toMatchObject({
      posts: 3,
      broken: 1,
      characters: 8,
      terms: [{ source: "小米", target: "Xiaomi", count: 1 }],
    });
    expect(estimate.charactersToSend).toBe(3);
    expect(estimateText(estimate, 20)).toContain("price               0.00");
  });

  it("reads posts as the translator does: with its segmenter, its constructs and its memory", async () => {
    const split: string[] = [];
    const memory = new Map<string, string>();
    const translator = createTranslator({
      glossary,
      memory,
      segmenter: {
        name: "names",
        segment: (text) => {
          split.push(text);
          return [...text.matchAll(/甲乙丙|./gu)].map(([word]) => ({
            text: word,
            pos: word === "甲乙丙" ? "nr" : "x",
          }));
        },
      },
      constructs: [],
      engine: { name: "paid", model: "large", translate: async (units) => units.map(({ text }) => text) },
    });
    const records = ["甲乙丙来了", "早上好", "看http://t.cn/a"].map((text, i) => ({ id: String(i), text }));
    const before = await estimateArchive(records, { translator });
    expect(before.unknownNames).toEqual([{ name: "甲乙丙", count: 1 }]);
    expect(split).toContain("甲乙丙来了");
    // Without constructs a link is text to be sent.
    expect(before.charactersToSend).toBe(22);
    expect(memory.size).toBe(0);
    await translator.translate("早上好");
    const after = await estimateArchive(records, { translator });
    expect(before.charactersToSend - after.charactersToSend).toBe(3);
    expect(memory.size).toBe(1);
  });

  it("ends at the signal, even while the input is waiting for more", async () => {
    const controller = new AbortController();
    async function* waiting() {
      yield { id: "1", text: "早上好" };
      controller.abort();
      await new Promise(() => {});
    }
    const { signal } = controller;
    expect(await estimateArchive(waiting(), { translator: translatorWith(() => {}), signal })).toMatchObject({
      posts: 1,
    });
  });

  it("takes no everyday word for a name, whatever word segmentation takes it for", async () => {
    const records = ["师傅上门安装，王小明很满意", "商城里有北京的特产", "上门取件"].map((text, i) => ({
      id: String(i),
      text,
    }));
    const { unknownNames } = await estimateArchive(records, { translator: createTranslator({ glossary }) });
    expect(unknownNames.map(({ name }) => name).sort()).toEqual(["北京", "王小明"]);
  });

  it("says the price", () => {
    const estimate = { posts: 2, broken: 0, characters: 5e6, charactersToSend: 1_234_567, terms: [], unknownNames: [] };
    expect(estimateText(estimate, 20)).toContain("price               24.69");
    expect(estimateText(estimate)).not.toContain("price");
  });
});
