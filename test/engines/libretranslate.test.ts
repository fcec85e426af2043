import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import type { TranslationUnit } from "../../src/engines/engine.js";
import { type LibreTranslateOptions, libretranslate } from "../../src/engines/libretranslate.js";
import { itKeepsTheContract } from "../support/contract.js";
import { COMMON_FAULTS, failure, itMendsWrongCounts, itSurvives, SECRET } from "../support/faults.js";
import { startLibreTranslate } from "../support/servers/libretranslate.js";
import type { Loopback } from "../support/servers/loopback.js";

let server: Loopback;
beforeEach(async () => {
  server = await startLibreTranslate(SECRET);
});
afterEach(() => server.close());

const engine = (options: LibreTranslateOptions = {}) => libretranslate({ url: server.url, apiKey: SECRET, ...options });

describe("libretranslate", () => {
  itKeepsTheContract(engine);

  it("keeps to the server's limits", async () => {
    const units = Array.from({ length: 60 }, (_, i) => ({ text: `${"字".repeat(i * 9)}${i}`, terms: [] }));
    const texts = await createCaller(engine(), { retries: 0 }).send(units);
    expect(texts.map((text) => text?.replace(/\D/gu, ""))).toEqual(units.map((_, i) => String(i)));
  });

  it("sends markup as HTML, and the rest as text", async () => {
    const span = '<span translate="no" class="notranslate" id="t0">Xiaomi</span>';
    const units: TranslationUnit[] = [
      { text: "喜欢Xiaomi。", terms: [], carry: "inline" },
      { text: `喜欢${span}。`, terms: [], carry: "markup" },
    ];
    expect(await engine().translate(units, { from: "zh", to: "en" })).toEqual([
      "word Xiaomi word",
      `word ${span} word`,
    ]);
    expect(server.seen.map(({ body }) => JSON.parse(body).format)).toEqual(["text", "html"]);
  });

  it("finds a server that is not at the root of its host", async () => {
    await failure(engine({ url: `${server.url}/mt/` }), server);
    expect(server.seen.map(({ path }) => path)).toEqual(["/mt/translate"]);
  });

  it.each(["localhost:5000", "ftp://host", ""])("refuses the address %j at once", (url) => {
    expect(() => engine({ url })).toThrow("`url`");
  });

  it("sends a key of the environment only to an address of the environment", async () => {
    vi.stubEnv("LIBRETRANSLATE_API_KEY", SECRET);
    vi.stubEnv("LIBRETRANSLATE_URL", server.url);
    try {
      const unit: TranslationUnit = { text: "你好", terms: [] };
      expect(await libretranslate().translate([unit], { from: "zh", to: "en" })).toEqual(["word"]);
      const other = libretranslate({ url: server.url });
      await expect(other.translate([unit], { from: "zh", to: "en" })).rejects.toMatchObject({ code: "engine-auth" });
      expect(server.seen.map(({ body }) => JSON.parse(body).api_key)).toEqual([SECRET, undefined]);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it("does not follow a redirect with the key", async () => {
    const error = await failure(engine(), server, { status: 302, headers: { location: "/elsewhere" } });
    expect(error).toMatchObject({ code: "engine-failed", message: expect.stringContaining("LIBRETRANSLATE_URL") });
    expect(server.seen).toHaveLength(1);
  });

  itSurvives(
    [
      ...COMMON_FAULTS,
      [
        "403 that repeats the key",
        { status: 403, body: { error: `Invalid API key: ${SECRET}` } },
        { code: "engine-auth", fatal: true, message: expect.stringContaining("LIBRETRANSLATE_API_KEY") },
      ],
    ],
    () => ({ engine: engine(), server }),
  );
  itMendsWrongCounts(
    () => ({ engine: engine(), server }),
    (translatedText) => ({ translatedText }),
  );
});
