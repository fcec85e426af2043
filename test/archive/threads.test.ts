import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveItem, translateArchive } from "../../src/archive/index.js";
import { createTranslator, defaultConstructs, Glossary, intlSegmenter } from "../../src/index.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-threads-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const glossary = Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }], { name: "test", version: "1" });

/** Posts short and long, so that threads finish them out of order; among them records that are none. */
const items = (count: number): ArchiveItem[] =>
  Array.from({ length: count }, (_, i): ArchiveItem => {
    if (i % 17 === 3) return { reason: "it is not JSON", raw: `{"id":${i}`, file: "posts.jsonl", line: i + 1 };
    const text = `小米第${i}号手机${"，拍照很好".repeat(i % 11 === 0 ? 40 : i % 3)}`;
    const meta = { date: new Date(0), price: { toJSON: () => "¥1,999" }, format: () => "left out" };
    return { id: `p${i}`, text, meta, ...(i % 5 === 0 ? { retweetOf: `p${i - 1}` } : {}) };
  });

describe("threads", () => {
  it("write what one thread writes, whatever the records hold", async () => {
    const translator = createTranslator({ glossary });
    const filesOf = async (threads: number) => {
      const out = join(folder, `${threads}.jsonl`);
      const progress: number[] = [];
      const onProgress = ({ done }: { done: number }) => progress.push(done);
      const { failed, sentCharacters } = await translateArchive(items(150), { translator, out, threads, onProgress });
      expect(progress).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
      const files = [out, `${out}.failed.jsonl`, `${out}.journal`].map((path) => readFileSync(path, "utf8"));
      return { failed, sentCharacters, files };
    };
    const one = await filesOf(1);
    expect(one.failed).toBe(9);
    expect(one.files[0]).toContain('"meta":{"date":"1970-01-01T00:00:00.000Z","price":"¥1,999"}}');
    expect(await filesOf(3)).toEqual(one);
    await translator.close();
  });

  it("are stopped by the signal with what is under way written, and the run goes on", async () => {
    const translator = createTranslator({ glossary });
    const out = join(folder, "stopped.jsonl");
    const controller = new AbortController();
    const options = { translator, out, threads: 2 };
    const stopped = await translateArchive(items(400), {
      ...options,
      signal: controller.signal,
      onProgress: ({ done }) => done === 20 && controller.abort(),
    });
    expect(stopped.isFinished).toBe(false);
    expect(stopped.done).toBeGreaterThanOrEqual(20);
    expect(stopped.done).toBeLessThan(400);
    const finished = await translateArchive(items(400), options);
    expect(finished).toMatchObject({ isFinished: true, done: 400, resumed: stopped.done });
    await translateArchive(items(400), { translator, out: join(folder, "whole.jsonl") });
    expect(readFileSync(out, "utf8")).toBe(readFileSync(join(folder, "whole.jsonl"), "utf8"));
    await translator.close();
  });

  it("give glosses where one thread does", async () => {
    const translator = createTranslator({ glossary, explain: true });
    const linesOf = async (threads: number) => {
      const out = join(folder, `explained-${threads}.jsonl`);
      await translateArchive(items(40), { translator, out, threads });
      return readFileSync(out, "utf8");
    };
    const one = await linesOf(1);
    expect(one).toContain('"glosses":[{');
    expect(await linesOf(2)).toBe(one);
    await translator.close();
  });

  it("translate nothing from a memory, which worker threads do not have", async () => {
    const linesOf = async (memory: Map<string, string> | undefined, threads: number) => {
      const translator = createTranslator({ glossary, memory });
      const out = join(folder, `memory-${memory?.size}-${threads}.jsonl`);
      const posts = Array.from({ length: 20 }, (_, i) => ({ id: `${i}`, text: `第${i}张照片很好` }));
      await translateArchive(posts, { translator, out, threads });
      await translator.close();
      return readFileSync(out, "utf8");
    };
    const memory = new Map<string, string>();
    const one = await linesOf(memory, 1);
    for (const key of memory.keys()) memory.set(key, "something else");
    expect(await linesOf(memory, 1)).not.toBe(one);
    expect(await linesOf(memory, 2)).toBe(one);
  });

  it.each([
    ["segmenter", { segmenter: intlSegmenter() }],
    ["constructs", { constructs: defaultConstructs }],
  ])("refuse a translator with a %s of its own, which cannot be sent to them", async (name, options) => {
    const translator = createTranslator({ glossary, ...options });
    await expect(
      translateArchive(items(1), { translator, out: join(folder, "x.jsonl"), threads: 2 }),
    ).rejects.toMatchObject({ code: "invalid-argument", message: expect.stringContaining(name) });
  });
});
