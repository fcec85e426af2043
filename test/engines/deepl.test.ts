import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import { type DeepLOptions, deepl } from "../../src/engines/deepl/index.js";
import { createRateWait } from "../../src/engines/deepl/wait.js";
import type { TranslationUnit } from "../../src/engines/engine.js";
import { itKeepsTheContract } from "../support/contract.js";
import { COMMON_FAULTS, type FaultRow, failure, itMendsWrongCounts, itSurvives, SECRET } from "../support/faults.js";
import { startDeepL } from "../support/servers/deepl.js";

let server: Awaited<ReturnType<typeof startDeepL>>;
beforeEach(async () => {
  server = await startDeepL(SECRET);
});
afterEach(() => server.close());

const engine = (options: DeepLOptions = {}) => deepl({ authKey: SECRET, serverUrl: server.url, ...options });
const GLOSSARY = [
  { source: "小米", target: "Xiaomi", variants: ["小米科技"] },
  { source: "constructor", target: "constructor" },
  { source: '说"好",行', target: 'say "ok", fine' },
];
const native = (text: string, ...terms: [source: string, target: string][]): TranslationUnit => ({
  text,
  terms: terms.map(([source, target]) => ({ source, target })),
  carry: "native",
});
const translations = () => server.seen.filter(({ path }) => path === "/v2/translate");

describe("deepl", () => {
  itKeepsTheContract(engine);

  it("keeps to DeepL's limits: 50 texts and 128 KiB a request, one context", async () => {
    const units = Array.from({ length: 130 }, (_, i) => ({
      text: `${"测".repeat(i < 60 ? 5 : 900)}${i}`,
      terms: [],
      context: i < 120 ? "一条微博".repeat(1000) : "另一条",
    }));
    const texts = await createCaller(engine(), { retries: 0 }).send(units);
    expect(texts.map((text) => text?.replace(/\D/gu, ""))).toEqual(units.map((_, i) => String(i)));
    const contexts = translations().map(({ body }) => new URLSearchParams(body).get("context")?.slice(0, 3));
    expect(new Set(contexts)).toEqual(new Set(["一条微", "另一条"]));
  });

  it("sends markup as HTML, and the rest as it stands", async () => {
    const span = '<span translate="no" class="notranslate" id="t0">Xiaomi</span>';
    const units: TranslationUnit[] = [
      { text: `我喜欢${span}。`, terms: [], carry: "markup" },
      { text: "我喜欢Xiaomi。", terms: [], carry: "inline" },
    ];
    const texts = await engine().translate(units, { from: "zh", to: "en" });
    expect(texts).toEqual([`word ${span} word`, "word Xiaomi word"]);
    expect(translations().map(({ body }) => new URLSearchParams(body).get("tag_handling"))).toEqual(["html", null]);
  });

  it.each([
    ["an address that nobody answers at", { serverUrl: "http://127.0.0.1:9" }, "engine-unavailable"],
    ["a wrong key", { authKey: "wrong-key:fx" }, "engine-auth"],
  ])("says which setting to check at %s", async (_, options, code) => {
    const error = await failure(engine(options), server);
    expect(error).toMatchObject({ code, message: expect.stringContaining("DEEPL_AUTH_KEY") });
    expect(error.message).not.toContain("wrong-key");
  });

  it("asks for its key at once", () => {
    expect(() => deepl({ authKey: "" })).toThrow("set DEEPL_AUTH_KEY or DEEPL_API_KEY");
  });

  const rows: FaultRow[] = [
    // deepl-node drops the headers of answers, and Retry-After with them: the wait is our own.
    ...COMMON_FAULTS.map(
      ([what, fault, expected]): FaultRow => [
        what,
        fault,
        { ...expected, retryAfterMs: expected.retryAfterMs && 1000 },
      ],
    ),
    [
      "403 that repeats the key",
      { status: 403, body: { message: `no such key: ${SECRET}` } },
      { code: "engine-auth", fatal: true },
    ],
    ["456", { status: 456, body: { message: "Quota Exceeded" } }, { code: "engine-quota", fatal: true }],
    ["529", { status: 529, body: "busy" }, { code: "engine-unavailable", retryable: true }],
    ["400", { status: 400, body: { message: "Bad tag" } }, { code: "engine-failed", retryable: false }],
    [
      "numbers for texts",
      { body: { translations: [{ text: 7, detected_source_language: "ZH" }] } },
      { code: "engine-protocol" },
    ],
  ];
  itSurvives(rows, () => ({ engine: engine(), server }));
  itMendsWrongCounts(
    () => ({ engine: engine(), server }),
    (texts) => ({ translations: texts.map((text) => ({ text, detected_source_language: "ZH" })) }),
  );
});

