import fc from "fast-check";
import { expect, test } from "vitest";
import { openCedict } from "../../../src/engines/lexicon/cedict-file.js";
import { WordLengths } from "../../../src/engines/lexicon/word-lengths.js";

const unitsOf = (word: string) => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));

function lengthsOf(words: readonly string[]): WordLengths {
  const lengths = new WordLengths();
  for (const word of words) lengths.add(unitsOf(word), word.length);
  return lengths;
}

const bits = (...lengths: number[]) => lengths.reduce((all, length) => all | (1 << length), 0);

test.each([
  ["手机壳好", 0, bits(1, 2, 3)],
  ["手机很好", 0, bits(1, 2)],
  ["手机很好", 1, 0],
  ["用手", 1, bits(1)],
  ["买手机", 1, bits(1, 2)],
  ["𠮷野家", 0, bits(4)],
  ["", 0, 0],
])("%s from %d begins words of the lengths %d", (text, index, expected) => {
  expect(lengthsOf(["手", "手机", "手机壳", "𠮷野家"]).at(text, index)).toBe(expected);
});

test("no word that was noted is ever left out, however many share a place of the table", () => {
  const words = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 24 }), { maxLength: 500 });
  fc.assert(
    fc.property(words, (noted) => {
      const lengths = lengthsOf(noted);
      expect(noted.filter((word) => !lengths.mayHave(word))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("another one begins with what the first has, and goes its own way", () => {
  const first = lengthsOf(["手机"]);
  const second = new WordLengths(first);
  second.add(unitsOf("电脑"), 2);
  expect(["手机", "电脑"].map((word) => [first.mayHave(word), second.mayHave(word)])).toEqual([
    [true, true],
    [false, true],
  ]);
});

test("every simplified form of CC-CEDICT is told by its beginning", () => {
  const { entries, lengths } = openCedict();
  const left: string[] = [];
  for (const { simplified } of entries()) if (!lengths.mayHave(simplified)) left.push(simplified);
  expect(left).toEqual([]);
});
