import { readCedictEntries } from "./cedict.js";
import type { Cedict } from "./cedict-file.js";
import type { English, Entry, Item, LexiconFile, Reading } from "./entry.js";
import type { GrammarFile } from "./grammar.js";
import { WordLengths } from "./word-lengths.js";

/** The words that the engine knows. */
export interface Words {
  /** The readings of a simplified word; undefined where no dictionary has it. What was found is kept. */
  readonly lookup: (word: string) => Item | undefined;
  /** How long the words may be that begin at an index of a text: bit 1 for one code unit, bit 2 for two … bit 15 for all longer ones. */
  readonly lengthsAt: (text: string, index: number) => number;
}

const RANKS = [0, 1, 4500, 12500, 25000];
/** What a further part of speech of a word costs, by its place in the entry. */
const READING_COSTS = [0, 0.5, 0.9, 1.2, 1.5, 1.8, 2];
const FUNCTION_WORD = 7;
/** 不去, 不出来: the end of a verb's potential form, which behind no verb is two words, is about as likely as the two. */
const POTENTIAL = /^CAN(?:NOT)?$/;
const POTENTIAL_WORD = 15;
const RARE_WORD = 14;
const RARE_CHARACTER = 15.5;

/**
 * Finds the words of the lexicon's files, of the grammar, and, where neither has a word, of CC-CEDICT.
 *
 * Of the 46,000 words of the files only the ranks are noted; what a word can be is read when it is asked for.
 */
export function openWords(files: readonly LexiconFile[], grammar: GrammarFile, cedict: Cedict): Words {
  const ranks = ranksOf(files);
  const classes = classesByWord(grammar.classes);
  const timeUnits = new Set(grammar.timeUnits.split(" "));
  const times = new Set(grammar.classes.TIMES?.split(" "));
  const notWords = new Set(grammar.notWords.split(" "));
  const known = new Map<string, Item>();

  const fromFiles = (word: string): Item | undefined => {
    const rank = ranks.get(word);
    if (rank === undefined) return undefined;
    const { entries } = files.find((file) => Object.hasOwn(file.entries, word))!;
    return {
      cost: Math.log(rank + 5) + 3,
      readings: withClasses(readingsOf(entries[word]!), classesOf(word, classes)),
    };
  };
  const fromGrammar = (word: string, item: Item | undefined): Item => {
    const readings = Object.entries(grammar.words[word]!).map(([category, english], i) => ({
      category,
      english: withChoices(english, item?.readings.find((r) => r.category === category)?.english),
      cost: READING_COSTS[i] ?? 2,
    }));
    const potential = readings.every(({ category }) => POTENTIAL.test(category));
    const cost = potential ? POTENTIAL_WORD - word.length : FUNCTION_WORD;
    return { cost: item?.cost ?? cost, readings: withClasses(readings, classes.get(word)) };
  };
  const fromCedict = (word: string): Item | undefined => {
    const entries = notWords.has(word) ? undefined : cedict.get(word);
    const readings = entries ? readCedictEntries(entries) : [];
    if (!readings.length) return undefined;
    const cost = word.length === 1 ? RARE_CHARACTER : RARE_WORD;
    return { cost, readings: withClasses(readings, classes.get(word)) };
  };
  const read = (word: string): Item | undefined => {
    let item = fromFiles(word);
    if (Object.hasOwn(grammar.words, word)) item = fromGrammar(word, item);
    if (!item) return fromCedict(word);
    const readings = [...item.readings];
    if (timeUnits.has(word)) addMeasure(readings, "TUNIT");
    if (times.has(word)) addMeasure(readings, "TIMES");
    const title = Object.hasOwn(grammar.titles, word) ? grammar.titles[word] : undefined;
    if (title !== undefined) readings.push({ category: "title", english: title, cost: 3 });
    const classifier = readings.find((r) => r.category === "measure" && isClassifier(r.english));
    if (classifier) readings.push({ ...classifier, category: "CLASSIFIER" });
    return { cost: item.cost, readings };
  };

  const lengths = new WordLengths(cedict.lengths);
  for (const words of [ranks.keys(), Object.keys(grammar.words)])
    for (const word of words) lengths.add(unitsOf(word), word.length);
  const lookup = (word: string): Item | undefined => {
    if (!lengths.mayHave(word)) return undefined;
    const before = known.get(word);
    if (before) return before;
    const item = read(word);
    if (item) known.set(word, item);
    return item;
  };
  return { lookup, lengthsAt: (text, index) => lengths.at(text, index) };
}

