import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveItem, readArchive } from "../../src/archive/index.js";
import { zstdFrames } from "../../src/archive/zstd.js";

const uint24 = (number: number) => [number & 0xff, (number >>> 8) & 0xff, number >>> 16];
const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];
const SKIPPED_FRAME = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);

/** A frame (RFC 8878) that holds a text of at most 255 bytes as it is. */
function frameOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  const lastRawBlock = uint24((bytes.length << 3) | 1);
  return Buffer.concat([Buffer.from([...MAGIC, 0x20, bytes.length, ...lastRawBlock]), bytes]);
}

async function framesIn(bytes: Uint8Array, piece: number): Promise<string[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
  }
  const found: string[] = [];
  for await (const frame of zstdFrames(pieces())) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of frame) chunks.push(chunk);
    found.push(Buffer.concat(chunks).toString("hex"));
  }
  return found;
}

describe("zstdFrames", () => {
  const frames = [frameOf("早"), frameOf("a".repeat(200)), frameOf("")];

  it.each([1, 3, 1000])("finds where each ends, in pieces of %i bytes", async (piece) => {
    const whole = Buffer.concat([frames[0]!, SKIPPED_FRAME, frames[1]!, frames[2]!]);
    expect(await framesIn(whole, piece)).toEqual(frames.map((frame) => frame.toString("hex")));
  });

  it("reads blocks of one repeated byte, window sizes and checksums", async () => {
    const block = [...uint24((1000 << 3) | 0b011), 0x61];
    const repeated = Buffer.from([...MAGIC, 0b100, 0, ...block, 1, 2, 3, 4]);
    expect(await framesIn(Buffer.concat([repeated, repeated]), 5)).toHaveLength(2);
  });

  it("throws wherever the stream is cut off, and at what is no frame", async () => {
    const [first] = frames as [Buffer];
    for (let size = 1; size < first.length; size++) {
      await expect(framesIn(first.subarray(0, size), 7)).rejects.toMatchObject({ code: "Z_BUF_ERROR" });
    }
    const junk = Buffer.concat([first, Buffer.from("junk")]);
    await expect(framesIn(junk, 7)).rejects.toMatchObject({ code: "Z_DATA_ERROR" });
  });

  it.skipIf(spawnSync("zstd", ["--version"]).status !== 0)("reads what the program `zstd` writes", async () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `${i * i} 小米\n`).join("");
    const made = ["-1", "-19", "-3 --no-check"].map(
      (options) => spawnSync("zstd", ["-q", "-c", ...options.split(" ")], { input: text }).stdout,
    );
    expect(await framesIn(Buffer.concat(made), 4096)).toEqual(made.map((frame) => frame.toString("hex")));
  });
});

describe.skipIf(!("createZstdDecompress" in zlib))("readArchive", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "not-millet-zstd-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const packed = Buffer.concat([frameOf('{"id":1,"text":"早"}\n'), SKIPPED_FRAME, frameOf('{"id":2,"text":"晚"}\n')]);
  const read = async (bytes: Uint8Array) => {
    writeFileSync(join(folder, "a.jsonl.zst"), bytes);
    const items: ArchiveItem[] = [];
    for await (const item of readArchive([join(folder, "a.jsonl.zst")])) items.push(item);
    return items;
  };

  it("reads all frames", async () => {
    expect(await read(packed)).toMatchObject([{ text: "早" }, { text: "晚" }]);
  });

  it("refuses what was cut off", async () => {
    await expect(read(packed.subarray(0, -1))).rejects.toMatchObject({
      code: "archive-input",
      message: expect.stringMatching(/a\.jsonl\.zst is damaged or cut off/),
    });
  });
});
