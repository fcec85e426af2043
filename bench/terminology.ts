/**
 * How many terms come out right where every sentence brings its own glossary: the terminology task of WMT23 (Semenov et
 * al. 2023) in kind, done by the embedded engine.
 *
 * Run: npx tsx bench/terminology.ts [basename of .zh and .en]. Two glossaries for each sentence, as there: pairs that its
 * professional translation bears out (a noun of the source whose English stands in the reference), and pairs made up for
 * its other nouns, which no engine would write of itself. A term counts once for each time that it stands in the source;
 * it is right where its English stands in the translation as whole words: names just so, common words in any case of
 * letters and with a regular ending, as in "reporters".
 */
import { existsSync, readFileSync } from "node:fs";
import { endWithReader } from "../src/cli/reader.js";
import { lexiconEngine } from "../src/engines/lexicon/index.js";
import { Glossary } from "../src/glossary/glossary.js";
import type { GlossaryEntry } from "../src/model.js";
import { createTranslator } from "../src/translator.js";
import { printTable } from "./measure.js";

endWithReader();

/** The terms of one sentence. */
type Terms = ReadonlyMap<string, string>;

const CONSONANTS = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z"];
const VOWELS = ["a", "e", "i", "o", "u"];
const NOUN = /^n/u;
const HAN_WORD = /^\p{Script=Han}{2,}$/u;
/** Of a sentence's nouns that are not borne out, every second one gets a name: WMT23 had some three terms a sentence. */
const EVERY = 2;

const engine = lexiconEngine();
const plain = createTranslator({ glossary: Glossary.of([]), engine });
const alone = new Map<string, Promise<string>>();

/** What the embedded engine calls a word by itself. */
function englishOf(word: string): Promise<string> {
  const known = alone.get(word) ?? plain.translate(word).then(({ target }) => target.text.toLowerCase());
  alone.set(word, known);
  return known;
}

/** How often a form of letters and spaces stands in a text as whole words. */
function count(text: string, form: string): number {
  const common = form === form.toLowerCase();
  const word = new RegExp(`(?<!\\p{L})${form}${common ? "(?:es|ed|ing|s|d)?" : ""}(?!\\p{L})`, common ? "giu" : "gu");
  return text.match(word)?.length ?? 0;
}

/** A name that no language has: `Velomari`. The number makes it its own. */
function madeUp(number: number): string {
  let rest = number;
  let name = "";
  for (let i = 0; i < 4; i++) {
    name += CONSONANTS[rest % CONSONANTS.length]! + VOWELS[Math.floor(rest / CONSONANTS.length) % VOWELS.length]!;
    rest = Math.floor(rest / 7) + 17 * (i + 1);
  }
  return name[0]!.toUpperCase() + name.slice(1);
}

async function termsOf(source: string, reference: string): Promise<{ borneOut: Terms; made: Terms }> {
  const borneOut = new Map<string, string>();
  const made = new Map<string, string>();
  const words = plain.analyze(source).words.filter(({ text, pos }) => NOUN.test(pos) && HAN_WORD.test(text));
  for (const [i, { text }] of words.entries()) {
    if (borneOut.has(text) || made.has(text)) continue;
    const english = await englishOf(text);
    if (/^[a-z][a-z ]+$/u.test(english) && count(reference, english) > 0) borneOut.set(text, english);
    else if (i % EVERY === 0) made.set(text, madeUp(source.length * 31 + i));
  }
  return { borneOut, made };
}

/** How many places of terms a sentence has, and how many of them have their English in the translation. */
async function score(source: string, terms: Terms): Promise<{ places: number; right: number; silent: number }> {
  const entries = [...terms].map(([from, target]): GlossaryEntry => ({ source: from, target, kind: "term" }));
  const post = await createTranslator({ glossary: Glossary.of(entries), engine }).translate(source);
  const expected = new Map<string, number>();
  for (const { entry } of post.terms) expected.set(entry.target, (expected.get(entry.target) ?? 0) + 1);
  let right = 0;
  for (const [target, times] of expected) right += Math.min(times, count(post.target.text, target));
  const claimed = post.terms.filter(({ status }) => status !== "missing").length;
  return { places: post.terms.length, right, silent: Math.max(0, claimed - right) };
}

const base = process.argv[2] ?? "../shared/data/flores-dev";
if (existsSync(`${base}.zh`) && existsSync(`${base}.en`)) {
  const lines = (language: string) => readFileSync(`${base}.${language}`, "utf8").trimEnd().split("\n");
  const references = lines("en");
  const rows = { "borne out by the reference": [0, 0, 0, 0], "made up": [0, 0, 0, 0] };
  for (const [i, source] of lines("zh").entries()) {
    const { borneOut, made } = await termsOf(source, references[i]!);
    for (const [row, terms] of [
      [rows["borne out by the reference"], borneOut],
      [rows["made up"], made],
    ] as const) {
      if (terms.size === 0) continue;
      const { places, right, silent } = await score(source, terms);
      row[0]! += 1;
      row[1]! += places;
      row[2]! += right;
      row[3]! += silent;
    }
  }
  printTable(
    "Terms of each sentence's own glossary in the English of the embedded engine",
    ["terms", "sentences", "terms in them", "in the English", "share", "claimed and not there"],
    Object.entries(rows).map(([name, [sentences, places, right, silent]]) => [
      name,
      String(sentences),
      String(places),
      String(right),
      `${((100 * right!) / places!).toFixed(2)} %`,
      String(silent),
    ]),
  );
} else {
  console.log(`no ${base}.zh and ${base}.en; give the basename of two files of sentences, line by line the same`);
}
