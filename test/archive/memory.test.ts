import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createHashIndex } from "../../src/archive/hash-index.js";
import { fileMemory, translateArchive } from "../../src/archive/index.js";
import { createTranslator, Glossary, intlSegmenter } from "../../src/index.js";

let folder: string;
let path: string;
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-memory-"));
});
beforeEach(() => {
  path = join(folder, `${number++}.jsonl`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keyOf = (i: number) => i.toString(16).padStart(16, "0").repeat(2);

describe("fileMemory", () => {
  it("finds what it was given, in this process and the next", async () => {
    const first = fileMemory(path);
    await first.set(keyOf(1), "one\nline");
    await first.set(keyOf(2), "长".repeat(5000));
    expect(await first.get(keyOf(1))).toBe("one\nline");
    await first.close();
    const second = fileMemory(path);
    expect(await second.get(keyOf(1))).toBe("one\nline");
    expect(await second.get(keyOf(2))).toBe("长".repeat(5000));
    expect(await second.get(keyOf(3))).toBeUndefined();
    await second.set(keyOf(1), "another");
    expect(await second.get(keyOf(1))).toBe("another");
    await second.close();
  });

  it("drops a line that was cut off, at any byte, and keeps the others", async () => {
    const first = fileMemory(path);
    await first.set(keyOf(1), "one");
    await first.set(keyOf(2), "two");
    await first.close();
    const whole = readFileSync(path);
    const begin = whole.indexOf("\n") + 1;
    for (let size = begin; size < whole.length; size++) {
      writeFileSync(path, whole);
      truncateSync(path, size);
      const memory = fileMemory(path);
      expect([await memory.get(keyOf(1)), await memory.get(keyOf(2))]).toEqual(["one", undefined]);
      await memory.set(keyOf(3), "three");
      await memory.close();
      expect(readFileSync(path, "utf8")).toBe(`["${keyOf(1)}","one"]\n["${keyOf(3)}","three"]\n`);
    }
  });

  it("passes over lines that are no translations", async () => {
    writeFileSync(path, `\0\0\0\n["${keyOf(1)}","one"]\n["${keyOf(2)}",\n`);
    appendFileSync(path, `["${keyOf(3)}","three"]\n`);
    const memory = fileMemory(path);
    expect(await memory.get(keyOf(1))).toBe("one");
    expect(await memory.get(keyOf(2))).toBeUndefined();
    expect(await memory.get(keyOf(3))).toBe("three");
    await memory.close();
  });

  it.each([
    ["posts", '{"id":1,"text":"早"}\n{"id":2,"text":"晚"}'],
    ["posts in one line", '[{"id":1,"text":"早"}]'],
    ["a line", "precious"],
  ])("leaves a file alone that holds %s", async (_, content) => {
    writeFileSync(path, content);
    const memory = fileMemory(path);
    await expect(memory.set(keyOf(1), "one")).rejects.toMatchObject({
      code: "archive-output",
      message: expect.stringContaining("holds something else than a translation memory. Choose another file"),
    });
    await memory.close();
    expect(readFileSync(path, "utf8")).toBe(content);
  });

  it("begins anew where its first line was cut off, at any byte", async () => {
    const line = `["${keyOf(1)}","one"]`;
    for (let size = 0; size <= line.length; size++) {
      writeFileSync(path, line.slice(0, size));
      const memory = fileMemory(path);
      await memory.set(keyOf(2), "two");
      await memory.close();
      expect(readFileSync(path, "utf8")).toBe(`["${keyOf(2)}","two"]\n`);
    }
  });

  it("serves one process at a time", async () => {
    const first = fileMemory(path);
    await first.set(keyOf(1), "one");
    await expect(fileMemory(path).get(keyOf(1))).rejects.toMatchObject({ code: "archive-locked" });
    await first.close();
    expect(await fileMemory(path).get(keyOf(1))).toBe("one");
  });

  it("takes a file that was another's at the first try, and can be closed before and after", async () => {
    const first = fileMemory(path);
    await first.set(keyOf(1), "one");
    const second = fileMemory(path);
    await second.close();
    await expect(second.get(keyOf(1))).rejects.toMatchObject({ code: "archive-locked" });
    await second.close();
    await Promise.all([first.close(), first.close()]);
    expect(await second.get(keyOf(1))).toBe("one");
    await second.close();
  });

  it("stops a run that finds it in use, which goes on when it is free", async () => {
    const inUse = fileMemory(path);
    await inUse.set(keyOf(1), "one");
    const translateAll = async () => {
      const memory = fileMemory(path);
      const translator = createTranslator({
        memory,
        glossary: Glossary.of([]),
        segmenter: intlSegmenter(),
        engine: { name: "echo", translate: async (units) => units.map(() => "Good morning") },
      });
      const out = `${path}.out`;
      try {
        return await translateArchive([{ id: "1", text: "早上好" }], { translator, out });
      } finally {
        await memory.close();
      }
    };
    await expect(translateAll()).rejects.toMatchObject({
      code: "archive-locked",
      message: expect.stringContaining(`${path} is being written by process ${process.pid}`),
    });
    await inUse.close();
    expect(await translateAll()).toMatchObject({ done: 1, failed: 0, resumed: 0 });
  });

  it("saves a translator the engine", async () => {
    let asked = 0;
    const translateOnce = async () => {
      const memory = fileMemory(path);
      const translator = createTranslator({
        memory,
        glossary: Glossary.of([]),
        segmenter: intlSegmenter(),
        engine: {
          name: "counting",
          translate: async (units) => {
            asked += units.length;
            return units.map(() => "Good morning");
          },
        },
      });
      const { target } = await translator.translate("早上好");
      await memory.close();
      return [target.text, translator.counts.savedCharacters];
    };
    expect(await translateOnce()).toEqual(["Good morning", 0]);
    expect(await translateOnce()).toEqual(["Good morning", 3]);
    expect(asked).toBe(1);
  });
});

describe("createHashIndex", () => {
  it.each([
    ["any numbers", Number.MAX_SAFE_INTEGER - 1],
    ["small numbers", 254],
  ])("is a map of its keys' first 64 bits to %s", (_, largest) => {
    const entry = fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.nat({ max: largest }));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 3000 }), (entries) => {
        const index = createHashIndex(largest);
        const map = new Map<string, number>();
        for (const [bits, value] of entries) {
          const key = bits.toString(16).padStart(16, "0");
          index.set(key, value);
          map.set(key, value);
        }
        expect(index.size).toBe(map.size);
        for (const [key, value] of map) expect(index.get(key)).toBe(value);
        expect(index.get("0123456789abcdef")).toBe(map.get("0123456789abcdef"));
      }),
      { numRuns: 30 },
    );
  });
});
