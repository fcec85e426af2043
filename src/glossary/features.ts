import { contains, overlaps, type Range } from "../span.js";
import { characterClass, DIGIT, LETTER, SPACE } from "./forms.js";
import type { Candidate } from "./match.js";
import { clauseAround, profileOf, type Reading, surroundings } from "./occurrence.js";
import { overlapping, startingBetween } from "./sorted.js";
import type { KnownWord } from "./vocabulary.js";

/** Something observed about a place where a name may stand; `detail` is the piece of text that shows it. */
export interface Feature {
  readonly name: string;
  readonly value: number;
  readonly detail?: string;
}

/** How near a word has to be to count as near, in UTF-16 code units. */
const NEAR = 10;

/** Categories of the vocabulary that tell what a post is about. */
const TOPICS = ["technology", "business", "food", "feeling", "society", "place"];
const FOLLOWERS = ["device", "organization", "officer", "announce", "person"];
const LEADERS = ["compare", "degree", "possessive", "deviceMeasure", "produceMeasure", "ordinal"];

/** How much a candidate counts as a name: 1 where it is nothing else, 0 where that is open, -1 where it is none. */
export type Nameness = (candidate: Candidate) => number;

/** What is seen without segmenting: the entry's own knowledge, neighbours, and the words and names of the post. */
export function surfaceFeatures(candidate: Candidate, reading: Reading, nameness: Nameness): Feature[] {
  return [
    ...entryFeatures(candidate, reading),
    ...followerFeatures(candidate, reading),
    ...leaderFeatures(candidate, reading),
    ...placeFeatures(candidate, reading),
    ...nameFeatures(candidate, reading, nameness),
    ...topicFeatures(candidate, reading),
  ];
}

const PRIOR_FLOOR = 0.02;

function entryFeatures(candidate: Candidate, reading: Reading): Feature[] {
  const { prior } = candidate.entry;
  const features: Feature[] = [];
  if (prior === undefined) features.push({ name: "prior:none", value: 1 });
  else features.push({ name: "prior", value: logit(Math.min(1 - PRIOR_FLOOR, Math.max(PRIOR_FLOOR, prior))) });
  const profile = profileOf(candidate.entry);
  const around = surroundings(candidate, reading.text);
  const before = reading.folded.slice(around.start, candidate.start);
  const after = reading.folded.slice(candidate.end, around.end);
  features.push(...cueFeatures("cue:for", profile.cuesFor, before, after));
  features.push(...cueFeatures("cue:against", profile.cuesAgainst, before, after));
  return features;
}

function cueFeatures(name: string, cues: readonly string[], before: string, after: string): Feature[] {
  let count = 0;
  let nearest = Number.POSITIVE_INFINITY;
  let detail = "";
  for (const cue of cues) {
    const distance = distanceTo(cue, before, after);
    if (distance === undefined) continue;
    count++;
    if (distance < nearest) [nearest, detail] = [distance, cue];
  }
  if (count === 0) return [];
  const features: Feature[] = [{ name, value: Math.log1p(count), detail }];
  if (nearest <= NEAR) features.push({ name: `${name}:near`, value: 1, detail });
  if (nearest === 0) features.push({ name: `${name}:next`, value: 1, detail });
  return features;
}

/** How far a word is from what stands between two pieces of text, at its nearest. */
function distanceTo(word: string, before: string, after: string): number | undefined {
  const last = before.lastIndexOf(word);
  const first = after.indexOf(word);
  if (last < 0) return first < 0 ? undefined : first;
  const distance = before.length - last - word.length;
  return first < 0 ? distance : Math.min(distance, first);
}

const MODEL = /^[-·]?(?:[a-z]{1,12}[-+]?\d|\d{1,5}(?:[a-z]|[-+]|$|[^\d.]))/i;
const COUNT =
  /^\d+(?:\.\d+)?\s?(?:kg|g|个|斤|元|块|箱|盒|只|人|年|月|日|号|天|次|点|岁|%|cm|ml|层|种|位|分|秒|名|条|家)/i;

function followerFeatures({ end }: Candidate, reading: Reading): Feature[] {
  const { text } = reading;
  const features = wordFeatures("after", FOLLOWERS, wordsFrom(reading, skipSpace(text, end)));
  if (text[end] === "的") {
    features.push(
      ...wordFeatures("after:of", ["device", "organization", "officer", "technology"], wordsFrom(reading, end + 1)),
    );
  }
  const at = skipSpace(text, end);
  const rest = text.slice(at, at + 16);
  const kind = characterClass(text.charCodeAt(at));
  if (COUNT.test(rest)) features.push({ name: "after:count", value: 1, detail: rest.slice(0, 4) });
  else if (MODEL.test(rest))
    features.push({ name: "after:model", value: 1, detail: /^[\w.+-]+/.exec(rest)?.[0] ?? "" });
  else if (kind === LETTER) features.push({ name: "after:latin", value: 1, detail: /^\w+/.exec(rest)?.[0] ?? "" });
  return features;
}

function leaderFeatures({ start }: Candidate, reading: Reading): Feature[] {
  let end = start;
  while (end > 0 && characterClass(reading.text.charCodeAt(end - 1)) === SPACE) end--;
  const features = wordFeatures("before", LEADERS, wordsTo(reading, end));
  const kind = characterClass(reading.text.charCodeAt(end - 1));
  if (kind === LETTER || kind === DIGIT) features.push({ name: "before:latin", value: 1 });
  return features;
}

