import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { modelsFolder } from "../../src/engines/bergamot/folder.js";
import { bergamot, pullModels } from "../../src/engines/bergamot/index.js";
import { joinPieces, splitForModel } from "../../src/engines/bergamot/split.js";
import { createCaller } from "../../src/engines/call.js";
import type { Engine } from "../../src/engines/engine.js";
import { createTranslator, Glossary } from "../../src/index.js";
import { itKeepsTheContract } from "../support/contract.js";
import { makeTinyModel } from "../support/tiny-model/index.js";

const call = { from: "zh", to: "en" } as const;
const unit = (text: string) => ({ text, terms: [] });
const model = makeTinyModel();

let root: string;
let engine: Engine;

/** A folder with the files of a model as Mozilla names them, some of them packed. */
function filesOf(name: string, files: Partial<typeof model> = model): string {
  const folder = mkdtempSync(join(root, name));
  if (files.model) writeFileSync(join(folder, "model.zhen.intgemm.alphas.bin.gz"), gzipSync(files.model));
  if (files.lex) writeFileSync(join(folder, "lex.50.50.zhen.s2t.bin"), files.lex);
  if (files.vocab) writeFileSync(join(folder, "vocab.zhen.spm"), files.vocab);
  return folder;
}

/** A models folder with a model in it. */
async function installed(files?: Partial<typeof model>): Promise<string> {
  const folder = mkdtempSync(join(root, "models"));
  await pullModels({ folder, from: filesOf("from", files) });
  return folder;
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "not-millet-bergamot-小米 #1?"));
  engine = bergamot({ folder: await installed() });
});
afterAll(async () => {
  await engine.close?.();
  rmSync(root, { recursive: true, force: true });
});

describe("bergamot's model in a memory's key", () => {
  const other = { ...model, lex: Buffer.concat([model.lex, Buffer.from([0])]) };

  it("is the same for the same files, and another for others", async () => {
    const models = [await installed(), await installed(), await installed(other)].map(
      (folder) => bergamot({ folder }).model,
    );
    expect(models).toEqual([expect.stringMatching(/^[0-9a-f]{12}$/), models[0], expect.not.stringMatching(models[0]!)]);
  });

  it("is known once the model is there, and stays that of the loaded one", async () => {
    const folder = mkdtempSync(join(root, "late"));
    const late = bergamot({ folder });
    expect(late.model).toBeUndefined();
    await pullModels({ folder, from: filesOf("from") });
    const loaded = late.model;
    expect(loaded).toBe(engine.model);
    expect(await late.translate([unit("你好")], call)).toEqual(["hello"]);
    await pullModels({ folder, from: filesOf("from", other) });
    expect(late.model).toBe(loaded);
    await late.close?.();
    expect(bergamot({ folder }).model).not.toBe(loaded);
  });
});

