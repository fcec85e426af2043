import { readFileSync } from "node:fs";

/** jieba's dictionary. A word is known by its number, from 0 up. */
export interface JiebaDictionary {
  /** The number of the word that a text holds from `start` to `end`; -1 where that is none. */
  find(text: string, start: number, end: number): number;
  /** How many UTF-16 units the words that may begin at a place have at most. */
  reach(text: string, start: number): number;
  /** The logarithm of the share that a word has of all text; of -1, that of the rarest word. */
  weightOf(word: number): number;
  /** The part of speech of a word, in jieba's tags. */
  tagOf(word: number): string;
}

const BUCKETS = 1 << 18;
const PAIRS = 1 << 16;

/**
 * Reads jieba's dictionary, a line `word frequency tag` for each of its 349,000 words.
 *
 * It is kept in typed arrays, 12 MB of them: the words' letters one after another, and the number of each word by a hash of
 * it. As objects, or as the tree of maps that jieba's native code makes of it, it takes ten times the memory and more.
 */
export function openJiebaDictionary(path: string): JiebaDictionary {
  const { letters, ends, frequencies, tags, tagNames } = parse(readFileSync(path, "utf8"));
  const total = frequencies.reduce((sum, frequency) => sum + frequency, 0);
  const weights = frequencies.map((frequency) => Math.log(frequency / total));
  const rarest = weights.reduce((least, weight) => Math.min(least, weight), 0);
  const startOf = (word: number) => (word === 0 ? 0 : ends[word - 1]!);

  const [first, next] = [new Int32Array(BUCKETS).fill(-1), new Int32Array(ends.length)];
  // Of the words that begin with the same two letters, as far as a hash tells them apart, how long the longest is.
  const longest = new Uint8Array(PAIRS).fill(1);
  for (let word = 0; word < ends.length; word++) {
    const [start, end] = [startOf(word), ends[word]!];
    let hash = SEED;
    for (let i = start; i < end; i++) hash = mix(hash, letters[i]!);
    const bucket = fold(hash) & (BUCKETS - 1);
    next[word] = first[bucket]!;
    first[bucket] = word;
    if (end - start < 2) continue;
    const pair = pairOf(letters[start]!, letters[start + 1]!);
    longest[pair] = Math.max(longest[pair]!, end - start);
  }

  return {
    find(text, start, end) {
      let hash = SEED;
      for (let i = start; i < end; i++) hash = mix(hash, text.charCodeAt(i));
      for (let word = first[fold(hash) & (BUCKETS - 1)]!; word >= 0; word = next[word]!) {
        let [letter, i] = [startOf(word), start];
        if (ends[word]! - letter !== end - start) continue;
        while (i < end && letters[letter] === text.charCodeAt(i)) [letter, i] = [letter + 1, i + 1];
        if (i === end) return word;
      }
      return -1;
    },
    reach: (text, start) =>
      start + 1 < text.length ? longest[pairOf(text.charCodeAt(start), text.charCodeAt(start + 1))]! : 1,
    weightOf: (word) => (word < 0 ? rarest : weights[word]!),
    tagOf: (word) => tagNames[tags[word]!]!,
  };
}

interface Parsed {
  /** The UTF-16 units of all words. */
  letters: Uint16Array;
  /** Where each word ends in them. */
  ends: Int32Array;
  frequencies: Float64Array;
  /** The tag of each word, as an index of `tagNames`. */
  tags: Uint8Array;
  tagNames: string[];
}

/** No object is made for a word: a third of a million of them would be collected at the time of the greatest need. */
function parse(file: string): Parsed {
  const count = linesOf(file);
  const letters = new Uint16Array(file.length);
  const [ends, frequencies, tags] = [new Int32Array(count), new Float64Array(count), new Uint8Array(count)];
  const tagNumbers = new Map<string, number>();
  let [length, words] = [0, 0];
  for (let at = 0; at < file.length; at++) {
    for (; file.charCodeAt(at) > SPACE; at++) letters[length++] = file.charCodeAt(at);
    let frequency = 0;
    for (at++; file.charCodeAt(at) > SPACE; at++) frequency = frequency * 10 + file.charCodeAt(at) - ZERO;
    const start = ++at;
    while (file.charCodeAt(at) > SPACE) at++;
    const tag = file.slice(start, at);
    if (!tagNumbers.has(tag)) tagNumbers.set(tag, tagNumbers.size);
    ends[words] = length;
    frequencies[words] = frequency;
    tags[words++] = tagNumbers.get(tag)!;
    while (at < file.length && file.charCodeAt(at) !== NEWLINE) at++;
  }
  return {
    letters: letters.slice(0, length),
    ends: ends.slice(0, words),
    frequencies: frequencies.slice(0, words),
    tags: tags.slice(0, words),
    tagNames: [...tagNumbers.keys()],
  };
}

function linesOf(file: string): number {
  let lines = 1;
  for (let at = file.indexOf("\n"); at >= 0; at = file.indexOf("\n", at + 1)) lines++;
  return lines;
}

const [NEWLINE, SPACE, ZERO] = [0x0a, 0x20, 0x30];
const SEED = 0x811c9dc5;

/** A step of FNV-1a. */
function mix(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

function fold(hash: number): number {
  return hash ^ (hash >>> 15);
}

function pairOf(first: number, second: number): number {
  return fold(mix(mix(SEED, first), second)) & (PAIRS - 1);
}
