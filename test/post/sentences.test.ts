import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/post/sentences.js";
import { readNotation } from "../notation.js";

const LINES = [
  "{s:今天很好。}{s:明天呢？}{s:后天再说！}",
  "{s:真的吗？！}{s:太棒了！！！}{s:嗯……}{s:好吧}",
  "{s:等等...}{s:再等等}",
  "{s:好吧。。。}{s:算了}",
  "{s:第一行}\\n{s:第二行}\\r\\n{s:第三行}",
  " {s:前后有空格。} {s:是的} ",
  "{s:他说：“你好。”}{s:然后走了。}",
  "{s:“快跑！”他喊道。}",
  "{s:“你好！”}{s:天亮了。}",
  "{s:「走吧。」}{s:天亮了。}",
  "{s:看了《你好！李焕英》。}{s:哭了}",
  "{s:听《怎么办？》的时候}",
  "{s:我走了（真的！）再见。}",
  "{s:（图片来自网络。）}{s:下一句}",
  "{s:他问（你是谁？）我没答。}",
  "{s:“第一句。第二句。”}{s:后面}",
  "{s:他说“今天}\\n{s:不去了。}{s:明天”再说}",
  '{s:他说"好!"}{s:我走了}',
  '{s:我走了!}{s:"好"是他说的}',
  "{s:没有闭合的“引号。}{s:下一句。}",
  "{s:多余的）括号。}{s:下一句。}",
  "{s:（没有“闭合“的“引号“很“多。}{s:很远）的括号。}",
  "{s:涨了3.5%，到1.2万。}{s:好}",
  "{s:版本2.0.1发布了}",
  "{s:Hello world.} {s:This is it.}",
  "{s:今天很好.} {s:明天再说}",
  "{s:Mr. Lei met Dr. Smith at 5 p.m. on Monday.} {s:Good.}",
  "{s:J. K. Rowling wrote it.} {s:Yes!}",
  "{s:快来！~}{s:好的～}",
  "{s:甲；乙；丙。}{s:丁}",
  "{s:Yes!} {s:No?}",
  "{s:看mi.com。}{s:好}",
  "{s:半角结束!}{s:是的?}{s:好}",
];

describe("splitSentences", () => {
  it.each(LINES)("%s", (line) => {
    const { text, expected } = readNotation(line.replaceAll("\\r", "\r"));
    const sentences = splitSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
    expect(sentences).toEqual(expected.map(({ start, end }) => text.slice(start, end)));
  });

  it("splits nothing inside what it must not look into", () => {
    const text = "看#怎么办？#，好。是";
    expect(splitSentences(text, 0, text.length, [{ start: 1, end: 7 }])).toEqual([
      { start: 0, end: 10 },
      { start: 10, end: 11 },
    ]);
  });

  it("keeps to the range, in order, and leaves out only spaces", () => {
    const text = fc.string({ unit: fc.constantFrom(...'。！？….\n "“”（）《》；，Aa好\u3000'.split("")) });
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), (all, from, length) => {
        const start = Math.min(from, all.length);
        const end = Math.min(start + length, all.length);
        let at = start;
        for (const sentence of splitSentences(all, start, end)) {
          expect(all.slice(at, sentence.start).trim()).toBe("");
          expect(sentence.end).toBeGreaterThan(sentence.start);
          at = sentence.end;
        }
        expect(all.slice(at, end).trim()).toBe("");
      }),
    );
  });
});
