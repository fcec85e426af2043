import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const dist = fileURLToPath(new URL("../dist", import.meta.url));
const files = (readdirSync(dist, { recursive: true }) as string[]).map((file) => file.replaceAll("\\", "/"));
const CODE = /\.c?js$/u;

describe("what is shipped", () => {
  it("is code and its types alone", () => {
    const others = files.filter((file) => /\.[a-z]+$/u.test(file) && !CODE.test(file) && !/\.d\.c?ts$/u.test(file));
    expect(others).toEqual([]);
  });

  it("makes no code of strings", () => {
    const evaluating = files
      .filter((file) => CODE.test(file))
      .filter((file) =>
        /\beval\s*\(|\bnew\s+Function\b|(?<![\w.])Function\s*\(\s*["'`]/u.test(readFileSync(join(dist, file), "utf8")),
      );
    expect(evaluating).toEqual([]);
  });

  it("asks no network for anything unless an engine is named that does", async () => {
    const program = `
import net from "node:net";
import dns from "node:dns";
const refuse = () => { throw new Error("the network was asked"); };
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
globalThis.fetch = refuse;
const library = await import(${JSON.stringify(join(dist, "index.js"))});
const render = await import(${JSON.stringify(join(dist, "render.js"))});
const post = await library.translate("小米发布小米15 http://t.cn/AbC");
console.log(library.analyze("小米").words.length, render.renderHtml(post).includes("Xiaomi"));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program]);
    expect(stdout).toBe("1 true\n");
  }, 60_000);

  it("says no key, whatever goes wrong", async () => {
    const KEY = "sk-do-not-print-0123456789abcdef";
    const main = join(dist, "cli/main.js");
    const env = {
      ...process.env,
      DEBUG: "1",
      OPENAI_API_KEY: KEY,
      AZURE_TRANSLATOR_KEY: KEY,
      DEEPL_AUTH_KEY: `${KEY}:fx`,
    };
    for (const engine of ["openai", "azure"]) {
      const call = promisify(execFile)(process.execPath, [main, "translate", "-e", engine, "小米"], {
        env: { ...env, OPENAI_BASE_URL: "http://127.0.0.1:9", AZURE_TRANSLATOR_ENDPOINT: "http://127.0.0.1:9" },
      });
      const { stdout, stderr } = await call.catch((error: { stdout: string; stderr: string }) => error);
      expect(stdout + stderr).not.toBe("");
      expect(stdout + stderr).not.toContain(KEY);
    }
  }, 120_000);
});
