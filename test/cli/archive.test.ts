import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  linkSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { inProcess, inShell, main } from "../support/command-line.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-cli-archive-"));
  const posts = Array.from({ length: 12 }, (_, i) => ({ id: i, text: `小米第${i}款新手机今天发布`, likes: i }));
  writeFileSync(join(folder, "table.csv"), "id,body\n1,小米\n");
  writeFileSync(join(folder, "posts.jsonl"), posts.map((post) => `${JSON.stringify(post)}\n`).join(""));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const archive = (args: string[], input?: string) => inProcess(["archive", ...args], { input, cwd: folder });

/** `script` of util-linux gives a program a terminal of its own. */
const hasTerminal = /util-linux/u.test(String(spawnSync("script", ["--version"]).stdout));

const sizeOf = (file: string) => statSync(join(folder, file), { throwIfNoEntry: false })?.size ?? 0;

const WAITING = { timeout: 50_000, interval: 20 };

/** Waits until a run has begun. */
const lockOf = (out: string) => vi.waitUntil(() => sizeOf(`${out}.lock`) > 0, WAITING);

const lines = (file: string) =>
  readFileSync(join(folder, file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("not-millet archive", () => {
  it("translates a file, says what it took it for, and resumes", async () => {
    const { code, stdout, stderr } = await inShell(["archive", "posts.jsonl", "--out", "out.jsonl"], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toMatch(
      /^posts\.jsonl: jsonl, utf-8\n(?:\d+\/12 posts, .*\n)*12 records done in .*, 12 translated: out\.jsonl\n$/,
    );
    expect(lines("out.jsonl")[7]).toMatchObject({ id: "7", meta: { likes: 7 } });
    expect(lines("out.jsonl")[7].post.target.text).toContain("Xiaomi");
    const again = await archive(["posts.jsonl", "--out", "out.jsonl"]);
    expect(again.stderr).toContain("12 records done (12 of them before)");
  });

  it("translates standard input in worker threads to the same", async () => {
    const input = readFileSync(join(folder, "posts.jsonl"), "utf8");
    const { code, stderr } = await archive(["-", "--out", "threads.jsonl", "--threads", "2"], input);
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("standard input: jsonl") });
    expect(readFileSync(join(folder, "threads.jsonl"), "utf8")).toBe(readFileSync(join(folder, "out.jsonl"), "utf8"));
  });

  it("sets aside what is no post, and says why and where", async () => {
    writeFileSync(join(folder, "broken.jsonl"), '{"id":1,"text":"小米"}\n{"id":2,"txt":"小米"}\n{"id":3,"text":4}\n');
    const { code, stderr } = await archive(["broken.jsonl", "--out", "some.jsonl"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /3 records done in .*, 1 translated: some\.jsonl\n2 failed, with the reason of each: some\.jsonl\.failed\.jsonl;/,
    );
    expect(stderr).toMatch(
      /the first that failed: broken\.jsonl, line 2: it has no field "text", .*, only "id", "txt"\n$/,
    );
    const other = await archive(["broken.jsonl", "--out", "some.jsonl", "--text-field", "txt"]);
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('--text-field was not set and is "txt"');
    const anew = await archive(["broken.jsonl", "--out", "some.jsonl", "--text-field", "txt", "--restart"]);
    expect(anew.code).toBe(0);
    expect(lines("some.jsonl")).toMatchObject([{ id: "2", meta: {} }]);
  });

  it("names the other glossary where it refuses to go on with it", async () => {
    writeFileSync(join(folder, "ours.csv"), "source,target,kind\n星海,Starsea,brand\n");
    await archive(["posts.jsonl", "--out", "named.jsonl"]);
    const { code, stderr } = await archive(["posts.jsonl", "--out", "named.jsonl", "--glossary", "ours.csv"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/glossary was "bundled \(\w+\)" and is "ours\.csv \+ bundled \(\w+\)"/);
  });

  it("says what it would take", async () => {
    const { code, stdout } = await archive(["posts.jsonl", "--dry-run", "--price", "20"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^posts {15}12\ncharacters {10}\d+\ncharacters to send {2}\d+\nprice {15}0\.\d\d\nterms {15}\d+ of \d+ entries: .*小米 = Xiaomi \(12\)/,
    );
    expect(existsSync(join(folder, "undefined"))).toBe(false);
  });

  it.each([
    ["Ctrl-C", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["the end of its terminal", "SIGHUP"],
  ] as const)("finishes what is under way at %s, says how to go on, and ends with 130", async (_, signal) => {
    const out = `stopped-${signal}.jsonl`;
    // Its input stays open: more may come.
    const child = spawn(process.execPath, [main, "archive", "-", "--out", out], { cwd: folder });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.stdin.write('{"id":1,"text":"早上好"}\n');
    await lockOf(out);
    child.kill(signal);
    const [code] = await once(child, "close");
    expect(code).toBe(130);
    expect(stderr).toContain("Finishing what is under way");
    expect(stderr).toContain(` posts are done (${out}). Run the same command again to go on.`);
    expect(existsSync(join(folder, `${out}.lock`))).toBe(false);
  });

  it("stops at once at the second Ctrl-C, and goes on without a loss", async () => {
    const posts = Array.from(
      { length: 2000 },
      (_, i) => `${JSON.stringify({ id: i, text: `早上好，这是第${i}条` })}\n`,
    );
    writeFileSync(join(folder, "many.jsonl"), posts.join(""));
    const call = (out: string) => ["many.jsonl", "--out", out, "--concurrency", "500"];
    const child = spawn(process.execPath, [main, "archive", ...call("twice.jsonl")], { cwd: folder });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    await vi.waitUntil(() => sizeOf("twice.jsonl.journal") > 0, WAITING);
    child.kill("SIGINT");
    await vi.waitUntil(() => stderr.includes("Ctrl-C again ends at once"), { timeout: 10_000, interval: 1 });
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    expect({ code, left: sizeOf("twice.jsonl.lock") > 0 }).toEqual({ code: 130, left: true });
    for (const out of ["twice.jsonl", "calm-many.jsonl"]) expect((await archive(call(out))).code).toBe(0);
    expect(readFileSync(join(folder, "twice.jsonl"), "utf8")).toBe(
      readFileSync(join(folder, "calm-many.jsonl"), "utf8"),
    );
  });

  describe.skipIf(!hasTerminal)("whose terminal goes away", () => {
    const posts = Array.from({ length: 30 }, (_, i) => `${JSON.stringify({ id: i, text: `早上好，这是第${i}条` })}\n`);
    const call = (out: string) => ["archive", "-", "--out", out];

    /** Begins a run at a terminal of its own, which is then killed. Its input is open until what is returned is closed. */
    async function beginAndLose(out: string, inShellWords: (program: string) => string): Promise<number> {
      spawnSync("mkfifo", [join(folder, `${out}.fifo`)]);
      const input = openSync(join(folder, `${out}.fifo`), "r+");
      writeSync(input, posts.slice(0, 20).join(""));
      const command = inShellWords(`"${process.execPath}" "${main}" ${call(out).join(" ")} < ${out}.fifo`);
      const child = spawn("script", ["-q", "-c", command, "/dev/null"], { cwd: folder, stdio: "pipe" });
      child.stdout.resume();
      await lockOf(out);
      child.kill("SIGKILL");
      return input;
    }

    it("finishes what is under way, and goes on when it is called again", async () => {
      const input = await beginAndLose("gone.jsonl", (program) => `exec ${program}`);
      await vi.waitUntil(() => sizeOf("gone.jsonl.lock") === 0, WAITING);
      closeSync(input);
      const whole = { input: posts.join(""), cwd: folder };
      expect(lines("gone.jsonl.journal").length).toBeLessThan(posts.length);
      for (const out of ["gone.jsonl", "calm.jsonl"]) expect((await inProcess(call(out), whole)).code).toBe(0);
      expect(readFileSync(join(folder, "gone.jsonl"), "utf8")).toBe(readFileSync(join(folder, "calm.jsonl"), "utf8"));
    });

    it("runs to its end where it was told to ignore that, though nothing can be written there", async () => {
      const input = await beginAndLose("deaf.jsonl", (program) => `trap "" HUP; ${program}; echo $? > code`);
      writeSync(input, posts.slice(20).join(""));
      closeSync(input);
      await vi.waitUntil(() => sizeOf("code") > 0, WAITING);
      // 128 and the number of SIGHUP; Node by itself would abort.
      expect(readFileSync(join(folder, "code"), "utf8")).toBe("129\n");
      expect(lines("deaf.jsonl")).toHaveLength(posts.length);
      expect(existsSync(join(folder, "deaf.jsonl.lock"))).toBe(false);
    });
  });

  it("ends with 1 where no record could be translated", async () => {
    writeFileSync(join(folder, "other.jsonl"), '{"id":1,"txt":"小米"}\n{"id":2,"txt":"小米"}\n');
    const failing = ["other.jsonl", "--out", "nothing.jsonl"];
    const { code, stderr } = await archive(failing);
    expect(code).toBe(1);
    expect(stderr).toMatch(/the first that failed: other\.jsonl, line 1: it has no field "text"/);
    expect(stderr).toMatch(
      /not-millet: nothing was translated: all 2 records failed\. nothing\.jsonl\.failed\.jsonl has the reasons\.\n$/,
    );
    expect((await archive(failing)).code).toBe(1);
  });

  it("reads a pipe, which can be read once", async () => {
    spawnSync("mkfifo", [join(folder, "pipe")]);
    const writer = spawn("cp", ["posts.jsonl", "pipe"], { cwd: folder });
    const { code, stderr } = await archive(["pipe", "--format", "jsonl", "--out", "piped.jsonl"]);
    writer.kill();
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining("12 records done") });
  });

  it("says what the memory spares, and makes no memory where there is none", async () => {
    const estimate = ["posts.jsonl", "--dry-run", "--memory", "memory.jsonl"];
    expect((await archive(estimate)).stdout).toMatch(/characters to send {2}[1-9]/);
    expect(existsSync(join(folder, "memory.jsonl"))).toBe(false);
    await archive(["posts.jsonl", "--out", "remembered.jsonl", "--memory", "memory.jsonl"]);
    expect((await archive(estimate)).stdout).toMatch(/characters to send {2}0\n/);
  });

  it("counts what the engine that is named would be sent, without asking it", async () => {
    const engine = 'export default { name: "own", carry: "markup", translate() { throw new Error("asked"); } };';
    writeFileSync(join(folder, "engine.mjs"), engine);
    const sent = async (...args: string[]) => {
      const { stdout } = await archive(["posts.jsonl", "--dry-run", ...args]);
      return Number(/characters to send {2}([\d,]+)/.exec(stdout)![1]!.replaceAll(",", ""));
    };
    expect(await sent("--engine", "./engine.mjs")).toBeGreaterThan(2 * (await sent()));
  });

  it.each([
    ["its input", ["same.jsonl", "--out", "same.jsonl", "--restart"]],
    ["its input under another name", ["same.jsonl", "--out", "link.jsonl", "--restart"]],
    ["its input by its journal", ["same.jsonl", "--out", "same", "--restart"]],
    ["its memory", ["posts.jsonl", "--out", "same.jsonl", "--memory", "same.jsonl", "--restart"]],
    ["the archive that it converts", ["convert", "same.jsonl", "--to", "csv", "--out", "same.jsonl"]],
  ])("never writes over %s", async (_, args) => {
    const names = ["same.jsonl", "link.jsonl", "same.journal"].map((name) => join(folder, name));
    writeFileSync(names[0]!, readFileSync(join(folder, "out.jsonl")));
    for (const name of names.slice(1)) if (!existsSync(name)) linkSync(names[0]!, name);
    const { code, stderr } = await archive(args);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/would be written over .*, which is read\. Choose another file\.\n$/),
    });
    expect(readFileSync(names[0]!, "utf8")).toBe(readFileSync(join(folder, "out.jsonl"), "utf8"));
  });

  it("says where it cannot write what it converts", async () => {
    for (const to of ["csv", "html"]) {
      const { code, stderr } = await archive(["convert", "out.jsonl", "--to", to, "--out", join("no", "where")]);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `not-millet: ${join("no", "where")} cannot be written: there is no such folder. Make it first.\n`,
      });
    }
  });

  it("stops converting without a word when whoever reads it has had enough", async () => {
    const command = `"${process.execPath}" "${main}" archive convert twice.jsonl --to markdown | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", command], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: expect.stringMatching(/^.+\n0\n$/), stderr: "" });
  });

  it("converts to standard output, and to pages beside the archive", async () => {
    const csv = await archive(["convert", "out.jsonl", "--to", "csv"]);
    expect(csv.stdout.split("\n")).toHaveLength(14);
    await archive(["convert", "out.jsonl", "--to", "html", "--page-size", "5"]);
    expect(["out.html", "out-2.html", "out-3.html"].map((file) => existsSync(join(folder, file)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(readFileSync(join(folder, "out.html"), "utf8")).toContain('href="out-2.html"');
    await archive(["convert", "out.jsonl", "--to", "tmx", "-o", "out.tmx"]);
    expect(readFileSync(join(folder, "out.tmx"), "utf8")).toMatch(/<\/tmx>\n$/);
  });

  it.each<[what: string, args: string[], code: number, message: RegExp]>([
    ["no output", ["posts.jsonl"], 2, /Say where to write: --out FILE\./],
    ["a file that is not there", ["no.jsonl", "-o", "x"], 2, /no\.jsonl cannot be read: there is no such file\./],
    ["a directory", [".", "-o", "x"], 2, /\. is a directory; name the files in it\./],
    [
      "an unknown format",
      ["posts.jsonl", "-o", "x", "--format", "docx"],
      2,
      /There is no archive format "docx"; there are/,
    ],
    [
      "a table without the texts",
      ["table.csv", "-o", "x"],
      2,
      /table\.csv has no column "text", .* its columns are "id", "body"\. Name the one .* --text-field\./,
    ],
    ["an unknown encoding", ["posts.jsonl", "-o", "x", "--encoding", "klingon"], 2, /There is no encoding "klingon"/],
    ["no number", ["posts.jsonl", "-o", "x", "--threads", "two"], 2, /Expected a whole number from 1 up\./],
    ["a file of something else", ["posts.jsonl", "-o", "table.csv"], 1, /without a journal of this program/],
  ])("refuses %s, without a stack trace", async (_, args, code, message) => {
    const outcome = await archive(args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).not.toContain("    at ");
  });
});
