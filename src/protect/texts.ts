import { readDictionary } from "../dictionaries.js";
import type { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { type Form, formOf } from "./locate.js";
import type { SlotText, WrongForm } from "./protect.js";
import type { Tool } from "./tools.js";

/** What was made for the entries of a glossary, for as long as that lives. */
const made = new WeakMap<Glossary, Map<GlossaryEntry, SlotText>>();

/**
 * What a term must become and must not.
 *
 * Its wrong forms are those that its entry forbids, its Chinese, and those that follow from a name inside it: with
 * "millet" forbidden for 小米, 小米云服务 (Xiaomi Cloud) must not be "millet Cloud".
 */
export function slotTextOf(entry: GlossaryEntry, glossary: Glossary): SlotText {
  let texts = made.get(glossary);
  if (!texts) {
    texts = new Map();
    made.set(glossary, texts);
  }
  let text = texts.get(entry);
  if (!text) {
    text = makeText(entry, glossary);
    texts.set(entry, text);
  }
  return text;
}

/** Gives the ways in which a Chinese name is written in pinyin: `["Tengxun"]` for 腾讯. */
export type Spell = (name: string) => readonly string[];

/**
 * The same with the pinyin of the name and of names inside it as wrong forms, where they stand with a capital: "Tengxun" for
 * Tencent, "Tengxun Video" for Tencent Video. Pinyin that is a right form is none: Xiaomi.
 */
export function spelledTextOf(entry: GlossaryEntry, glossary: Glossary, spell: Spell): SlotText {
  const text = slotTextOf(entry, glossary);
  const spelled = makeText(entry, glossary, (named) => spellingsOf(named, spell));
  const names = ({ written }: WrongForm): boolean => !text.wrong.some((form) => form.written === written);
  return {
    ...text,
    wrong: [...text.wrong, ...asNames(spelled.wrong.filter(names))].sort(longestFirst),
    within: [...text.within, ...asNames(spelled.within)].sort(longestFirst),
  };
}

/** Shorter pinyin is a word of English too often: Man, Banner. */
const SHORTEST_SPELLING = 4;

function spellingsOf({ source, target, variants = [], accept = [] }: GlossaryEntry, spell: Spell): string[] {
  const rights = new Set([target, ...accept].map((form) => formOf(form).letters));
  return [source, ...variants].flatMap(spell).filter((spelling) => {
    const { letters } = formOf(spelling);
    return letters.length >= SHORTEST_SPELLING && !rights.has(letters);
  });
}

function asNames(forms: readonly WrongForm[]): WrongForm[] {
  return forms.map(({ written, letters, instead }) => ({ written, letters, instead, isName: true }));
}

/** A mention or hashtag, for now itself. */
export function tokenText(text: string): SlotText {
  return { target: text, right: NONE, wrong: NONE, longer: NONE, within: NONE, tools: NONE, bare: false };
}

const NONE: readonly never[] = [];

/** A wrong form and the right one that has to stand in its place. */
export interface Correction {
  wrong: string;
  right: string;
}

/** What a term must become, or may, and what it must not. */
export function termText(
  target: string,
  accept: readonly string[] = [],
  forbid: readonly Correction[] = [],
  {
    within = [],
    tools = NONE,
    bare = false,
  }: { within?: readonly Correction[]; tools?: readonly Tool[]; bare?: boolean } = {},
): SlotText {
  const right = [target, ...accept].map(formOf).sort(longestFirst);
  const wrong = wrongForms(forbid);
  const longer = wrong.filter((form) =>
    right.some(({ written }) => hasWords(form.written.toLowerCase(), written.toLowerCase())),
  );
  return { target, right, wrong, longer, within: wrongForms(within), tools, bare };
}

function wrongForms(corrections: readonly Correction[]): WrongForm[] {
  return corrections
    .map(({ wrong, right }) => {
      const { written, letters } = formOf(wrong);
      return { written, letters, instead: right, isName: false };
    })
    .sort(longestFirst);
}

function longestFirst(a: Form, b: Form): number {
  return b.written.length - a.written.length;
}

function hasWords(text: string, words: string): boolean {
  return text !== words && ` ${text} `.includes(` ${words} `);
}

/** What engines wrongly write for a name. */
type WrongOf = (entry: GlossaryEntry) => readonly string[];

const forbidden: WrongOf = ({ forbid = [] }) => forbid;

function makeText(entry: GlossaryEntry, glossary: Glossary, wrongOf: WrongOf = forbidden): SlotText {
  const { source, target, accept = [] } = entry;
  const rights = [target, ...accept];
  const own = [...wrongOf(entry), source].map((wrong): Correction => ({ wrong, right: target }));
  const inner = namesWithin(entry, glossary);
  const derived = inner.flatMap((name) => [
    ...wrongWith(name, rights, wrongOf),
    ...withOtherHead(entry, name, headsOf(source.slice(name.source.length), glossary), wrongOf),
  ]);
  const within = inner.flatMap((name) => wrongOf(name).map((wrong): Correction => ({ wrong, right: name.target })));
  const tools = inner.flatMap((name) => toolsOf(entry, name));
  return termText(target, accept, [...own, ...derived], { within, tools, bare: isBare(entry) });
}

/** A service that is named by its maker and what it is for: WeChat Pay. */
function toolsOf({ source, target, kind }: GlossaryEntry, name: GlossaryEntry): Tool[] {
  const verb = target.startsWith(`${name.target} `) ? target.slice(name.target.length + 1) : "";
  if (kind !== "service" || !source.startsWith(name.source) || !ONE_WORD.test(verb)) return [];
  return [name.target, ...(name.accept ?? [])].map((form) => ({ name: form, verb }));
}

const ONE_WORD = /^\p{L}{3,}$/u;

const BARE_KINDS: ReadonlySet<string> = new Set(["brand", "person"]);

/** A company or a person, or a service of one word; of more it may have an article: the App Store. */
function isBare({ kind, target }: GlossaryEntry): boolean {
  return BARE_KINDS.has(kind) || (kind === "service" && !target.includes(" "));
}

/** A compound with its name right or wrong and its head in other words: "millet's press conference". */
function withOtherHead(
  entry: GlossaryEntry,
  name: GlossaryEntry,
  heads: readonly string[],
  wrongOf: WrongOf,
): Correction[] {
  if (!entry.source.startsWith(name.source)) return [];
  const rights = [entry.target, ...(entry.accept ?? [])];
  const names = [name.target, ...(name.accept ?? []), ...wrongOf(name)];
  const own = entry.target.split(" ").at(-1)!.toLowerCase();
  // "millet cloud services" is wrong in its name alone; what goes on behind the right head stays.
  const others = heads.filter((head) => !head.toLowerCase().startsWith(`${own} `));
  return names
    .flatMap((form) => others.flatMap((head) => [`${form} ${head}`, `${form}'s ${head}`]))
    .filter((wrong) => !rights.some((right) => right === wrong || hasWords(wrong, right)))
    .map((wrong) => ({ wrong, right: entry.target }));
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** What the head of a compound may be in English, by the glossary and by what shops and engines call such things. */
function headsOf(head: string, glossary: Glossary): readonly string[] {
  const entry = head.length > 1 ? glossary.get(head) : undefined;
  const named = entry ? [entry.target, ...(entry.accept ?? []), ...(entry.forbid ?? [])] : [];
  known ??= new Map(Object.entries(readDictionary<Record<string, readonly string[]>>("heads.json")));
  return [...named, ...(known.get(head) ?? [])];
}

/** The entries of the glossary whose names are part of another's. */
function namesWithin({ source }: GlossaryEntry, glossary: Glossary): GlossaryEntry[] {
  const found = new Set<GlossaryEntry>();
  for (let start = 0; start < source.length; start++) {
    for (let end = start + 2; end <= source.length; end++) {
      const inner = end - start < source.length ? glossary.get(source.slice(start, end)) : undefined;
      if (inner) found.add(inner);
    }
  }
  return [...found];
}

/** Right forms with a name in them turned into what engines wrongly write for it. */
function wrongWith(entry: GlossaryEntry, forms: readonly string[], wrongOf: WrongOf): Correction[] {
  const { target, accept = [] } = entry;
  return forms.flatMap((right) =>
    [target, ...accept].flatMap((name) => {
      const words = ` ${right} `;
      if (!words.includes(` ${name} `)) return [];
      return wrongOf(entry).map((wrong) => ({ wrong: words.replace(` ${name} `, ` ${wrong} `).trim(), right }));
    }),
  );
}
