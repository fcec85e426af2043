import type { GlossaryEntry } from "../../model.js";
import { normalize } from "../../text/normalize.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { commonVocabulary } from "../mine/vocabulary.js";

/** What to learn besides how often the name is meant: nothing; longer words that are something else; also words that tell. */
export type Method = "prior" | "exclusions" | "cues";

/** A labelled example of an entry. */
export interface Lesson {
  readonly text: string;
  readonly start: number;
  readonly form: string;
  readonly isName: boolean;
  readonly entry: GlossaryEntry;
}

/** The entry with what its lessons teach; its prior is how often the name is meant. */
export function learnEntry(
  entry: GlossaryEntry,
  lessons: readonly Lesson[],
  method: Method,
  segmenter: WordSegmenter,
): GlossaryEntry {
  if (lessons.length === 0) return entry;
  const names = lessons.filter(({ isName }) => isName).length;
  // The rule of succession: of three examples that all are names the fourth need not be one.
  const prior = Number(((names + 1) / (lessons.length + 2)).toFixed(3));
  const counted: GlossaryEntry = { ...entry, ambiguous: true, prior };
  if (method === "prior") return counted;
  const seen = lessons.map((lesson) => ({ lesson, ...surroundingsOf(lesson, segmenter) }));
  const excluded = { ...counted, ...list("notIn", union(entry.notIn, longerWords(seen))) };
  if (method === "exclusions") return excluded;
  const { cuesFor, cuesAgainst } = tellingWords(seen, names);
  const cues = {
    ...list("for", union(entry.cues?.for, cuesFor)),
    ...list("against", union(entry.cues?.against, cuesAgainst)),
  };
  return { ...excluded, ...(Object.keys(cues).length > 0 ? { cues } : {}) };
}

function list<K extends string>(key: K, words: readonly string[]): Partial<Record<K, string[]>> {
  return (words.length > 0 ? { [key]: [...words] } : {}) as Partial<Record<K, string[]>>;
}

function union(known: readonly string[] | undefined, fresh: readonly string[]): string[] {
  return [...new Set([...(known ?? []), ...fresh])];
}

interface Surroundings {
  /** The longer word that the form is a part of, and the form with the word before it and with the one after it. */
  readonly longer: readonly string[];
  /** The words around it that mean something. */
  readonly words: ReadonlySet<string>;
}

/** How far around the form words are looked at, in UTF-16 code units. */
const AROUND = 60;
const MEANING = /^(?:n|v|a|eng|i|l|q|j)/;

function surroundingsOf({ text, start, form }: Lesson, segmenter: WordSegmenter): Surroundings {
  const normalized = normalize(text);
  const from = normalized.fromSource(start);
  const to = normalized.fromSource(start + form.length);
  const first = Math.max(0, from - AROUND);
  const own = normalized.text.slice(from, to);
  const words = new Set<string>();
  const longer: string[] = [];
  let at = first;
  for (const { text: word, pos } of segmenter.segment(normalized.text.slice(first, to + AROUND))) {
    const end = at + word.length;
    if (at < to && from < end) {
      if (end - at > to - from || at < from || to < end) {
        longer.push(normalized.text.slice(Math.min(at, from), Math.max(end, to)));
      }
    } else {
      if (HAN.test(word) && end === from) longer.push(word + own);
      if (HAN.test(word) && at === to) longer.push(own + word);
      if (MEANING.test(pos) && LETTERS.test(word)) words.add(word.toLowerCase());
    }
    at = end;
  }
  return { longer, words };
}

const HAN = /^\p{Script=Han}+$/u;
const LETTERS = /\p{L}/u;

/** Longer words in which the form was no name repeatedly, or once where a dictionary has them, and never was one. */
function longerWords(seen: readonly ({ lesson: Lesson } & Surroundings)[]): string[] {
  const vocabulary = commonVocabulary();
  const names = new Set(seen.flatMap(({ lesson, longer }) => (lesson.isName ? longer : [])));
  const counts = new Map<string, number>();
  for (const { lesson, longer } of seen) {
    if (lesson.isName) continue;
    for (const word of longer) if (!names.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isKnown = (word: string) => vocabulary.of(word).ordinary > 0;
  return [...counts].filter(([word, count]) => count > 1 || isKnown(word)).map(([word]) => word);
}

/** A word has to be seen this often to tell anything; one of the commonest, or of one character, oftener. */
const LEAST = 2;
const LEAST_COMMON = 3;
/** The logarithm of how much likelier a word makes the one sense. */
const LEAST_ODDS = 1;
const MOST_CUES = 20;

/** The words that are seen mostly beside the one sense: by smoothed log-odds, the most telling first. */
function tellingWords(
  seen: readonly ({ lesson: Lesson } & Surroundings)[],
  names: number,
): { cuesFor: string[]; cuesAgainst: string[] } {
  const vocabulary = commonVocabulary();
  const isCommon = (word: string) => word.length === 1 || vocabulary.of(word).ordinary === 3;
  const counts = new Map<string, { name: number; other: number }>();
  for (const { lesson, words } of seen) {
    for (const word of words) {
      const count = counts.get(word) ?? { name: 0, other: 0 };
      count[lesson.isName ? "name" : "other"]++;
      counts.set(word, count);
    }
  }
  const others = seen.length - names;
  const odds = (count: number, total: number) => Math.log((count + 0.5) / (total - count + 0.5));
  const telling = [...counts]
    .map(([word, { name, other }]) => ({ word, total: name + other, odds: odds(name, names) - odds(other, others) }))
    .filter(({ word, total, odds }) => total >= (isCommon(word) ? LEAST_COMMON : LEAST) && Math.abs(odds) >= LEAST_ODDS)
    .sort((a, b) => Math.abs(b.odds) * b.total - Math.abs(a.odds) * a.total || (a.word < b.word ? -1 : 1));
  const side = (sign: number) =>
    telling
      .filter(({ odds }) => odds * sign > 0)
      .map(({ word }) => word)
      .slice(0, MOST_CUES);
  return { cuesFor: side(1), cuesAgainst: side(-1) };
}
