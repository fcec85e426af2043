import { once } from "node:events";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Glossary, GlossaryError, type TermCandidate } from "../../src/index.js";
import { reviewFile } from "../../src/terminology/review/index.js";

function candidate(form: string, english: string): TermCandidate {
  const post = `昨天买了${form}手机`;
  const span = { start: 4, end: 4 + form.length, text: form };
  return {
    ...{ form, count: 7, documents: 5, score: 0.9, evidence: ["devices follow it"], kind: "brand", ambiguous: false },
    ...{ english: { text: english, source: "pinyin", count: 0 }, examples: [{ text: post, span }], folded: [] },
  };
}

const CANDIDATES = [candidate("魅果", "Meiguo"), candidate("途朵", "Tuduo"), candidate("霓岚", "Nilan")];

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-review-"));
  file = join(folder, "company.json");
  writeFileSync(file, '{"name":"company","version":"3","license":"","entries":[]}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A session in which the reviewer types these lines and then goes away. */
async function session(...lines: string[]) {
  const output = new PassThrough();
  const shown = text(output);
  const input = Readable.from(lines.map((line) => `${line}\n`));
  const result = await reviewFile(file, CANDIDATES, { input, output });
  output.end();
  return { ...result, shown: await shown };
}

/** A session whose reviewer has the first candidate before them. */
async function begun() {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const review = reviewFile(file, CANDIDATES, { input, output });
  for await (const chunk of output.iterator({ destroyOnReturn: false })) if (String(chunk).includes("⟦")) break;
  output.resume();
  return { input, review };
}

const sources = () =>
  Glossary.parse(readFileSync(file, "utf8")).entries.map(({ source, target }) => `${source}=${target}`);

/** A session at a terminal, to which keys are sent one at a time, as a person strikes them. */
async function typed(...keys: string[]) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const asked = once(output, "readable");
  const review = reviewFile(file, CANDIDATES, { input, output, isInteractive: true });
  await asked;
  const shown = text(output);
  for (const key of keys) {
    await setTimeout(5);
    input.write(key);
  }
  await setTimeout(5);
  input.end();
  const result = await review;
  output.end();
  return { ...result, shown: await shown };
}

const [ENTER, BACKSPACE, LEFT, CTRL_C, CTRL_U] = ["\r", "\u007f", "\u001b[D", "\u0003", "\u0015"];

describe("reviewFile at a terminal", () => {
  it("lets the fields of an entry be edited in place, key by key", async () => {
    const edit = ["e", ENTER, "号", BACKSPACE, "店", LEFT, BACKSPACE, ENTER];
    const { shown, added } = await typed(...edit, BACKSPACE, "e", ENTER, ENTER, ENTER, "q", ENTER);
    expect(shown).toContain("Chinese [魅果]: ");
    expect(added).toEqual([{ source: "魅店", target: "Meigue", kind: "brand" }]);
  });

  it("draws a line anew where a Han character, two columns wide, goes out of it", async () => {
    const { shown } = await typed("e", ENTER, BACKSPACE, CTRL_C, "q", ENTER);
    // `Chinese [魅果]: 魅` is eighteen columns wide; the cursor stands in the next.
    expect(shown).toContain("Chinese [魅果]: 魅\u001b[19G");
  });

  it("takes an edit back at Ctrl-C, and leaves at the next one", async () => {
    const { end, added, progress, shown } = await typed("e", ENTER, CTRL_U, "别", CTRL_C, "a", CTRL_C);
    expect(shown).toContain("The edit is dropped; 魅果 is still to be decided.");
    expect({ end, added, open: progress.open }).toEqual({ end: "quit", added: [], open: 3 });
  });

  it("takes no line that was not entered when the terminal went away for an answer", async () => {
    expect(await typed("r", ENTER, "a")).toMatchObject({ end: "gone", added: [], progress: { rejected: 1, open: 2 } });
    const lastField = ["e", ENTER, ENTER, ENTER, ENTER, "n"];
    expect(await typed(...lastField)).toMatchObject({ end: "gone", added: [] });
  });
});

