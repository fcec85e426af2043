/**
 * What the library must do wherever it runs: the same cases for each version of Node and for a browser. A case gets the
 * library and its renderers, and gives what it found and what is expected of it.
 */
const POST =
  "#小米手机学院#【手机丢了怎么办?】第一步:登录小米云服务;第二步:挂失。早上喝小米粥[泪]@小米公司 http://t.cn/AbC";

export const cases = {
  "reads the structure of a post": ({ library }) => {
    const { hashtags, titles, lists, mentions, emoticons, urls, segments } = library.analyze(POST);
    return [
      [hashtags, titles, mentions, emoticons, urls]
        .map(({ length }) => length)
        .concat(lists[0].items.length, segments.map(({ source }) => source.text).join("") === POST ? 1 : 0),
      [1, 1, 1, 1, 1, 2, 1],
    ];
  },
  "tells names from words": ({ library }) => {
    const { terms, rejected } = library.analyze(POST);
    return [
      [terms.map(({ entry }) => entry.target), rejected.some(({ reason }) => reason.includes("小米粥"))],
      [["Xiaomi", "Xiaomi Cloud"], true],
    ];
  },
  "splits words": ({ library }) => [
    library
      .analyze("今天天气很好")
      .words.map(({ text }) => text)
      .join(""),
    "今天天气很好",
  ],
  "translates with the embedded engine": async ({ library }) => {
    const { target, terms, issues } = await library.translate(POST);
    return [
      [
        target.text.includes("Step 1: "),
        target.text.includes("http://t.cn/AbC"),
        terms.map(({ status }) => status),
        issues.filter(({ severity }) => severity === "error"),
      ],
      [true, true, ["kept", "kept"], []],
    ];
  },
  "translates with an engine of one's own": async ({ library }) => {
    const engine = library.defineEngine({
      name: "shout",
      translate: async (units) => units.map(({ text }) => text.toUpperCase()),
    });
    const { terms } = await library.createTranslator({ engine }).translate("小米发布新手机");
    return [terms.map(({ target, status }) => [target.text, status]), [["Xiaomi", "repaired"]]];
  },
  "translates many in order": async ({ library }) => {
    const engine = library.defineEngine({ name: "echo", translate: async (units) => units.map(({ text }) => text) });
    const texts = [];
    for await (const post of library.createTranslator({ engine }).translateAll(["a", "b", "c"]))
      texts.push(post.source.text);
    return [texts, ["a", "b", "c"]];
  },
  "knows a language that is not Chinese": ({ library }) => [
    library.analyze(
      "The company announced on Monday that it would open three new stores in the city before the end of the year, and that the prices of its phones would not change.",
    ).source.language,
    "en",
  ],
  "reads and writes glossaries": ({ library }) => {
    const glossary = library.Glossary.parse("source,target,kind\n米宝,Mibao,product\n", { format: "csv" });
    return [
      ["tsv", "tbx", "tmx", "xliff", "json"].map(
        (format) => library.Glossary.parse(glossary.stringify({ format }).text, { format }).get("米宝").target,
      ),
      ["Mibao", "Mibao", "Mibao", "Mibao", "Mibao"],
    ];
  },
  "throws errors with a code": ({ library }) => {
    try {
      library.Glossary.of([{ source: "", target: "x", kind: "brand" }]);
    } catch (error) {
      return [
        [error instanceof library.NotMilletError, error.code],
        [true, "invalid-glossary"],
      ];
    }
    return ["nothing thrown", ""];
  },
  "survives what is no text": ({ library }) => [
    library
      .analyze("\ud83d#\u0000@\u202e【")
      .segments.map(({ source }) => source.text)
      .join(""),
    "\ud83d#\u0000@\u202e【",
  ],
  renders: async ({ library, render }) => {
    const post = await library.translate("小米发布小米15 <b>");
    const html = render.renderHtml(post, { page: false });
    return [
      [html.includes("<dfn"), html.includes("<b>"), render.renderMarkdown(post).includes("Xiaomi")],
      [true, false, true],
    ];
  },
  "meets the schema": async ({ library }) => [
    library.bilingualPostSchema.safeParse(JSON.parse(JSON.stringify(await library.translate(POST)))).success,
    true,
  ],
  "mines a long post": async ({ library }) => {
    const sentences = [
      "买了途朵手机",
      "途朵公司发布新品",
      "我觉得途朵好",
      "去途朵旗舰店",
      "途朵的屏幕很亮",
      "有人用途朵吗",
    ];
    const post = Array.from({ length: 3000 }, (_, i) => sentences[i % sentences.length]).join("。");
    const [best] = await library.mineTerms([post], { glossary: library.Glossary.of([]) });
    return [
      [best.form, best.count, best.documents, best.examples.every(({ span }) => span.text === "途朵")],
      ["途朵", 3000, 1, true],
    ];
  },
  "takes a model's word for no English of its name": async ({ library }) => {
    const tails = ["手机发布了", "续航很好", "拍照不错", "降价了", "和别的比怎么样", "到货了"];
    const posts = tails.flatMap((tail) => [`青鸾Pro${tail}`, `还是青鸾${tail}`, `青鸾公司说${tail}`]);
    const candidates = await library.mineTerms(posts, { glossary: library.Glossary.of([]), minCount: 3 });
    const english = candidates.filter(({ form }) => form.startsWith("青鸾")).map((one) => one.english?.text);
    return [english.some((text) => /^Pro/.test(text ?? "")), false];
  },
  "checks translations": ({ library }) => {
    const pairs = [
      { source: "小米发布新手机", translation: "Millet releases a new phone" },
      { source: "华为手机", translation: "A HUAWEI phone" },
    ];
    const { findings } = library.checkTranslations(pairs);
    return [findings.map(({ kind, pair, target }) => [kind, pair, target.text]), [["mistranslated", 0, "Millet"]]];
  },
  "learns senses": ({ library }) => {
    const glossary = library.Glossary.of([{ source: "橙子", target: "Chengzi", kind: "brand", ambiguous: true }]);
    const texts = ["这个橙子很甜", "买了三斤橙子", "橙子榨汁真好喝", "剥橙子吃", "橙子和梨都便宜", "切开橙子"];
    const examples = texts.map((text) => ({ text, start: text.indexOf("橙子"), form: "橙子", isName: false }));
    const { entries, skipped } = library.learnSenses(glossary, examples);
    const [{ examples: count, accuracyBefore, accuracyAfter }] = entries;
    return [
      [count, accuracyAfter >= accuracyBefore, skipped.length],
      [6, true, 0],
    ];
  },
};
