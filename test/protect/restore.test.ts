import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Carry } from "../../src/engines/engine.js";
import { type Slot, unitPlan } from "../../src/protect/pieces.js";
import { protect, type SlotText } from "../../src/protect/protect.js";
import { restore } from "../../src/protect/restore.js";
import { termText, tokenText } from "../../src/protect/texts.js";

const ENGLISH: Record<string, { target: string; accept: string[]; forbid: string[] }> = {
  小米: { target: "Xiaomi", accept: ["Mi"], forbid: ["millet"] },
  小米云服务: { target: "Xiaomi Cloud", accept: [], forbid: ["millet cloud"] },
  苹果: { target: "Apple", accept: [], forbid: ["apples"] },
  星巴克: { target: "Starbucks", accept: [], forbid: [] },
  雅虎: { target: "Yahoo!", accept: [], forbid: [] },
  快进: { target: "Fast Forward", accept: [], forbid: [] },
  尖塔: { target: "Spire Inc.", accept: [], forbid: [] },
  米粉: { target: "Mi fans", accept: [], forbid: [] },
  五色: { target: "Wu & Se", accept: [], forbid: [] },
  红米K: { target: "REDMI K", accept: [], forbid: [] },
  转发: { target: "repost", accept: [], forbid: ["forward"] },
};

/** What begins a mention, or a link. */
const TOKEN = /^(?:@|https:)/;

/** Reads `用{小米}拍{@大卫}`: braces hold terms, mentions or links. */
function unitOf(notation: string, carry: Carry) {
  let text = "";
  const slots: Slot[] = [];
  const texts: SlotText[] = [];
  for (const part of notation.split(/(\{[^}]*\})/u)) {
    const inner = /^\{(.*)\}$/u.exec(part)?.[1];
    if (inner === undefined) {
      text += part;
      continue;
    }
    slots.push({
      kind: TOKEN.test(inner) ? "token" : "term",
      index: slots.length,
      start: text.length,
      end: text.length + inner.length,
    });
    const { target, accept, forbid } = ENGLISH[inner] ?? { target: inner, accept: [], forbid: [] };
    const wrong = forbid.map((form) => ({ wrong: form, right: target }));
    texts.push(TOKEN.test(inner) ? tokenText(inner) : termText(target, accept, wrong));
    text += inner;
  }
  const plan = unitPlan({ start: 0, end: text.length }, slots);
  return protect(text, plan, (slot) => texts[slot.index]!, carry);
}

/** The English with every slot in braces, and a mark behind it: `=` kept, `~` repaired; missing ones at the end. */
function shown(notation: string, carry: Carry, output: string): string {
  const unit = unitOf(notation, carry);
  const restored = restore(output, unit);
  const found = restored.slots.map((slot, i) => ({ ...slot, i })).filter((slot) => slot.range !== null);
  found.sort((a, b) => b.range!.start - a.range!.start);
  let text = restored.text;
  for (const { range, status } of found) {
    text = `${text.slice(0, range!.start)}{${text.slice(range!.start, range!.end)}}${status === "kept" ? "=" : "~"}${text.slice(range!.end)}`;
  }
  const missing = restored.slots.flatMap(({ range }, i) => (range ? [] : [unit.slots[i]!.english.target]));
  return [text, ...missing.map((target) => `missing ${target}`)].join(" | ");
}

