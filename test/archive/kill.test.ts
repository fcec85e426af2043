import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const program = resolve(fileURLToPath(new URL("../support/archive/run.mjs", import.meta.url)));

let folder: string;
let input: string;
let whole: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-kill-"));
  input = join(folder, "posts.jsonl");
  const posts = Array.from({ length: 1500 }, (_, i) => ({ id: i, text: `小米第${i}号手机，${"很好".repeat(i % 40)}` }));
  writeFileSync(input, posts.map((post) => `${JSON.stringify(post)}\n`).join(""));
  await run("whole.jsonl");
  whole = readFileSync(join(folder, "whole.jsonl"), "utf8");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  stderr: string;
}

/** Runs the program; with `killAfter`, kills it so many milliseconds after it began to work. */
function run(out: string, { killAfter, fileSize }: { killAfter?: number; fileSize?: number } = {}): Promise<Ended> {
  const limit = fileSize === undefined ? "" : `ulimit -f ${fileSize};`;
  const command = `${limit} exec "${process.execPath}" "$@"`;
  const child = spawn("bash", ["-c", command, "run", program, input, join(folder, out)], { stdio: "pipe" });
  return new Promise((done, fail) => {
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.stdout.once("data", () => {
      if (killAfter !== undefined) setTimeout(() => child.kill("SIGKILL"), killAfter);
    });
    child.on("error", fail).on("close", (code) => done({ code, stderr }));
  });
}

describe.skipIf(process.platform === "win32")("a run in a process of its own", () => {
  it("that is killed again and again ends byte for byte as if it had not been", async () => {
    let kills = 0;
    for (let attempt = 0; attempt < 8; attempt++) {
      // The times only spread the kills; wherever they fall, the outcome is the same.
      const { code } = await run("killed.jsonl", { killAfter: 40 + 37 * attempt });
      if (code === null) kills++;
    }
    expect(await run("killed.jsonl")).toEqual({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "killed.jsonl"), "utf8")).toBe(whole);
    expect(kills).toBeGreaterThan(0);
  });

  it("that finds no room on the disk says so, and goes on when there is some", async () => {
    // A limit on the size of files stands for a full disk: writes come back short, then fail.
    for (const fileSize of [16, 64, 200]) {
      const { code, stderr } = await run("full.jsonl", { fileSize });
      expect(code).toBe(1);
      expect(stderr).toMatch(/^archive-output: .*no room left on the disk/);
    }
    expect(await run("full.jsonl")).toEqual({ code: 0, stderr: "" });
    expect(readFileSync(join(folder, "full.jsonl"), "utf8")).toBe(whole);
  });
});
