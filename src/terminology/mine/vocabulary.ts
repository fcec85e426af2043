import { readDictionary } from "../../dictionaries.js";
import { pinyinName } from "../../engines/lexicon/cedict.js";
import type { LexiconFile } from "../../engines/lexicon/entry.js";
import { type Glosses, readCedictWords } from "./cedict.js";
import { miningDictionary } from "./dictionary.js";

/** What dictionaries say a form is. */
export interface WordKnowledge {
  /** How common it is as an ordinary word: 3 among the commonest, 2 everyday, 1 rarer; 0.5 where CC-CEDICT alone has it; 0 where it is none. */
  readonly ordinary: number;
  /** The English of the name that it is, and who says so. */
  readonly name: { english: string; source: "lexicon" | "CC-CEDICT" } | undefined;
  /** The whole gloss of the name in CC-CEDICT, lower-cased: what it tells of its kind. */
  readonly gloss: string;
}

/** Words that anybody knows, and names that dictionaries know. */
export interface CommonVocabulary {
  of(form: string): WordKnowledge;
  /** Whether a form is made of ordinary words and numbers alone, of two characters or more but for one at most. */
  isCompound(form: string): boolean;
  /** Whether a text is made of ordinary words alone, those of one character included. */
  isOrdinary(text: string): boolean;
  /** The English of an ordinary word; for terms. */
  english(form: string): string | undefined;
  /** All English of a form as an ordinary word, and as a name; empty where nothing is known. */
  glosses(form: string): Glosses;
  /** Whether a Latin word is an English word: one of the dictionaries' English, lower-cased. */
  isEnglish(word: string): boolean;
  /** Whether a form is as long as people's names are, and begins with a surname. */
  mayBePerson(form: string): boolean;
  /** The pinyin of a form as one name, a person's with the surname apart; `undefined` where a character has none. */
  pinyin(form: string, isPerson: boolean): string | undefined;
}

const LEXICON = ["core", "common", "wide"];
const LOWER = /^[a-z]{2,}$/;
const CAPITAL = /\b(?!I\b)[A-Z]/;

let vocabulary: CommonVocabulary | undefined;

/** What the embedded engine's lexicon and CC-CEDICT know; read at the first call, in about half a second. */
export function commonVocabulary(): CommonVocabulary {
  vocabulary ??= readVocabulary();
  return vocabulary;
}

function readVocabulary(): CommonVocabulary {
  const cedict = readCedictWords();
  const capitals = new Set(miningDictionary().capitals);
  const isName = (english: string) => CAPITAL.test(english) && !capitals.has(english.replace(/^the /, ""));
  // CC-CEDICT is not everywhere: the browser build has none.
  const englishWords = new Set(cedict.english);
  const lexicon = new Map<string, { ordinary: number; name: string | undefined; english: string | undefined }>();
  for (const file of LEXICON) {
    const { commonness, entries } = readDictionary<LexiconFile>(`lexicon/${file}.json`);
    for (const [word, readings] of Object.entries(entries)) {
      if (lexicon.has(word)) continue;
      const english = Object.values(readings).flatMap((reading) =>
        (Array.isArray(reading) ? reading : [reading]).map((one) => (typeof one === "string" ? one : one.english)),
      );
      for (const word of english.flatMap((one) => one.split(" "))) if (LOWER.test(word)) englishWords.add(word);
      const name = english.find(isName);
      const common = english.find((one) => one !== "" && (name === undefined || !CAPITAL.test(one)));
      lexicon.set(word, { ordinary: common === undefined ? 0 : 4 - commonness, name, english: common });
    }
  }
  const isWord = (word: string) =>
    (lexicon.get(word)?.ordinary ?? 0) > 0 ||
    (word.length > 1 && !/\p{Script=Han}/u.test(word) && cedict.english.has(word));
  return {
    of(form) {
      const known = lexicon.get(form);
      const named = cedict.name(form);
      const gloss = nameIn(named?.glosses.find((one) => !REFERENCE.test(one)) ?? "");
      const name = known?.name ?? (gloss !== undefined && isName(gloss) ? gloss : undefined);
      return {
        ordinary: known?.ordinary || (!known?.name && cedict.ordinary(form) !== undefined ? 0.5 : 0),
        name: name === undefined ? undefined : { english: name, source: known?.name ? "lexicon" : "CC-CEDICT" },
        gloss: named?.glosses.join("; ").toLowerCase() ?? "",
      };
    },
    isCompound: (form) => isMadeOf(form, (word) => isWord(word) || /^\d+$/.test(word), 1),
    isOrdinary: (text) => isMadeOf(text, isWord, text.length),
    glosses(form) {
      const { ordinary, name } = cedict.glosses(form);
      const known = lexicon.get(form)?.english;
      return { ordinary: known === undefined ? ordinary : [known, ...ordinary], name };
    },
    english: (form) => lexicon.get(form)?.english ?? (cedict.ordinary(form) || undefined),
    mayBePerson: (form) => /^\p{Script=Han}{2,3}$/u.test(form) && cedict.surnames.has(form[0]!),
    isEnglish: (word) => englishWords.has(word.toLowerCase()),
    pinyin(form, isPerson) {
      const whole = cedict.name(form)?.pinyin;
      const syllables = whole?.split(" ") ?? Array.from(form, (character) => cedict.syllables.get(character));
      if (syllables.includes(undefined)) return undefined;
      const parts =
        isPerson && cedict.surnames.has(form[0]!) ? [syllables.slice(0, 1), syllables.slice(1)] : [syllables];
      return parts.map((part) => pinyinName(part.join(" "))).join(" ");
    },
  };
}

/** Whether a text is made of words, at most `singles` of which have one character. */
function isMadeOf(text: string, isWord: (word: string) => boolean, singles: number): boolean {
  // Of each offset how few words of one character lead there.
  const fewest = new Array<number>(text.length + 1).fill(Number.POSITIVE_INFINITY);
  fewest[0] = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= Math.min(text.length, start + 6); end++) {
      if (isWord(text.slice(start, end)))
        fewest[end] = Math.min(fewest[end]!, fewest[start]! + (end - start === 1 ? 1 : 0));
    }
  }
  return fewest[text.length]! <= singles;
}

const REFERENCE = /^(?:surname |variant of|old variant|abbr\.|see |also written)/;

/** The name that a gloss begins with: up to a comma or a parenthesis. */
function nameIn(gloss: string): string | undefined {
  const name = gloss.split(/[,;(]| or /)[0]!.trim();
  return /^[A-Z]/.test(name) && name.split(" ").length <= 5 && !/\p{Script=Han}/u.test(name) ? name : undefined;
}