describe("deepl, aborted", () => {
  const call = { from: "zh", to: "en" } as const;
  const unit = native("小米发布", ["小米", "Xiaomi"]);

  it("rejects at once with the reason, and asks for none of what is left", async () => {
    server.faults.push("hang");
    const controller = new AbortController();
    const units: TranslationUnit[] = [
      { text: "小米", terms: [], carry: "inline" },
      { text: "小米", terms: [], carry: "markup" },
    ];
    const answer = engine().translate(units, { ...call, signal: controller.signal });
    await vi.waitFor(() => expect(server.seen).toHaveLength(1));
    const reason = new Error("changed my mind");
    controller.abort(reason);
    await expect(answer).rejects.toBe(reason);
    await server.close();
    expect(server.seen).toHaveLength(1);
  });

  it("asks for nothing where it was aborted before", async () => {
    const signal = AbortSignal.abort("too late");
    await expect(engine({ glossary: GLOSSARY }).translate([unit], { ...call, signal })).rejects.toBe("too late");
    expect(server.seen).toEqual([]);
  });

  it("makes no glossary for nobody", async () => {
    const controller = new AbortController();
    const holding = engine({ glossary: GLOSSARY });
    const answer = holding.translate([unit], { ...call, signal: controller.signal });
    const seen = server.seen.push.bind(server.seen);
    server.seen.push = (...requests) => {
      controller.abort("enough");
      return seen(...requests);
    };
    await expect(answer).rejects.toBe("enough");
    // The list comes back to nobody; what a second call then asks for is all that follows it.
    server.seen.push = seen;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.seen.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v3/glossaries"]);
    expect(await holding.translate([unit], call)).toEqual(["Xiaomi word"]);
    expect(server.glossaries.size).toBe(1);
  });

  it("makes a glossary for whoever still waits for it", async () => {
    const controller = new AbortController();
    const holding = engine({ glossary: GLOSSARY });
    const gone = holding.translate([unit], { ...call, signal: controller.signal });
    const staying = holding.translate([unit], call);
    controller.abort("enough");
    await expect(gone).rejects.toBe("enough");
    expect(await staying).toEqual(["Xiaomi word"]);
  });
});

