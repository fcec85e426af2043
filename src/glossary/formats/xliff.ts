import type { GlossaryEntry } from "../../model.js";
import { formsOf } from "../forms.js";
import { entryOf, type GlossaryFormat, sortOut, unwritable } from "./format.js";
import { childrenOf, descendantsOf, elementOf, readXml, textOf, XML_DECLARATION } from "./xml.js";

const OPEN = `${XML_DECLARATION}<xliff version="2.1" srcLang="zh" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file id="f1"><unit id="u1"><gls:glossary>`;
const CLOSE = "</gls:glossary><segment><source/></segment></unit></file></xliff>";

/** The glossary module of XLIFF 2: a term, its translations (the first is the target) and its definition. */
export const xliff: GlossaryFormat = {
  name: "xliff",
  description: "the glossary module of XLIFF 2.1",
  parse: (text) => {
    return descendantsOf(readXml(text, "xliff", "xliff"), "glossEntry").flatMap((entry) => {
      const source = textOf(childrenOf(entry, "term")[0]);
      const [target, ...accept] = childrenOf(entry, "translation").map(textOf).filter(Boolean);
      const note = textOf(childrenOf(entry, "definition")[0]);
      return source && target ? [entryOf({ source, target, accept, note })] : [];
    });
  },
  stringify: (entries) => {
    const { held, ...rest } = sortOut(entries, unwritable, ["variants", "accept", "note"]);
    let id = 0;
    const written = held.flatMap((entry) => formsOf(entry).map((form) => writeEntry(form, entry, ++id)));
    return { text: [OPEN, ...written, CLOSE, ""].join("\n"), ...rest };
  },
};

function writeEntry(form: string, { target, accept = [], note }: GlossaryEntry, id: number): string {
  const translations = [target, ...accept].map((english, i) =>
    elementOf("gls:translation", english, ` id="g${id}t${i + 1}"`),
  );
  const definition = elementOf("gls:definition", note);
  return `<gls:glossEntry id="g${id}">${elementOf("gls:term", form)}${translations.join("")}${definition}</gls:glossEntry>`;
}
