import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { createCaller } from "../../src/engines/call.js";
import { noCounts } from "../../src/engines/counts.js";
import { defineEngine, type Engine, type TranslationUnit } from "../../src/engines/engine.js";
import { pack } from "../../src/engines/pack.js";
import { EngineError } from "../../src/errors.js";
import { byteLength } from "../../src/text/bytes.js";

const unit = (text: string): TranslationUnit => ({ text, terms: [] });
const units = (...texts: string[]) => texts.map(unit);

/** An engine that notes the requests it gets. */
function recording(translate: Engine["translate"], rest: Partial<Engine> = {}) {
  const requests: string[][] = [];
  const engine = defineEngine({
    name: "recording",
    ...rest,
    translate: (batch, call) => {
      requests.push(batch.map(({ text }) => text));
      return translate(batch, call);
    },
  });
  return { engine, requests };
}

const upper: Engine["translate"] = async (batch) => batch.map(({ text }) => text.toUpperCase());

describe("pack", () => {
  it.each([
    ["units", { units: 2 }, [["a", "b"], ["c"]]],
    ["characters", { characters: 2 }, [["a", "b"], ["c"]]],
    ["bytes", { bytes: 1 }, [["a"], ["b"], ["c"]]],
    ["nothing", {}, [["a", "b", "c"]]],
  ])("keeps to the limit of %s", (_, limits, expected) => {
    const packed = pack(
      ["a", "b", "c"].map((text) => ({ unit: unit(text) })),
      limits,
    );
    expect(packed.map((request) => request.map((item) => item.unit.text))).toEqual(expected);
  });

  it.each([
    ["", 0],
    ["a", 1],
    ["é", 2],
    ["小", 3],
    ["😀", 4],
    ["\ud800", 3],
    ["小米15", 8],
  ])("counts the bytes of %j", (text, bytes) => {
    expect(byteLength(text)).toBe(bytes);
  });
});