describe("bergamot, with a tiny model in the real engine", () => {
  itKeepsTheContract(() => engine);

  it.each([
    ["你好，世界。", "hello, world."],
    ["我喜欢新手机。今天下雨！", "I like new phone. today rain!"],
    ["我喜欢Xiaomi 15手机。", "I like Xiaomi 15 phone."],
    ["你好\n\n世界\n", "hello\n\nworld\n"],
    ["龘 abc 😀", "龘 abc 😀"],
    ["坏\ud800字\ufffd。", "坏字."],
    ["a & <b> &amp;", "a & <b> &amp;"],
    ["", ""],
    [" \n ", " \n "],
  ])("translates %j", async (text, english) => {
    expect(await engine.translate([unit(text)], call)).toEqual([english]);
  });

  it("translates long texts whole", async () => {
    const [text] = await engine.translate([unit(`${"今天天气很好，".repeat(60)}😀。`)], call);
    expect(text!.match(/today/g)).toHaveLength(60);
    expect(text).not.toContain("\ufffd");
  });

  it("keeps many texts in their order", async () => {
    const units = Array.from({ length: 200 }, (_, i) => unit(`第${i}名。今天去吃饭。`));
    const texts = await createCaller(engine).send(units);
    expect(texts).toEqual(units.map((_, i) => `number${i} place. today go eat.`));
  });

  it("is an engine like any other", async () => {
    const glossary = Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }]);
    const { target, terms } = await createTranslator({ engine, glossary }).translate("今天小米发布新手机。");
    expect(target.text).toBe("today Xiaomi releases new phone.");
    expect(terms.map(({ status }) => status)).toEqual(["kept"]);
  });

  it("translates in several threads", async () => {
    const two = bergamot({ folder: await installed(), workers: 2 });
    try {
      const texts = await Promise.all([0, 1, 2, 3].map((i) => two.translate([unit(`第${i}名`)], call)));
      expect(texts).toEqual([0, 1, 2, 3].map((i) => [`number${i} place`]));
    } finally {
      await two.close?.();
    }
  });

  it("works without a shortlist", async () => {
    const { lex: _, ...rest } = model;
    const plain = bergamot({ folder: await installed(rest) });
    expect(await plain.translate([unit("你好")], call)).toEqual(["hello"]);
    await plain.close?.();
  });

  it("can be closed at any time, and used again", async () => {
    const closed = bergamot({ folder: await installed() });
    await closed.close?.();
    const broken = closed.translate([unit("你好。".repeat(200))], call);
    const outcome = broken.then(
      () => "done",
      (error: { code: string }) => error.code,
    );
    await closed.close?.();
    expect(["done", "aborted"]).toContain(await outcome);
    expect(await closed.translate([unit("你好")], call)).toEqual(["hello"]);
    await closed.close?.();
    await closed.close?.();
  });

  it("begins nothing anew when it is closed: neither what is under way nor what waits for its turn", async () => {
    const closed = bergamot({ folder: await installed() });
    const caller = createCaller(closed, { retryDelayMs: 1 });
    const sent = Array.from({ length: 200 }, (_, i) => caller.send([unit(`第${i}名。今天去吃饭。`)]));
    const outcomes = Promise.allSettled(sent);
    await sent[0];
    await closed.close?.();
    const codes = (await outcomes).map((one) => (one.status === "fulfilled" ? "done" : one.reason.code));
    expect(new Set(codes)).toEqual(new Set(["done", "aborted"]));
  });

  it("translates nothing for who gave up while waiting for a thread", async () => {
    const one = bergamot({ folder: await installed() });
    const first = one.translate([unit("你好。".repeat(300))], call);
    const second = one.translate([unit("你好")], { ...call, signal: AbortSignal.timeout(1) });
    await expect(second).rejects.toMatchObject({ name: "TimeoutError" });
    await first;
    await one.close?.();
  });

  describe("when a translation is aborted that has begun", () => {
    /** A text that takes the engine many seconds. */
    const endless = "今天天气很好，我们去吃饭。".repeat(20_000);
    let threads: Worker[];
    const note = (thread: Worker) => threads.push(thread);
    beforeEach(() => {
      threads = [];
      process.on("worker", note);
    });
    afterEach(() => process.off("worker", note));

    it("ends its thread, and translates what comes next in another", async () => {
      const one = bergamot({ folder: await installed() });
      await one.translate([unit("你好")], call);
      const ended = new Promise((resolve) => threads[0]!.once("exit", resolve));
      const aborted = one.translate([unit(endless)], { ...call, signal: AbortSignal.timeout(50) });
      const next = one.translate([unit("你好")], call);
      await expect(aborted).rejects.toMatchObject({ name: "TimeoutError" });
      await ended;
      expect(await next).toEqual(["hello"]);
      expect(threads).toHaveLength(2);
      await one.close?.();
    });

    // On a machine that is busy with other things even a short text may take more than its time.
    it("keeps its thread where it ends soon after", { retry: 4 }, async () => {
      const one = bergamot({ folder: await installed() });
      await one.translate([unit("你好")], call);
      const short = [unit(await textThatTakes(10, (text) => one.translate([unit(text)], call)))];
      const controller = new AbortController();
      const aborted = one.translate(short, { ...call, signal: controller.signal });
      setImmediate(() => controller.abort());
      await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
      expect(await one.translate([unit("你好")], call)).toEqual(["hello"]);
      expect(threads).toHaveLength(1);
      await one.close?.();
    });

    it("goes on where somebody else waits for the same request", async () => {
      const one = bergamot({ folder: await installed() });
      const caller = createCaller(one);
      await caller.send([unit("你好")]);
      const long = await textThatTakes(100, (text) => caller.send([unit(text)]));
      const controller = new AbortController();
      const [first, second] = [caller.send([unit(`${long}再`)], controller.signal), caller.send([unit("第2名")])];
      setImmediate(() => setImmediate(() => controller.abort()));
      await expect(first).rejects.toMatchObject({ code: "aborted" });
      expect(await second).toEqual([expect.stringContaining("2")]);
      expect(threads).toHaveLength(1);
      await one.close?.();
    });
  });
});

/** A text that takes at least some milliseconds, and not many times as much. */
async function textThatTakes(milliseconds: number, translate: (text: string) => Promise<unknown>): Promise<string> {
  for (let text = "今天天气很好，"; ; text += text) {
    const began = performance.now();
    await translate(text);
    if (performance.now() - began >= milliseconds) return text;
  }
}

/** The file of a part of a model, which is named after what is in it. */
const fileOf = (part: string, folder: string) =>
  join(folder, readdirSync(folder).find((name) => name.startsWith(`${part}.`))!);

