import fc from "fast-check";
import { parseFragment } from "parse5";
import { analyze } from "../../src/analyze.js";
import { type ArchiveStream, archiveFormats, readArchive } from "../../src/archive/index.js";
import { NotMilletError } from "../../src/errors.js";
import { glossaryFormats } from "../../src/glossary/formats/formats.js";
import { Glossary } from "../../src/glossary/glossary.js";
import type { GlossaryEntry } from "../../src/model.js";
import { htmlToText, parsePostHtml } from "../../src/post/html.js";
import { renderHtml } from "../../src/render/html.js";
import { bilingualPostSchema, postSchema } from "../../src/schemas.js";
import { createTranslator } from "../../src/translator.js";
import { hostileEngines } from "./hostile.js";
import { broken } from "./invariants.js";

/** A property over inputs of one kind. */
export type Part = () => fc.IAsyncProperty<unknown>;

/** What posts are made of, and what breaks readers of posts. */
const PIECES = [
  ..."# @ 【 】 [ ] 「 ” “ （ ） ( ) 《 》 ： : ； 。 ！ ? … ~ / // \\ | _ - · ' \" & < > = % $ ^".split(" "),
  ...[
    "\n",
    "\r\n",
    " ",
    "\u3000",
    "\u200b",
    "\ufe0f",
    "\u202e",
    "\ud83d",
    "\udc00",
    "\u0000",
    "👨‍👩‍👧",
    "1️⃣",
    "①",
    "❶",
    "Ⅰ.",
  ],
  ...[
    "小米",
    "小米粥",
    "小米手机",
    "華為",
    "苹果",
    "一加",
    "联想到",
    "荣耀",
    "王者荣耀",
    "微博",
    "发布",
    "今天",
    "的",
    "和",
  ],
  ...["#小米#", "#小米[超话]#", "@雷军", "//@老王:", "回复@阿强:", "[泪]", "http://t.cn/AbC", "t.cn/x", "a@b.cn", "C#"],
  ...[
    "第一步：",
    "第2步",
    "步骤三",
    "1.",
    "2、",
    "(1)",
    "（二）",
    "一、",
    "3.5",
    "2015年",
    "1.8亿",
    "Step 1",
    "Xiaomi",
    "HyperOS",
  ],
  ...[
    "&amp;",
    "&#x3C;",
    "<b>",
    "</span>",
    '<span id="t0">',
    "<script>alert(1)</script>",
    "]]>",
    "<!--",
    "{{0}}",
    "⟦0⟧",
  ],
] as const;

const post = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary" })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(""));

const name = fc
  .oneof(fc.constantFrom(...PIECES), fc.string({ minLength: 1, unit: "binary" }))
  .filter((text) => text !== "");
const names = fc.array(name, { maxLength: 3 });
const entry: fc.Arbitrary<GlossaryEntry> = fc.record(
  {
    source: name,
    target: name,
    kind: fc.constantFrom("brand", "product", "term", "jargon" as const),
    variants: names,
    accept: names,
    forbid: names,
    ambiguous: fc.boolean(),
    prior: fc.double({ min: 0, max: 1, noNaN: true }),
    notIn: names,
    cues: fc.record({ for: names, against: names }, { requiredKeys: [] }),
    note: fc.string({ unit: "binary" }),
  },
  { requiredKeys: ["source", "target", "kind"] },
);

/** Fails with all that is wrong. */
function expectNothing(wrong: readonly string[]): void {
  if (wrong.length > 0) throw new Error(wrong.join("; "));
}

/** Runs something that may refuse its input, but only with an error of the library. */
async function orRefusal(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotMilletError)) throw error;
  }
}

const readsPosts: Part = () =>
  fc.asyncProperty(post, async (text) => {
    const read = analyze(text);
    expectNothing(broken(read));
    postSchema.parse(JSON.parse(JSON.stringify(read)));
  });

