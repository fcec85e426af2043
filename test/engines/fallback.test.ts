import { describe, expect, it, vi } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import type { Engine, TranslationUnit } from "../../src/engines/engine.js";
import { fallback } from "../../src/engines/fallback.js";
import { EngineError } from "../../src/errors.js";
import { itKeepsTheContract } from "../support/contract.js";
import { gist } from "../support/servers/machine.js";

const call = { from: "zh", to: "en" } as const;

/** An engine that signs its work and notes what it was asked. */
function signing(name: string, rest: Partial<Engine> = {}) {
  const asked: TranslationUnit[][] = [];
  const engine: Engine = {
    name,
    translate: async (units) => units.map(({ text }) => `${name}:${gist(text)}`),
    ...rest,
  };
  const translate: Engine["translate"] = (units, given) => {
    asked.push([...units]);
    return engine.translate(units, given);
  };
  return { engine: { ...engine, translate }, asked };
}
const failing =
  (options: { fatal?: boolean; retryable?: boolean } = {}): Engine["translate"] =>
  async () => {
    throw new EngineError("engine-unavailable", "down", { engine: "a", ...options });
  };
const units: TranslationUnit[] = [
  { text: "第1", terms: [] },
  { text: "第2", terms: [] },
];

describe("fallback", () => {
  itKeepsTheContract(() => fallback(signing("a", { translate: failing() }).engine, signing("b").engine));

  it("asks the first engine only, where it can", async () => {
    const b = signing("b");
    expect(await fallback(signing("a").engine, b.engine).translate(units, call)).toEqual(["a:word 1", "a:word 2"]);
    expect(b.asked).toEqual([]);
  });

  it.each<[string, Engine["translate"], string[]]>([
    ["throws", failing(), ["b:word 1", "b:word 2"]],
    ["gives too few texts", async () => ["one"], ["b:word 1", "b:word 2"]],
    ["gives nothing for one unit", async () => ["A", " "], ["A", "b:word 2"]],
    ["gives a number", async () => [7, "A"] as unknown as string[], ["b:word 1", "A"]],
  ])("asks the next one where the first %s", async (_, translate, expected) => {
    const engine = fallback(signing("a", { translate }).engine, signing("b").engine);
    expect(await engine.translate(units, call)).toEqual(expected);
  });

  it("asks the next one where the first never answers", async () => {
    vi.useFakeTimers();
    try {
      let seen: AbortSignal | undefined;
      const silent = signing("a", {
        translate: (_, { signal }) => {
          seen = signal;
          return new Promise(() => {});
        },
      });
      const translation = fallback(silent.engine, signing("b").engine).translate(units, call);
      await vi.advanceTimersByTimeAsync(25_000);
      expect(await translation).toEqual(["b:word 1", "b:word 2"]);
      expect(seen?.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("asks the last one within the time of the caller, where all before it hang", async () => {
    const hanging = (name: string) => signing(name, { translate: () => new Promise(() => {}) });
    const silent = ["a", "b", "c", "d"].map(hanging);
    const engines = silent.map(({ engine }) => engine);
    const caller = (all: Engine[]) => createCaller(fallback(all), { timeoutMs: 2000, retries: 0 });
    const answered = caller([...engines, signing("e").engine]).send(units);
    const failed = caller(engines).send(units);
    expect(await answered).toEqual(["e:word 1", "e:word 2"]);
    await expect(failed).rejects.toMatchObject({ message: expect.stringContaining('"d" gave no answer') });
    expect(silent.map(({ asked }) => asked.length)).toEqual([2, 2, 2, 2]);
  });

  it("gives each of three engines that hang less than a third of a minute, where no time is said", async () => {
    vi.useFakeTimers();
    try {
      const silent = ["a", "b", "c"].map((name) => signing(name, { translate: () => new Promise(() => {}) }));
      const failed = createCaller(fallback(silent.map(({ engine }) => engine)), { retries: 0 }).send(units);
      const outcome = failed.catch((error: unknown) => error);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await outcome).toMatchObject({ message: expect.stringContaining('"c" gave no answer within 19000 ms') });
    } finally {
      vi.useRealTimers();
    }
  });

  it("leaves an engine alone that failed for good, and says so when none is left", async () => {
    const a = signing("a", { translate: failing({ fatal: true }) });
    const both = fallback(a.engine, signing("b").engine);
    await both.translate(units, call);
    await both.translate(units, call);
    expect(a.asked).toHaveLength(1);
    const alone = fallback(signing("a", { translate: failing({ fatal: true }) }).engine);
    await expect(alone.translate(units, call)).rejects.toMatchObject({ code: "engine-unavailable" });
    await expect(alone.translate(units, call)).rejects.toMatchObject({ code: "engine-failed", fatal: true });
  });

  it("fails as the last engine did where all fail, so that callers may try again", async () => {
    const engine = fallback(
      signing("a", { translate: failing() }).engine,
      signing("b", { translate: failing({ retryable: true }) }).engine,
    );
    await expect(engine.translate(units, call)).rejects.toMatchObject({ retryable: true });
  });

  it("stops when it is told to, and asks nobody else", async () => {
    const controller = new AbortController();
    const b = signing("b");
    const a = signing("a", { translate: () => new Promise(() => {}) });
    const sent = createCaller(fallback(a.engine, b.engine)).send(units, controller.signal);
    setTimeout(() => controller.abort(), 5);
    await expect(sent).rejects.toMatchObject({ code: "aborted" });
    expect(b.asked).toEqual([]);
  });

  it("sends a unit only to engines that respect the way in which its terms travel", async () => {
    const model = signing("model", { carry: ["instruction"] });
    const tags = signing("tags", { carry: ["markup", "inline"] });
    const engine = fallback(model.engine, tags.engine);
    expect(engine.carry).toEqual(["instruction", "markup", "inline"]);
    const terms = [{ source: "小米", target: "Xiaomi" }];
    const texts = await engine.translate(
      [
        { text: "小米", terms, carry: "instruction" },
        { text: "<span>Xiaomi</span>1", terms, carry: "markup" },
        { text: "Xiaomi2", terms, carry: "inline" },
        { text: "1 &lt; 2 &amp; 3", terms: [], carry: "markup" },
      ],
      call,
    );
    expect(texts).toEqual(["model:word", "tags:<span>Xiaomi</span>1", "model:Xiaomi2", "model:1 < 2 & 3"]);
  });

  it("leaves a unit to the next way in which terms travel, where the engines that respect this one fail", async () => {
    const terms = [{ source: "小米", target: "Xiaomi" }];
    const model = signing("model", { carry: "instruction", translate: failing() });
    const engine = fallback(model.engine, signing("plain").engine);
    expect(await engine.translate([{ text: "小米", terms, carry: "instruction" }], call)).toEqual([""]);
    expect(await engine.translate([{ text: "Xiaomi", terms, carry: "inline" }], call)).toEqual(["plain:Xiaomi"]);
  });

  it("is named after its engines, keeps to the narrowest limits and closes all of them", async () => {
    const closed: string[] = [];
    const close = (name: string) => async () => void closed.push(name);
    const engine = fallback([
      signing("a", { model: "large", limits: { units: 50, bytes: 9 }, close: close("a") }).engine,
      signing("b", { limits: { units: 10, characters: 70 }, close: close("b") }).engine,
    ]);
    expect(engine).toMatchObject({
      name: "fallback(a, b)",
      model: "large, default",
      limits: { units: 10, bytes: 9, characters: 70 },
    });
    await engine.close?.();
    expect(closed).toEqual(["a", "b"]);
  });

  it("closes the others where one cannot be closed, and says so", async () => {
    const closed: string[] = [];
    const stuck = signing("a", { close: () => Promise.reject(new Error("stuck")) }).engine;
    const engine = fallback(stuck, signing("b", { close: async () => void closed.push("b") }).engine);
    await expect(engine.close?.()).rejects.toThrow("stuck");
    expect(closed).toEqual(["b"]);
  });

  it("needs an engine", () => {
    expect(() => fallback()).toThrow("one engine or more");
  });
});
