import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AzureOptions, azure } from "../../src/engines/azure.js";
import { createCaller } from "../../src/engines/call.js";
import type { TranslationUnit } from "../../src/engines/engine.js";
import { itKeepsTheContract } from "../support/contract.js";
import { COMMON_FAULTS, failure, itMendsWrongCounts, itSurvives, SECRET } from "../support/faults.js";
import { startAzure } from "../support/servers/azure.js";
import type { Loopback } from "../support/servers/loopback.js";

let server: Loopback;
beforeEach(async () => {
  server = await startAzure(SECRET);
});
afterEach(() => server.close());

const engine = (options: AzureOptions = {}) => azure({ endpoint: server.url, apiKey: SECRET, ...options });
const call = { from: "zh", to: "en" } as const;
const SPAN = '<span translate="no" class="notranslate" id="t0">Xiaomi</span>';

describe.each(["3.0", "2026-06-06"] as const)("azure %s", (apiVersion) => {
  itKeepsTheContract(() => engine({ apiVersion }));

  it("keeps to Azure's limits", async () => {
    const units = Array.from({ length: 1500 }, (_, i) => ({ text: `${"字".repeat(i % 90)}${i}`, terms: [] }));
    const texts = await createCaller(engine({ apiVersion }), { retries: 0 }).send(units);
    expect(texts.map((text) => text?.replace(/\D/gu, ""))).toEqual(units.map((_, i) => String(i)));
  });

  it("sends markup as HTML, and the rest as it stands", async () => {
    const units: TranslationUnit[] = [
      { text: `喜欢${SPAN}。`, terms: [], carry: "markup" },
      { text: "喜欢Xiaomi。", terms: [], carry: "inline" },
    ];
    expect(await engine({ apiVersion }).translate(units, call)).toEqual([`word ${SPAN} word`, "word Xiaomi word"]);
  });

  it("sends key and region in headers", async () => {
    await engine({ apiVersion, region: "westeurope" }).translate([{ text: "你好", terms: [] }], call);
    expect(server.seen[0]!.headers).toMatchObject({
      "ocp-apim-subscription-key": SECRET,
      "ocp-apim-subscription-region": "westeurope",
    });
    expect(server.seen[0]!.query.toString()).not.toContain(SECRET);
  });

  it.each<[string, AzureOptions, string]>([
    ["an address that nobody answers at", { endpoint: "http://127.0.0.1:9" }, "engine-unavailable"],
    ["a wrong key", { apiKey: "wrong-key" }, "engine-auth"],
  ])("says which setting to check at %s", async (_, options, code) => {
    const error = await failure(engine({ apiVersion, ...options }), server);
    expect(error).toMatchObject({ code, message: expect.stringContaining("AZURE_TRANSLATOR_KEY") });
    expect(error.message).not.toContain("wrong-key");
  });

  itSurvives(
    [
      ...COMMON_FAULTS,
      [
        "401 that repeats the key",
        { status: 401, body: { error: { code: 401000, message: `bad ${SECRET}` } } },
        { code: "engine-auth", fatal: true },
      ],
    ],
    () => ({ engine: engine({ apiVersion }), server }),
  );
  itMendsWrongCounts(
    () => ({ engine: engine({ apiVersion }), server }),
    (texts) => {
      const results = texts.map((text) => ({ translations: [{ text }] }));
      return apiVersion === "3.0" ? results : { value: results };
    },
  );
});

describe("azure's dynamic dictionary", () => {
  it.each<[text: string, terms: [string, string][], sent: string]>([
    ["小米发布", [["小米", "Xiaomi"]], '<mstrans:dictionary translation="Xiaomi">小米</mstrans:dictionary>发布'],
    [
      "小米和小米",
      [
        ["小米", "Xiaomi"],
        ["小米", 'A "B" & C'],
      ],
      '<mstrans:dictionary translation="Xiaomi">小米</mstrans:dictionary>和<mstrans:dictionary translation="A &quot;B&quot; &amp; C">小米</mstrans:dictionary>',
    ],
    ["问\ue000吧", [["\ue000", "\ue000"]], "问\ue000吧"],
    ["没有", [["小米", "Xiaomi"]], "没有"],
  ])("carries the terms of %j", async (text, terms, sent) => {
    const unit: TranslationUnit = {
      text,
      terms: terms.map(([source, target]) => ({ source, target })),
      carry: "native",
    };
    await engine().translate([unit], call);
    expect(JSON.parse(server.seen[0]!.body)).toEqual([{ Text: sent }]);
  });

  it("carries the name that is told of, not the word before it that only looks like it", async () => {
    const text = "小米粥和小米手机";
    const unit: TranslationUnit = {
      text,
      terms: [{ source: "小米", target: "Xiaomi", start: text.lastIndexOf("小米") }],
      carry: "native",
    };
    await engine().translate([unit], call);
    const sent = '小米粥和<mstrans:dictionary translation="Xiaomi">小米</mstrans:dictionary>手机';
    expect(JSON.parse(server.seen[0]!.body)).toEqual([{ Text: sent }]);
  });

  it("counts towards Azure's limits", async () => {
    const units = Array.from({ length: 1000 }, (_, i): TranslationUnit => {
      return { text: `小米${i}`, terms: [{ source: "小米", target: "Xiaomi" }], carry: "native" };
    });
    const texts = await createCaller(engine(), { retries: 0 }).send(units);
    expect(texts).toEqual(units.map((_, i) => `Xiaomi ${i}`));
    expect(server.seen).toHaveLength(2);
  });

  it("keeps signs of the markup out of its attribute", async () => {
    const unit: TranslationUnit = { text: "小米", terms: [{ source: "小米", target: "<Mi>" }], carry: "native" };
    await engine().translate([unit], call);
    expect(server.seen[0]!.body).toContain('translation=\\"&lt;Mi&gt;\\"');
  });

  it("comes back as the term's English", async () => {
    const unit: TranslationUnit = { text: "小米发布", terms: [{ source: "小米", target: "Xiaomi" }], carry: "native" };
    expect(await engine().translate([unit], call)).toEqual(["Xiaomi word"]);
  });
});

describe("azure's settings", () => {
  it.each<[string, AzureOptions, string]>([
    ["no key", { apiKey: "" }, "AZURE_TRANSLATOR_KEY"],
    ["no address", { endpoint: "westeurope" }, "`endpoint`"],
    ["another version", { apiVersion: "4.0" as "3.0" }, '"3.0" or "2026-06-06"'],
  ])("are refused at once: %s", (_, options, words) => {
    expect(() => engine(options)).toThrow(words);
  });

  it.each([
    ["3.0", "/translator/text/v3.0/translate"],
    ["2026-06-06", "/translator/text/translate"],
  ] as const)("find the folder of a resource with a domain of its own in %s", async (apiVersion, path) => {
    const asked: string[] = [];
    const own = engine({
      apiVersion,
      endpoint: "https://mine.cognitiveservices.azure.com",
      fetch: async (url) => {
        asked.push(new URL(String(url)).pathname);
        return Response.json([]);
      },
    });
    await own.translate([{ text: "你好", terms: [] }], call).catch(() => {});
    expect(asked[0]).toBe(path);
  });
});
