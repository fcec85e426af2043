import { packageVersion } from "../../package.js";
import type { ArchiveConverter, ArchiveLine } from "./converter.js";

/** Pieces that hold no language of their own. */
const UNITLESS = new Set(["separator", "url", "mention", "emoticon", "repost", "reply"]);
const HAN = /\p{Script=Han}/u;
const MARKUP = /[&<>"]/g;
const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** What XML 1.0 has no place for (section 2.2). */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** TMX 1.4b, which CAT tools read: a translation unit for each sentence, headline, item and hashtag. */
export const tmx: ArchiveConverter = {
  name: "tmx",
  extension: "tmx",
  async *convert(lines) {
    const tool = `creationtool="not-millet" creationtoolversion="${packageVersion()}"`;
    const header = `<header ${tool} segtype="sentence" o-tmf="not-millet" adminlang="en" srclang="zh" datatype="plaintext"/>`;
    yield {
      page: 1,
      text: `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n${header}\n<body>\n`,
    };
    for await (const line of lines) yield { page: 1, text: unitsOf(line) };
    yield { page: 1, text: "</body>\n</tmx>\n" };
  },
};

function unitsOf({ id, post }: ArchiveLine): string {
  return post.segments
    .map(({ kind, source, target }, i) => {
      const chinese = source.text.trim();
      const english = target.text.trim();
      if (UNITLESS.has(kind) || !HAN.test(chinese) || english === "") return "";
      const language = post.source.language.startsWith("zh") ? post.source.language : "zh";
      const facts = `<prop type="post">${xmlText(id)}</prop><prop type="kind">${kind}</prop>`;
      return `<tu tuid="${xmlText(id)}.${i}" srclang="${language}">${facts}${variant(language, chinese)}${variant("en", english)}</tu>\n`;
    })
    .join("");
}

function variant(language: string, text: string): string {
  return `<tuv xml:lang="${language}"><seg>${xmlText(text)}</seg></tuv>`;
}

function xmlText(text: string): string {
  return text.replace(NOT_XML, "\ufffd").replace(MARKUP, (mark) => ENTITIES[mark]!);
}
