import { afterEach, describe, expect, it } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import { type BrowserTranslatorFactory, chrome } from "../../src/engines/chrome.js";
import { itKeepsTheContract } from "../support/contract.js";
import { gist } from "../support/servers/machine.js";

const call = { from: "zh", to: "en" } as const;
const units = [{ text: "第1", terms: [] }];

/** A browser's translator as the specification has it. */
function browser(
  state: "unavailable" | "downloadable" | "available" = "available",
  { inputQuota = Number.POSITIVE_INFINITY, mayDownload = true } = {},
) {
  const log: string[] = [];
  const factory: BrowserTranslatorFactory = {
    availability: async ({ sourceLanguage, targetLanguage }) => {
      log.push(`${sourceLanguage} to ${targetLanguage}`);
      return state;
    },
    create: async ({ monitor }) => {
      log.push("create");
      if (state === "downloadable") {
        if (!mayDownload) throw new DOMException("Requires a user gesture", "NotAllowedError");
        monitor?.({
          addEventListener: (_, listener) => {
            for (const loaded of [0, 0.5, 1]) listener({ loaded });
          },
        });
      }
      return {
        translate: async (text, { signal } = {}) => {
          signal?.throwIfAborted();
          if (text.length > inputQuota) throw new DOMException("Too long", "QuotaExceededError");
          return gist(text);
        },
        destroy: () => void log.push("destroy"),
      };
    },
  };
  return { factory, log };
}

describe("chrome", () => {
  itKeepsTheContract(() => chrome({ translator: browser().factory }));
  afterEach(() => {
    delete (globalThis as { Translator?: unknown }).Translator;
  });

  it("takes the page's Translator", async () => {
    (globalThis as { Translator?: unknown }).Translator = browser().factory;
    expect(await chrome().translate(units, call)).toEqual(["word 1"]);
  });

  it("makes one translator for all, and frees it", async () => {
    const { factory, log } = browser();
    const engine = chrome({ translator: factory });
    await createCaller(engine).send([...units, { text: "第2", terms: [] }]);
    await engine.close?.();
    await engine.close?.();
    expect(log).toEqual(["zh to en", "create", "destroy"]);
  });

  it("says how much of the model is there", async () => {
    const loaded: number[] = [];
    const engine = chrome({ translator: browser("downloadable").factory, onProgress: (share) => loaded.push(share) });
    await engine.translate(units, call);
    expect(loaded).toEqual([0, 0.5, 1]);
  });

  it.each<[string, BrowserTranslatorFactory | undefined, object]>([
    ["there is none", undefined, { code: "engine-unavailable", fatal: true, message: expect.stringContaining("138") }],
    ["the pair is not there", browser("unavailable").factory, { code: "engine-unavailable", fatal: true }],
    [
      "nobody clicked",
      browser("downloadable", { mayDownload: false }).factory,
      { code: "engine-failed", message: expect.stringContaining("click") },
    ],
    [
      "the text is too long",
      browser("available", { inputQuota: 1 }).factory,
      { code: "engine-failed", message: expect.stringContaining("too long") },
    ],
  ])("says what to do where %s", async (_, translator, expected) => {
    await expect(chrome({ translator }).translate(units, call)).rejects.toMatchObject(expected);
  });

  it("can be closed while its translator is being made, or failed to be", async () => {
    const { factory } = browser("downloadable", { mayDownload: false });
    const engine = chrome({ translator: factory });
    const failed = engine.translate(units, call).catch(({ code }: { code: string }) => code);
    await engine.close?.();
    expect(await failed).toBe("engine-failed");
  });

  it("does not begin again when it is closed in the middle of a text", async () => {
    const { factory, log } = browser();
    const never: BrowserTranslatorFactory = {
      ...factory,
      create: async (options) => {
        const translator = await factory.create(options);
        const controller = new AbortController();
        return {
          translate: () =>
            new Promise((_, reject) => {
              controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
            }),
          destroy: () => {
            translator.destroy();
            controller.abort();
          },
        };
      },
    };
    const engine = chrome({ translator: never });
    const sent = createCaller(engine, { retryDelayMs: 1 }).send(units);
    setTimeout(() => engine.close?.(), 5);
    await expect(sent).rejects.toMatchObject({ code: "aborted" });
    expect(log.filter((line) => line === "create")).toHaveLength(1);
  });

  it("stops waiting for a model that the browser still downloads", async () => {
    const { factory } = browser();
    const engine = chrome({ translator: { ...factory, create: () => new Promise(() => {}) } });
    const stopped = engine.translate(units, { ...call, signal: AbortSignal.timeout(5) });
    await expect(stopped).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("tries again after a failure", async () => {
    const { factory } = browser();
    let isDown = true;
    const create: BrowserTranslatorFactory["create"] = async (options) => {
      if (!isDown) return factory.create(options);
      isDown = false;
      throw new DOMException("offline", "NetworkError");
    };
    const caller = createCaller(chrome({ translator: { ...factory, create } }), { retryDelayMs: 1 });
    expect(await caller.send(units)).toEqual(["word 1"]);
  });
});
