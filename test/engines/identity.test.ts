import type { LanguageModel } from "ai";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ai } from "../../src/engines/ai.js";
import { amazon } from "../../src/engines/amazon.js";
import { azure } from "../../src/engines/azure.js";
import { createCaller } from "../../src/engines/call.js";
import { deepl } from "../../src/engines/deepl/index.js";
import { lexicon } from "../../src/engines/embedded.js";
import { defineEngine, type Engine } from "../../src/engines/engine.js";
import { fallback } from "../../src/engines/fallback.js";
import { google } from "../../src/engines/google.js";
import { modelName } from "../../src/engines/identity.js";
import { libretranslate } from "../../src/engines/libretranslate.js";
import { INSTRUCTIONS } from "../../src/engines/llm/prompt.js";
import { memoryKey } from "../../src/engines/memory.js";
import { openaiCompatible } from "../../src/engines/openai-compatible.js";
import { packageVersion } from "../../src/package.js";

const UNIT = { text: "小米发布新手机", terms: [] };
const keyOf = (engine: Engine) => memoryKey(engine, UNIT);
const key = { authKey: "k", apiKey: "k" };
const chat = { baseURL: "http://a/v1", model: "qwen3:8b" };
const model = (provider: string) => ({ specificationVersion: "v2", modelId: "m", provider }) as LanguageModel;

/** Engines that say something else each; in a row all but the last options differ in what they change. */
const ROWS: [name: string, engines: Engine[]][] = [
  [
    "deepl",
    [
      deepl(key),
      deepl({ ...key, targetLanguage: "en-GB" }),
      deepl({ ...key, modelType: "quality_optimized" }),
      deepl({ ...key, modelType: "latency_optimized" }),
      deepl({ ...key, context: false }),
    ],
  ],
  [
    "google",
    [
      google({ projectId: "p" }),
      google({ projectId: "p", model: "x" }),
      google({ projectId: "p", glossary: "x" }),
      google({ projectId: "q", glossary: "x" }),
      google({ projectId: "p", glossary: "x", location: "us-central1" }),
      google({ projectId: "p", glossary: "x", model: "x" }),
    ],
  ],
  [
    "azure",
    [
      azure(key),
      azure({ ...key, apiVersion: "2026-06-06" }),
      azure({ ...key, model: "x" }),
      azure({ ...key, apiVersion: "2026-06-06", model: "x" }),
      azure({ ...key, apiVersion: "2026-06-06", model: "x", endpoint: "https://mine.example" }),
    ],
  ],
  [
    "amazon",
    [
      amazon(),
      amazon({ terminology: "x", region: "eu-central-1" }),
      amazon({ terminology: "x", region: "us-east-1" }),
      amazon({ terminology: "y", region: "us-east-1" }),
      amazon({ profanity: "MASK" }),
    ],
  ],
  ["libretranslate", [libretranslate({ url: "http://a" }), libretranslate({ url: "http://a/b" }), libretranslate()]],
  [
    "openai-compatible",
    [
      openaiCompatible(chat),
      openaiCompatible({ ...chat, model: "qwen3:4b" }),
      openaiCompatible({ ...chat, baseURL: "http://b/v1" }),
      openaiCompatible({ ...chat, parameters: { temperature: 1 } }),
    ],
  ],
  [
    "ai",
    [
      ai({ model: "a/m" }),
      ai({ model: model("a") }),
      ai({ model: model("b") }),
      ai({ model: model("a"), settings: { temperature: 1 } }),
    ],
  ],
  [
    "fallback",
    [
      fallback(deepl(key), azure(key)),
      fallback(deepl(key), azure({ ...key, model: "x" })),
      fallback(azure(key), deepl(key)),
    ],
  ],
];

/** Engines that say the same, whatever else was set. */
const SAME: [what: string, one: Engine, other: Engine][] = [
  ["another key of DeepL", deepl(key), deepl({ authKey: "other" })],
  ["another key of LibreTranslate", libretranslate(), libretranslate({ apiKey: "other" })],
  ["a password in the address", libretranslate({ url: "http://a" }), libretranslate({ url: "http://me:secret@a" })],
  ["another concurrency", openaiCompatible(chat), openaiCompatible({ ...chat, concurrency: 1 })],
  [
    "other headers",
    ai({ model: "a/m", settings: { temperature: 0 } }),
    ai({ model: "a/m", settings: { temperature: 0, headers: { authorization: "secret" } } }),
  ],
];

describe("the key of a memory", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(ROWS)("tells settings of %s apart", (_, engines) => {
    expect(new Set(engines.map(keyOf)).size).toBe(engines.length);
  });

  it.each(SAME)("is the same with %s", (_, one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  it("follows the instructions of language models and the version of the embedded engine", () => {
    const settings = { server: "a/v1/chat/completions", parameters: { temperature: 0 } };
    expect(openaiCompatible(chat).model).toBe(modelName("qwen3:8b", { instructions: INSTRUCTIONS, ...settings }));
    expect(openaiCompatible(chat).model).not.toBe(modelName("qwen3:8b", { instructions: "Other.", ...settings }));
    expect(lexicon().model).toBe(packageVersion());
  });

  it("takes the model that a fallback's engine has by then", () => {
    let pulled: string | undefined;
    const late = defineEngine({
      name: "late",
      get model() {
        return pulled;
      },
      translate: async () => [],
    });
    const engine = fallback(late);
    const before = keyOf(engine);
    pulled = "2";
    expect(engine.model).toBe("2");
    expect(keyOf(engine)).not.toBe(before);
  });

  it("never serves what another model made", async () => {
    const memory = new Map<string, string>();
    const engine = (model: string) => defineEngine({ name: "e", model, translate: async () => [`by ${model}`] });
    for (const model of ["1", "2", "1"]) {
      expect(await createCaller(engine(model), { memory }).send([UNIT])).toEqual([`by ${model}`]);
    }
    expect(memory.size).toBe(2);
  });
});

describe("modelName", () => {
  it.each<[string | undefined, Record<string, unknown>, RegExp]>([
    ["m", {}, /^m$/],
    ["m", { a: undefined }, /^m$/],
    ["m", { a: 1n }, /^m \([0-9a-f]{8}\)$/],
    [undefined, { a: 1 }, /^[0-9a-f]{8}$/],
  ])("%s with %o", (name, settings, expected) => {
    expect(modelName(name, settings)).toMatch(expected);
  });

  it("takes settings that contain themselves", () => {
    const settings: Record<string, unknown> = { a: 1 };
    settings.self = settings;
    expect(modelName("m", settings)).not.toBe(modelName("m", { ...settings, a: 2 }));
  });
});
