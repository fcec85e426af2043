import { readDictionary } from "../../dictionaries.js";
import { readCedictEntries } from "./cedict.js";
import { type Cedict, type CedictEntry, openCedict } from "./cedict-file.js";
import { readEnglish } from "./english.js";
import type { English, Entry, Item, LexiconFile, Reading } from "./entry.js";
import { type Grammar, type GrammarFile, readGrammar } from "./grammar.js";
import { type Inflector, inflector } from "./inflect.js";
import { type Names, type NamesFile, readNames } from "./names.js";
import { readTopics, type Topics, type TopicsFile } from "./topics.js";

/** Everything the engine reads: words, grammar, English forms. */
export interface Lexicon {
  /** The readings of a simplified word; undefined where no dictionary has it. */
  readonly lookup: (word: string) => Item | undefined;
  /** The pinyin of a character without its tone, as a surname where asked; undefined where it has none. */
  readonly pinyin: (character: string, surname?: boolean) => string | undefined;
  readonly numbered: ReadonlyMap<string, string>;
  readonly names: Names;
  readonly titles: ReadonlySet<string>;
  readonly topics: Topics;
  readonly grammar: Grammar;
  readonly english: Inflector;
}

const FILES = ["phrases", "idioms", "core", "common", "collocations", "wide", "people", "places", "fields"];
const RANKS = [0, 1, 4500, 12500, 25000];
/** What a further part of speech of a word costs, by its place in the entry. */
const READING_COSTS = [0, 0.5, 0.9, 1.2, 1.5, 1.8, 2];
const RARE_WORD = 14;
const RARE_CHARACTER = 15.5;

/** Reads the bundled lexicon and CC-CEDICT. Takes about a second; the result is independent of every other load. */
export function loadLexicon(): Lexicon {
  const grammarFile = readDictionary<GrammarFile>("lexicon/grammar.json");
  const grammar = readGrammar(grammarFile);
  const classes = classesByWord(grammarFile.classes);
  const items = new Map<string, Item>();
  for (const name of FILES) addFile(readDictionary<LexiconFile>(`lexicon/${name}.json`), items, classes);
  for (const [word, categories] of Object.entries(grammarFile.words)) {
    const known = items.get(word);
    const cost = known?.cost ?? 7;
    const readings = Object.entries(categories).map(([category, english], i) => ({
      category,
      english: withChoices(english, known?.readings.find((r) => r.category === category)?.english),
      cost: READING_COSTS[i] ?? 2,
    }));
    items.set(word, { cost, readings: withClasses(readings, classes.get(word)) });
  }
  for (const word of grammarFile.timeUnits.split(" ")) addReading(items, word, "TUNIT");
  for (const word of grammarFile.classes.TIMES?.split(" ") ?? []) addReading(items, word, "TIMES");
  for (const [word, english] of Object.entries(grammarFile.titles)) {
    const item = items.get(word);
    if (item) items.set(word, { ...item, readings: [...item.readings, { category: "title", english, cost: 3 }] });
  }
  for (const [word, item] of items) {
    const classifier = item.readings.find((r) => r.category === "measure" && isClassifier(r.english));
    if (classifier)
      items.set(word, { ...item, readings: [...item.readings, { ...classifier, category: "CLASSIFIER" }] });
  }
  const cedict = openCedict();
  const notWords = new Set(grammarFile.notWords.split(" "));
  const lengths = lengthsOf(items.keys(), cedict.lengths);
  const rare = (word: string): Item | undefined =>
    notWords.has(word) ? undefined : fromCedict(word, cedict, items, classes);
  return {
    lookup: (word) => ((lengths[word.charCodeAt(0)]! >> word.length) & 1 ? (items.get(word) ?? rare(word)) : undefined),
    topics: readTopics(readDictionary<TopicsFile>("lexicon/topics.json")),
    numbered: new Map(Object.entries(grammarFile.numbered)),
    titles: new Set(Object.keys(grammarFile.titles)),
    names: readNames(readDictionary<NamesFile>("lexicon/names.json")),
    pinyin: (character, surname) => pinyinOf(cedict.get(character), surname),
    grammar,
    english: inflector(readEnglish()),
  };
}