describe("protect", () => {
  it.each<[Carry, string, string]>([
    ["inline", "用{小米}拍", "用Xiaomi拍"],
    ["native", "用{小米}拍", "用小米拍"],
    ["instruction", "用{小米}拍{@大卫}吧", "用小米拍ZXAB吧"],
    ["placeholder", "用{小米}拍{@大卫}吧", "用ZXAA拍ZXAB吧"],
    ["native", "用{小米}拍{@大卫}吧", "用小米拍\ue001吧"],
    ["markup", "A<b&{小米}", 'A&lt;b&amp;<span translate="no" class="notranslate" id="t0">Xiaomi</span>'],
    ["native", "\ue000{@大卫}\ue001", "\ue000\ue002\ue001"],
    ["placeholder", "zx{小米}", "zx QXAA"],
    ["inline", "用{小米}{苹果}5拍", "用Xiaomi Apple 5拍"],
    ["placeholder", "用{小米}{苹果}5拍", "用ZXAA ZXAB 5拍"],
    ["native", "用{小米}{苹果}5拍", "用小米苹果5拍"],
    ["inline", "买{红米K}90", "买REDMI K90"],
    ["inline", "买{红米K}Pro", "买REDMI K Pro"],
    ["inline", "{红米K}和{小米}5", "REDMI K和Xiaomi 5"],
    ["placeholder", "买{红米K}90", "买ZXAA 90"],
  ])("%s carries %s as %s", (carry, notation, text) => {
    expect(unitOf(notation, carry).unit.text).toBe(text);
  });

  it("lists the terms in the order in which they stand, once for each occurrence, with its place", () => {
    const { unit } = unitOf("{小米}和{苹果}和{小米}", "native");
    expect(unit.terms).toEqual([
      { source: "小米", target: "Xiaomi", start: 0 },
      { source: "苹果", target: "Apple", start: 3 },
      { source: "小米", target: "Xiaomi", start: 6 },
    ]);
  });
});