const unitsOf = (word: string): number[] => Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));

/** How common each word is, by its place in its file; of several files the one that makes it commonest counts. */
function ranksOf(files: readonly LexiconFile[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const { commonness, entries } of files) {
    let rank = RANKS[commonness] ?? 25000;
    for (const word in entries) {
      rank++;
      if (!(ranks.get(word)! <= rank)) ranks.set(word, rank);
    }
  }
  return ranks;
}

/** A function word keeps the choices that the lexicon has for the same part of speech, before its own default. */
function withChoices(english: English, known: English | undefined): English {
  if (typeof english !== "string" || !known || typeof known === "string") return english;
  return [...known.filter((choice) => typeof choice !== "string"), english];
}

/** What may follow a noun with its number (手机一部, 耳机一副): no unit, which would be a predicate. */
const isClassifier = (english: English): boolean =>
  english === "" || (typeof english === "string" ? english : JSON.stringify(english)).includes(" of");

/** Gives a measure word the reading of a duration or a number of times as well. */
function addMeasure(readings: Reading[], category: string): void {
  const measure = readings.find((r) => r.category === "measure") ?? readings.find((r) => r.category === "noun");
  if (measure) readings.push({ ...measure, category, cost: 0, ...(category === "TIMES" && { english: "time" }) });
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

/** A class whose adjectives stand before nouns and are said of none: 旗舰, 国产. */
const ATTRIBUTIVE = "ATTRIB";

const NARROWING = /^(?:VI|ATTRIB)$/;
const KIND_CLASS = /^(?:INFO|NINST|EVTN)$/;
const NOUN_CLASS =
  /^(?:EARLIER|NSUF|NOHEADN|NTAIL|NCLAUSE|COUPLE|NOTICE|INFO|VFIELD|NINST|EVENTN|EVTN|NDONE|STATN|WHOLEN|PEOPLEN|POINTN|NSERVE)$/;
const NOUN = /^(?:noun|mass|plural)$/;
const ADJECTIVE_CLASS = /^(?:RESADJ|COLORN|GRADED|GLADX)$/;

/** The classes of a word, and those of what it is a kind of by its end: 报名方式 is a 方式, 粉丝见面会 a 见面会. */
function classesOf(word: string, classes: ReadonlyMap<string, string[]>): string[] {
  const ends = [2, 3]
    .filter((length) => word.length > length)
    .flatMap((length) => classes.get(word.slice(-length)) ?? [])
    .filter((name) => KIND_CLASS.test(name));
  return [...(classes.get(word) ?? []), ...ends];
}

/** A word of a class (a verb that takes a clause, two objects …) has a reading for each class as well. */
function withClasses(given: Reading[], classes: readonly string[] | undefined): Reading[] {
  if (!classes?.length) return given;
  const readings = narrowed(given, classes);
  const verb = readings.find((r) => r.category === "verb" || r.category === INTRANSITIVE) ?? readings[0];
  const noun = readings.find((r) => NOUN.test(r.category));
  const adjective = readings.find((r) => r.category === "adjective");
  const added = classes.flatMap((category) => {
    if (NARROWING.test(category)) return [];
    const reading = NOUN_CLASS.test(category) ? noun : ADJECTIVE_CLASS.test(category) ? adjective : verb;
    return reading && !readings.some((r) => r.category === category) ? [{ ...reading, category }] : [];
  });
  return [...readings, ...added];
}

/** The readings of a word of which a class says that it is less than its part of speech: a verb without objects, an adjective without nouns. */
function narrowed(readings: Reading[], classes: readonly string[]): Reading[] {
  if (classes.includes(INTRANSITIVE))
    return readings.map((reading) => (reading.category === "verb" ? { ...reading, category: INTRANSITIVE } : reading));
  if (classes.includes(ATTRIBUTIVE))
    return readings.map((reading) =>
      reading.category === "adjective" ? { ...reading, category: "attributive" } : reading,
    );
  return readings;
}

function classesByWord(classes: GrammarFile["classes"]): Map<string, string[]> {
  const byWord = new Map<string, string[]>();
  for (const [name, words] of Object.entries(classes).filter(([name]) => name !== "TIMES"))
    for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), name]);
  return byWord;
}