describe("waits after too many requests", () => {
  it.each<[string, steps: (number | "accepted")[], waits: number[]]>([
    ["double with every refusal after a wait", [0, 1000, 3000, 7000], [1000, 2000, 4000, 8000]],
    ["are shared by what is refused meanwhile", [0, 100, 900, 1000], [1000, 900, 100, 2000]],
    ["begin anew when a request was taken", [0, 1000, "accepted", 3000], [1000, 2000, 1000]],
    ["end at 30 s", [0, 1e5, 2e5, 3e5, 4e5, 5e5, 6e5], [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
  ])("%s", (_, steps, waits) => {
    const wait = createRateWait();
    const told: number[] = [];
    for (const step of steps) {
      if (step === "accepted") wait.accepted();
      else told.push(wait.refused(step));
    }
    expect(told).toEqual(waits);
  });
});

describe("deepl with a glossary", () => {
  itKeepsTheContract(() => engine({ glossary: GLOSSARY }));

  it("makes one glossary for all engines with the same terms, in any order", async () => {
    const unit = native("小米发布", ["小米", "Xiaomi"]);
    for (const glossary of [GLOSSARY, { entries: [...GLOSSARY].reverse() }]) {
      const texts = await engine({ glossary }).translate([unit, unit], { from: "zh", to: "en" });
      expect(texts).toEqual(["Xiaomi word", "Xiaomi word"]);
    }
    expect([...server.glossaries.values()].map(({ entries }) => new Map([...entries].sort()))).toEqual([
      new Map(
        [
          ["小米", "Xiaomi"],
          ["小米科技", "Xiaomi"],
          ["constructor", "constructor"],
          ['说"好",行', 'say "ok", fine'],
        ].sort() as [string, string][],
      ),
    ]);
  });

  it.each<[string, TranslationUnit, boolean]>([
    ["the accepted term is all it finds", native("小米发布", ["小米", "Xiaomi"]), true],
    ["the longer form stands there", native("小米科技发布", ["小米科技", "Xiaomi"]), true],
    ["a token stands beside it", native("小米\ue000发布", ["小米", "Xiaomi"], ["\ue000", "\ue000"]), true],
    ["a look-alike stands there too", native("小米卖小米", ["小米", "Xiaomi"]), false],
    ["other English is wanted", native("小米发布", ["小米", "Mi"]), false],
    ["a term is not in it", native("小米和华为", ["小米", "Xiaomi"], ["华为", "Huawei"]), false],
  ])("uses it or leaves the unit to the tags: %s", async (_, unit, used) => {
    const [text] = await engine({ glossary: GLOSSARY }).translate([unit], { from: "zh", to: "en" });
    expect(text !== "").toBe(used);
    expect(server.seen.length > 0).toBe(used);
  });

  it("translates a unit without terms without it", async () => {
    await engine({ glossary: GLOSSARY }).translate([native("小米粥好喝")], { from: "zh", to: "en" });
    expect(new URLSearchParams(translations()[0]!.body).has("glossary_id")).toBe(false);
  });

  it("makes it anew where somebody deleted it", async () => {
    const deleted = engine({ glossary: GLOSSARY });
    const unit = native("小米发布", ["小米", "Xiaomi"]);
    await deleted.translate([unit], { from: "zh", to: "en" });
    server.glossaries.clear();
    expect(await deleted.translate([unit], { from: "zh", to: "en" })).toEqual(["Xiaomi word"]);
    expect(server.glossaries.size).toBe(1);
  });

  it.each([
    [0, ["mine"]],
    [1, ["mine", "B"]],
    [10, ["mine", "A", "B"]],
  ])("keeps %i of its earlier glossaries and never touches another's", async (keepGlossaries, kept) => {
    const make = (target: string, more = {}) =>
      engine({ glossary: [{ source: "小米", target }], keepGlossaries: 10, ...more }).translate(
        [native("小米发布", ["小米", target])],
        { from: "zh", to: "en" },
      );
    const mine = { glossary_id: "x", name: "mine", creation_time: "2020-01-01", entries: new Map([["a", "mine"]]) };
    server.glossaries.set("x", mine);
    await make("A");
    await make("B");
    await make("C", { keepGlossaries });
    expect([...server.glossaries.values()].map(({ entries }) => [...entries.values()][0])).toEqual([...kept, "C"]);
  });

  it("says that the account is full", async () => {
    const full = await startDeepL(SECRET, { maxGlossaries: 0 });
    const caller = createCaller(engine({ serverUrl: full.url, glossary: GLOSSARY }), { retries: 0 });
    await expect(caller.send([native("小米发布", ["小米", "Xiaomi"])])).rejects.toMatchObject({ code: "engine-quota" });
    await full.close();
  });
});
