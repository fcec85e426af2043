import { entryOf, type GlossaryFormat, pairsOf } from "./format.js";
import { childrenOf, descendantsOf, elementOf, readXml, textOf, XML_DECLARATION, type XmlElement } from "./xml.js";

const OPEN = `${XML_DECLARATION}<tmx version="1.4">
<header creationtool="not-millet" creationtoolversion="1" segtype="phrase" o-tmf="not-millet" adminlang="en" srclang="zh" datatype="plaintext"/>
<body>`;
const CLOSE = "</body>\n</tmx>\n";

/** Translation Memory eXchange 1.4: a unit for each form, with the note. */
export const tmx: GlossaryFormat = {
  name: "tmx",
  description: "Translation Memory eXchange 1.4, for CAT tools, Google and Amazon",
  parse: (text) => {
    return descendantsOf(readXml(text, "tmx", "tmx"), "tu").flatMap((unit) => {
      const source = segmentOf(unit, /^zh/iu);
      const target = segmentOf(unit, /^en/iu);
      return source && target ? [entryOf({ source, target, note: textOf(childrenOf(unit, "note")[0]) })] : [];
    });
  },
  stringify: (entries) => {
    const { pairs, skipped, reduced } = pairsOf(entries, ["note"]);
    const units = pairs.map(({ source, target, note }) => {
      const side = (code: string, segment: string) => `<tuv xml:lang="${code}">${elementOf("seg", segment)}</tuv>`;
      return `<tu>${elementOf("note", note)}${side("zh", source)}${side("en", target)}</tu>`;
    });
    return { text: [OPEN, ...units, CLOSE].join("\n"), skipped, reduced };
  },
};

/** The first segment of a language, as Google reads it. */
function segmentOf(unit: XmlElement, language: RegExp): string {
  const variant = childrenOf(unit, "tuv").find(({ attributes }) => language.test(attributes.get("lang") ?? ""));
  return textOf(variant && childrenOf(variant, "seg")[0]);
}
