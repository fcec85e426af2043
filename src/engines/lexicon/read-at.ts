import { type Word, wordAt } from "./entry.js";

/** Reads a sticky pattern at one place of a text. */
export type ReadAt = (pattern: RegExp) => RegExpExecArray | undefined;

/** Makes the word of so many characters from there on. */
export type MakeWord = (length: number, category: string, english: string, cost: number, value?: number) => Word;

/** What reads sticky patterns at a place; a match that goes beyond `limit` is none. */
export const readerAt =
  (text: string, at: number, limit: number): ReadAt =>
  (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match && at + match[0].length <= limit ? match : undefined;
  };

/** What makes words of one reading that begin at a place. */
export const wordMaker =
  (text: string, at: number): MakeWord =>
  (length, category, english, cost, value) => ({
    ...wordAt(text.slice(at, at + length), at, at + length, [{ category, english, cost: 0 }], cost),
    value,
  });
