import { describe, expect, it } from "vitest";
import { Glossary } from "../../../src/glossary/glossary.js";
import { createTranslator } from "../../../src/translator.js";

/** Sentences with a glossary of their own, whose English no engine would write of itself. */
const ROWS: [sentence: string, terms: Record<string, string>][] = [
  ["记者昨天在车站采访了三位乘客。", { 记者: "newshound", 车站: "rail stop", 乘客: "fare payer" }],
  ["新手机的屏幕比上一代大,电池也更耐用。", { 屏幕: "front glass", 电池: "power pack" }],
  ["为了保护环境,学校把旧课本送给了山区的孩子们。", { 环境: "surroundings", 课本: "class book", 山区: "hill country" }],
  ["他被公司派到海边的工厂工作了两年。", { 公司: "Lantern Works", 工厂: "mill", 海边: "the Shore" }],
  ["如果天气好,我们周末就去爬山。", { 天气: "sky outlook", 周末: "end of week" }],
  ["这家餐厅的服务员不但热情,而且会说三种语言。", { 餐厅: "eatery", 服务员: "table hand", 语言: "tongue" }],
  ["请把快递放在门口的柜子里,谢谢!", { 快递: "courier box", 门口: "threshold", 柜子: "locker" }],
  ["医生说他的病越来越轻,下个月就能回家了。", { 医生: "Doc Wu", 病: "ailment" }],
  ["转发本条微博并关注我们,抽五位粉丝送电影票。", { 电影票: "film pass", 粉丝: "follower" }],
  ["#新书上市#【作家的一天】他每天五点起床写小说。", { 作家: "penman", 小说: "yarn", 新书: "fresh book" }],
  [
    "老师让学生把作业交给班长,班长又交给了校长。",
    { 老师: "tutor", 作业: "prep work", 班长: "class captain", 校长: "Head Li" },
  ],
  ["市场上的水果有苹果、香蕉和葡萄,都很新鲜。", { 市场: "bazaar", 香蕉: "yellow fruit", 葡萄: "vine berry" }],
];

describe("a term of a sentence's own glossary", () => {
  it.each(ROWS)("is in the English of %s", async (sentence, terms) => {
    const entries = Object.entries(terms).map(([source, target]) => ({ source, target, kind: "term" as const }));
    const post = await createTranslator({ glossary: Glossary.of(entries) }).translate(sentence);
    const expected = entries.flatMap(({ source, target }) =>
      sentence
        .split(source)
        .slice(1)
        .map(() => [target, true]),
    );
    const found = post.terms.map(({ entry, target }) => [
      entry.target,
      target?.text.toLowerCase().startsWith(entry.target.toLowerCase()),
    ]);
    expect(found.sort()).toEqual(expected.sort());
  });
});
