import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inProcess, inShell } from "../support/command-line.js";

const COMPANY = [
  { source: "岚骐", target: "Lanqi", kind: "brand", forbid: ["mist steed"] },
  { source: "麦朵", target: "Maiduo", kind: "brand" },
];
const POSTS = [
  "今天提了霓途汽车，很满意",
  "霓途（Nitoo）发布新车",
  "听说霓途科技要上市了",
  "#霓途# 大家怎么看？",
  "有人坐过霓途吗？求推荐",
  "岚骐和霓途怎么选",
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-cli-glossary-"));
  write("company.json", JSON.stringify({ name: "company", version: "3", license: "MIT", entries: COMPANY }));
  write("posts.jsonl", POSTS.map((text) => `${JSON.stringify({ text })}\n`).join(""));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const read = (file: string) => readFileSync(join(folder, file), "utf8");

const glossary = (args: string[], input?: string) => inProcess(["glossary", ...args], { input, cwd: folder });

describe("not-millet glossary lint", () => {
  it("finds nothing wrong with a glossary that is right", async () => {
    const stderr = `company.json: ${COMPANY.length} entries, nothing to mend.\n`;
    expect(await glossary(["lint", "company.json"])).toEqual({ code: 0, stdout: "", stderr });
    expect(await inShell(["glossary", "lint", "company.json"], { cwd: folder })).toMatchObject({ code: 0, stderr });
  });

  it("names the entry that does not do what its author wants, and fails", async () => {
    write("twice.json", JSON.stringify([...COMPANY, { source: "嵐騏", target: "Storm", kind: "brand" }]));
    const { code, stdout, stderr } = await glossary(["lint", "twice.json"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error\tentry \d+\t[a-z-]+\t.*嵐騏/m);
    expect(stderr).toMatch(/^not-millet: twice\.json: 1 error\.\n$/);
  });

  it.each<[what: string, file: string, text: string | undefined, code: number, says: RegExp]>([
    ["a file that is not there", "none.json", undefined, 2, /Cannot read none\.json: there is no such file\.$/m],
    ["a file that is no JSON", "half.json", "{ half", 1, /JSON/],
    ["an entry without English", "bare.json", '[{"source":"岚骐"}]', 1, /target/],
  ])("says in one line what is wrong with %s", async (_, file, text, code, says) => {
    if (text !== undefined) write(file, text);
    const ended = await glossary(["lint", file]);
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code, stdout: "" });
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("not-millet glossary convert", () => {
  it("writes another format, and says what that has no place for", async () => {
    const { code, stdout, stderr } = await glossary(["convert", "company.json", "--to", "tsv"]);
    expect(code).toBe(0);
    expect(stdout).toContain("岚骐\tLanqi");
    const deepl = await glossary(["convert", "company.json", "--to", "deepl"]);
    expect(deepl.stdout).toContain("岚骐\tLanqi");
    expect(deepl.stderr).toMatch(/2 entries were written without what deepl has no place for \(kind, forbid\)/);
    expect(stderr).toBe("");
  });

  it("goes there and back without a loss", async () => {
    await glossary(["convert", "company.json", "--to", "csv", "--out", "company.csv"]);
    await glossary(["convert", "company.csv", "--to", "json", "--out", "back.json"]);
    const stderr = "company.json and back.json have the same entries.\n";
    expect(await glossary(["diff", "company.json", "back.json"])).toEqual({ code: 0, stdout: "", stderr });
  });

  it("refuses a format that there is not", async () => {
    const { code, stderr } = await glossary(["convert", "company.json", "--to", "docx"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Allowed choices are .*json/);
  });
});

describe("not-millet glossary merge and diff", () => {
  const other = [COMPANY[1]!, { source: "岚骐", target: "Mistral", kind: "brand" }];

  it.each([
    ["keep", "Lanqi"],
    ["replace", "Mistral"],
  ])("merges, and with --on-conflict %s takes %s", async (onConflict, target) => {
    write("other.json", JSON.stringify(other));
    const { code, stdout } = await glossary(["merge", "company.json", "other.json", "--on-conflict", onConflict]);
    expect(code).toBe(0);
    const entries = JSON.parse(stdout).entries as { source: string; target: string }[];
    expect(entries.find(({ source }) => source === "岚骐")!.target).toBe(target);
  });

  it("refuses by itself to choose", async () => {
    const { code, stderr } = await glossary(["merge", "company.json", "other.json"]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/岚骐.*--on-conflict/);
  });

  it("says what is gone, new and changed", async () => {
    write("after.json", JSON.stringify([other[1], { source: "星野", target: "Xingye", kind: "service" }]));
    const { stdout } = await glossary(["diff", "company.json", "after.json"]);
    expect(stdout).toMatch(/^- 麦朵\tMaiduo\n\+ 星野\tXingye\n~ 岚骐\ttarget: "Lanqi" → "Mistral"; .*\n$/);
  });
});

describe("not-millet glossary mine", () => {
  it("prints candidates that the glossary has not, a line of JSON each", async () => {
    const { code, stdout } = await glossary(["mine", "posts.jsonl", "--glossary", "company.json", "--min-count", "3"]);
    expect(code).toBe(0);
    const [first, ...others] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ form: "霓途", count: 6, english: { text: "Nitoo", source: "posts" } });
    expect(others.map(({ form }) => form)).not.toContain("岚骐");
  });

  it("reads standard input, and says which post it leaves out", async () => {
    const lines = [...POSTS.map((text) => JSON.stringify({ text })), '{"text": 7}', "{ half"].join("\n");
    const { code, stdout, stderr } = await glossary(["mine", "-", "--min-count", "3", "--limit", "1"], lines);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ form: "霓途" });
    expect(stderr).toMatch(/left out: .*7/);
    expect(stderr).toMatch(/left out: .*8/);
  });

  it.each([
    [["mine", "posts.jsonl", "--min-count", "0"], /whole number/],
    [["mine", "posts.jsonl", "--min-count", "1"], /minCount .* from 2 on/],
    [["mine", "none.jsonl"], /none\.jsonl/],
    [["check", "none.jsonl"], /none\.jsonl/],
  ])("refuses %j", async (args, says) => {
    const { code, stdout, stderr } = await glossary(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});

describe("not-millet glossary check", () => {
  beforeAll(() => {
    const pairs = [
      { text: "岚骐发布新车", translation: "Lanqi launches a new car" },
      { text: "岚骐很好", translation: "The mist steed is good" },
      { text: "麦朵的面包", translation: "The bread of the shop" },
    ];
    write("pairs.jsonl", pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(""));
  });

  it("says line by line what is wrong, and counts", async () => {
    const { code, stdout, stderr } = await glossary(["check", "pairs.jsonl", "--glossary", "company.json"]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "2\tmistranslated\t岚骐 is “mist steed” here; it has to be Lanqi.\n" +
        "3\tmissed\t麦朵 (Maiduo) is not in the translation.\n",
    );
    expect(stderr).toBe("3 texts, 3 terms: 1 missed, 1 mistranslated, 0 inconsistent.\n");
  });

  it("prints the same as JSON", async () => {
    const { stdout } = await glossary(["check", "pairs.jsonl", "--glossary", "company.json", "--json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      pairs: 3,
      findings: [
        { kind: "mistranslated", pair: 1, target: { text: "mist steed", start: 4, end: 14 } },
        { kind: "missed", pair: 2, source: { text: "麦朵", start: 0, end: 2 }, target: null },
      ],
    });
  });

  it.each([
    [[], "1 text, 2 terms: 0 missed, 0 mistranslated, 0 inconsistent.\n"],
    [["--every"], "1 text, 2 terms: 1 missed, 0 mistranslated, 0 inconsistent.\n"],
  ])("wants a repeated term as often where it is told to: %j", async (flags, summary) => {
    write("repeated.jsonl", JSON.stringify({ text: "岚骐发布岚骐一号", translation: "Lanqi launches its first car" }));
    const { stderr } = await glossary(["check", "repeated.jsonl", "--glossary", "company.json", ...flags]);
    expect(stderr).toBe(summary);
  });

  it("leaves out posts without English, says how many, and counts all of them", async () => {
    const texts = [{ text: "岚骐来了" }, { text: "岚骐很好", translation: "The mist steed is good" }, { text: "麦朵" }];
    write("partly.jsonl", texts.map((one) => `${JSON.stringify(one)}\n`).join(""));
    const { stdout, stderr } = await glossary(["check", "partly.jsonl", "--glossary", "company.json"]);
    expect(stdout).toBe("2\tmistranslated\t岚骐 is “mist steed” here; it has to be Lanqi.\n");
    expect(stderr).toBe(
      "left out: 2 posts without English.\n1 text, 1 term: 0 missed, 1 mistranslated, 0 inconsistent.\n",
    );
  });

  it("says how to name the field with the English where posts have none", async () => {
    const { code, stderr } = await glossary(["check", "posts.jsonl"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--translation-field/);
  });
});

describe("not-millet glossary learn", () => {
  const example = (text: string, isName: boolean) =>
    JSON.stringify({ text, start: text.indexOf("蘑菇"), form: "蘑菇", isName });

  beforeAll(() => {
    write("shop.json", JSON.stringify([{ source: "蘑菇", target: "Mogu", kind: "brand", ambiguous: true }]));
    const names = ["裙子", "外套", "包邮", "优惠券", "女装"].flatMap((thing) => [
      example(`昨天在蘑菇下单的${thing}到了`, true),
      example(`蘑菇今天又上新${thing}，下单有优惠`, true),
    ]);
    const others = ["鸡汤", "晚饭", "火锅", "味道", "营养"].flatMap((thing) => [
      example(`妈妈炖的蘑菇${thing}特别鲜美`, false),
      example(`把蘑菇切片下锅，${thing}就好了`, false),
    ]);
    write("examples.jsonl", [...names, ...others].join("\n"));
  });

  it("writes the glossary that learned, and says what that is worth", async () => {
    const { code, stdout, stderr } = await glossary(["learn", "shop.json", "examples.jsonl", "--out", "learned.json"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(JSON.parse(read("learned.json")).entries[0]).toMatchObject({ source: "蘑菇", ambiguous: true });
    expect(stderr).toMatch(/^蘑菇: \d+\.\d % → \d+\.\d % of 20, learned: \w+/m);
    expect(stderr).toMatch(/held out: \d+\.\d % → \d+\.\d %\n$/);
  });

  it.each([
    ["no JSON", "{ half", /examples, line 1: it is not JSON/],
    ["no example", '{"text":"蘑菇"}', /Example 0 must have/],
  ])("refuses %s and says which line", async (_, text, says) => {
    write("examples", text);
    const { code, stderr } = await glossary(["learn", "shop.json", "examples"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });
});

describe("not-millet glossary review", () => {
  it("takes what is accepted, remembers what is rejected, and goes on where it was", async () => {
    write("mine.json", "[]");
    const others = [
      "听说麟度手机要降价",
      "麟度发布新平板",
      "有人用过麟度吗？",
      "#麟度# 值得买吗",
      "麟度科技招人",
      "麟度今天开店",
    ];
    write("two.jsonl", [...POSTS, ...others].map((text) => JSON.stringify({ text })).join("\n"));
    await glossary(["mine", "two.jsonl", "--glossary", "mine.json", "--min-count", "3", "--out", "found.jsonl"]);
    const found = read("found.jsonl")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { form: string });
    const rest = found.filter(({ form }) => form !== "霓途").map(({ form }) => form);
    expect(rest.length).toBeGreaterThan(0);
    const answers = found.map(({ form }) => (form === "霓途" ? "a" : "r"));
    const { code, stdout, stderr } = await glossary(["review", "mine.json", "found.jsonl"], `${answers.join("\n")}\n`);
    expect(code).toBe(0);
    expect(stdout).toContain("⟦霓途⟧");
    expect(stderr).toMatch(
      new RegExp(`accepted 1, rejected ${rest.length}, .* all is in mine\\.json\\.review\\.jsonl\\.`),
    );
    expect(stderr).toMatch(/1 entry was added to mine\.json/);
    expect(JSON.parse(read("mine.json"))).toMatchObject([{ source: "霓途", target: "Nitoo" }]);
    const again = (await glossary(["review", "mine.json", "found.jsonl"], "q\n")).stdout;
    for (const { form } of found) expect(again).not.toContain(`⟦${form}⟧`);
  });

  it("says which line is no candidate", async () => {
    write("odd.jsonl", '{"form":"霓途"}\n');
    const { code, stderr } = await glossary(["review", "mine.json", "odd.jsonl"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/odd\.jsonl, line 1: it is not a candidate that glossary mine printed/);
  });
});