describe("bergamot without a model that works", () => {
  const failure = async (folder: string) => {
    const broken = bergamot({ folder });
    const error = await broken.translate([unit("你好")], call).then(
      (texts) => texts,
      (reason: unknown) => reason,
    );
    await broken.close?.();
    return error;
  };

  it("says how to get one", async () => {
    expect(await failure(join(root, "nothing"))).toMatchObject({
      code: "model-missing",
      fatal: true,
      message: expect.stringContaining("npx not-millet models pull"),
    });
  });

  it.each([
    ["model", "one bit", (bytes: Buffer) => bytes.writeUInt8(bytes[9000]! ^ 1, 9000)],
    ["vocab", "one bit", (bytes: Buffer) => bytes.writeUInt8(bytes[900]! ^ 1, 900)],
  ])("never loads a %s with %s flipped", async (part, _, damage) => {
    const folder = await installed();
    const file = fileOf(part, join(folder, "zh-en"));
    const bytes = readFileSync(file);
    damage(bytes);
    writeFileSync(file, bytes);
    expect(await failure(folder)).toMatchObject({ code: "model-damaged", facts: { file: basename(file) } });
  });

  it.each<[string, (folder: string) => void]>([
    ["is cut", (folder) => writeFileSync(fileOf("lex", folder), "x")],
    ["is gone", (folder) => rmSync(fileOf("lex", folder))],
    ["is not described", (folder) => writeFileSync(join(folder, "manifest.json"), "{}")],
    [
      "points elsewhere",
      (folder) => {
        const manifest = readFileSync(join(folder, "manifest.json"), "utf8");
        writeFileSync(join(folder, "manifest.json"), manifest.replace('"lex.', '"../../lex.'));
      },
    ],
  ])("says so where a file %s", async (_, damage) => {
    const folder = await installed();
    damage(join(folder, "zh-en"));
    expect(await failure(folder)).toMatchObject({ code: "model-damaged", fatal: true });
  });

  it.each<[string, Partial<typeof model>]>([
    ["weights", { ...model, model: Buffer.from("<html>not a model</html>") }],
    ["vocabulary", { ...model, vocab: Buffer.from("noise") }],
    ["shortlist", { ...model, lex: Buffer.alloc(64) }],
  ])("gives the engine's own reason for %s that it does not take", async (_, files) => {
    const error = await failure(await installed(files));
    expect(error).toMatchObject({ code: "engine-failed", message: expect.not.stringContaining("ASSERTIONS") });
  });

  it("refuses to work with no thread", () => {
    expect(() => bergamot({ workers: 0 })).toThrow("`workers`");
  });
});

describe("modelsFolder", () => {
  it.each([
    ["linux", { XDG_CACHE_HOME: "/xdg" }, "/xdg/not-millet/models"],
    ["linux", {}, /\.cache\/not-millet\/models$/],
    ["darwin", {}, /Library\/Caches\/not-millet\/models$/],
    ["win32", { LOCALAPPDATA: "/local" }, "/local/not-millet/models"],
    ["win32", { NOT_MILLET_MODELS: "/mine", LOCALAPPDATA: "/local" }, "/mine"],
  ] as [NodeJS.Platform, Record<string, string>, string | RegExp][])(
    "on %s with %j",
    (platform, variables, expected) => {
      const names = ["NOT_MILLET_MODELS", "XDG_CACHE_HOME", "LOCALAPPDATA"];
      const before = names.map((name) => process.env[name]);
      for (const name of names) delete process.env[name];
      Object.assign(process.env, variables);
      try {
        expect(modelsFolder(platform)).toMatch(expected);
      } finally {
        names.forEach((name, i) => {
          if (before[i] === undefined) delete process.env[name];
          else process.env[name] = before[i];
        });
      }
    },
  );
});

describe("splitForModel", () => {
  it.each([
    ["你好。世界！", ["你好。", "世界！"]],
    ["“好！”他说。", ["“好！”", "他说。"]],
    ["一\n\n二", ["一", "\n\n", "二"]],
    ["。。。", ["。。。"]],
    ["", []],
  ])("cuts %j", (text, pieces) => {
    expect(splitForModel(text)).toEqual(pieces);
  });

  it("loses nothing, and cuts no character in two", () => {
    for (const text of ["长".repeat(500), "😀".repeat(200), "短，".repeat(99), "a b. ;？\n…x"]) {
      const pieces = splitForModel(text);
      expect(pieces.join("")).toBe(text);
      expect(pieces.every((piece) => [...piece].length <= 60 && !/\p{Surrogate}/u.test(piece))).toBe(true);
    }
  });
});

describe("joinPieces", () => {
  it.each([
    [["a.", "b."], "a. b."],
    [["a", "\n", "b"], "a\nb"],
    [["", "a"], "a"],
    [[], ""],
  ])("of %j", (pieces, text) => {
    expect(joinPieces(pieces)).toBe(text);
  });
});
