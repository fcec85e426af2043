import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type ArchiveItem,
  type ArchiveRecord,
  type TranslateArchiveOptions,
  translateArchive,
} from "../../src/archive/index.js";
import { readArchive } from "../../src/archive/read.js";
import type { EngineErrorCode } from "../../src/errors.js";
import {
  bilingualPostSchema,
  createTranslator,
  EngineError,
  Glossary,
  intlSegmenter,
  type TranslationUnit,
} from "../../src/index.js";

let folder: string;
let out: string;
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-run-"));
});
beforeEach(() => {
  out = join(folder, `${number++}.jsonl`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const glossary = Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }], { name: "test", version: "1" });

/** A translator whose engine answers late, each unit in its own time, and as `fail` says not at all. */
function translatorWith(fail: (text: string) => unknown = () => undefined, name = "late") {
  const asked: string[] = [];
  const translate = async (units: readonly TranslationUnit[]) => {
    for (const { text } of units) {
      asked.push(text);
      await new Promise((done) => setTimeout(done, (text.length * 7) % 3));
      const error = fail(text);
      if (error) throw error;
    }
    return units.map(({ text }) => text.replace(/\p{Script=Han}+/gu, (han) => `word${han.length}`));
  };
  const engine = { name, limits: { units: 1, concurrency: 8 }, translate };
  return { asked, translator: createTranslator({ glossary, engine, segmenter: intlSegmenter(), retries: 0 }) };
}

const records = (count: number): ArchiveRecord[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    text: `小米第${i}号${"，很好".repeat(i % 5)}`,
    meta: { place: i },
    file: "posts.jsonl",
    line: i + 1,
  }));

const run = (
  items: Iterable<ArchiveItem> | AsyncIterable<ArchiveItem>,
  options: Partial<TranslateArchiveOptions> = {},
) => translateArchive(items, { translator: translatorWith().translator, out, ...options });

const lines = (path: string) =>
  readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

/** What an uninterrupted run of so many records writes. */
async function whole(count: number): Promise<string> {
  const path = join(folder, `whole-${count}.jsonl`);
  if (!existsSync(path)) await run(records(count), { out: path });
  return readFileSync(path, "utf8");
}

