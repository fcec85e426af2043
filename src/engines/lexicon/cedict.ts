import type { CedictEntry } from "./cedict-file.js";
import type { Reading } from "./entry.js";

const HAN = /\p{Script=Han}/u;
/** Nobody is to be sworn at by a dictionary: 你妈 is rather "your mom". */
const VULGAR = /\b(?:vulgar|fuck\w*|cunt|motherfucker)\b/i;
const USELESS =
  /^(?:surname |variant of |old variant|see |used in |abbr\.|also written|also pr|\(bound form\) (?:used|suffix)|CL:|erhua|Taiwan pr|Japanese variant|Kangxi|radical|component|\(phonetic|\(onom)/i;
const PARENTHESIS = /\s?\([^)]{0,300}\)\s?/g;
const CLASSIFIER = /\s?,?\s?CL:.*$/;
const TONE = /[1-5]$/;
const ADJECTIVE = /(?:ful|ous|ive|able|ible|less|ish|ic|ical|al|ant|ent|ed|ar|ary|free|like|proof)$/;
const ADVERB = /ly$/;
const NOUN_ENDING = /(?:al|ant|ent|ary|ic|ive)$/;

/** Pinyin syllables without tones as one name: `Li3 Xiao3 long2` → `Li Xiaolong`. */
export function pinyinName(pinyin: string): string {
  const syllables = pinyin
    .split(" ")
    .map((syllable) => syllable.replace(TONE, "").replaceAll("u:", "ü").toLowerCase())
    .filter((syllable) => /^[a-zü]+$/.test(syllable));
  const joined = syllables.join("");
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

/** The plain glosses of a definition list, without notes, classifiers, references and long explanations. */
export function glosses(definitions: readonly string[]): string[] {
  const out: string[] = [];
  for (const definition of definitions) {
    for (const part of definition.split(/;\s*/)) {
      if (USELESS.test(part) || VULGAR.test(part)) continue;
      const text = part.replace(CLASSIFIER, "").replace(PARENTHESIS, " ").replace(/\s+/g, " ").trim();
      if (!text || HAN.test(text) || USELESS.test(text) || /[\d:[\]|"]|\.\.|\bsb\b|\bsth\b|etc/.test(text)) continue;
      if (text.split(" ").length <= 5) out.push(text.replace(/[.!,]$/, ""));
    }
  }
  return out;
}

const isName = (entry: CedictEntry): boolean => /^[A-Z]/.test(entry.pinyin) && !/^[A-Z][a-z:]*\d?$/.test(entry.pinyin);

/** The readings of a word of CC-CEDICT: names as names, "to …" as verbs, the rest as adjectives or nouns by their form. */
export function readCedictEntries(entries: readonly CedictEntry[]): Reading[] {
  const readings: Reading[] = [];
  const add = (category: string, english: string): void => {
    if (english && !readings.some((r) => r.category === category))
      readings.push({ category, english, cost: 0.4 + readings.length * 0.5 });
  };
  const ordered = [...entries].sort((a, b) => Number(/^[A-Z]/.test(a.pinyin)) - Number(/^[A-Z]/.test(b.pinyin)));
  for (const entry of ordered) {
    const capital = /^[A-Z]/.test(entry.pinyin);
    if (isName(entry) || (capital && entries.length === 1)) {
      const first = entry.english.map(nameOf).find(isNameText);
      if (first) add("name", first);
      else if (!addGlosses(entry, add)) add("name", pinyinName(entry.pinyin));
    } else if (!capital || glosses(entry.english).some((gloss) => /^[A-Z]/.test(gloss)))
      addGlosses(entry, add, capital);
  }
  return readings;
}

/** Adds what an entry means, only names where asked; false where it says nothing useful. */
function addGlosses(entry: CedictEntry, add: (category: string, english: string) => void, namesOnly = false): boolean {
  const useful = glosses(entry.english).filter((gloss) => !namesOnly || /^[A-Z]/.test(gloss));
  for (const gloss of useful) {
    if (gloss.startsWith("not to ")) add("verb", `not ${gloss.slice(7)}`);
    else if (gloss.startsWith("to ")) add("verb", gloss.slice(3).replace(/^be (\w+ed)$/, "be $1"));
    else if (/^[A-Z]/.test(gloss)) add("name", gloss);
    else addNominal(gloss.replace(/^(?:a|an|the) /, ""), add);
  }
  return useful.length > 0;
}

const LEVEL = / (?:prefecture-level|county-level|sub-provincial|subprovincial|provincial) city$/;
const PART = / (county|district|prefecture|province|autonomous)(?= |$)/g;

/** The name at the head of a definition: "Xuyi county in Jiangsu" → "Xuyi County". */
function nameOf(definition: string): string {
  const head = definition
    .replace(PARENTHESIS, " ")
    .split(/[,;]| in | or | near /)[0]!
    .trim();
  return head.replace(LEVEL, "").replace(PART, (_, part: string) => ` ${part.charAt(0).toUpperCase()}${part.slice(1)}`);
}

const isNameText = (text: string): boolean =>
  /^[A-Z]/.test(text) &&
  !HAN.test(text) &&
  text.split(" ").length <= 5 &&
  !/^(?:Surname|Abbr|CL:|See|Name of)/i.test(text);

function addNominal(gloss: string, add: (category: string, english: string) => void): void {
  const last = gloss.split(/[ -]/).at(-1)!;
  if (ADVERB.test(last) && !gloss.includes(" ")) add("adverb", gloss);
  else if (ADJECTIVE.test(last) && (!NOUN_ENDING.test(last) || !gloss.includes(" "))) add("adjective", gloss);
  else if (/^(?:in|on|at|with|without|by|for|as|from) /.test(gloss)) add("adverb", gloss);
  else add("noun", gloss);
}
