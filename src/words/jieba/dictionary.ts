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

/** The bits of a hash from this one up choose a bucket. */
const BUCKET_FROM = 14;
const BUCKETS = 1 << 18;
/** How many bits of a link are the number of a word. */
const WORD_BITS = 19;
const [SPACE, ZERO] = [0x20, 0x30];

/** What counts as the frequency of a character that is no word: that of the rarest words. */
const RAREST = 2;

/**
 * Reads jieba's dictionary, a line `word frequency tag` for each of its 349,000 words.
 *
 * The words stay in columns, 8 MB: the letters of all, one word after another, with their places by a hash. As objects,
 * or as the tree of maps that jieba's native code makes of them, they take several times the memory.
 */
export function openJiebaDictionary(path: string): JiebaDictionary {
  const file = readFileSync(path, "utf8");
  const count = (file.match(/\n/g) ?? []).length + 1;
  const [starts, frequencies] = [new Int32Array(count), new Int32Array(count).fill(RAREST)];
  // The letters of each word, and a space.
  const letters = new Uint16Array(file.length);
  const [tags, tagNumbers] = [new Uint8Array(count), new Map<string, number>()];
  // A link is the number of a word below further bits of its hash: most words that are not meant are passed over unread.
  const [first, next] = [new Int32Array(BUCKETS), new Int32Array(count)];
  // Of the words that begin with the same two letters, as far as a hash tells them apart, how long the longest is.
  const longest = new Uint8Array(BUCKETS);
  let [start, length, total] = [0, 0, 0];
  for (let word = 1; word < count; word++) {
    let end = start;
    starts[word] = length;
    while (file.charCodeAt(end) > SPACE) letters[length++] = file.charCodeAt(end++);
    letters[length++] = SPACE;
    const hash = hashOf(file, start, end);
    const bucket = hash >>> BUCKET_FROM;
    [next[word], first[bucket]] = [first[bucket]!, (hash << WORD_BITS) | word];
    const pair = hashOf(file, start, start + 2) >>> BUCKET_FROM;
    longest[pair] = Math.max(longest[pair]!, end - start);
    let frequency = 0;
    for (end++; file.charCodeAt(end) > SPACE; end++) frequency = 10 * frequency + file.charCodeAt(end) - ZERO;
    start = file.indexOf("\n", end) + 1;
    const tag = file.slice(end + 1, start - 1);
    tags[word] = tagNumbers.get(tag) ?? tagNumbers.size;
    if (tags[word] === tagNumbers.size) tagNumbers.set(tag, tagNumbers.size);
    total += frequencies[word] = frequency;
  }
  const [kept, names] = [letters.slice(0, length), [...tagNumbers.keys()]];
  return {
    find(text, start, end) {
      const hash = hashOf(text, start, end);
      const check = hash << WORD_BITS;
      for (let link = first[hash >>> BUCKET_FROM]!, word = 0; link; link = next[word]!) {
        word = link & ((1 << WORD_BITS) - 1);
        if (link - word !== check) continue;
        let [at, i] = [starts[word]!, start];
        while (i < end && kept[at] === text.charCodeAt(i)) [at, i] = [at + 1, i + 1];
        if (i === end && kept[at] === SPACE) return word;
      }
      return 0;
    },
    reach: (text, start) => longest[hashOf(text, start, start + 2) >>> BUCKET_FROM]!,
    weightOf: (word) => Math.log(frequencies[word]! / total),
    tagOf: (word) => names[tags[word]!]!,
  };
}

/** Multiplicative hashing, of which the upper bits are the best. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash + text.charCodeAt(i), 0x9e3779b1);
  return hash;
}