describe("translateArchive", () => {
  it("writes a line a post, in the order of the input, however long each takes", async () => {
    const result = await run(records(40));
    expect(result).toMatchObject({ isFinished: true, done: 40, failed: 0, resumed: 0, out });
    const written = lines(out);
    expect(written.map(({ id }) => id)).toEqual(records(40).map(({ id }) => id));
    expect(written[3]).toMatchObject({ id: "p3", meta: { place: 3 }, post: { source: { text: records(4)[3]!.text } } });
    expect(bilingualPostSchema.parse(written[3].post).terms[0]!.target!.text).toBe("Xiaomi");
    expect(existsSync(result.failures)).toBe(false);
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  it("never holds more records than it works on", async () => {
    let read = 0;
    let most = 0;
    function* counted() {
      for (const record of records(60)) {
        read++;
        yield record;
      }
    }
    await run(counted(), {
      concurrency: 2,
      onProgress: ({ done }) => {
        most = Math.max(most, read - done);
      },
    });
    expect(most).toBeLessThanOrEqual(2 * 4 + 2);
  });

  it("makes everything durable every 500 records, and at the end", async () => {
    const { translator } = translatorWith();
    const short = Array.from({ length: 1200 }, (_, i) => ({ id: `${i}`, text: "" }));
    await run(short, { translator });
    const marks = lines(`${out}.journal`).flatMap((line, i) => (line.synced ? [[line.synced, i]] : []));
    // Each mark stands behind the header, the records that it speaks of, and the marks before it.
    expect(marks).toEqual([
      [500, 501],
      [1000, 1002],
      [1200, 1203],
    ]);
  });

  it("refers a repost to its original", async () => {
    await run([
      { id: "1", text: "原文", isOriginal: true },
      { id: "2", text: "转发", retweetOf: "1" },
    ]);
    expect(lines(out)).toMatchObject([
      { id: "1", isOriginal: true },
      { id: "2", retweetOf: "1" },
    ]);
  });

  it("sets aside what cannot be translated, with its reason, and goes on", async () => {
    const items = [
      ...records(3),
      { reason: "it is not JSON", raw: '{"id":', file: "posts.jsonl", line: 4 },
      { id: "n", text: 5 as unknown as string },
      { id: "bad", text: "坏", meta: { kept: true }, file: "posts.jsonl", line: 6 },
      ...records(2),
    ];
    const { translator } = translatorWith((text) => text.includes("坏") && new Error("refused"));
    const result = await run(items, { translator });
    expect(result).toMatchObject({ done: 8, failed: 3 });
    expect(result.firstFailure).toEqual({ place: "posts.jsonl, line 4", message: "it is not JSON" });
    expect(lines(out)).toHaveLength(5);
    expect(lines(result.failures)).toMatchObject([
      { error: { code: "archive-input", message: "it is not JSON" }, raw: '{"id":', line: 4 },
      { error: { code: "archive-input", message: "its text is a number, not a string" }, id: "n" },
      { error: { code: "engine-failed", message: /refused/ }, id: "bad", text: "坏", meta: { kept: true }, line: 6 },
    ]);
  });
});

describe("a run that is resumed", () => {
  it("after a signal: what is under way is finished, and the rest is byte for byte what it would have been", async () => {
    const controller = new AbortController();
    const first = await run(records(50), {
      signal: controller.signal,
      onProgress: ({ done }) => done === 11 && controller.abort(),
    });
    expect(first.isFinished).toBe(false);
    expect(first.done).toBeGreaterThanOrEqual(11);
    expect(first.done).toBeLessThan(50);
    const second = await run(records(50));
    expect(second).toMatchObject({ isFinished: true, done: 50, resumed: first.done });
    expect(readFileSync(out, "utf8")).toBe(await whole(50));
  });

  it("while the input is waiting for more", async () => {
    const controller = new AbortController();
    async function* slow() {
      yield* records(3);
      await new Promise(() => {});
    }
    const result = await translateArchive(slow(), {
      translator: translatorWith().translator,
      out,
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    });
    expect(result).toMatchObject({ isFinished: false, done: 3 });
  });

  it("asks the engine for nothing twice", async () => {
    await run(records(30));
    const { translator, asked } = translatorWith();
    expect(await run(records(30), { translator })).toMatchObject({ done: 30, resumed: 30 });
    expect(asked).toEqual([]);
  });

  it("goes on with records that were added to the end", async () => {
    await run(records(20));
    await run(records(50));
    expect(readFileSync(out, "utf8")).toBe(await whole(50));
  });

  it("with the journal's last line cut at every byte, and the output's", async () => {
    const expected = await whole(12);
    await run(records(12));
    const finished = { out: readFileSync(out), journal: readFileSync(`${out}.journal`) };
    const lastEntry = finished.journal.lastIndexOf("\n", finished.journal.lastIndexOf('{"synced"') - 2) + 1;
    const lastLine = finished.out.lastIndexOf("\n", finished.out.length - 2) + 1;
    for (let size = lastEntry; size < finished.journal.length; size++) {
      // A kill comes between the two writes, or in one of them: the output may lack the line too, or a part of it.
      for (const outSize of [lastLine, lastLine + 9, finished.out.length]) {
        const isSynced = size > finished.journal.lastIndexOf('{"synced"') + 12;
        if (isSynced && outSize < finished.out.length) continue;
        writeFileSync(out, finished.out.subarray(0, outSize));
        writeFileSync(`${out}.journal`, finished.journal.subarray(0, size));
        await run(records(12));
        expect(readFileSync(out, "utf8")).toBe(expected);
      }
    }
  });

  it("with the journal cut at any byte at all", async () => {
    const expected = await whole(12);
    await run(records(12));
    const journal = readFileSync(`${out}.journal`);
    const output = readFileSync(out);
    for (let size = journal.indexOf("\n") + 1; size < journal.length; size += 7) {
      writeFileSync(out, output);
      writeFileSync(`${out}.journal`, journal.subarray(0, size));
      await run(records(12));
      expect(readFileSync(out, "utf8")).toBe(expected);
    }
  });

  it("with a failure's line cut off", async () => {
    const { translator } = translatorWith((text) => text.includes("第1号") && new Error("refused"));
    const { failures } = await run(records(2), { translator });
    const failed = readFileSync(failures, "utf8");
    truncateSync(failures, 20);
    const journal = readFileSync(`${out}.journal`, "utf8");
    writeFileSync(`${out}.journal`, journal.slice(0, journal.indexOf('{"synced"')));
    await run(records(2), { translator });
    expect(readFileSync(failures, "utf8")).toBe(failed);
  });
});

describe("a run is refused", () => {
  it.each<[what: string, change: Partial<TranslateArchiveOptions>, message: RegExp]>([
    [
      "with another glossary",
      {
        translator: createTranslator({
          segmenter: intlSegmenter(),
          glossary: glossary.with([{ source: "三星", target: "Samsung", kind: "brand" }]),
        }),
      },
      /glossary was "test 1 .*" and is "test /,
    ],
    [
      "with a glossary of another name",
      {
        translator: createTranslator({
          segmenter: intlSegmenter(),
          glossary: Glossary.of([{ source: "三星", target: "Samsung", kind: "brand" }], {
            name: "ours.json + bundled",
          }),
        }),
      },
      /glossary was "test 1 .*" and is "ours\.json \+ bundled \(/,
    ],
    [
      "with another engine",
      { translator: translatorWith(undefined, "other").translator },
      /engine was "late" and is "other"/,
    ],
    ["with another setting", { settings: { tone: "formal" } }, /tone was not set and is "formal"/],
  ])("%s, and says what differs", async (_, change, message) => {
    await run(records(3));
    const before = readFileSync(out, "utf8");
    await expect(run(records(3), change)).rejects.toMatchObject({ code: "archive-changed", message });
    expect(readFileSync(out, "utf8")).toBe(before);
    await run(records(2), { ...change, restart: true });
    expect(lines(out)).toHaveLength(2);
  });

  it("goes on with the same entries under another name", async () => {
    await run(records(3));
    const renamed = Glossary.of(glossary.entries, { name: "ours" });
    await run(records(3), { translator: createTranslator({ ...translatorWith().translator, glossary: renamed }) });
    expect(lines(out)).toHaveLength(3);
  });

  it.each<[what: string, items: ArchiveItem[], message: RegExp]>([
    [
      "where a record has changed",
      records(5).map((record, i) => (i === 2 ? { ...record, text: "别的" } : record)),
      /^Record 3 \(posts\.jsonl, line 3\) is not the one/,
    ],
    ["where records are gone", records(4), /The input ends after 4 records, but 5 of them were done/],
  ])("%s", async (_, items, message) => {
    await run(records(5));
    await expect(run(items)).rejects.toMatchObject({ code: "archive-changed", message });
  });

  it("where somebody edited the output", async () => {
    await run(records(5));
    writeFileSync(out, readFileSync(out, "utf8").replace("Xiaomi", "Millet"));
    await expect(run(records(6))).rejects.toMatchObject({ code: "archive-output", facts: { record: 1 } });
  });

  it("where the output is something else", async () => {
    writeFileSync(out, "precious\n");
    await expect(run(records(1))).rejects.toMatchObject({ code: "archive-output" });
    await expect(run(records(1), { retryFailed: true })).rejects.toMatchObject({ code: "archive-output" });
    expect(readFileSync(out, "utf8")).toBe("precious\n");
  });

  it("where there is no folder for it", async () => {
    await expect(run(records(1), { out: join(folder, "no/where.jsonl") })).rejects.toMatchObject({
      code: "archive-output",
    });
  });

  it("where a folder has its name", async () => {
    for (const restart of [false, true]) {
      await expect(run(records(1), { out: folder, restart })).rejects.toMatchObject({
        code: "archive-output",
        message: expect.stringContaining("it is a folder. Name a file in it"),
      });
    }
    expect(existsSync(folder)).toBe(true);
  });

  it("where it would begin anew over the file that it reads", async () => {
    writeFileSync(out, '{"id":1,"text":"早上好"}\n');
    await expect(run(readArchive([out]), { restart: true })).rejects.toMatchObject({
      code: "invalid-argument",
      message: expect.stringMatching(/would be written over .*, which is read\. Choose another file\.$/),
    });
    expect(readFileSync(out, "utf8")).toBe('{"id":1,"text":"早上好"}\n');
  });

  it.each([
    [{ concurrency: 0 }, /concurrency/],
    [{ threads: 1.5 }, /threads/],
    [{ threads: 2 }, /embedded engine/],
    [{ restart: true, retryFailed: true }, /not both/],
    [{ out: "" }, /`out`/],
  ])("with %j", async (options, message) => {
    await expect(run(records(1), options)).rejects.toMatchObject({ code: "invalid-argument", message });
  });
});

describe("the lock", () => {
  const holder = (facts: object) => `${JSON.stringify({ pid: process.pid, host: hostname(), token: "x", ...facts })}\n`;

  it("keeps a second run out while the first is at work", async () => {
    const outcomes = await Promise.allSettled([run(records(30)), run(records(30))]);
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "archive-locked", facts: { pid: process.pid } } }]);
    expect(readFileSync(out, "utf8")).toBe(await whole(30));
  });

  it.each([
    ["a dead process", holder({ pid: 2 ** 22 + 1 })],
    ["a process whose number another one has now", holder({ began: "1" })],
    ["a process that was killed as it wrote the lock", ""],
  ])("of %s is taken over", async (_, content) => {
    writeFileSync(`${out}.lock`, content);
    await run(records(2));
    expect(existsSync(`${out}.lock`)).toBe(false);
  });

  it.skipIf(process.platform !== "linux")("of a killed process that nobody asked after is taken over", async () => {
    // The shell becomes a program that never waits for the child that it leaves behind.
    const shell = spawn("bash", ["-c", "sleep 0 & echo $!; exec sleep 60"], { stdio: ["ignore", "pipe", "ignore"] });
    try {
      const pid = Number(String(await once(shell.stdout, "data")));
      await vi.waitUntil(() => readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z "), { timeout: 10_000 });
      writeFileSync(`${out}.lock`, holder({ pid }));
      await run(records(2));
      expect(existsSync(`${out}.lock`)).toBe(false);
    } finally {
      shell.kill("SIGKILL");
    }
  });

  it.each([
    ["a dead process", holder({ pid: 2 ** 22 + 1, token: "y" })],
    ["nobody, as its writer was killed at once", ""],
  ])("is taken over where the one that was taking it over was killed: %s", async (_, content) => {
    writeFileSync(`${out}.lock`, holder({ pid: 2 ** 22 + 1 }));
    writeFileSync(`${out}.lock.takeover`, content);
    await run(records(2));
    expect(readFileSync(out, "utf8")).toBe(await whole(2));
    for (const end of [".lock", ".lock.takeover"]) expect(existsSync(out + end)).toBe(false);
  });

  it("of a process on another machine is respected", async () => {
    writeFileSync(`${out}.lock`, holder({ host: "elsewhere", pid: 7 }));
    await expect(run(records(2))).rejects.toMatchObject({
      code: "archive-locked",
      message: /process 7 on elsewhere.*delete/,
    });
  });

  it("of a dead process goes to one at a time of many that want it", async () => {
    writeFileSync(`${out}.lock`, holder({ pid: 2 ** 22 + 1 }));
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => run(records(20))));
    // One that comes when another has finished finds nothing left to do; two at once would write lines twice.
    const refused = outcomes.filter((outcome) => outcome.status === "rejected");
    expect(refused.length).toBeLessThan(outcomes.length);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "archive-locked" });
    expect(readFileSync(out, "utf8")).toBe(await whole(20));
  });
});

