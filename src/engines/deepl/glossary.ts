import { createHash } from "node:crypto";
import type { DeepLClient } from "deepl-node";
import { byteLength } from "../../text/bytes.js";
import { untilAborted } from "../abandon.js";
import type { TranslationUnit } from "../engine.js";
import { lazily } from "../lazy.js";

/** A term for a glossary on DeepL's side; entries of a `Glossary` are such terms. */
export interface DeepLTerm {
  /** The Chinese. */
  readonly source: string;
  /** The English. */
  readonly target: string;
  /** Other Chinese forms with the same English. */
  readonly variants?: readonly string[] | undefined;
}

/** A list of terms, such as a `Glossary`. */
export interface DeepLTerms {
  /** The terms. */
  readonly entries: Iterable<DeepLTerm>;
}

/** A glossary on DeepL's side. */
export interface GlossaryResource {
  /** Its id; it is looked up, or made, at the first call. Begins no further request when all who asked gave up. */
  id(signal?: AbortSignal): Promise<string>;
  /** Looks it up anew at the next call: somebody deleted it. */
  forget(): void;
  /** Whether it turns each term of a unit, and nothing else in it, into what the unit asks for. */
  covers(unit: TranslationUnit): boolean;
}

/** How the names of our glossaries begin. */
const PREFIX = "not-millet-";
/** DeepL's limit for a phrase, in UTF-8 bytes. */
const PHRASE_BYTES = 1024;
/** What DeepL refuses in a phrase: control characters and Unicode's line breaks. */
const FORBIDDEN = /[\u0000-\u001f\u0080-\u009f\u2028\u2029]/;

/** The phrases of a glossary that DeepL takes, each form once; the first entry of a form wins. */
export function termsOf(
  glossary: Iterable<DeepLTerm> | { readonly entries: Iterable<DeepLTerm> },
): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const { source, target, variants = [] } of Symbol.iterator in glossary ? glossary : glossary.entries) {
    for (const form of [source, ...variants]) {
      if (isPhrase(form) && isPhrase(target) && !terms.has(form)) terms.set(form, target);
    }
  }
  return terms;
}

function isPhrase(text: string): boolean {
  return text !== "" && text === text.trim() && byteLength(text) <= PHRASE_BYTES && !FORBIDDEN.test(text);
}

/** The name of the glossary with some terms: the same for the same terms in any order. */
export function resourceName(terms: ReadonlyMap<string, string>): string {
  const sorted = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
  return PREFIX + createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 24);
}

/** Keeps a glossary with some terms on DeepL's side. */
export function createResource(
  connect: () => Promise<DeepLClient>,
  terms: ReadonlyMap<string, string>,
  keep: number,
): GlossaryResource {
  const longest = Math.max(0, ...[...terms.keys()].map((form) => form.length));
  let asking = 0;
  const goOn = () => {
    if (asking === 0) throw new Error("nobody waits for the glossary any more");
  };
  const id = lazily(() => findOrMake(connect, terms, keep, goOn));
  return {
    id: async (signal) => {
      asking++;
      try {
        return await untilAborted(id.get(), signal);
      } finally {
        asking--;
      }
    },
    forget: () => void id.take(),
    covers: ({ text, terms: wanted }) => {
      const tokens = new Set(wanted.filter(({ source, target }) => source === target).map(({ source }) => source));
      const asked = wanted.filter(({ source }) => !tokens.has(source));
      const found = formsIn(text, terms, longest);
      return (
        asked.length > 0 &&
        found.length === asked.length &&
        asked.every(({ source, target }, i) => found[i] === source && terms.get(source) === target)
      );
    },
  };
}

async function findOrMake(
  connect: () => Promise<DeepLClient>,
  terms: ReadonlyMap<string, string>,
  keep: number,
  /** Called before each request; throws where it is not wanted any more. */
  goOn: () => void,
): Promise<string> {
  const client = await connect();
  goOn();
  const name = resourceName(terms);
  const existing = await client.listMultilingualGlossaries();
  const same = existing.find((glossary) => glossary.name === name);
  if (same) return same.glossaryId;
  const old = existing
    .filter((glossary) => glossary.name.startsWith(PREFIX))
    .sort((a, b) => b.creationTime.getTime() - a.creationTime.getTime())
    .slice(keep);
  // Somebody else may clean up at the same time; what is gone is gone.
  for (const { glossaryId } of old) {
    goOn();
    await client.deleteMultilingualGlossary(glossaryId).catch(() => {});
  }
  goOn();
  const csv = [...terms].map(([source, target]) => `${quoted(source)},${quoted(target)}`).join("\n");
  // As CSV, because the client's own list of entries is a plain object, in which `constructor` cannot be a term.
  return (await client.createMultilingualGlossaryWithCsv(name, "zh", "en", csv)).glossaryId;
}

function quoted(field: string): string {
  return `"${field.replaceAll('"', '""')}"`;
}

/** The forms that stand in a text, leftmost and longest. */
function formsIn(text: string, terms: ReadonlyMap<string, string>, longest: number): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    let length = Math.min(longest, text.length - at);
    while (length > 0 && !terms.has(text.slice(at, at + length))) length--;
    if (length > 0) found.push(text.slice(at, at + length));
    at += length || 1;
  }
  return found;
}