const LONGEST = 31;

/** By the first code unit of a word: the lengths of all words that begin with it, a bit each. Most stretches of a text are no words, which this tells at once. */
function lengthsOf(words: Iterable<string>, others: Int32Array): Int32Array {
  const lengths = others.slice();
  for (const word of words) if (word.length <= LONGEST) lengths[word.charCodeAt(0)]! |= 1 << word.length;
  return lengths;
}

/** A function word keeps the choices that the lexicon has for the same part of speech, before its own default. */
function withChoices(english: English, known: English | undefined): English {
  if (typeof english !== "string" || !known || typeof known === "string") return english;
  return [...known.filter((choice) => typeof choice !== "string"), english];
}

function addFile(file: LexiconFile, items: Map<string, Item>, classes: Map<string, string[]>): void {
  let rank = RANKS[file.commonness] ?? 25000;
  for (const [word, entry] of Object.entries(file.entries)) {
    rank++;
    const cost = Math.log(rank + 5) + 3;
    const known = items.get(word);
    if (known) {
      if (cost < known.cost) items.set(word, { ...known, cost });
      continue;
    }
    items.set(word, { cost, readings: withClasses(readingsOf(entry), classes.get(word)) });
  }
}

/** What may follow a noun with its number (手机一部, 耳机一副): no unit, which would be a predicate. */
const isClassifier = (english: English): boolean =>
  english === "" || (typeof english === "string" ? english : JSON.stringify(english)).includes(" of");

/** Gives a measure word the reading of a duration or a number of times as well. */
function addReading(items: Map<string, Item>, word: string, category: string): void {
  const item = items.get(word);
  const measure =
    item?.readings.find((r) => r.category === "measure") ?? item?.readings.find((r) => r.category === "noun");
  if (item && measure) items.set(word, { ...item, readings: [...item.readings, { ...measure, category, cost: 0 }] });
}

const readingsOf = (entry: Entry): Reading[] =>
  Object.entries(entry).map(([category, english], i) => ({
    category: category === "verb" && holdsObject(english) ? INTRANSITIVE : category,
    english,
    cost: READING_COSTS[i] ?? 2,
  }));

/** 重启手机 "restart your phone": a verb with its object has no other. */
const holdsObject = (english: English): boolean =>
  typeof english === "string" && /^[a-z]+ (?:an?|the|your|one's) [a-z-]+$/.test(english);

/** A class whose verbs are nothing else: they never have an object. */
const INTRANSITIVE = "VI";

const NOUN_CLASS = /^(?:NSUF|COUPLE)$/;

/** A verb of a class (one that takes a clause, two objects …) has a reading for each class as well. */
function withClasses(readings: Reading[], classes: readonly string[] | undefined): Reading[] {
  if (!classes) return readings;
  if (classes.includes(INTRANSITIVE))
    return readings.map((reading) => (reading.category === "verb" ? { ...reading, category: INTRANSITIVE } : reading));
  const verb = readings.find((r) => r.category === "verb") ?? readings[0];
  const noun = readings.find((r) => r.category === "noun" || r.category === "mass");
  const added = classes.flatMap((category) => {
    const reading = NOUN_CLASS.test(category) ? noun : verb;
    return reading && !readings.some((r) => r.category === category) ? [{ ...reading, category }] : [];
  });
  return [...readings, ...added];
}

function classesByWord(classes: GrammarFile["classes"]): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const [name, words] of Object.entries(classes))
    for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  return byWord;
}

function fromCedict(
  word: string,
  cedict: Cedict,
  items: Map<string, Item>,
  classes: Map<string, string[]>,
): Item | undefined {
  const entries = cedict.get(word);
  if (!entries) return undefined;
  const readings = readCedictEntries(entries);
  if (!readings.length) return undefined;
  const item = {
    readings: withClasses(readings, classes.get(word)),
    cost: word.length === 1 ? RARE_CHARACTER : RARE_WORD,
  };
  items.set(word, item);
  return item;
}

/** The syllable that most meanings of a character are read with; as a surname, the one that it has as a surname. */
function pinyinOf(entries: readonly CedictEntry[] | undefined, surname = false): string | undefined {
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
