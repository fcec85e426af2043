import { describe, expect, it } from "vitest";
import { GlossaryError } from "../src/errors.js";
import { Glossary } from "../src/glossary/glossary.js";
import type { GlossaryEntry } from "../src/model.js";
import { glossaryEntrySchema } from "../src/schemas.js";

const xiaomi: GlossaryEntry = { source: "小米", target: "Xiaomi", kind: "brand", variants: ["小米公司"] };
const honor: GlossaryEntry = { source: "荣耀", target: "HONOR", kind: "brand" };

function errorOf(make: () => unknown): GlossaryError {
  try {
    make();
  } catch (error) {
    if (error instanceof GlossaryError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("Glossary", () => {
  it("finds an entry by any form", () => {
    const glossary = Glossary.of([xiaomi, { source: "Black Shark", target: "Black Shark", kind: "brand" }, honor]);
    for (const form of ["小米", "小米公司", "小\u200b米", " 小米 "]) expect(glossary.get(form)?.target).toBe("Xiaomi");
    for (const form of ["荣耀", "榮耀"]) expect(glossary.get(form)?.target).toBe("HONOR");
    for (const form of ["black shark", "BLACKSHARK", "Ｂｌａｃｋ　Ｓｈａｒｋ"]) {
      expect(glossary.get(form)?.target).toBe("Black Shark");
    }
    for (const form of ["", "米", "小米公", "blacks hark"]) expect(glossary.get(form)).toBeUndefined();
  });

  it("takes any form as just text", () => {
    const forms = ["constructor", "__proto__", "toString", ".*", "a+(b|c)", "\\d", "米".repeat(1_000_000)];
    const glossary = Glossary.of(forms.map((source) => ({ source, target: "x", kind: "term" })));
    for (const form of forms) expect(glossary.get(form)?.source).toBe(form);
    expect(glossary.get("hasOwnProperty")).toBeUndefined();
  });

  it("never changes", () => {
    const variants = ["小米公司"];
    const glossary = Glossary.of([{ ...xiaomi, variants }]);
    variants.push("大米");
    expect(glossary.get("大米")).toBeUndefined();
    expect(() => (glossary.entries as GlossaryEntry[]).push(honor)).toThrow(TypeError);
    expect(() => glossary.entries[0]!.variants!.push("大米")).toThrow(TypeError);
    expect(glossary.with([honor]).size).toBe(2);
    expect(glossary.without(["小米公司"]).size).toBe(0);
    expect(glossary.size).toBe(1);
  });

  it("lets an entry with the same source take the old one's place", () => {
    const glossary = Glossary.of([xiaomi, honor]).with([{ ...xiaomi, target: "Mi" }]);
    expect(glossary.entries.map(({ target }) => target)).toEqual(["Mi", "HONOR"]);
  });

  it.each<[string, unknown]>([
    ["", "小米"],
    ["source", { target: "Xiaomi", kind: "brand" }],
    ["source", { source: "", target: "Xiaomi", kind: "brand" }],
    ["target", { source: "小米", target: 5, kind: "brand" }],
    ["kind", { source: "小米", target: "Xiaomi", kind: "company" }],
    ["variants", { source: "小米", target: "Xiaomi", kind: "brand", variants: "小米公司" }],
    ["prior", { source: "小米", target: "Xiaomi", kind: "brand", prior: 2 }],
    ["cues", { source: "小米", target: "Xiaomi", kind: "brand", cues: { for: ["手机"], about: [] } }],
    ["colour", { source: "小米", target: "Xiaomi", kind: "brand", colour: "orange" }],
  ])("names the field %j of a bad entry", (field, entry) => {
    expect(glossaryEntrySchema.safeParse(entry).success).toBe(false);
    const error = errorOf(() => Glossary.of([honor, entry as GlossaryEntry]));
    expect(error.code).toBe("invalid-glossary");
    expect(error.facts).toMatchObject({ entry: 1, field });
    expect(error.message).toContain("Entry 1");
    expect(error.message).toContain("expected");
  });

  it("merges as it is told", () => {
    const ours = Glossary.of([xiaomi, honor]);
    const theirs = Glossary.of([
      honor,
      { ...xiaomi, target: "Mi" },
      { source: "魅族", target: "Meizu", kind: "brand" },
    ]);
    const targets = (glossary: Glossary) => glossary.entries.map(({ target }) => target);
    expect(targets(ours.merge(theirs, { onConflict: "keep" }))).toEqual(["Xiaomi", "HONOR", "Meizu"]);
    expect(targets(ours.merge(theirs, { onConflict: "replace" }))).toEqual(["Mi", "HONOR", "Meizu"]);
    const error = errorOf(() => ours.merge(theirs));
    expect(error.code).toBe("glossary-conflict");
    expect(error.facts.conflicts).toEqual([{ source: "小米", ours: xiaomi, theirs: { ...xiaomi, target: "Mi" } }]);
  });

  it("tells what another glossary adds, lacks and changes", () => {
    const before = Glossary.of([xiaomi, honor]);
    const after = Glossary.of([
      { ...xiaomi, accept: ["Mi"] },
      { source: "魅族", target: "Meizu", kind: "brand" },
    ]);
    const { added, removed, changed } = before.diff(after);
    expect(added.map(({ source }) => source)).toEqual(["魅族"]);
    expect(removed.map(({ source }) => source)).toEqual(["荣耀"]);
    expect(changed.map(({ before: { source }, fields }) => [source, fields])).toEqual([["小米", ["accept"]]]);
    expect(before.diff(before)).toEqual({ added: [], removed: [], changed: [] });
  });

  it("has a hash of its content, however the fields were ordered", () => {
    const reordered = { kind: "brand", target: "HONOR", source: "荣耀" } as const;
    expect(Glossary.of([reordered]).hash).toBe(Glossary.of([honor]).hash);
    expect(Glossary.of([{ ...honor, prior: 0.5 }]).hash).not.toBe(Glossary.of([honor]).hash);
    expect(Glossary.of([honor], { version: "7" }).version).toBe("7");
  });

  it.each<[string, GlossaryEntry[]]>([
    ["one-character-form", [{ source: "米", target: "Mi", kind: "brand" }]],
    ["ambiguous-without-cues", [{ source: "小米", target: "Xiaomi", kind: "brand", ambiguous: true }]],
    [
      "form-in-other-not-in",
      [
        { source: "荣耀", target: "HONOR", kind: "brand", notIn: ["王者荣耀"] },
        { source: "王者荣耀", target: "Honor of Kings", kind: "product" },
      ],
    ],
    ["not-in-without-form", [{ source: "小米", target: "Xiaomi", kind: "brand", notIn: ["大米粥"] }]],
    ["chinese-in-english", [{ source: "小米", target: "Xiao米", kind: "brand" }]],
    ["contradictory-duplicate", [xiaomi, { source: "小米", target: "millet", kind: "term", variants: ["谷子"] }]],
    ["unreachable-entry", [xiaomi, { source: "小 米".replace(" ", "\u200b"), target: "Xiaomi", kind: "term" }]],
  ])("finds %s", (code, entries) => {
    expect(
      Glossary.of(entries)
        .lint()
        .map((finding) => finding.code),
    ).toEqual([code]);
  });

  it("comes with names that say what they are", () => {
    const bundled = Glossary.bundled();
    expect(bundled).toBe(Glossary.bundled());
    expect(bundled.get("小米")?.target).toBe("Xiaomi");
    expect(bundled.lint().filter(({ severity }) => severity === "error")).toEqual([]);
    for (const entry of bundled.entries) expect(glossaryEntrySchema.safeParse(entry).error).toBeUndefined();
  });
});
