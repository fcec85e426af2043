import { candidatesAt } from "./candidates.js";
import type { Word } from "./entry.js";
import type { Lexicon } from "./load.js";

/** Words that stand at fixed places, by their start: terms and bracketed parts. */
export type Fixed = ReadonlyMap<number, Word>;

/** A word between two nodes of a lattice. */
export interface LatticeWord {
  readonly word: Word;
  readonly from: number;
  readonly to: number;
  /** How much dearer the cheapest path through this word begins than the cheapest of all; the costs of a path add up. */
  readonly cost: number;
}

/** The ways to split a clause into words that are about as likely as the likeliest: words between nodes 0 … `size`. */
export interface Lattice {
  readonly size: number;
  readonly words: readonly LatticeWord[];
}

/** A clause of more nodes than this has the cheapest path alone and is parsed in parts, which bounds what that takes. */
export const MAX_NODES = 144;

/** Splits a part of a normalized text into words, every way that is likely enough. */
export function segment(text: string, from: number, to: number, fixed: Fixed, lexicon: Lexicon): Lattice {
  const found = candidatesOf(text, from, to, fixed, lexicon);
  const before = costsBefore(found, from);
  const after = costsAfter(found, to);
  const least = after.get(from) ?? 0;
  const kept = found.filter(
    ({ start, end, cost }) =>
      (before.get(start) ?? Infinity) + cost + (after.get(end) ?? Infinity) <= least + lexicon.slack + 1e-9,
  );
  const lattice = numbered(kept, before);
  return lattice.size > MAX_NODES ? numbered(cheapestPath(found, before, from, to), before) : lattice;
}

/** Every word that may stand anywhere, by start. */
function candidatesOf(text: string, from: number, to: number, fixed: Fixed, lexicon: Lexicon): Word[] {
  const found: Word[] = [];
  const starts = [...fixed.keys()].filter((start) => start >= from && start < to).sort((a, b) => a - b);
  const reached = new Set([from]);
  for (let at = from; at < to; at++) {
    if (!reached.has(at)) continue;
    while (starts.length && starts[0]! < at) starts.shift();
    const word = fixed.get(at);
    const here = word ? [word] : candidatesAt(text, at, starts[0] ?? to, lexicon);
    for (const candidate of here) {
      reached.add(candidate.end);
      found.push(candidate);
    }
  }
  return found;
}

/** By place: the cost of the cheapest path to it. */
function costsBefore(found: readonly Word[], from: number): Map<number, number> {
  const costs = new Map([[from, 0]]);
  for (const { start, end, cost } of found) {
    const total = costs.get(start)! + cost;
    if (total < (costs.get(end) ?? Infinity)) costs.set(end, total);
  }
  return costs;
}

/** By place: the cost of the cheapest path from it to the end. */
function costsAfter(found: readonly Word[], to: number): Map<number, number> {
  const costs = new Map([[to, 0]]);
  for (const { start, end, cost } of found.toReversed()) {
    const total = (costs.get(end) ?? Infinity) + cost;
    if (total < (costs.get(start) ?? Infinity)) costs.set(start, total);
  }
  return costs;
}

function cheapestPath(found: readonly Word[], before: ReadonlyMap<number, number>, from: number, to: number): Word[] {
  const path: Word[] = [];
  let place = to;
  for (const candidate of found.toReversed()) {
    if (candidate.end !== place || before.get(candidate.start)! + candidate.cost !== before.get(place)) continue;
    path.unshift(candidate);
    place = candidate.start;
    if (place === from) break;
  }
  return path;
}

/** Numbers the places where words begin and end; a space is no word, and both its ends are one node. */
function numbered(kept: readonly Word[], before: ReadonlyMap<number, number>): Lattice {
  const spaces = new Map(kept.filter(({ readings }) => !readings.length).map(({ start, end }) => [end, start]));
  const places = new Set<number>();
  for (const { start, end } of kept) places.add(start).add(end);
  const nodes = new Map<number, number>();
  let size = -1;
  for (const place of [...places].sort((a, b) => a - b)) {
    const same = spaces.get(place);
    nodes.set(place, same === undefined ? ++size : nodes.get(same)!);
  }
  const words = kept
    .filter(({ readings }) => readings.length)
    .map((word) => ({
      word,
      from: nodes.get(word.start)!,
      to: nodes.get(word.end)!,
      cost: before.get(word.start)! + word.cost - before.get(word.end)!,
    }));
  return { size: Math.max(size, 0), words };
}
