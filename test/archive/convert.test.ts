import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { type DefaultTreeAdapterTypes, parse as parseHtml } from "parse5";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ArchiveRecord, type ConvertOptions, convertArchive, translateArchive } from "../../src/archive/index.js";
import { createTranslator, Glossary, intlSegmenter } from "../../src/index.js";

const RECORDS: ArchiveRecord[] = [
  { id: "1", text: "小米发布会。欢迎！", meta: { date: "2024-01-01" } },
  { id: "2", text: "转发", retweetOf: "1" },
  { id: "=1+1", text: '=HYPERLINK("http://e.example")中文' },
  { id: "<b>", text: "<script>alert(1)</script>中文 & \u0007控制\ud800" },
  { id: "空", text: "" },
  { id: "2", text: "又是二" },
];

let folder: string;
let file: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "not-millet-convert-"));
  file = join(folder, "out.jsonl");
  const translator = createTranslator({
    glossary: Glossary.of([{ source: "小米", target: "Xiaomi", kind: "brand" }]),
    engine: {
      name: "words",
      translate: async (units) =>
        units.map(({ text }) => text.replace(/\p{Script=Han}+/gu, (han) => `word${han.length}`)),
    },
    segmenter: intlSegmenter(),
  });
  await translateArchive(RECORDS, { translator, out: file });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The pages that a format makes of the archive. */
async function pagesOf(to: string, options: ConvertOptions = {}): Promise<string[]> {
  const pages: string[] = [];
  for await (const { page, text } of convertArchive(file, to, options))
    pages[page - 1] = (pages[page - 1] ?? "") + text;
  return pages;
}

describe("convertArchive", () => {
  it("writes CSV that spreadsheets read and do not execute", async () => {
    const [text] = await pagesOf("csv");
    expect(text!.startsWith("\ufeffid,source,target,terms,issues,retweetOf,meta\n")).toBe(true);
    const rows = parseCsv(text!, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(["1", "2", "'=1+1", "<b>", "空", "2"]);
    expect(rows[0]).toMatchObject({
      source: "小米发布会。欢迎！",
      terms: "小米 = Xiaomi",
      meta: '{"date":"2024-01-01"}',
    });
    expect(rows[1]!.retweetOf).toBe("1");
    expect(rows[2]!.source).toBe(`'${RECORDS[2]!.text}`);
    const [plain] = await pagesOf("csv", { escapeFormulas: false });
    const kept = parseCsv(plain!, { bom: true, columns: true }) as Record<string, string>[];
    expect(kept.map(({ source }) => source)).toEqual(RECORDS.map(({ text }) => text.replace("\ud800", "\ufffd")));
  });

  it("writes TMX 1.4 that an XML parser reads, a unit for each piece of language", async () => {
    const [text] = await pagesOf("tmx");
    const units: { id: string; languages: unknown[]; segments: string[] }[] = [];
    let inSegment = false;
    const parser = new SaxesParser();
    parser.on("error", (error) => {
      throw error;
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "tu") units.push({ id: attributes.tuid as string, languages: [attributes.srclang], segments: [] });
      if (name === "tuv") units.at(-1)!.languages.push(attributes["xml:lang"]);
      if (name === "tmx") expect(attributes.version).toBe("1.4");
      inSegment = name === "seg";
      if (inSegment) units.at(-1)!.segments.push("");
    });
    parser.on("text", (piece) => {
      const segments = units.at(-1)?.segments;
      if (inSegment && segments) segments[segments.length - 1] += piece;
    });
    parser.on("closetag", () => {
      inSegment = false;
    });
    parser.write(text!).close();
    expect(units.slice(0, 2).map(({ segments }) => segments[0])).toEqual(["小米发布会。", "欢迎！"]);
    expect(units[0]!.segments[1]).toContain("Xiaomi");
    expect(units.map(({ id }) => id)).toEqual(["1.0", "1.1", "2.0", "=1+1.0", "<b>.0", "2.0"]);
    for (const { languages } of units) expect(languages).toEqual([languages[0], languages[0], "en"]);
    expect(units.every(({ segments }) => segments.length === 2)).toBe(true);
  });

  it("writes Markdown in which no post is markup", async () => {
    const [text] = await pagesOf("markdown", { title: "My posts" });
    expect(text).toMatch(/^# My posts\n\n## 1\n/);
    expect(text).toContain("Passes on 1.");
    expect(text).not.toMatch(/^<script>/m);
  });

  it("writes pages of HTML with links between them, in which no post is markup", async () => {
    const pages = await pagesOf("html", { pageSize: 2, pageName: (page) => `p${page}.html`, title: "<Posts>" });
    expect(pages).toHaveLength(3);
    const found = pages.map((page) => {
      const elements = elementsOf(parseHtml(page));
      return {
        links: elements.flatMap(({ tagName, attrs }) =>
          tagName === "a" ? [attrs.find(({ name }) => name === "href")!.value] : [],
        ),
        ids: elements.flatMap(({ tagName, attrs }) =>
          tagName === "section" ? [attrs.find(({ name }) => name === "id")?.value] : [],
        ),
        scripts: elements.filter(({ tagName }) => tagName === "script").length,
      };
    });
    expect(found.map(({ links }) => links.filter((link) => link.startsWith("p")))).toEqual([
      ["p2.html"],
      ["p1.html", "p3.html"],
      ["p2.html"],
    ]);
    expect(found[0]).toMatchObject({ ids: ["post-1", "post-2"], links: ["#post-1", "p2.html"] });
    // An id can be an anchor once.
    expect(found[2]!.ids).toEqual(["post-%E7%A9%BA", undefined]);
    expect(found.map(({ scripts }) => scripts)).toEqual([1, 1, 1]);
    expect(pages[1]).toContain("&#x3C;script>");
    expect(pages.every((page) => page.includes(`http-equiv="Content-Security-Policy"`))).toBe(true);
  });

  it("links a repost to its original on whatever page that is", async () => {
    const pages = await pagesOf("html", { pageSize: 1, pageName: (page) => `p${page}.html` });
    expect(pages[1]).toContain('<h2>2 passes on <a href="p1.html#post-1">1</a></h2>');
  });

  it("says which post is passed on where the archive does not have it", async () => {
    const alone = join(folder, "alone.jsonl");
    writeFileSync(alone, `${readFileSync(file, "utf8").split("\n")[1]}\n`);
    let page = "";
    for await (const { text } of convertArchive(alone, "html")) page += text;
    expect(page).toContain("<h2>2 passes on 1</h2>");
  });

  it.each<[what: string, content: string, message: RegExp]>([
    ["a line that is not JSON", "{", /line 1 is not JSON/],
    ["a line that is no translated post", '{"id":"1","text":"早"}', /line 1 is no translated post/],
  ])("refuses %s before anything is written", async (_, content, message) => {
    const path = join(folder, "bad.jsonl");
    writeFileSync(path, content);
    const all = async () => {
      for await (const { text } of convertArchive(path, "csv")) written += text;
    };
    let written = "";
    await expect(all()).rejects.toMatchObject({ code: "archive-input", message });
    expect(written).toBe("");
  });

  it("refuses a format that does not exist", () => {
    expect(() => convertArchive(file, "docx")).toThrow(/there are csv, markdown, html, tmx/);
  });
});

type Node = DefaultTreeAdapterTypes.Node;

function elementsOf(node: Node): DefaultTreeAdapterTypes.Element[] {
  const children = "childNodes" in node ? node.childNodes.flatMap(elementsOf) : [];
  return "tagName" in node ? [node, ...children] : children;
}
