import type { GlossaryEntry } from "../../model.js";
import { formsOf } from "../forms.js";
import { entryOf, type GlossaryFormat, sortOut, unwritable } from "./format.js";
import { childrenOf, descendantsOf, elementOf, readXml, textOf, XML_DECLARATION, type XmlElement } from "./xml.js";

/** What the versions of TermBase eXchange call the same things. */
interface Dialect {
  name: string;
  description: string;
  open: string;
  close: string;
  concept: string;
  language: string;
  term: string;
}

const HEADER = "<fileDesc><sourceDesc><p>not-millet glossary</p></sourceDesc></fileDesc>";

/** Administrative statuses of TBX: how an English form is to be taken. */
const PREFERRED = "preferredTerm-admn-sts";
const ADMITTED = "admittedTerm-admn-sts";
const DEPRECATED = "deprecatedTerm-admn-sts";
const BAD = /deprecated|superseded|forbidden|obsolete/iu;

function tbxFormat(dialect: Dialect): GlossaryFormat {
  const { name } = dialect;
  return {
    name,
    description: dialect.description,
    parse: (text) => {
      const root = readXml(text, name, "tbx", "martif");
      const concepts = [...descendantsOf(root, "conceptEntry"), ...descendantsOf(root, "termEntry")];
      return concepts.flatMap((concept) => readConcept(concept));
    },
    stringify: (entries) => {
      const { held, ...rest } = sortOut(entries, unwritable, ["variants", "accept", "forbid", "note"]);
      const concepts = held.map((entry, i) => writeConcept(entry, i, dialect));
      return { text: [dialect.open, ...concepts, dialect.close, ""].join("\n"), ...rest };
    },
  };
}

function readConcept(concept: XmlElement): GlossaryEntry[] {
  const sections = [...childrenOf(concept, "langSec"), ...childrenOf(concept, "langSet")];
  const termsIn = (language: RegExp) =>
    sections
      .filter((section) => language.test(section.attributes.get("lang") ?? ""))
      .flatMap((section) => readTerms(section));
  const [source, ...variants] = termsIn(/^zh/iu).map(({ term }) => term);
  const english = termsIn(/^en/iu);
  const target =
    english.find(({ status }) => status.startsWith("preferred")) ?? english.find(({ status }) => !BAD.test(status));
  if (!source || !target) return [];
  const others = english.filter((term) => term !== target);
  const accept = others.filter(({ status }) => !BAD.test(status)).map(({ term }) => term);
  const forbid = others.filter(({ status }) => BAD.test(status)).map(({ term }) => term);
  const note = textOf(childrenOf(concept, "note")[0]);
  return [entryOf({ source, target: target.term, variants, accept, forbid, note })];
}

function readTerms(section: XmlElement): { term: string; status: string }[] {
  const groups = [
    ...descendantsOf(section, "termSec"),
    ...descendantsOf(section, "tig"),
    ...descendantsOf(section, "ntig"),
  ];
  return groups.flatMap((group) => {
    const term = textOf(descendantsOf(group, "term")[0]);
    const notes = [...descendantsOf(group, "termNote"), ...descendantsOf(group, "administrativeStatus")];
    const status = notes.find(
      (note) => note.name === "administrativeStatus" || note.attributes.get("type") === "administrativeStatus",
    );
    return term ? [{ term, status: textOf(status) }] : [];
  });
}

function writeConcept(entry: GlossaryEntry, i: number, dialect: Dialect): string {
  const chinese = formsOf(entry).map((term) => writeTerm(term, undefined, dialect));
  const english = [
    writeTerm(entry.target, PREFERRED, dialect),
    ...(entry.accept ?? []).map((term) => writeTerm(term, ADMITTED, dialect)),
    ...(entry.forbid ?? []).map((term) => writeTerm(term, DEPRECATED, dialect)),
  ];
  const note = elementOf("note", entry.note);
  const section = (code: string, terms: string[]) =>
    `<${dialect.language} xml:lang="${code}">${terms.join("")}</${dialect.language}>`;
  return `<${dialect.concept} id="c${i + 1}">${note}${section("zh", chinese)}${section("en", english)}</${dialect.concept}>`;
}

function writeTerm(term: string, status: string | undefined, { term: element }: Dialect): string {
  const note = elementOf("termNote", status, ' type="administrativeStatus"');
  return `<${element}>${elementOf("term", term)}${note}</${element}>`;
}

const V3 = { concept: "conceptEntry", language: "langSec", term: "termSec" };
const v3Open = (type: string) =>
  `${XML_DECLARATION}<tbx type="${type}" style="dca" xml:lang="zh" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader>${HEADER}</tbxHeader><text><body>`;

/** TBX-Min of version 3 (ISO 30042:2019). */
export const tbx = tbxFormat({
  ...V3,
  name: "tbx",
  description: "TermBase eXchange 3, TBX-Min (ISO 30042:2019); version 2 is read too",
  open: v3Open("TBX-Min"),
  close: "</body></text></tbx>",
});

/** TBX-Basic of version 3. */
export const tbxBasic = tbxFormat({
  ...V3,
  name: "tbx-basic",
  description: "TermBase eXchange 3, TBX-Basic",
  open: v3Open("TBX-Basic"),
  close: "</body></text></tbx>",
});

/** TBX of version 2, whose root is `martif`: what OmegaT and Weblate read. */
export const tbx2 = tbxFormat({
  name: "tbx2",
  description: "TermBase eXchange 2, for OmegaT and Weblate",
  open: `${XML_DECLARATION}<martif type="TBX" xml:lang="zh"><martifHeader>${HEADER}</martifHeader><text><body>`,
  close: "</body></text></martif>",
  concept: "termEntry",
  language: "langSet",
  term: "tig",
});
