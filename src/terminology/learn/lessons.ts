import type { GlossaryEntry } from "../../model.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import { type CommonVocabulary, commonVocabulary } from "../mine/vocabulary.js";
import { tellingWords } from "./cues.js";
import { fitPrior } from "./prior.js";
import { type Surroundings, surroundingsOf } from "./surroundings.js";
import type { Trial } from "./trial.js";

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

/** The entry with what its lessons teach. */
export function learnEntry(
  entry: GlossaryEntry,
  lessons: readonly Lesson[],
  method: Method,
  trial: Trial,
  segmenter: WordSegmenter,
): GlossaryEntry {
  if (lessons.length === 0) return entry;
  const fitted = (changed: GlossaryEntry) => fitPrior(changed, lessons, trial, segmenter);
  if (method === "prior") return fitted(entry);
  const vocabulary = commonVocabulary();
  const seen = lessons.map((lesson) => surroundingsOf(lesson, segmenter));
  const notIn = union(entry.notIn, longerWords(lessons, seen, vocabulary));
  const excluding = fitted(notIn.length > 0 ? { ...entry, notIn } : entry);
  if (method === "exclusions") return excluding;
  const { cuesFor, cuesAgainst } = tellingWords(lessons, seen, trial(excluding, lessons));
  if (cuesFor.length + cuesAgainst.length === 0) return excluding;
  const cues = {
    ...list("for", union(entry.cues?.for, cuesFor)),
    ...list("against", union(entry.cues?.against, cuesAgainst)),
  };
  return fitted({ ...excluding, cues });
}

function list<K extends string>(key: K, words: readonly string[]): Partial<Record<K, string[]>> {
  return (words.length > 0 ? { [key]: [...words] } : {}) as Partial<Record<K, string[]>>;
}

function union(known: readonly string[] | undefined, fresh: readonly string[]): string[] {
  return [...new Set([...(known ?? []), ...fresh])];
}

/** Longer words in which the form was no name repeatedly, or once where a dictionary has them, and never was one. */
function longerWords(
  lessons: readonly Lesson[],
  seen: readonly Surroundings[],
  vocabulary: CommonVocabulary,
): string[] {
  const names = new Set(seen.flatMap(({ longer }, i) => (lessons[i]!.isName ? longer : [])));
  const counts = new Map<string, number>();
  for (const [i, { longer }] of seen.entries()) {
    if (lessons[i]!.isName) continue;
    for (const word of longer) if (!names.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const isKnown = (word: string) => vocabulary.of(word).ordinary > 0;
  return [...counts].filter(([word, count]) => count > 1 || isKnown(word)).map(([word]) => word);
}