describe("reviewFile", () => {
  it("takes what is accepted into the glossary, and keeps what stands around its entries", async () => {
    const { end, added } = await session("a", "r", "s");
    expect(end).toBe("finished");
    expect(added.map(({ source }) => source)).toEqual(["魅果"]);
    expect(sources()).toEqual(["魅果=Meiguo"]);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ name: "company", version: "3" });
  });

  it("begins a glossary where there is no such file yet, and none where nothing is accepted", async () => {
    rmSync(file);
    expect((await session("s", "q")).added).toEqual([]);
    expect(existsSync(file)).toBe(false);
    expect((await session("a", "q")).wasChanged).toBe(false);
    expect(sources()).toEqual(["魅果=Meiguo"]);
  });

  it("keeps the decisions where the glossary went away meanwhile", async () => {
    const { input, review } = await begun();
    rmSync(file);
    input.end("a\nq\n");
    await expect(review).rejects.toThrow(/could not be added .* is kept in .*review.jsonl/u);
  });

  it("shows each candidate with its examples and its form highlighted", async () => {
    const { shown } = await session("q");
    expect(shown).toContain("魅果   Meiguo (pinyin)   brand");
    expect(shown).toContain("昨天买了⟦魅果⟧手机");
  });

  it("lets an entry be edited, and asks again where an answer will not do", async () => {
    const { shown } = await session("e", "", "Merigo", "shop", "service", "y", "q");
    expect(shown).toContain("One of brand, product");
    expect(Glossary.parse(readFileSync(file, "utf8")).entries).toEqual([
      { source: "魅果", target: "Merigo", kind: "service", ambiguous: true },
    ]);
  });

  it("takes decisions back", async () => {
    await session("a", "r", "u", "u", "r", "a", "q");
    expect(sources()).toEqual(["途朵=Tuduo"]);
  });

  it("has nothing to take back at first, and says what it understands", async () => {
    const { shown } = await session("u", "x", "q");
    expect(shown).toContain("There is nothing to undo");
    expect(shown).toContain("One of the letters, please.");
  });

  it("goes on where it stopped: what is decided does not come again, what was skipped does", async () => {
    await session("r", "s", "q");
    const { shown, progress } = await session("a", "q");
    expect(shown).not.toContain("⟦魅果⟧");
    expect(shown).toContain("⟦途朵⟧");
    expect(progress).toMatchObject({ accepted: 1, rejected: 1, open: 1 });
    expect(sources()).toEqual(["途朵=Tuduo"]);
  });

  it("loses nothing where the terminal goes away in the middle of an edit", async () => {
    const { end } = await session("a", "e", "途朵朵");
    expect(end).toBe("gone");
    expect(sources()).toEqual(["魅果=Meiguo"]);
    expect((await session("q")).shown).toContain("⟦途朵⟧");
  });

  it("stops when it is told to", async () => {
    const input = new PassThrough();
    const result = await reviewFile(file, CANDIDATES, {
      input,
      output: new PassThrough(),
      signal: AbortSignal.abort(),
    });
    expect(result.end).toBe("gone");
  });

  it("saves every decision before it shows the next candidate", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const review = reviewFile(file, CANDIDATES, { input, output });
    input.write("r\n");
    for await (const chunk of output) if (String(chunk).includes("⟦途朵⟧")) break;
    expect(readFileSync(`${file}.review.jsonl`, "utf8")).toBe('{"decision":"reject","form":"魅果"}\n');
    input.end();
    await review;
  });

  it("adds to a glossary that was changed meanwhile, and lets its entries stand", async () => {
    const { input, review } = await begun();
    const theirs = [
      { source: "别的", target: "Other", kind: "term" as const },
      { source: "魅果", target: "Charm", kind: "brand" as const },
    ];
    writeFileSync(file, JSON.stringify(theirs));
    input.end("a\na\nq\n");
    const { wasChanged, conflicts, added } = await review;
    expect(wasChanged).toBe(true);
    expect(conflicts).toMatchObject([{ source: "魅果", ours: { target: "Charm" }, theirs: { target: "Meiguo" } }]);
    expect(added.map(({ source }) => source)).toEqual(["途朵"]);
    expect(sources()).toEqual(["别的=Other", "魅果=Charm", "途朵=Tuduo"]);
  });

  it("keeps the decisions where the glossary was broken meanwhile, and uses them when it is mended", async () => {
    const { input, review } = await begun();
    writeFileSync(file, "{ half");
    input.end("a\nq\n");
    await expect(review).rejects.toThrow(/could not be added .* is kept in .*review.jsonl/u);
    await expect(review).rejects.toBeInstanceOf(GlossaryError);
    expect(readFileSync(file, "utf8")).toBe("{ half");
    writeFileSync(file, "[]");
    await session("q");
    expect(sources()).toEqual(["魅果=Meiguo"]);
  });

  it("lets one reviewer at a time at a glossary", async () => {
    const { input, review } = await begun();
    await expect(session("q")).rejects.toMatchObject({ code: "review-conflict", message: /reviewing for .* already/ });
    input.end("q\n");
    await review;
    expect(existsSync(`${file}.review.lock`)).toBe(false);
  });

  it("passes over a line that was cut off as it was written, and says so", async () => {
    await session("r", "q");
    appendFileSync(`${file}.review.jsonl`, '{"decision":"acc');
    const { damaged, shown } = await session("a", "q");
    expect(damaged).toEqual([2]);
    expect(shown).toContain("⟦途朵⟧");
    await session("q");
    expect(sources()).toEqual(["途朵=Tuduo"]);
  });

  it("does not let a post steer the terminal", async () => {
    const span = { start: 3, end: 5, text: "魅果" };
    const posts = [{ text: "\u001b[2魅果\u202e\u0007", span: { ...span } }];
    const output = new PassThrough();
    const shown = text(output);
    await reviewFile(file, [{ ...candidate("魅果", "Meiguo"), examples: posts }], { input: Readable.from([]), output });
    output.end();
    expect(await shown).not.toMatch(/[\u001b\u202e\u0007]/u);
  });
});
