import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const main = resolve(fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url)));

/** `script` of util-linux gives a program a terminal of its own. */
const hasTerminal = /util-linux/u.test(String(spawnSync("script", ["--version"]).stdout));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-cli-review-"));
  writeFileSync(join(folder, "names.json"), "[]");
  writeFileSync(
    join(folder, "candidates.jsonl"),
    ["魅果", "途朵"].map((form) => `${JSON.stringify(candidate(form))}\n`).join(""),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function candidate(form: string) {
  const example = { text: `${form}手机`, span: { start: 0, end: form.length, text: form } };
  const english = { text: "Name", source: "pinyin", count: 0 };
  const seen = { form, count: 5, documents: 5, score: 1, evidence: [], folded: [] };
  return { ...seen, kind: "brand", ambiguous: false, english, examples: [example] };
}

const read = (file: string) => readFileSync(join(folder, file), "utf8");

/** Runs the built `not-millet glossary review` at a terminal of its own. */
function atTerminal() {
  const command = [process.execPath, main, "glossary", "review", "names.json", "candidates.jsonl"].join(" ");
  const child = spawn("script", ["-q", "-e", "-c", command, "/dev/null"], { cwd: folder });
  return { child, ...follow(child) };
}

/** Types for a program, and waits for what it shows. */
function follow(child: ChildProcessWithoutNullStreams) {
  let shown = "";
  let seen = 0;
  let check = () => {};
  child.stdout.setEncoding("utf8").on("data", (text) => {
    shown += text;
    check();
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  return {
    type: (keys: string) => void child.stdin.write(keys),
    shows: (text: string) =>
      new Promise<void>((done) => {
        check = () => {
          const at = shown.indexOf(text, seen);
          if (at < 0) return;
          seen = at + text.length;
          done();
        };
        check();
      }),
    ended,
  };
}

describe.skipIf(!hasTerminal)("not-millet glossary review at a terminal", () => {
  it("edits a name in place and takes it into the glossary", async () => {
    const { type, shows, ended, child } = atTerminal();
    await shows("q quit > ");
    type("e\r");
    await shows("Chinese [魅果]: ");
    type("店");
    await shows("店");
    type("\u007f\r");
    await shows("English [Name]: ");
    type("\u0015");
    type("Merigo\r");
    await shows("Kind [brand]: ");
    type("\r");
    await shows("y/n [n]: ");
    type("\r");
    await shows("q quit > ");
    type("q\r");
    await shows("1 entry was added");
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(JSON.parse(read("names.json"))).toEqual([{ source: "魅果", target: "Merigo", kind: "brand" }]);
  }, 60_000);

  it("loses nothing when the terminal goes away in the middle of an edit", async () => {
    const { type, shows, ended, child } = atTerminal();
    await shows("q quit > ");
    type("a\r");
    await shows("q quit > ");
    type("e\r");
    await shows("Chinese [途朵]: ");
    type("朵");
    await shows("朵");
    child.kill("SIGKILL");
    await ended;
    await expect.poll(() => existsSync(join(folder, "names.json.review.lock")), { timeout: 20_000 }).toBe(false);
    expect(JSON.parse(read("names.json"))).toEqual([{ source: "魅果", target: "Name", kind: "brand" }]);
    expect(read("names.json.review.jsonl").trim().split("\n")).toHaveLength(1);
  }, 60_000);
});
