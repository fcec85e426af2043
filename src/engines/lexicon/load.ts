import { readDictionary } from "../../dictionaries.js";
import { type Cedict, type CedictEntry, openCedict } from "./cedict-file.js";
import { readEnglish } from "./english.js";
import type { LexiconFile } from "./entry.js";
import { type Grammar, type GrammarFile, readGrammar } from "./grammar.js";
import { type Inflector, inflector } from "./inflect.js";
import { type Names, type NamesFile, readNames } from "./names.js";
import { readTopics, type Topics, type TopicsFile } from "./topics.js";
import { openWords, type Words } from "./words.js";

/** Everything the engine reads: words, grammar, English forms. */
export interface Lexicon extends Words {
  /** The pinyin of a character without its tone, as a surname where asked; undefined where it has none. */
  readonly pinyin: (character: string, surname?: boolean) => string | undefined;
  readonly numbered: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly titles: ReadonlySet<string>;
  readonly topics: Topics;
  readonly grammar: Grammar;
  readonly english: Inflector;
  /** How much more than the cheapest way to split a text another may cost: e to this power times less likely. */
  readonly slack: number;
}

const FILES = ["phrases", "idioms", "core", "common", "collocations", "wide", "people", "places", "fields"];

const SLACK = 4;

/** Reads the bundled lexicon and CC-CEDICT. The result is independent of every other load. */
export function loadLexicon(): Lexicon {
  const grammarFile = readDictionary<GrammarFile>("lexicon/grammar.json");
  const grammar = readGrammar(grammarFile);
  const files = FILES.map((name) => readDictionary<LexiconFile>(`lexicon/${name}.json`));
  const cedict = openCedict();
  return {
    ...openWords(files, grammarFile, cedict),
    topics: readTopics(readDictionary<TopicsFile>("lexicon/topics.json")),
    numbered: new Map(Object.entries(grammarFile.numbered)),
    titles: new Set(Object.keys(grammarFile.titles)),
    names: readNames(readDictionary<NamesFile>("lexicon/names.json")),
    pinyin: pinyinFrom(cedict),
    grammar,
    english: inflector(readEnglish()),
    slack: SLACK,
  };
}

/** Reads pinyin; what was read is kept: at most two syllables for each character. */
function pinyinFrom(cedict: Cedict): Lexicon["pinyin"] {
  const [ordinary, surnames] = [new Map<string, string | undefined>(), new Map<string, string | undefined>()];
  return (character, surname = false) => {
    const known = surname ? surnames : ordinary;
    if (!known.has(character)) known.set(character, pinyinOf(cedict.get(character), surname));
    return known.get(character);
  };
}

/** The syllable that most meanings of a character are read with; as a surname, the one that it has as a surname. */
function pinyinOf(entries: readonly CedictEntry[] | undefined, surname: boolean): string | undefined {
  if (!entries) return undefined;
  const named = surname ? entries.find((e) => e.english.some((meaning) => SURNAME.test(meaning))) : undefined;
  if (named) return syllableOf(named);
  const meanings = new Map<string, number>();
  for (const entry of entries) {
    const syllable = syllableOf(entry);
    if (syllable) meanings.set(syllable, (meanings.get(syllable) ?? 0) + entry.english.length);
  }
  return [...meanings].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const SURNAME = /^surname /i;

function syllableOf(entry: CedictEntry): string | undefined {
  const letters = entry.pinyin.split(" ")[0]?.replace(/\d$/, "").replace("u:", "ü").toLowerCase();
  return letters && /^[a-zü]+$/.test(letters) && letters !== "xx" ? letters : undefined;
}
