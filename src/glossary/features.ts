import { overlaps, type Range } from "../span.js";
import { characterClass, DIGIT, LETTER, SPACE } from "./forms.js";
import { clauseAround, type Reading, surroundings } from "./occurrence.js";
import { isOrdering } from "./ordered.js";
import type { Candidate, Found } from "./scan.js";
import { overlapping, startingBetween } from "./sorted.js";
import { bitOf, type Category, type KnownWord } from "./vocabulary.js";

/** Something observed about a place where a name may stand; `detail` is the piece of text that shows it. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly detail?: string;
}

/** What is seen of a place by itself, without segmenting: the entry's own knowledge, the neighbours, the post's words. */
export function placeFeatures(candidate: Candidate, reading: Reading): Feature[] {
  const features: Feature[] = [];
  addCues(candidate, reading, features);
  addFollowers(candidate, reading, features);
  addLeaders(candidate, reading, features);
  addPosition(candidate, reading, features);
  addTopics(candidate, reading, features);
  return features;
}

/** How near a cue has to be to count as near, in UTF-16 code units. */
const NEAR = 10;

function addCues(candidate: Candidate, reading: Reading, features: Feature[]): void {
  if (!candidate.entry.cues || reading.cues().length === 0) return;
  const around = surroundings(candidate, reading.text);
  const present = startingBetween(reading.cues(), around.start, around.end);
  const own = reading.cuesOf(candidate.entry);
  addCuesOf("cue:for", own.for, present, candidate, reading, features);
  addCuesOf("cue:against", own.against, present, candidate, reading, features);
}

function addCuesOf(
  name: string,
  own: ReadonlySet<number>,
  present: readonly Found[],
  candidate: Candidate,
  reading: Reading,
  features: Feature[],
): void {
  const seen: number[] = [];
  let nearest: Found | undefined;
  for (const cue of present) {
    if (!own.has(cue.value) || overlaps(cue, candidate)) continue;
    if (!seen.includes(cue.value)) seen.push(cue.value);
    if (!nearest || distance(cue, candidate) < distance(nearest, candidate)) nearest = cue;
  }
  if (!nearest) return;
  const detail = written(nearest, reading);
  features.push({ name, value: Math.log1p(seen.length), detail });
  if (distance(nearest, candidate) <= NEAR) features.push({ name: `${name}:near`, value: 1, detail });
}

function distance(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end);
}

const MODEL = /^[-·]?(?:[a-z]{1,12}[-+]?\d|\d{1,5}(?![\d.]))/i;
const COUNT = /^\d+(?:\.\d+)?\s?(?:k?g|cm|ml|[个斤元块箱盒只人年月日号天次点岁%层种位分秒名条家])/i;
const FOLLOWERS = categoryBits("after:", ["device", "organization", "officer", "announce", "person"]);
const POSSESSED = bitOf("device") | bitOf("organization") | bitOf("officer") | bitOf("technology");

function addFollowers({ end }: Candidate, reading: Reading, features: Feature[]): void {
  const { text } = reading;
  const at = skipSpace(text, end);
  addWords(FOLLOWERS, startingBetween(reading.words(), at, at + 1), reading, features);
  if (text[end] === "的") {
    const possessed = startingBetween(reading.words(), end + 1, end + 2).find(
      ({ categories }) => categories & POSSESSED,
    );
    if (possessed) features.push({ name: "after:of", value: 1, detail: written(possessed, reading) });
  }
  const kind = characterClass(text.charCodeAt(at));
  if (kind !== LETTER && kind !== DIGIT && text[at] !== "-" && text[at] !== "·") return;
  const rest = text.slice(at, at + 16);
  const detail = /^[\w.+-]*/.exec(rest)![0];
  if (MODEL.test(rest) && !COUNT.test(rest)) features.push({ name: "after:model", value: 1, detail });
  else if (kind === LETTER) features.push({ name: "after:latin", value: 1, detail });
}

const LEADERS = categoryBits("before:", ["compare", "degree", "deviceMeasure", "produceMeasure"]);
/** No word of these categories is longer. */
const LONGEST_LEADER = 12;

function addLeaders({ start }: Candidate, reading: Reading, features: Feature[]): void {
  let end = start;
  while (end > 0 && characterClass(reading.text.charCodeAt(end - 1)) === SPACE) end--;
  const words = startingBetween(reading.words(), end - LONGEST_LEADER, end).filter(
    (word) => word.end === end && !isOrdering(reading.text, word.start),
  );
  addWords(LEADERS, words, reading, features);
  const kind = characterClass(reading.text.charCodeAt(end - 1));
  if (kind === LETTER || kind === DIGIT) features.push({ name: "before:latin", value: 1 });
}

interface CategoryBit {
  readonly name: string;
  readonly bit: number;
}

function categoryBits(prefix: string, categories: readonly Category[]): CategoryBit[] {
  return categories.map((category) => ({ name: `${prefix}${category}`, bit: bitOf(category) }));
}

function addWords(wanted: readonly CategoryBit[], words: readonly KnownWord[], reading: Reading, features: Feature[]) {
  if (words.length === 0) return;
  for (const { name, bit } of wanted) {
    const word = words.find(({ categories }) => categories & bit);
    if (word) features.push({ name, value: 1, detail: written(word, reading) });
  }
}

function written({ start, end }: Range, { text }: Reading): string {
  return text.slice(start, end);
}

function skipSpace(text: string, at: number): number {
  while (characterClass(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

const QUOTES = new Set(["“”", '""', "「」", "‘’"]);
const JOINT = /[、/&]/;

function addPosition(candidate: Candidate, { text, hashtags }: Reading, features: Feature[]): void {
  const { start, end } = candidate;
  const clause = clauseAround(text, candidate);
  const atStart = text.slice(clause.start, start).trim() === "";
  const atEnd = text.slice(end, clause.end).trim() === "";
  if (atStart && atEnd) features.push({ name: "clause:whole", value: 1 });
  else if (atStart) features.push({ name: "clause:start", value: 1 });
  else if (atEnd) features.push({ name: "clause:end", value: 1 });
  const [before, after] = [text[start - 1] ?? "", text[end] ?? ""];
  if (QUOTES.has(before + after)) features.push({ name: "quoted", value: 1 });
  if (before === "《" && after === "》") features.push({ name: "work", value: 1 });
  if (before === "·" || after === "·") features.push({ name: "dotted", value: 1 });
  if (JOINT.test(before + after)) features.push({ name: "listed", value: 1 });
  if (hashtags.length > 0 && overlapping(hashtags, candidate)) features.push({ name: "hashtag", value: 1 });
}

const TOPICS = categoryBits("post:", ["technology", "business", "food", "feeling", "society", "place"]);

function addTopics(candidate: Candidate, reading: Reading, features: Feature[]): void {
  const { start, end } = candidate;
  const around = surroundings(candidate, reading.text);
  const counts = TOPICS.map(() => 0);
  const examples: (KnownWord | undefined)[] = TOPICS.map(() => undefined);
  const seen: number[] = [];
  for (const word of startingBetween(reading.words(), around.start, around.end)) {
    if ((word.start < end && start < word.end) || seen.includes(word.id)) continue;
    seen.push(word.id);
    for (let i = 0; i < TOPICS.length; i++) {
      if ((word.categories & TOPICS[i]!.bit) === 0) continue;
      counts[i]!++;
      examples[i] ??= word;
    }
  }
  for (let i = 0; i < TOPICS.length; i++) {
    if (counts[i] === 0) continue;
    features.push({ name: TOPICS[i]!.name, value: Math.log1p(counts[i]!), detail: written(examples[i]!, reading) });
  }
}
