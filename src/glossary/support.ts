import { contains, firstFrom, overlaps, type Range } from "../span.js";
import type { Feature } from "./features.js";
import { type Reading, surroundings } from "./occurrence.js";
import type { Candidate } from "./scan.js";

/** How much a candidate counts as a name: 1 where it is nothing else, 0 where that is open, -1 where it is none. */
export type Nameness = (candidate: Candidate) => number;

const NAME_KINDS: ReadonlySet<string> = new Set(["brand", "product", "service", "organization", "person"]);

/** What the other names of the post say about a candidate: that names are near, listed with it, cut by it, or the same. */
export function supportFeatures(candidate: Candidate, { text, candidates }: Reading, nameness: Nameness): Feature[] {
  if (candidates.length === 1) return [];
  const features: Feature[] = [];
  const names = new Map<unknown, number>();
  let same = 0;
  let joined: string | undefined;
  let detail = "";
  for (const other of neighboursOf(candidate, text, candidates)) {
    if (other === candidate || !NAME_KINDS.has(other.entry.kind)) continue;
    const weight = nameness(other);
    if (overlaps(other, candidate)) {
      if (weight === 1 && !contains(other, candidate) && !contains(candidate, other)) {
        features.push({ name: "crosses:name", value: 1, detail: text.slice(other.start, other.end) });
      }
    } else if (other.entry.target === candidate.entry.target) {
      if (Math.abs(weight) > Math.abs(same)) same = weight;
    } else if (weight > 0) {
      if (isJoined(text, candidate, other)) joined = text.slice(other.start, other.end);
      names.set(other.entry, Math.max(weight, names.get(other.entry) ?? 0));
      detail ||= text.slice(other.start, other.end);
    }
  }
  if (same !== 0) features.push({ name: "same", value: same });
  if (names.size > 0) features.push({ name: "names", value: Math.log1p(sum(names.values())), detail });
  if (joined !== undefined) features.push({ name: "listed:name", value: 1, detail: joined });
  return features;
}

/** At most so many candidates on either side have a say: more than any post has that is not made of names alone. */
const NEIGHBOURS = 20;

function neighboursOf(candidate: Candidate, text: string, candidates: readonly Candidate[]): readonly Candidate[] {
  const around = surroundings(candidate, text);
  const here = firstFrom(candidates, candidate.start);
  const first = Math.max(here - NEIGHBOURS, firstFrom(candidates, around.start));
  return candidates.slice(first, Math.min(here + NEIGHBOURS, firstFrom(candidates, around.end)));
}

/** The longest is " vs ". */
const LONGEST_CONJUNCTION = 4;
const CONJUNCTION = /^\s?[、/&和与跟或及vV,]?[sS]?\s?$/;

function isJoined(text: string, a: Range, b: Range): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const distance = second.start - first.end;
  return distance >= 0 && distance <= LONGEST_CONJUNCTION && CONJUNCTION.test(text.slice(first.end, second.start));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
