import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

it("examples/translate-archive.ts translates an archive and makes a page of it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "not-millet-example-"));
  try {
    const input = join(folder, "weibo.json");
    const out = join(folder, "translated.jsonl");
    const post = { id: 1, bid: "A", text: "小米发布新手机", retweet: { id: 2, bid: "B", text: "今天天气很好" } };
    writeFileSync(input, JSON.stringify({ user: { id: "7" }, weibo: [post] }));
    const { stderr } = await promisify(execFile)(
      "npx",
      ["--no-install", "tsx", "examples/translate-archive.ts", input, out],
      { cwd: root },
    );
    expect(stderr).toContain("weibo.json is weibo-crawler-json");
    expect(
      readFileSync(out, "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: "2", isOriginal: true },
      { id: "1", retweetOf: "2" },
    ]);
    expect(readFileSync(`${out}-1.html`, "utf8")).toContain("Xiaomi");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
