import type { Glossary } from "../glossary/glossary.js";
import type { GlossaryEntry } from "../model.js";
import { type Form, formOf } from "./locate.js";
import type { SlotText, WrongForm } from "./protect.js";

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

/** A mention or hashtag, for now itself. */
export function tokenText(text: string): SlotText {
  return { target: text, right: NONE, wrong: NONE };
}

const NONE: readonly never[] = [];

/** What a term must become, or may, and what it must not. */
export function termText(
  target: string,
  accept: readonly string[],
  forbid: readonly { wrong: string; right: string }[],
): SlotText {
  const right = [target, ...accept].map(formOf);
  const wrong = forbid.map(({ wrong: written, right: instead }): WrongForm => ({ ...formOf(written), instead }));
  return { target, right: right.sort(longestFirst), wrong: wrong.sort(longestFirst) };
}

function longestFirst(a: Form, b: Form): number {
  return b.written.length - a.written.length;
}

function makeText(entry: GlossaryEntry, glossary: Glossary): SlotText {
  const { target, accept = [], forbid = [] } = entry;
  const own = [...forbid, entry.source].map((wrong) => ({ wrong, right: target }));
  const derived = namesWithin(entry, glossary).flatMap((inner) => wrongWith(inner, [target, ...accept]));
  return termText(target, accept, [...own, ...derived]);
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
function wrongWith({ target, accept = [], forbid = [] }: GlossaryEntry, forms: readonly string[]) {
  return forms.flatMap((right) =>
    [target, ...accept].flatMap((name) => {
      const words = ` ${right} `;
      if (!words.includes(` ${name} `)) return [];
      return forbid.map((wrong) => ({ wrong: words.replace(` ${name} `, ` ${wrong} `).trim(), right }));
    }),
  );
}