describe("an engine that fails for all", () => {
  const engineError = (code: EngineErrorCode, facts: object) =>
    new EngineError(code, "no", { engine: "late", ...facts });

  it.each(["engine-auth", "engine-quota"] as const)(
    "stops the run (%s), which goes on when the cause is gone",
    async (code) => {
      const { translator } = translatorWith(
        (text) => /第(?:1[5-9]|[2-9]\d)号/.test(text) && engineError(code, { fatal: true }),
      );
      await expect(run(records(30), { translator })).rejects.toMatchObject({ code });
      expect(lines(out)).toHaveLength(15);
      expect(existsSync(`${out}.failed.jsonl`)).toBe(false);
      expect(await run(records(30))).toMatchObject({ resumed: 15, failed: 0 });
      expect(readFileSync(out, "utf8")).toBe(await whole(30));
    },
  );

  it("is told by ten failures in a row from one that fails now and then", async () => {
    const away = (text: string) => engineError("engine-unavailable", { retryable: true, facts: { text } });
    const moody = translatorWith((text) => /第[1-9]号/.test(text) && away(text)).translator;
    expect(await run(records(30), { translator: moody })).toMatchObject({ done: 30, failed: 9 });
    await run([], { restart: true });
    const gone = translatorWith((text) => /第[1-2]\d号/.test(text) && away(text)).translator;
    await expect(run(records(30), { translator: gone })).rejects.toMatchObject({ code: "engine-unavailable" });
    expect(await run(records(30))).toMatchObject({ resumed: 10, failed: 0 });
    expect(readFileSync(out, "utf8")).toBe(await whole(30));
  });
});