const holdsGlossaries: Part = () =>
  fc.asyncProperty(
    fc.constantFrom(...glossaryFormats),
    fc.array(entry, { maxLength: 5 }),
    fc.oneof(fc.string({ unit: "binary" }), post),
    fc.nat(),
    async (format, entries, noise, at) => {
      const { text, skipped } = Glossary.of(entries).stringify({ format });
      const read = Glossary.parse(text, { format });
      const sources = new Set(read.entries.map(({ source }) => source));
      const refused = new Set(skipped.map((skip) => skip.entry.source));
      const lost = entries.filter(({ source }) => !sources.has(source) && !refused.has(source));
      expectNothing(lost.map(({ source }) => `${JSON.stringify(source)} is lost in silence`));
      const place = at % (text.length + 1);
      await orRefusal(() => Glossary.parse(text.slice(0, place) + noise + text.slice(place), { format }));
      await orRefusal(() => Glossary.parse(noise, { format }));
    },
  );

const restoresTerms: Part = () =>
  fc.asyncProperty(post, fc.constantFrom(...hostileEngines), async (text, [, engine]) => {
    const translated = await createTranslator({ engine, retries: 0 }).translate(text);
    expectNothing(broken(translated));
    expectNothing(translated.issues.filter(({ code }) => code === "token-missing").map(({ message }) => message));
    bilingualPostSchema.parse(JSON.parse(JSON.stringify(translated)));
  });

const RECORDS = [
  '{"text":"小米"}\n',
  '{"id":1,"text":"a\\nb","user":{"screen_name":"x"}}\n',
  '[{"text":"小米"},{"text":2}]',
  '{"weibo":[{"id":"1","text":"小米","retweet":{"text":"米"}}]}',
  '{"data":{"cards":[{"mblog":{"id":"1","text":"<a>小米</a>"}}]}}',
  "id,text\n1,小米\n",
  'id\ttext\n1\t"小米\n',
  "小米发布\n\n第二条\n",
  "\ufeff",
];

const readsArchives: Part = () =>
  fc.asyncProperty(
    fc.array(
      fc.oneof(
        fc.constantFrom(...RECORDS),
        fc.constantFrom(...'{}[]",:\n\t\\'.split("")),
        fc.string({ unit: "binary" }),
      ),
      {
        maxLength: 12,
      },
    ),
    fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 3 }),
    fc.option(fc.constantFrom(...archiveFormats.map((format) => format.name)), { nil: undefined }),
    fc.integer({ min: 1, max: 64 }),
    async (texts, bytes, format, size) => {
      const all = Buffer.concat([Buffer.from(texts.join("")), ...bytes]);
      const stream: ArchiveStream = { name: "fuzz", stream: piecesOf(all, size) } as unknown as ArchiveStream;
      await orRefusal(async () => {
        for await (const record of readArchive([stream], { format })) {
          if (typeof record !== "object" || record === null) throw new Error(`a record is ${String(record)}`);
        }
      });
    },
  );

async function* piecesOf(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const ELEMENTS = new Set(
  "html head meta title style body main article section header footer p div span a dfn ol ul li ruby rt rp br small dl dt dd h1 h2 aside mark q cite abbr code b i em strong time del ins hr nav details summary".split(
    " ",
  ),
);

interface Node {
  tagName?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
}

/** What a page has that only a post's text can have put there. */
function foreignMarkup(node: Node): string[] {
  const { tagName, attrs = [], childNodes = [] } = node;
  return [
    ...(tagName !== undefined && !ELEMENTS.has(tagName) ? [`an element ${tagName}`] : []),
    ...attrs.filter(({ name }) => name.startsWith("on")).map(({ name }) => `an attribute ${name}`),
    ...attrs
      .filter(({ name, value }) => name === "href" && !/^(?:https?:|#)/i.test(value))
      .map(({ value }) => `an address ${value}`),
    ...childNodes.flatMap(foreignMarkup),
  ];
}

const writesHtml: Part = () => {
  const translator = createTranslator({
    engine: { name: "echo", translate: async (units) => units.map(({ text }) => text) },
  });
  return fc.asyncProperty(post, async (text) => {
    htmlToText(text);
    const parsed = parsePostHtml(text);
    expectNothing(broken(analyze(parsed.text)));
    const html = renderHtml(await translator.translate(text), { page: false });
    expectNothing(foreignMarkup(parseFragment(html) as Node));
  });
};

/** The parts of the fuzz run: what is broken is a bug, whatever the input. */
export const parts = {
  parse: readsPosts,
  formats: holdsGlossaries,
  restore: restoresTerms,
  readers: readsArchives,
  html: writesHtml,
} satisfies Record<string, Part>;