function wordFeatures(name: string, categories: readonly string[], words: readonly Known[]): Feature[] {
  const features: Feature[] = [];
  for (const category of categories) {
    const word = words.find((known) => known.categories.includes(category));
    if (word) features.push({ name: `${name}:${category}`, value: 1, detail: word.text });
  }
  return features;
}

interface Known {
  text: string;
  categories: readonly string[];
}

function wordsFrom(reading: Reading, at: number): Known[] {
  return startingBetween(reading.words(), at, at + 1).map((word) => known(word, reading));
}

/** No word of the vocabulary is longer. */
const LONGEST_WORD = 12;

function wordsTo(reading: Reading, at: number): Known[] {
  const words = startingBetween(reading.words(), at - LONGEST_WORD, at);
  return words.filter(({ end }) => end === at).map((word) => known(word, reading));
}

function known({ start, end, categories }: KnownWord, { text }: Reading): Known {
  return { text: text.slice(start, end), categories };
}

function skipSpace(text: string, at: number): number {
  while (characterClass(text.charCodeAt(at)) === SPACE) at++;
  return at;
}

const QUOTES = new Map([
  ["“", "”"],
  ['"', '"'],
  ["「", "」"],
  ["‘", "’"],
]);

function placeFeatures({ start, end }: Candidate, { text, hashtags }: Reading): Feature[] {
  const features: Feature[] = [];
  const clause = clauseAround(text, { start, end });
  const atStart = text.slice(clause.start, start).trim() === "";
  const atEnd = text.slice(end, clause.end).trim() === "";
  if (atStart && atEnd) features.push({ name: "clause:whole", value: 1 });
  else if (atStart) features.push({ name: "clause:start", value: 1 });
  else if (atEnd) features.push({ name: "clause:end", value: 1 });
  const [before, after] = [text[start - 1] ?? "", text[end] ?? ""];
  if (QUOTES.has(before) && QUOTES.get(before) === after) features.push({ name: "quoted", value: 1 });
  if (before === "《" && after === "》") features.push({ name: "work:whole", value: 1 });
  else if (before === "《" || after === "》") features.push({ name: "work", value: 1 });
  if (before === "·" || after === "·") features.push({ name: "dotted", value: 1 });
  const hashtag = overlapping(hashtags, { start, end });
  if (hashtag) features.push({ name: start === hashtag.start ? "hashtag:start" : "hashtag", value: 1 });
  return features;
}

const JOINT = /[、/&]/;

const NAME_KINDS: ReadonlySet<string> = new Set(["brand", "product", "service", "organization", "person"]);

function nameFeatures(candidate: Candidate, { text, candidates }: Reading, nameness: Nameness): Feature[] {
  const features: Feature[] = [];
  const { start, end } = candidate;
  const clause = clauseAround(text, candidate);
  const around = surroundings(candidate, text);
  const names = new Map<unknown, number>();
  const near = new Map<unknown, number>();
  let same = 0;
  let joined: string | undefined;
  let detail = "";
  for (const other of startingBetween(candidates, around.start, around.end)) {
    if (other === candidate || !NAME_KINDS.has(other.entry.kind)) continue;
    const weight = nameness(other);
    const written = text.slice(other.start, other.end);
    if (overlaps(other, candidate)) {
      if (weight === 1 && !contains(other, candidate) && !contains(candidate, other)) {
        features.push({ name: "crosses:name", value: 1, detail: written });
      }
    } else if (other.entry.target === candidate.entry.target) {
      if (Math.abs(weight) > Math.abs(same)) same = weight;
    } else if (weight > 0) {
      if (isJoined(text, candidate, other)) joined = written;
      names.set(other.entry, Math.max(weight, names.get(other.entry) ?? 0));
      if (contains(clause, other)) near.set(other.entry, Math.max(weight, near.get(other.entry) ?? 0));
      detail ||= written;
    }
  }
  if (same !== 0) features.push({ name: "same", value: same });
  if (names.size > 0) features.push({ name: "names", value: Math.log1p(sum(names.values())), detail });
  if (near.size > 0) features.push({ name: "names:clause", value: Math.log1p(sum(near.values())), detail });
  if (joined !== undefined) features.push({ name: "listed:name", value: 1, detail: joined });
  else if (JOINT.test(text[start - 1] ?? "") || JOINT.test(text[end] ?? "")) {
    features.push({ name: "listed:other", value: 1 });
  }
  return features;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

const CONJUNCTION = /^\s?[、/&和与跟或及vV,]?[sS]?\s?$/;

function isJoined(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const distance = second.start - first.end;
  return distance >= 0 && distance <= 3 && CONJUNCTION.test(text.slice(first.end, second.start));
}

function topicFeatures({ start, end }: Candidate, reading: Reading): Feature[] {
  const features: Feature[] = [];
  const around = surroundings({ start, end }, reading.text);
  const present = startingBetween(reading.words(), around.start, around.end);
  for (const topic of TOPICS) {
    const words = new Set<string>();
    const nearWords = new Set<string>();
    for (const word of present) {
      if (!word.categories.includes(topic) || (word.start < end && start < word.end)) continue;
      const text = reading.text.slice(word.start, word.end);
      words.add(text);
      if (word.start - end <= NEAR && start - word.end <= NEAR) nearWords.add(text);
    }
    const detail = [...nearWords, ...words][0];
    if (detail === undefined) continue;
    features.push({ name: `post:${topic}`, value: Math.log1p(words.size), detail });
    if (nearWords.size > 0) features.push({ name: `near:${topic}`, value: Math.log1p(nearWords.size), detail });
  }
  return features;
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}