describe("retryFailed", () => {
  const sometimes = () => translatorWith((text) => /第(?:3|17)号/.test(text) && new Error("refused")).translator;

  it("puts what succeeds now in its place", async () => {
    expect(await run(records(20), { translator: sometimes() })).toMatchObject({ failed: 2 });
    const { translator, asked } = translatorWith();
    expect(await run(records(20), { translator, retryFailed: true })).toMatchObject({ done: 20, failed: 0, out });
    expect(asked.filter((text) => !/第(?:3|17)号/.test(text))).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(readFileSync(out, "utf8")).toBe(await whole(20));
    expect(existsSync(`${out}.failed.jsonl`)).toBe(false);
    expect(existsSync(`${out}.retry`)).toBe(false);
    expect(await run(records(25))).toMatchObject({ resumed: 20, done: 25 });
  });

  it("keeps what fails again", async () => {
    await run(records(20), { translator: sometimes() });
    const { translator } = translatorWith((text) => text.includes("第17号") && new Error("refused again"));
    const { failures } = await run(records(20), { translator, retryFailed: true });
    expect(lines(failures)).toMatchObject([{ id: "p17", error: { message: /again/ } }]);
    expect(lines(out)).toHaveLength(19);
  });

  it("takes a record that was mended in the input", async () => {
    const broken = { reason: "it is not JSON", raw: "{", line: 2 };
    await run([...records(1), broken]);
    await run(records(2), { retryFailed: true });
    expect(readFileSync(out, "utf8")).toBe(await whole(2));
  });

  it.each([0, 1, 2, 3])("is finished by the next run when it is killed after %i of its renames", async (steps) => {
    await run(records(20), { translator: sometimes() });
    const before = [out, `${out}.journal`, `${out}.failed.jsonl`].map((path) => [path, readFileSync(path)] as const);
    await run(records(20), { retryFailed: true });
    // As it was before the renames: the retry complete, the marker set.
    for (const path of [out, `${out}.journal`]) renameSync(path, path.replace(out, `${out}.retry`));
    writeFileSync(`${out}.retry.failed.jsonl`, "");
    for (const [path, bytes] of before) writeFileSync(path, bytes);
    writeFileSync(`${out}.swap`, "begun\n");
    for (const end of [".failed.jsonl", "", ".journal"].slice(0, steps)) renameSync(`${out}.retry${end}`, out + end);
    expect(await run(records(20))).toMatchObject({ done: 20, failed: 0, resumed: 20 });
    expect(readFileSync(out, "utf8")).toBe(await whole(20));
    expect(existsSync(`${out}.swap`)).toBe(false);
  });

  it("is refused where the input has lost records, whose translations would be lost too", async () => {
    await run(records(20), { translator: sometimes() });
    const before = readFileSync(out, "utf8");
    await expect(run(records(10), { retryFailed: true })).rejects.toMatchObject({
      code: "archive-changed",
      message: expect.stringMatching(/^The input ends after 10 records, but 20 of them were done/),
    });
    expect(readFileSync(out, "utf8")).toBe(before);
    await run(records(20), { retryFailed: true });
    expect(readFileSync(out, "utf8")).toBe(await whole(20));
  });

  it("that was interrupted is given up where a record was mended since, and the next one takes it", async () => {
    const broken = { reason: "it is not JSON", raw: "{", line: 2 };
    const [first, second, ...others] = records(20);
    await run([first!, broken, ...others], { translator: sometimes() });
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done > 9 && stop.abort();
    const retry = { retryFailed: true, concurrency: 1, signal: stop.signal, onProgress };
    expect(await run([first!, broken, ...others], retry)).toMatchObject({ isFinished: false });
    const mended = [first!, second!, ...others];
    await expect(run(mended, { retryFailed: true })).rejects.toMatchObject({
      code: "archive-changed",
      message: expect.stringMatching(/^Record 2 .* was mended after a retry had begun, which is given up\. Call again/),
    });
    await run(mended, { retryFailed: true });
    expect(readFileSync(out, "utf8")).toBe(await whole(20));
  });

  it("is refused where a record that was translated is another now", async () => {
    await run(records(20), { translator: sometimes() });
    const before = readFileSync(out, "utf8");
    const edited = records(20).map((record, i) => (i === 9 ? { ...record, text: "别的" } : record));
    await expect(run(edited, { retryFailed: true })).rejects.toMatchObject({
      code: "archive-changed",
      message: expect.stringMatching(/^Record 10 \(posts\.jsonl, line 10\) is not the one/),
    });
    expect(readFileSync(out, "utf8")).toBe(before);
  });

  it("says so where there is nothing to retry", async () => {
    await expect(run(records(2), { retryFailed: true })).rejects.toMatchObject({ code: "invalid-argument" });
  });
});
