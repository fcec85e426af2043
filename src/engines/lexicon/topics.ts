import type { Word } from "./entry.js";

/** What texts are about, as written in `dictionaries/lexicon/topics.json`: each topic with the words that show it, separated by spaces. */
export interface TopicsFile {
  readonly topics: Readonly<Record<string, string>>;
}

/** The topics that a word shows. */
export type Topics = ReadonlyMap<string, readonly string[]>;

/** Indexes the file by word. */
export function readTopics(file: TopicsFile): Topics {
  const byWord = new Map<string, string[]>();
  for (const [topic, words] of Object.entries(file.topics))
    for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), topic]);
  return byWord;
}

/** The topics that any of the words shows; one word is enough, so a topic lists only words that hardly stand elsewhere. */
export const topicsOf = (words: readonly Word[], topics: Topics): ReadonlySet<string> =>
  new Set(words.flatMap((word) => topics.get(word.text) ?? []));
