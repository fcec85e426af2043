import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rendererOf } from "../../src/cli/output.js";
import { renderText } from "../../src/render/text.js";
import { bilingualPostSchema } from "../../src/schemas.js";
import { createTranslator } from "../../src/translator.js";
import { inProcess, inShell, main } from "../support/command-line.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notMillet = (args: string[], input?: string) => inProcess(args, { input, cwd: folder });

describe("not-millet translate", () => {
  it("translates its arguments", async () => {
    const { code, stdout, stderr } = await inShell(["translate", "小米发布新手机"], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Xiaomi");
  });

  it("translates a file, and standard input", async () => {
    const file = join(folder, "post.txt");
    writeFileSync(file, "\ufeff小米发布新手机\n");
    const fromFile = await notMillet(["translate", "-f", file]);
    const fromInput = await inShell(["translate"], { input: "小米发布新手机\n", cwd: folder });
    const fromDash = await notMillet(["translate", "-f", "-"], "小米发布新手机");
    expect(fromFile.stdout).toContain("Xiaomi");
    expect(fromInput.stdout).toBe(fromFile.stdout);
    expect(fromDash.stdout).toBe(fromFile.stdout);
  });

  it("translates by an engine and with names of one's own", async () => {
    const engine = join(folder, "shout.mjs");
    writeFileSync(
      engine,
      `export default { name: "shout", translate: async (units) => units.map(({ text }) => text.toUpperCase()) };`,
    );
    const glossary = join(folder, "own.csv");
    writeFileSync(glossary, "source,target,kind\n米宝,Mibao,product\n");
    const { stdout } = await notMillet(["translate", "-e", engine, "-g", glossary, "--format", "json", "小米的米宝好"]);
    const post = bilingualPostSchema.parse(JSON.parse(stdout));
    expect(post.engine.name).toBe("shout");
    expect(post.terms.map(({ target, status }) => [target?.text, status])).toEqual([
      ["Xiaomi", "repaired"],
      ["Mibao", "repaired"],
    ]);
  });

  it("prints JSON that the schema reads", async () => {
    const { stdout } = await notMillet(["translate", "--format", "json", "#小米#好"]);
    expect(bilingualPostSchema.parse(JSON.parse(stdout)).hashtags[0]!.name).toBe("小米");
  });

  it.each([
    ["text", "term     小米 → Xiaomi (kept)"],
    ["terminal", "term     小米 → Xiaomi (kept)"],
    ["markdown", "- term: 小米 → Xiaomi (kept)"],
    ["html", '<dfn class="term kept"'],
  ])("prints %s", async (format, part) => {
    const { code, stdout } = await notMillet(["translate", "--format", format, "小米发布新手机"]);
    expect(code).toBe(0);
    expect(stdout).toContain(part);
    expect(stdout).toMatch(/[^\n]\n$/);
  });

  it("writes pinyin, and what stands for what, on request", async () => {
    const { stdout } = await notMillet(["translate", "--pinyin", "--explain", "小米发布新手机"]);
    expect(stdout).toContain("xiǎo mǐ fā bù xīn shǒu jī");
    expect(stdout).toMatch(/^gloss {4}\S+ → /m);
  });

  it("writes no colour codes where it is no terminal", async () => {
    const { stdout } = await notMillet(["translate", "小米"]);
    expect(stdout).not.toContain("\u001b");
  });

  it.each<[what: string, args: string[], code: number, message: RegExp]>([
    [
      "a file that is not there",
      ["translate", "-f", "nowhere.txt"],
      2,
      /^not-millet: Cannot read nowhere\.txt: there is no such file\.\n$/,
    ],
    [
      "a text and a file",
      ["translate", "-f", "a.txt", "小米"],
      2,
      /^not-millet: Give either TEXT or --file, not both\.\n$/,
    ],
    ["an unknown format", ["translate", "--format", "pdf", "小米"], 2, /Allowed choices are/],
    [
      "an unknown engine",
      ["translate", "-e", "babel", "小米"],
      2,
      /^not-millet: There is no engine "babel"; there are lexicon, /,
    ],
    [
      "a module that is not there",
      ["translate", "-e", "./nowhere.mjs", "小米"],
      2,
      /Cannot read .*: there is no such file\.\n$/,
    ],
    ["a key that is not set", ["translate", "-e", "deepl", "小米手机好"], 2, /DEEPL_AUTH_KEY/],
    ["pinyin in JSON", ["translate", "--pinyin", "--format", "json", "小米"], 2, /JSON holds no pinyin/],
    ["an unknown command", ["translat"], 2, /unknown command/],
    ["an unknown option", ["translate", "--loud", "小米"], 2, /unknown option/],
  ])("says what is wrong with %s, without a stack trace", async (_, args, code, message) => {
    const outcome = await notMillet(args);
    expect(outcome.code).toBe(code);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).not.toContain("    at ");
  });
});

describe("rendererOf", () => {
  it("prints for a terminal on a terminal, with the colours that it has", async () => {
    const post = await createTranslator().translate("小米");
    const hasColors = () => true;
    expect((await rendererOf(undefined, false, { isTTY: true, hasColors }))(post)).toContain("\u001b[");
    expect((await rendererOf(undefined, false, { isTTY: true, hasColors: () => false }))(post)).not.toContain(
      "\u001b[",
    );
    expect((await rendererOf(undefined, false, {}))(post)).toBe(renderText(post));
  });
});

describe("not-millet", () => {
  it.each([["--help"], ["translate --help"]])("explains itself with %s", async (flags) => {
    const { code, stdout } = await notMillet(flags.split(" "));
    expect(code).toBe(0);
    expect(stdout).toContain("Usage: not-millet");
  });

  it.each([
    [["--version"], 0],
    [["translate", "-f", "nowhere.txt"], 2],
    [["translate", "-e", "./nowhere.mjs", "小米"], 2],
    [["translate", "-e", "./away.mjs", "今天下雨"], 1],
  ])("tells a shell how it ended: %j", async (args, code) => {
    const away = 'export default { name: "away", translate: async () => { throw new Error("away"); } };';
    writeFileSync(join(folder, "away.mjs"), away);
    expect((await inShell(args, { cwd: folder })).code).toBe(code);
  });

  it("ends in silence where whoever reads has had enough", async () => {
    const child = spawn(process.execPath, [main, "translate", "--format", "json", "小米发布新手机"]);
    child.stdout.destroy();
    child.stderr.setEncoding("utf8");
    const [said, [code]] = await Promise.all([child.stderr.toArray(), once(child, "close")]);
    expect({ said, code }).toEqual({ said: [], code: 0 });
  });

  it.each([
    ["-e ./nowhere.mjs", /^not-millet: Cannot read \.\/nowhere\.mjs: there is no such file\.\n$/],
    ["-g half.csv", /^not-millet: half\.csv: This is not a csv glossary: expected a source .* \(line 2\)\.\n$/],
    ["-g list.json", /^not-millet: list\.json: Entry 0 .*"target".*\n$/],
  ])("says which file of %s it is", async (flags, message) => {
    writeFileSync(join(folder, "half.csv"), "source,target\n米宝,\n");
    writeFileSync(join(folder, "list.json"), '[{"source":"米宝","target":"","kind":"product"}]');
    expect((await notMillet(["translate", ...flags.split(" "), "小米"])).stderr).toMatch(message);
  });

  it("prints its version", async () => {
    expect((await notMillet(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
