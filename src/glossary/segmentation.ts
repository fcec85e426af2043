import type { Range } from "../span.js";
import type { SegmentedWord, WordSegmenter } from "../words/segmenter.js";
import type { Feature } from "./features.js";
import type { Candidate } from "./match.js";
import { type Reading, sentenceAround } from "./occurrence.js";
import { startingBetween } from "./sorted.js";

/** The parts of speech that are told apart; another counts as the one that its first letter names, or as `other`. */
const TAGS: ReadonlySet<string> = new Set([
  "n",
  "nr",
  "ns",
  "nt",
  "nz",
  "v",
  "vn",
  "a",
  "d",
  "t",
  "m",
  "q",
  "r",
  "p",
  "c",
  "f",
  "uj",
  "ul",
  "y",
  "i",
  "l",
  "b",
  "eng",
  "x",
]);

/** Every feature that segmentation can give, in groups of which a place has at most one. */
export const SEGMENTATION_GROUPS: readonly (readonly string[])[] = [
  [
    "word:inside",
    "word:left",
    "word:right",
    "word:across",
    "word:split",
    "word:head",
    ...[...TAGS, "other"].map((tag) => `word:${tag}`),
  ],
  ["previous:none", ...[...TAGS, "other"].map((tag) => `previous:${tag}`)],
  ["next:none", ...[...TAGS, "other"].map((tag) => `next:${tag}`)],
  ["form:split", ...[...TAGS, "other"].map((tag) => `form:${tag}`)],
];

interface PlacedWord extends Range {
  text: string;
  pos: string;
}

/** What word segmentation makes of the place: a word of its own, part of a longer one, or cut through; and its neighbours. */
export function segmentationFeatures(candidate: Candidate, reading: Reading, segmenter: WordSegmenter): Feature[] {
  const { text } = reading;
  const sentence = sentenceAround(text, candidate);
  const words = place(segmenter.segment(text.slice(sentence.start, sentence.end)), sentence.start);
  const touched = words.filter((word) => word.start < candidate.end && candidate.start < word.end);
  const first = touched[0];
  const last = touched.at(-1);
  if (!first || !last) return [];
  const previous = words[words.indexOf(first) - 1];
  const next = words[words.indexOf(last) + 1];
  const features: Feature[] = [
    wordFeature(candidate, touched, followersOf(candidate, reading)),
    { name: `previous:${previous ? tagOf(previous) : "none"}`, value: 1, detail: previous?.text ?? "" },
    { name: `next:${next ? tagOf(next) : "none"}`, value: 1, detail: next?.text ?? "" },
  ];
  if (candidate.entry.prior === undefined)
    features.push(formFeature(text.slice(candidate.start, candidate.end), segmenter));
  return features;
}

function wordFeature({ start, end }: Candidate, touched: readonly PlacedWord[], followers: readonly Range[]): Feature {
  const [first, last] = [touched[0]!, touched.at(-1)!];
  const detail = touched.map(({ text }) => text).join("|");
  const left = first.start < start;
  const right = last.end > end;
  // jieba tags x what its dictionary does not know: words that it guesses from characters.
  const guess = (left && first.pos === "x") || (right && last.pos === "x") ? ":guess" : "";
  const name = (kind: string): Feature => ({ name: `word:${kind}`, value: 1, detail });
  if (touched.length === 1 && !left && followers.some(({ end }) => end === last.end)) return name("head");
  if (touched.length === 1) return name(left || right ? `inside${guess}` : tagOf(first));
  if (left && right) return name(`across${guess}`);
  if (left) return name(`left${guess}`);
  return name(right ? `right${guess}` : "split");
}

const FOLLOWERS = ["device", "organization", "officer"];

/** The words right after a candidate that often follow names: 车 in 奔驰车, which jieba takes for one word. */
function followersOf({ end }: Candidate, reading: Reading): Range[] {
  const words = startingBetween(reading.words(), end, end + 1);
  return words.filter(({ categories }) => FOLLOWERS.some((category) => categories.includes(category)));
}

/** What kind of word the form is by itself: where an entry has no `prior`, this is its start. */
function formFeature(form: string, segmenter: WordSegmenter): Feature {
  const words = segmenter.segment(form);
  return { name: `form:${words.length === 1 ? tagOf(words[0]!) : "split"}`, value: 1 };
}

function tagOf({ pos }: SegmentedWord): string {
  if (TAGS.has(pos)) return pos;
  return TAGS.has(pos[0] ?? "") ? pos[0]! : "other";
}

function place(words: readonly SegmentedWord[], start: number): PlacedWord[] {
  return words.map(({ text, pos }) => {
    const placed = { text, pos, start, end: start + text.length };
    start = placed.end;
    return placed;
  });
}
