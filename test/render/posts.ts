import fc from "fast-check";
import { defineEngine } from "../../src/engines/engine.js";
import { Glossary } from "../../src/glossary/glossary.js";
import type { BilingualPost } from "../../src/model.js";
import { createTranslator } from "../../src/translator.js";

const glossary = Glossary.of([
  { source: "小米", target: "Xiaomi", kind: "brand", notIn: ["小米粥"] },
  { source: "转发", target: "repost", kind: "jargon" },
]);

/** An engine that answers with one word a character, and gives whatever is not Chinese back as it came. */
const wordy = defineEngine({
  name: "wordy",
  translate: async (units) => units.map(({ text }) => text.replace(/\p{Script=Han}/gu, "word ").trim()),
});

const translator = createTranslator({ glossary, engine: wordy });

/** A post and its English, made without any dictionary but two entries. */
export function bilingual(text: string): Promise<BilingualPost> {
  return translator.translate(text);
}

/** What hostile posts are made of: markup, schemes, escapes of terminals, marks that reverse the writing. */
export const HOSTILE = [
  "<script>pwned()</script>",
  "<img src=x onerror=pwned()>",
  '"><svg onload=pwned()>',
  "</style><script>pwned()</script>",
  "</title><script>pwned()</script>",
  "</p></article><iframe srcdoc='<script>parent.pwned()</script>'>",
  "<svg><animate onbegin=pwned() attributeName=x dur=1s>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=pwned()&gt;'>",
  "<p style='background:url(http://a.b/x)' class=lit id=note>",
  "<base href=http://a.b/><link rel=stylesheet href=http://a.b/x.css><meta http-equiv=refresh content='0;url=http://a.b'>",
  "<form action=http://a.b><input autofocus onfocus=pwned()>",
  "<template><script>pwned()</script></template><noscript><p title='</noscript><img src=x onerror=pwned()>'>",
  "javascript:pwned()",
  "JaVaScRiPt://%0apwned()",
  "data:text/html,<script>parent.pwned()</script>",
  "http://a.b/%22%3E%3Cscript%3Epwned()%3C/script%3E",
  "http://a.b/\"onmouseover='pwned()'",
  "http://a.b/?q=<b>",
  "[x](javascript:pwned())",
  "![x](http://a.b/c.png)",
  "`code` **bold** _soft_ ~~gone~~",
  "| a | b |\n| - | - |",
  "# heading\n> quote\n- item\n1. item\n```\ncode\n---",
  "&lt;b&gt; &amp; &#60;",
  "\u001b[31m\u001b]0;title\u0007",
  "\u202eevil\u202c\u2066x\u2069",
  "\u0000\ud800\udc00\ud800",
  "<!--",
  "{{7*7}} ${7*7}",
];

const PIECES = [
  ...HOSTILE,
  ...["#小米#", "【标题】", "@大卫", "[泪]", "//@阿强:", "回复@阿强:", "http://t.cn/AbC", "小米", "小米粥", "转发"],
  ...["第一步:打开;", "第二步:关。", "①好②坏", "今天很好。", "；", "——", " ", "\n", "\r\n", "　", "a", "，", "！"],
];

/** Posts of everything that posts are made of, and of what they should not be. */
export const anyPost = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 5 })), { maxLength: 12 })
  .map((pieces) => pieces.join(""));

/** A text without its spaces, which renderers may set anew. */
export function dense(text: string): string {
  return text.replace(/\s+/gu, "");
}
