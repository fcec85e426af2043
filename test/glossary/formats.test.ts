import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { glossaryFormats } from "../../src/glossary/formats/formats.js";
import { Glossary } from "../../src/glossary/glossary.js";
import type { GlossaryEntry } from "../../src/model.js";

const FULL: GlossaryEntry = {
  source: "小米",
  target: "Xiaomi",
  kind: "brand",
  variants: ["小米科技"],
  accept: ["Mi"],
  forbid: ["millet"],
  ambiguous: true,
  prior: 0.85,
  notIn: ["小米粥", "a|b\\c"],
  cues: { for: ["手机"], against: ["粥"] },
  note: 'says "hello", & <more>',
};
const PLAIN: GlossaryEntry = { source: "华为", target: "Huawei", kind: "term" };

const names = glossaryFormats.map(({ name }) => name);

describe.each(names)("the format %s", (format) => {
  it("reads what it wrote", () => {
    const { text, skipped } = Glossary.of([PLAIN]).stringify({ format });
    expect(skipped).toEqual([]);
    expect(Glossary.parse(text, { format }).entries).toEqual([PLAIN]);
  });

  it("names every field of an entry that it loses", () => {
    const { text, reduced } = Glossary.of([FULL]).stringify({ format });
    const back = Glossary.parse(text, { format });
    const entry = back.get("小米")!;
    const lost = new Set(reduced.flatMap((one) => one.lost));
    for (const field of ["kind", "accept", "forbid", "ambiguous", "prior", "notIn", "cues", "note"] as const) {
      if (!lost.has(field)) expect(entry[field]).toEqual(FULL[field]);
    }
    expect(back.get("小米科技")?.target).toBe("Xiaomi");
  });

  it("holds half a character or says that it cannot, even where two halves meet", () => {
    for (const entry of [
      { ...PLAIN, source: "\ud83d", target: "\udc00" },
      { ...PLAIN, source: "a\ud83d", target: "b" },
    ]) {
      const { text, skipped } = Glossary.of([entry]).stringify({ format });
      if (skipped.length === 0) expect(Glossary.parse(text, { format }).entries[0]!.source).toBe(entry.source);
      else expect(skipped[0]!.entry).toEqual(entry);
    }
  });

  it("drops no entry in silence, whatever its characters", () => {
    const word = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        "=1+1",
        "@a",
        "-x",
        "constructor",
        "__proto__",
        '"',
        "a\tb",
        "a\nb",
        "<b>",
        "&",
        "#",
        "\u0001",
        "'",
        "|",
      ),
    );
    const entry = fc.record({ source: word, target: word, kind: fc.constant("term" as const) });
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { maxLength: 5, selector: ({ source }) => source.trim().toLowerCase() }),
        (entries) => {
          const usable = entries.filter(
            ({ source, target }) =>
              source.trim() === source &&
              source &&
              target.trim() === target &&
              target &&
              !/\s{2}|[\u00a0\u2000-\u200b\ufeff]/u.test(source + target),
          );
          const { text, skipped } = Glossary.of(usable).stringify({ format });
          const read = Glossary.parse(text, { format }).entries.map(({ source, target }) => [source, target]);
          const gone = new Set(skipped.map((one) => one.entry.source));
          expect(read).toEqual(
            usable.filter(({ source }) => !gone.has(source)).map(({ source, target }) => [source, target]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("what a service does not take is said, not sent", () => {
  const long = "长".repeat(400);
  it.each([
    ["deepl", "DeepL takes at most 1024 bytes of UTF-8 for a term"],
    ["google", "Google takes at most 1023 bytes of UTF-8 for a term"],
    ["amazon", "Amazon takes at most 200 bytes of UTF-8 for a term"],
  ])("%s", (format, reason) => {
    const { skipped, text } = Glossary.of([PLAIN, { source: long, target: "long", kind: "term" }]).stringify({
      format,
    });
    expect(skipped.map((one) => one.reason)).toEqual([reason]);
    expect(text).not.toContain(long);
  });
});

describe("the exact shapes", () => {
  const write = (format: string) => Glossary.of([{ ...PLAIN, note: "a maker" }]).stringify({ format }).text;
  it.each([
    ["deepl", "华为\tHuawei\n"],
    ["google", "华为,Huawei\n"],
    ["google-terms", "zh,en,pos,description\n华为,Huawei,noun,a maker\n"],
    ["azure", "华为\tHuawei\n"],
    ["amazon", "zh,en\n华为,Huawei\n"],
    ["omegat", "华为\tHuawei\ta maker\n"],
  ])("%s", (format, text) => expect(write(format)).toBe(text));

  it.each([
    [
      "tbx",
      /<tbx type="TBX-Min" style="dca" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2">[\s\S]*<conceptEntry id="c1">/,
    ],
    ["tbx2", /<martif type="TBX" xml:lang="zh">[\s\S]*<termEntry id="c1">/],
    ["tmx", /<tmx version="1.4">[\s\S]*<tuv xml:lang="zh"><seg>华为<\/seg><\/tuv>/],
    ["xliff", /<gls:glossEntry id="g1"><gls:term>华为<\/gls:term>/],
  ])("%s", (format, pattern) => expect(write(format)).toMatch(pattern));
});

describe("a file that is not what it says", () => {
  it.each([
    ["json", "[{", 1],
    ["json", '{"name": "x"}', 1],
    ["csv", "a,b\n1,2", 1],
    ["csv", 'source,target\n"小米,Xiaomi', 2],
    ["csv", "source,target\n小米,Xiaomi\n华为,", 3],
    ["csv", "source,target,kind\n小米,Xiaomi,company", 2],
    ["csv", "source,target,prior\n小米,Xiaomi,7", 2],
    ["deepl", "小米\tXiaomi\n华为", 2],
    ["tbx", "<tbx>\n<oops></tbx>", 2],
    ["tbx", "<html/>", 1],
    ["tmx", "<tmx><body>", 1],
    ["xliff", "not xml", 1],
  ])("%s: %j is told with its line", (format, text, line) => {
    expect(() => Glossary.parse(text, { format })).toThrowError(
      expect.objectContaining({ code: "invalid-format", facts: expect.objectContaining({ line }) }),
    );
  });

  it("names entry, field and line of an entry that breaks the schema", () => {
    const text =
      '{"name":"x","version":"1","license":"MIT","entries":[\n{"source":"小米","target":"Xiaomi","kind":"brand"},\n{"source":"华为","target":7,"kind":"brand"}\n]}';
    expect(() => Glossary.parse(text)).toThrowError(
      expect.objectContaining({
        code: "invalid-glossary",
        facts: expect.objectContaining({ entry: 1, field: "target", line: 3 }),
      }),
    );
  });

  it("is an argument error where there is no such format", () => {
    expect(() => Glossary.parse("", { format: "pdf" })).toThrowError(
      expect.objectContaining({ code: "invalid-argument" }),
    );
  });
});

it.each(["tbx", "tbx-basic", "tmx", "xliff"].filter((name) => names.includes(name)))(
  "keeps spaces within names and folds what indents in %s",
  (format) => {
    const entry: GlossaryEntry = { source: "小米  手机", target: "Mi  Phone  5", kind: "term" };
    const { text } = Glossary.of([entry]).stringify({ format });
    expect(Glossary.parse(text, { format }).entries).toEqual([entry]);
    const indented = text.replace("Mi  Phone", "\n\t  Mi\n\t  Phone");
    expect(Glossary.parse(indented, { format }).entries[0]!.target).toBe("Mi Phone  5");
  },
);

it("neutralises formulas for spreadsheets, and takes the mark off again", () => {
  const entry: GlossaryEntry = { source: "公式", target: "=HYPERLINK(1)", kind: "term" };
  const { text } = Glossary.of([entry]).stringify({ format: "csv" });
  expect(text).toContain("'=HYPERLINK(1)");
  expect(Glossary.parse(text, { format: "csv" }).entries).toEqual([entry]);
});

it("reads files with a line of language codes, a coding line and prefixes", () => {
  expect(Glossary.parse("zh\ten\n小米\tXiaomi", { format: "azure" }).get("小米")?.target).toBe("Xiaomi");
  expect(Glossary.parse("# -*- coding: utf-8 -*-\n小米\tXiaomi\tbrand", { format: "omegat" }).get("小米")?.note).toBe(
    "brand",
  );
  const namespaced =
    '<t:tbx xmlns:t="u"><t:text><t:body><t:conceptEntry><t:langSec xml:lang="zh-CN"><t:termSec><t:term>小米</t:term></t:termSec></t:langSec><t:langSec xml:lang="en-US"><t:termSec><t:term>Xiaomi</t:term></t:termSec></t:langSec></t:conceptEntry></t:body></t:text></t:tbx>';
  expect(Glossary.parse(namespaced, { format: "tbx" }).get("小米")?.target).toBe("Xiaomi");
});
