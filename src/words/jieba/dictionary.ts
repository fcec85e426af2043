import { readFileSync } from "node:fs";

/** jieba's dictionary. A word is known by its number, from 1 up. */
export interface JiebaDictionary {
  /** The number of the word that a text holds from `start` to `end`; 0 where that is none. */
  find(text: string, start: number, end: number): number;
  /** How many UTF-16 units the words of several that may begin at a place have at most; 0 where there are none. */
  reach(text: string, start: number): number;
  /** The logarithm of the share that a word has of all text; of 0, that of the rarest words. */
  weightOf(word: number): number;
  /** The part of speech of a word, in jieba's tags. */
  tagOf(word: number): string;
}

const BITS = 18;
const SPACE = 0x20;

/** What counts as the frequency of a character that is no word: that of the rarest words. */
const RAREST = 2;

/**
 * Reads jieba's dictionary, a line `word frequency tag` for each of its 349,000 words.
 *
 * The file stays one string, 9 MB, with the place of each word by a hash of it: as objects, or as the tree of maps that
 * jieba's native code makes of it, the words take several times the memory.
 */
export function openJiebaDictionary(path: string): JiebaDictionary {
  const file = readFileSync(path, "utf8");
  const count = (file.match(/\n/g) ?? []).length + 1;
  const [starts, frequencies] = [new Int32Array(count), new Int32Array(count).fill(RAREST)];
  const [first, next] = [new Int32Array(1 << BITS), new Int32Array(count)];
  // Of the words that begin with the same two letters, as far as a hash tells them apart, how long the longest is.
  const longest = new Uint8Array(1 << BITS);
  let [start, total] = [0, 0];
  for (let word = 1; word < count; word++) {
    let end = start;
    while (file.charCodeAt(end) > SPACE) end++;
    const bucket = bucketOf(file, start, end);
    [starts[word], next[word], first[bucket]] = [start, first[bucket]!, word];
    const pair = bucketOf(file, start, start + 2);
    longest[pair] = Math.max(longest[pair]!, end - start);
    total += frequencies[word] = Number.parseInt(file.slice(end + 1, end + 11), 10);
    start = file.indexOf("\n", end) + 1;
  }
  return {
    find(text, start, end) {
      for (let word = first[bucketOf(text, start, end)]!; word; word = next[word]!) {
        let [at, i] = [starts[word]!, start];
        while (i < end && file.charCodeAt(at) === text.charCodeAt(i)) [at, i] = [at + 1, i + 1];
        if (i === end && file.charCodeAt(at) === SPACE) return word;
      }
      return 0;
    },
    reach: (text, start) => longest[bucketOf(text, start, start + 2)]!,
    weightOf: (word) => Math.log(frequencies[word]! / total),
    tagOf: (word) => file.slice(starts[word], file.indexOf("\n", starts[word])).split(" ")[2]!,
  };
}

/** Multiplicative hashing: the upper bits of the product. */
function bucketOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash + text.charCodeAt(i), 0x9e3779b1);
  return hash >>> (32 - BITS);
}