describe("restore", () => {
  const rows: [what: string, notation: string, carry: Carry, output: string, expected: string][] = [
    ["nothing damaged", "用{小米}拍", "inline", "Shoot with Xiaomi", "Shoot with {Xiaomi}="],
    ["an accepted form", "用{小米}拍", "inline", "Shoot with Mi", "Shoot with {Mi}="],
    ["lower case", "用{小米}拍", "inline", "shoot with xiaomi", "shoot with {Xiaomi}~"],
    ["upper case", "用{小米}拍", "inline", "SHOOT WITH XIAOMI", "SHOOT WITH {Xiaomi}~"],
    ["spaces inside", "用{小米}拍", "inline", "shoot with Xiao Mi now", "shoot with {Xiaomi}~ now"],
    ["a hyphen", "用{小米}拍", "inline", "shoot with Xiao-mi now", "shoot with {Xiaomi}~ now"],
    ["full width", "用{小米}拍", "inline", "shoot with Ｘｉａｏｍｉ", "shoot with {Xiaomi}="],
    [
      "entities in an element",
      "用{五色}拍",
      "markup",
      'Shoot with <span id="t0">Wu &amp; Se</span>',
      "Shoot with {Wu & Se}=",
    ],
    ["entities", "用{雅虎}&用{小米}", "markup", "Use Yahoo! &amp; Xiaomi", "Use {Yahoo!}= & {Xiaomi}="],
    [
      "an element twice, the second with something else in it",
      "用{小米}拍",
      "markup",
      'Shoot with <span id="t0">Xiaomi</span> or <span id="t0">millet</span>',
      "Shoot with {Xiaomi}= or",
    ],
    ["the number of a series, behind its letter", "买{红米K}90", "inline", "Buy REDMI K90", "Buy {REDMI K}=90"],
    ["a word run into a link", "到{https://a.cn/}看", "placeholder", "At ZXAAlook", "At {https://a.cn/}= look"],
    ["the stop of a name", "{尖塔}很好", "inline", "spire inc. is good", "{Spire Inc.}~ is good"],
    ["no stop of a name", "{尖塔}很好", "inline", "spire inc is good", "{Spire Inc.}~ is good"],
    [
      "tags that were escaped twice",
      "用{小米}拍",
      "markup",
      'Shoot with &amp;lt;span translate="no" class="notranslate" id="t0"&amp;gt;Xiaomi&amp;lt;/span&amp;gt; now',
      "Shoot with {Xiaomi}= now",
    ],
    ["a possessor in the plural", "{米粉}的小米", "inline", "the Mi fans's phone", "the {Mi fans}=' phone"],
    ["a possessor that ends in s", "{星巴克}的店", "inline", "Starbucks's shop", "{Starbucks}='s shop"],
    [
      "escaped tags",
      "用{小米}拍{苹果}",
      "markup",
      '&lt;span translate="no" class="notranslate" id="t0"&gt;Xiaomi&lt;/span&gt; shoots &lt;span translate="no" class="notranslate" id="t1"&gt;Apple&lt;/span&gt;',
      "{Xiaomi}= shoots {Apple}=",
    ],
    [
      "one escaped tag",
      "用{小米}拍{苹果}",
      "markup",
      '<span translate="no" class="notranslate" id="t0">Xiaomi</span> shoots &#60;span translate="no" class="notranslate" id="t1"&#62;apples&#60;/span&#62;',
      "{Xiaomi}= shoots {Apple}~",
    ],
    [
      "tags in full width",
      "用{小米}拍",
      "markup",
      "＜ＳＰＡＮ ＴＲＡＮＳＬＡＴＥ＝＂ＮＯ＂ ＣＬＡＳＳ＝＂ＮＯＴＲＡＮＳＬＡＴＥ＂ ＩＤ＝＂Ｔ０＂＞Ｘｉａｏｍｉ＜／ＳＰＡＮ＞ ｓｈｏｏｔｓ",
      "{Xiaomi}= shoots",
    ],
    [
      "tags that the post has",
      "写<b>{小米}</b>",
      "markup",
      'write &lt;b&gt;<span translate="no" class="notranslate" id="t0">Xiaomi</span>&lt;/b&gt;',
      "write <b>{Xiaomi}=</b>",
    ],
    ["quotation marks", "用{小米}拍", "inline", "shoot with “Xiaomi”", 'shoot with "{Xiaomi}="'],
    ["doubled", "用{小米}拍", "inline", "shoot with Xiaomi Xiaomi", "shoot with {Xiaomi}="],
    ["a forbidden form", "用{小米}拍", "inline", "shoot with millet", "shoot with {Xiaomi}~"],
    [
      "one right, one forbidden",
      "{小米}说{小米}好",
      "inline",
      "Xiaomi says millet is good",
      "{Xiaomi}= says {Xiaomi}~ is good",
    ],
    ["a forbidden form in the possessive", "{小米}的手机", "inline", "the millet’s phone", "the {Xiaomi}~'s phone"],
    ["a forbidden plural", "{小米}出了手机", "inline", "Millets made a phone", "{Xiaomi}~ made a phone"],
    ["a forbidden plural at the end", "用{小米}", "inline", "shot with millets", "shot with {Xiaomi}~"],
    ["a forbidden plural that owns", "{小米}的手机", "inline", "millets' phone", "{Xiaomi}~'s phone"],
    ["the same at the end", "这是{小米}的", "inline", "it is the millets'.", "it is the {Xiaomi}~'s."],
    ["the same in typographic signs", "{小米}的手机", "inline", "millets’ phone", "{Xiaomi}~'s phone"],
    ["a name in s that owns", "{星巴克}的咖啡", "inline", "star bucks' coffee", "{Starbucks}~' coffee"],
    ["a forbidden plural in quotation marks", "‘{小米}’手机", "inline", "the 'millets' phone", "the '{Xiaomi}~' phone"],
    ["a right name in single quotation marks", "‘{苹果}’手机", "inline", "the 'Apple' phone", "the '{Apple}=' phone"],
    ["an accepted form in lower case", "用{小米}拍", "inline", "shoot with mi now", "shoot with {Mi}~ now"],
    ["letters that only look like a short form", "用{小米}拍", "inline", "I'm I", "I'm I | missing Xiaomi"],
    ["a dash with spaces inside", "用{小米}拍", "inline", "shoot with Xiao - mi", "shoot with {Xiaomi}~"],
    ["accents", "用{小米}拍", "inline", "shoot with Xiǎomǐ", "shoot with {Xiaomi}~"],
    ["no-break spaces", "用{小米}拍", "inline", "shoot\u00a0with\u00a0Xiaomi", "shoot with {Xiaomi}="],
    ["marks of direction", "用{小米}拍", "inline", "shoot with \u200fXiaomi\u200e", "shoot with {Xiaomi}="],
    ["soft hyphens", "用{小米}拍", "inline", "shoot with Xiao\u00admi", "shoot with {Xiaomi}="],
    ["numeric entities", "用{小米}拍", "inline", "shoot with &#x201c;Xiaomi&#8221;", 'shoot with "{Xiaomi}="'],
    ["Chinese signs", "用{小米}拍", "inline", "【shoot】 with “ Xiaomi ” ……", '[shoot] with "{Xiaomi}="...'],
    ["a time in full width", "用{小米}拍", "inline", "１２：３０，Xiaomi", "12:30, {Xiaomi}="],
    ["in capitals, doubled", "用{小米}拍", "inline", "XIAOMI XIAOMI shoots", "{Xiaomi}~ shoots"],
    ["untouched Chinese", "用{小米}拍", "native", "shoot with 小米", "shoot with 小米 | missing Xiaomi"],
    ["letters too far apart", "用{星巴克}拍", "inline", "a Star -- -- bucks", "a Star -- -- bucks | missing Starbucks"],
    [
      "a forbidden form in a right name",
      "{快进}和{转发}",
      "inline",
      "Fast Forward, go",
      "{Fast Forward}=, go | missing repost",
    ],
    [
      "the sign that stands for elements, as an entity",
      "用{小米}拍",
      "markup",
      '&#xe000; <span translate="no" class="notranslate" id="t0">Xiaomi</span>',
      "\ue000 {Xiaomi}=",
    ],
    [
      "that sign itself",
      "用{小米}拍",
      "markup",
      '\ue000 <span translate="no" class="notranslate" id="t0">Xiaomi</span>',
      "\ue000 {Xiaomi}=",
    ],
    [
      "attributes whose quotes came back as entities",
      "用{小米}{米粉}",
      "markup",
      "<span translate=&quot;no&quot; class=&quot;notranslate&quot; id=&quot;t0&quot;>Xiaomi</span><span id=&#39;t1&#39;>Mi fans</span>",
      "{Xiaomi}= {Mi fans}=",
    ],
    ["an entity that the post has", "写&amp;给{小米}", "inline", "write &amp; to Xiaomi", "write &amp; to {Xiaomi}="],
    ["the same in markup", "写&amp;给{小米}", "markup", "write &amp;amp; to Xiaomi", "write &amp; to {Xiaomi}="],
    [
      "the same, escaped like all the rest",
      "写&amp;给{小米}&我",
      "inline",
      "write &amp;amp; to Xiaomi &amp; me",
      "write &amp; to {Xiaomi}= & me",
    ],
    [
      "an entity that the post has beside others",
      "写&nbsp;给{小米}",
      "placeholder",
      "write &nbsp; to &quot;ZXAA&quot;",
      'write &nbsp; to "{Xiaomi}="',
    ],
    ["entities of no character", "用{小米}拍", "markup", "&#1114112; &#0; Xiaomi", "&#1114112; &#0; {Xiaomi}="],
    [
      "an element that stands for nothing",
      "用{小米}拍",
      "markup",
      'shoot <span id="t7">well</span> with <span translate="no" id="t0">Xiaomi</span>',
      "shoot well with {Xiaomi}=",
    ],
    ["JSON", "用{小米}拍", "inline", '{"translation": "shoot with Xiaomi"}', '{"translation": "shoot with {Xiaomi}="}'],
    ["HTML", "用{小米}拍", "inline", "<p>shoot with Xiaomi</p>", "<p>shoot with {Xiaomi}=</p>"],
    ["dropped", "用{小米}拍", "inline", "shoot", "shoot | missing Xiaomi"],
    ["an apology", "用{小米}拍", "inline", "Sorry, I cannot help.", "Sorry, I cannot help. | missing Xiaomi"],
    ["inside another word", "用{小米}拍", "inline", "Xiaomix", "Xiaomix | missing Xiaomi"],
    [
      "a name inside a longer one",
      "{小米}的{小米云服务}",
      "inline",
      "Xiaomi Cloud of Xiaomi",
      "{Xiaomi Cloud}= of {Xiaomi}=",
    ],
    [
      "the longer name broken",
      "{小米}的{小米云服务}",
      "inline",
      "Xiaomi's cloud",
      "{Xiaomi}='s cloud | missing Xiaomi Cloud",
    ],
    ["an ending of a common word", "{转发}了", "native", "Reposted it", "{Reposted}= it"],
    ["placeholder kept", "用{小米}拍", "placeholder", "Shoot with ZXAA.", "Shoot with {Xiaomi}=."],
    ["placeholder lower-cased and spaced", "用{小米}拍", "placeholder", "Shoot with z x a a.", "Shoot with {Xiaomi}=."],
    ["placeholder glued", "用{小米}拍", "placeholder", "ShootwithZXAAphone", "Shootwith {Xiaomi}= phone"],
    ["placeholder doubled", "用{小米}拍", "placeholder", "ZXAA with ZXAA", "{Xiaomi}= with"],
    ["placeholders swapped", "{小米}和{苹果}", "placeholder", "ZXAB and ZXAA", "{Apple}= and {Xiaomi}="],
    ["placeholder translated after all", "用{小米}拍", "placeholder", "Shoot with Xiaomi", "Shoot with {Xiaomi}="],
    ["article before", "一台{苹果}", "placeholder", "a ZXAA", "an {Apple}="],
    ["possessive with a space", "{小米}的", "placeholder", "ZXAA 's phone", "{Xiaomi}='s phone"],
    [
      "element kept",
      "用{小米}拍",
      "markup",
      'Shoot with <span translate="no" class="notranslate" id="t0">Xiaomi</span>.',
      "Shoot with {Xiaomi}=.",
    ],
    [
      "element's text translated",
      "用{小米}拍",
      "markup",
      'Shoot with <span id="t0">millet</span>.',
      "Shoot with {Xiaomi}~.",
    ],
    [
      "element respelled",
      "用{小米}拍",
      "markup",
      "Shoot with < SPAN ID = 't0' >Xiaomi</ span >.",
      "Shoot with {Xiaomi}=.",
    ],
    ["element lost, name kept", "用{小米}拍", "markup", "Shoot with Xiaomi.", "Shoot with {Xiaomi}=."],
    ["doubled, the first one spare", "今天晚上大家用{小米}拍", "inline", "Xiaomi Xiaomi", "{Xiaomi}="],
    ["a possessive that looks like a name", "{小米}的{S}", "inline", "Xiaomi 's", "{Xiaomi}='s | missing S"],
    ["mention carried", "感谢{@大卫}参加", "native", "Thank \ue000 for joining", "Thank {@大卫}= for joining"],
  ];
  it.each(rows)("%s", (_, notation, carry, output, expected) => {
    expect(shown(notation, carry, output)).toBe(expected);
  });

  it("never calls a term kept or repaired where its English does not stand", () => {
    const carries = fc.constantFrom<Carry>("inline", "markup", "placeholder", "native", "instruction");
    const piece = fc.constantFrom(
      "Xiaomi",
      "xiaomi ",
      "millet",
      "ZXAA",
      "z x a b",
      "\ue000",
      "the ",
      "Mi",
      " ",
      "，",
      "&lt;",
      '<span id="t1">x</span>',
      "Apple",
    );
    fc.assert(
      fc.property(carries, fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }), (carry, parts) => {
        const unit = unitOf("用{小米}和{苹果}与{@大卫}", carry);
        const { text, slots } = restore(parts.join(""), unit);
        for (const [i, { range, status }] of slots.entries()) {
          if (range === null) expect(status).toBe("missing");
          else {
            const { target, right } = unit.slots[i]!.english;
            const forms = [target, ...right.map(({ written }) => written)];
            expect(forms.some((form) => text.slice(range.start, range.end).includes(form))).toBe(true);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
