import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf, occurrences } from "../../src/protect/locate.js";
import { freeCharacters, freePlaceholders } from "../../src/protect/placeholders.js";

const ALL_PREFIXES = "ZX QX XQ ZQ QZ XZ JX QJ";

describe("the placeholders of a text", () => {
  it.each([
    ["用手机拍", "ZXAA"],
    ["ZX Spectrum", "QXAA"],
    ["z-x", "QXAA"],
    ["ＺＸ和ｑｘ", "XQAA"],
    ["Źx", "QXAA"],
    [ALL_PREFIXES, "ZZZAA"],
    [`${ALL_PREFIXES} zzz`, "ZZXAA"],
  ])("begin with what %s does not have", (text, first) => {
    expect(freePlaceholders(text, 1)(0)).toBe(first);
  });

  it("are all different, however many", () => {
    const placeholderOf = freePlaceholders("", 1000);
    const all = Array.from({ length: 1000 }, (_, i) => placeholderOf(i));
    expect(new Set(all).size).toBe(1000);
    expect(new Set(all.map(({ length }) => length)).size).toBe(1);
    const characterOf = freeCharacters("");
    expect(new Set(Array.from({ length: 7000 }, (_, i) => characterOf(i))).size).toBe(7000);
  });

  it("each stand once where they were put, whatever letters and spaces lie between", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ZXQJzxqjｚＸAaBb -ź"), maxLength: 60 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 2, maxLength: 30 }), (parts) => {
        const count = parts.length - 1;
        const placeholderOf = freePlaceholders(parts.join("\n"), count);
        let text = parts[0]!;
        const starts = parts.slice(1).map((part, i) => {
          const start = text.length;
          text += placeholderOf(i) + part;
          return start;
        });
        const read = lettersOf(text);
        starts.forEach((start, i) => {
          const found = occurrences(read, placeholderOf(i).toLowerCase());
          expect(found).toEqual([{ start, end: start + placeholderOf(i).length }]);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("of one character are none that the text has", () => {
    const text = fc.string({ unit: fc.constantFrom("\ue000", "\ue001", "\ue002", "\uf8ff", "米"), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.nat(50), (string, i) => {
        expect(string).not.toContain(freeCharacters(string)(i));
      }),
    );
  });
});
