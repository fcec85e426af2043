import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = resolve(here, "../..");
const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/esm/index.mjs")).href;
const run = promisify(execFile);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-examples-"));
  cpSync(join(here, "files"), folder, { recursive: true });
  cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What each example prints, somewhere in it. */
const PRINTS = new Map([
  ["company-glossary.ts", ["鲸屿 → Whalet (posts), 8 times", "#Starsea"]],
  ["own-construct.ts", ["$小米集团(01810)$", "小米 → Xiaomi"]],
  ["own-engine.ts", ["#Xiaomi# hello", "华为 → Huawei (kept)", "ok keeps the order of the units"]],
  ["translate-archive.ts", ["weibo.json is weibo-crawler-json"]],
]);

describe("examples", () => {
  const examples = readdirSync(join(root, "examples")).filter((file) => file.endsWith(".ts"));

  it.each(examples)(
    "%s runs as it says in its first lines",
    async (file) => {
      const path = join(root, "examples", file);
      const command = new RegExp(`npx tsx examples/${file}([^\\n]*)`, "u").exec(readFileSync(path, "utf8"));
      expect(command, "the example says how it is run").not.toBeNull();
      const args = command![1]!.trim().split(/\s+/u).filter(Boolean);
      const { stdout, stderr } = await run(process.execPath, ["--import", tsx, path, ...args], { cwd: folder });
      for (const part of PRINTS.get(file) ?? []) expect(stdout + stderr).toContain(part);
      expect((stdout + stderr).trim()).not.toBe("");
    },
    120_000,
  );

  it("typescript-project compiles and runs with the package installed", async () => {
    const project = join(folder, "typescript-project");
    cpSync(join(root, "examples/typescript-project"), project, { recursive: true });
    mkdirSync(join(project, "node_modules"));
    symlinkSync(root, join(project, "node_modules/not-millet"), "dir");
    symlinkSync(join(root, "node_modules/@types"), join(project, "node_modules/@types"), "dir");
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc")], { cwd: project });
    const { stdout } = await run(process.execPath, ["dist/index.js"], { cwd: project });
    expect(stdout).toContain("米宝 is Mibao");
    expect(stdout).toContain("小米 is not Xiaomi: part of 小米粥, which is something else");
    expect(readFileSync(join(project, "post.html"), "utf8")).toContain("<dfn");
  }, 240_000);
});
