import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../src/text/language.js";
import { normalize } from "../src/text/normalize.js";

const ZERO_WIDTH = "\u200b";

describe("normalize", () => {
  it.each([
    ["小米手机", "小米手机"],
    ["小米手機發佈會", "小米手机发布会"],
    ["ＸＩＡＯＭＩ　１５，好！", "XIAOMI 15,好!"],
    [`小${ZERO_WIDTH}米\ufeff15`, "小米15"],
    ["一行\n二行\r\n", "一行\n二行\r\n"],
    ["1️⃣ 登录 👨‍👩‍👧", "1️⃣ 登录 👨‍👩‍👧"],
    ["乾隆皇帝", "乾隆皇帝"],
    ["乾淨的機場", "干净的机场"],
    ["先午餐，然後健身", "先午餐,然后健身"],
    ["於是出發", "于是出发"],
    ["a\ud800b", "a\ud800b"],
    ["", ""],
  ])("%j becomes %j", (text, copy) => {
    expect(normalize(text).text).toBe(copy);
  });

  it("maps a range of the copy to the original, with the zero-width characters inside", () => {
    const source = `买了${ZERO_WIDTH}小${ZERO_WIDTH}米`;
    const { text, toSource } = normalize(source);
    const start = text.indexOf("小米");
    const range = toSource({ start, end: start + 2 });
    expect(source.slice(range.start, range.end)).toBe(`小${ZERO_WIDTH}米`);
  });

  it("maps every offset there and back, whatever the text", () => {
    const piece = fc.constantFrom("小", "機", "Ａ", "\u200b", "\ufe0f", "👍", "\ud83d", "1", "\n", " ");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((p) => p.join("")),
          fc.string({ unit: "binary" }),
        ),
        (source) => {
          const { text, toSource, fromSource } = normalize(source);
          for (let i = 0; i < text.length; i++) {
            const { start, end } = toSource({ start: i, end: i + 1 });
            expect(end).toBe(start + 1);
            expect(fromSource(start)).toBe(i);
          }
          expect(fromSource(source.length)).toBe(text.length);
          expect(normalize(text).text).toBe(text);
        },
      ),
      // A compatibility ideograph of a traditional character (欄), and one that decomposes to a surrogate pair.
      { examples: [["\uf91d"], ["\ufacf"], ["機\uf9b9"]] },
    );
  });
});

describe("detectLanguage", () => {
  it.each([
    ["我买了一部手机", "zh-Hans"],
    ["我買了一部手機", "zh-Hant"],
    ["你好", "zh"],
    ["昨日、新しい携帯電話を買いました", "ja"],
    ["好の一天", "zh"],
    ["오늘 새 휴대폰을 샀어요", "ko"],
    ["Yesterday I bought a new phone and it works very well.", "en"],
    ["Happy birthday to my best friend, love you", "en"],
    ["Bonjour à tous, le nouveau téléphone est disponible", "fr"],
    ["Доброе утро, новый телефон уже в продаже", "ru"],
    ["iPhone 15 Pro Max 真香", "zh"],
    ["小米 https://www.example.com/a/very/long/path?with=a&query=too", "zh"],
    ["lol", "und"],
    ["", "und"],
    ["😀😀 123", "und"],
  ])("%j is %s", (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });
});
