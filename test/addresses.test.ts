import { describe, expect, it, test } from "vitest";
import { Glossary } from "../src/glossary/glossary.js";
import { addressesIn } from "../src/text/addresses.js";
import { createTranslator } from "../src/translator.js";

const shown = (text: string) =>
  addressesIn(text)
    .reverse()
    .reduce(
      (marked, { start, end }) => `${marked.slice(0, start)}‹${marked.slice(start, end)}›${marked.slice(end)}`,
      text,
    );

describe("addresses", () => {
  test.each([
    "简历请发‹hr@huawei.com›，谢谢",
    "‹Foo.Bar+tag@mail.example.museum›",
    "官网‹oppo.com›已上线",
    "访问‹www.mi.com/cn/phones?id=5›查询",
    "‹www.example.museum›",
    "上‹vip.jd.com›看看，也可以去‹tmall.com/shop›。",
    "用Node.js和Vue.js写的，版本是3.2.1，每台1999.00元",
    "关注@huawei，联系hr@huawei",
    "www. 和 .com 和 a..com",
    "‹ASP.NET›",
  ])("%s", (marked) => {
    expect(shown(marked.replace(/[‹›]/g, ""))).toBe(marked);
  });

  it("takes time in proportion to the text", () => {
    for (const hostile of ["a.", "a@", "a-", "www.", "a.com/", "a.b@"]) {
      expect(addressesIn(`${hostile.repeat(20_000)}!`).every(({ start, end }) => end > start)).toBe(true);
    }
  });
});

test.each([
  ["a name in an e-mail address is none", "简历请发hr@huawei.com", "hr@huawei.com"],
  ["nor is one in a web address without a scheme", "请访问oppo.com", "oppo.com"],
  ["nor in its path", "www.example.com/HUAWEI/oppo", "www.example.com/HUAWEI/oppo"],
])("%s: %s", async (_, text, kept) => {
  const post = await createTranslator().translate(text);
  expect(post.terms.map(({ entry }) => entry.target)).toEqual([]);
  expect(post.target.text).toContain(kept);
});

test("a name that is an address is one where it stands alone, and none inside a longer one", async () => {
  const glossary = Glossary.of([{ source: "JD.com", target: "JD.com", kind: "brand" }]);
  const post = await createTranslator({ glossary }).translate("JD.com和vip.jd.com");
  expect(post.terms.map(({ source }) => source)).toEqual([{ start: 0, end: 6, text: "JD.com" }]);
});