describe("createCaller", () => {
  it("keeps order, and puts the units of calls at the same time into one request", async () => {
    const { engine, requests } = recording(upper, { limits: { units: 3 } });
    const caller = createCaller(engine);
    expect(await Promise.all([caller.send(units("a", "b")), caller.send(units("c", "d"))])).toEqual([
      ["A", "B"],
      ["C", "D"],
    ]);
    expect(requests).toEqual([["a", "b", "c"], ["d"]]);
  });

  it("has no more requests under way than the engine allows", async () => {
    let now = 0;
    let most = 0;
    const { engine } = recording(
      async (batch) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now--;
        return batch.map(({ text }) => text);
      },
      { limits: { units: 1, concurrency: 2 } },
    );
    await createCaller(engine).send(units("a", "b", "c", "d", "e"));
    expect(most).toBe(2);
  });

  it("sends identical units that are under way once, and remembers them", async () => {
    const { engine, requests } = recording(upper);
    const counts = noCounts();
    const caller = createCaller(engine, { memory: new Map() }, counts);
    expect(await caller.send(units("a", "a", "b"))).toEqual(["A", "A", "B"]);
    expect(await caller.send(units("b"))).toEqual(["B"]);
    expect(requests).toEqual([["a", "b"]]);
    expect(counts).toEqual({ sentUnits: 2, sentCharacters: 2, savedUnits: 2, savedCharacters: 2 });
  });

  it("remembers in a store that answers later, as Keyv does", async () => {
    const stored = new Map<string, string>();
    const memory = {
      get: async (key: string) => stored.get(key),
      set: async (key: string, value: string) => stored.set(key, value).has(key),
    };
    const { engine, requests } = recording(upper);
    await createCaller(engine, { memory }).send(units("a", "b"));
    expect(await createCaller(engine, { memory }).send(units("b", "a", "c"))).toEqual(["B", "A", "C"]);
    expect(requests).toEqual([["a", "b"], ["c"]]);
    expect(stored.size).toBe(3);
  });

  it("does not take the translation of one glossary for another's", async () => {
    const { engine, requests } = recording(upper);
    const caller = createCaller(engine, { memory: new Map() });
    await caller.send([{ text: "小米", terms: [{ source: "小米", target: "Xiaomi" }] }]);
    await caller.send([{ text: "小米", terms: [{ source: "小米", target: "Mi" }] }]);
    expect(requests).toHaveLength(2);
  });

  it("tries again what may succeed later, after the time that the server asked for", async () => {
    let tries = 0;
    const { engine } = recording(async (batch) => {
      if (++tries < 3)
        throw new EngineError("engine-rate-limit", "slow down", {
          engine: "recording",
          retryable: true,
          retryAfterMs: 1,
        });
      return batch.map(() => "done");
    });
    expect(await createCaller(engine, { retryDelayMs: 1 }).send(units("a"))).toEqual(["done"]);
    expect(tries).toBe(3);
  });

  it("gives up at once on what will not change", async () => {
    const { engine, requests } = recording(async () => {
      throw new EngineError("engine-auth", "wrong key", { engine: "recording", fatal: true });
    });
    await expect(createCaller(engine).send(units("a"))).rejects.toMatchObject({ code: "engine-auth", fatal: true });
    expect(requests).toHaveLength(1);
  });

  it("tells a server that cannot be reached from what an engine refuses", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const { engine } = recording(async (batch) => {
      await fetch(`http://127.0.0.1:${port}/`, { method: "POST" });
      return batch.map(({ text }) => text);
    });
    await expect(createCaller(engine, { retries: 0 }).send(units("a"))).rejects.toMatchObject({
      code: "engine-unavailable",
      retryable: true,
      message: expect.stringMatching(/^The engine "recording" could not reach its server: fetch failed \(\w+\)$/),
    });
  });

  it("lets a unit that the engine fails by fail alone", async () => {
    const { engine, requests } = recording(async (batch) => {
      if (batch.some(({ text }) => text === "b")) throw new RangeError("boom");
      return batch.map(({ text }) => text.toUpperCase());
    });
    const caller = createCaller(engine);
    const results = await Promise.allSettled(["a", "b", "c"].map((text) => caller.send(units(text))));
    expect(results).toMatchObject([{ value: ["A"] }, { reason: { code: "engine-failed" } }, { value: ["C"] }]);
    expect(requests).toEqual([["a", "b", "c"], ["a"], ["b"], ["c"]]);
  });

  it("wraps what an engine throws, with its cause", async () => {
    const cause = new TypeError("boom");
    const { engine } = recording(async () => {
      throw cause;
    });
    await expect(createCaller(engine).send(units("a"))).rejects.toMatchObject({
      name: "EngineError",
      code: "engine-failed",
      cause,
    });
  });

  it("asks unit by unit where the count was wrong, and gives nothing for what stays wrong", async () => {
    const { engine, requests } = recording(async (batch) =>
      batch.length > 1 ? ["one"] : batch[0]!.text === "b" ? [] : ["A"],
    );
    expect(await createCaller(engine).send(units("a", "b"))).toEqual(["A", undefined]);
    expect(requests).toEqual([["a", "b"], ["a"], ["b"]]);
  });

  it.each([
    ["an empty text", ""],
    ["blanks", " \n"],
    ["a number", 7],
    ["null", null],
  ])("takes %s for nothing", async (_, answer) => {
    const { engine } = recording(async () => [answer as string]);
    expect(await createCaller(engine).send(units("a"))).toEqual([undefined]);
  });

  it("stops waiting for an engine that never answers", async () => {
    let seen: AbortSignal | undefined;
    const { engine } = recording((_, call) => {
      seen = call.signal;
      return new Promise(() => {});
    });
    await expect(createCaller(engine, { timeoutMs: 5, retries: 0 }).send(units("a"))).rejects.toMatchObject({
      code: "engine-timeout",
    });
    expect(seen?.aborted).toBe(true);
  });

  it("lets who gives up go at once, and stops a request only when all who share it have", async () => {
    let seen: AbortSignal | undefined;
    const { engine } = recording((_, { signal }) => {
      seen = signal;
      return new Promise(() => {});
    });
    const caller = createCaller(engine);
    const [first, second] = [new AbortController(), new AbortController()];
    const sent = [caller.send(units("a"), first.signal), caller.send(units("a", "b"), second.signal)];
    setTimeout(() => first.abort(), 5);
    await expect(sent[0]).rejects.toMatchObject({ code: "aborted" });
    expect(seen?.aborted).toBe(false);
    second.abort();
    await expect(sent[1]).rejects.toMatchObject({ code: "aborted" });
    expect(seen?.aborted).toBe(true);
  });

  it("sends for the others what the one who sent it gave up", async () => {
    let tries = 0;
    const { engine } = recording((batch, given) => (++tries === 1 ? new Promise(() => {}) : upper(batch, given)));
    const caller = createCaller(engine);
    const controller = new AbortController();
    const first = caller.send(units("a"), controller.signal);
    await new Promise((done) => setTimeout(done, 5));
    const others = [caller.send(units("a")), caller.send(units("a"))];
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: "aborted" });
    expect(await Promise.all(others)).toEqual([["A"], ["A"]]);
    expect(tries).toBe(2);
  });

  it("gives all who wait for the same unit the same failure", async () => {
    const { engine, requests } = recording(async () => {
      throw new EngineError("engine-auth", "wrong key", { engine: "recording", fatal: true });
    });
    const caller = createCaller(engine);
    const sent = await Promise.allSettled(["a", "a", "a"].map((text) => caller.send(units(text))));
    expect(sent.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(requests).toHaveLength(1);
  });

  it("tries no more, and asks for nothing more, once it was told to stop between two tries", async () => {
    const { engine, requests } = recording(async () => {
      throw new EngineError("engine-unavailable", "down", { engine: "recording", retryable: true });
    });
    const sent = createCaller(engine, { retryDelayMs: 40 }).send(units("a"), AbortSignal.timeout(10));
    await expect(sent).rejects.toMatchObject({ code: "aborted" });
    await new Promise((done) => setTimeout(done, 120));
    expect(requests).toHaveLength(1);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const { engine } = recording(() => new Promise(() => {}));
    const sent = createCaller(engine).send(units("a"), controller.signal);
    setTimeout(() => controller.abort(), 5);
    await expect(sent).rejects.toMatchObject({ code: "aborted" });
  });
});
