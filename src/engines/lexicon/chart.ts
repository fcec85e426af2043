import { ChartSpace, NONE } from "./chart-space.js";
import type { Reading, Word } from "./entry.js";
import type { Grammar, Rule } from "./grammar.js";

/** A node of a parse: a reading of one word, or a rule with what it joins. */
export interface Tree {
  readonly category: string;
  readonly cost: number;
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly rule?: Rule;
  readonly left?: Tree;
  readonly right?: Tree;
  readonly reading?: Reading;
}

/** No phrase is longer than this many words, which keeps the time linear in the length of the text. */
const MAX_WIDTH = 36;
/** A clause of more words than this is parsed in parts, which bounds the memory. */
const MAX_WORDS = 144;
/** What costs this much more than the cheapest phrase of the same words is given up. */
const BEAM = 9;
const FRAGMENT = 3;
const LEFTOVER = 7;
const NO_COSTS: ReadonlyMap<number, number> = new Map();

/** The space of all parses of this thread: nothing in it outlives a call, and it grows to the largest clause seen. */
const space = new ChartSpace(MAX_WIDTH);

/** The cheapest analysis of words: trees that follow one another and cover them all. A clause before a colon is rather a noun phrase. */
export function parse(words: readonly Word[], grammar: Grammar, beforeColon = false): Tree[] {
  const extra = beforeColon ? grammar.beforeColon : NO_COSTS;
  const trees: Tree[] = [];
  for (let start = 0; start < words.length; start += MAX_WORDS) {
    const part = words.slice(start, start + MAX_WORDS);
    fill(part, grammar);
    for (const edge of cover(part.length, grammar, extra)) trees.push(treeOf(edge, start, part, grammar));
  }
  return trees;
}

function fill(words: readonly Word[], grammar: Grammar): void {
  const n = words.length;
  space.reset(n, grammar.names.length);
  for (let from = n - 1; from >= 0; from--) {
    space.open(from, from + 1);
    words[from]!.readings.forEach((reading, i) => {
      space.put(grammar.category(reading.category), reading.cost, ~i, NONE, NONE);
    });
    closeUnary(grammar);
    space.close(Number.POSITIVE_INFINITY);
    const last = Math.min(n, from + MAX_WIDTH);
    for (let to = from + 2; to <= last; to++) {
      space.open(from, to);
      for (let split = from + 1; split < to; split++) join(from, split, to, grammar);
      closeUnary(grammar);
      space.close(BEAM);
    }
  }
}

function join(from: number, split: number, to: number, grammar: Grammar): void {
  const { best, edges } = space;
  const [first, end] = space.edgesOf(from, split);
  const rights = space.cellOf(split, to);
  for (let i = first; i < end; i++) {
    const left = edges[i]!;
    const rules = grammar.binary[space.category[left]!];
    if (rules === undefined) continue;
    const leftCost = space.cost[left]!;
    for (let r = 0; r < rules.length; r++) {
      const rule = rules[r]!;
      const right = best[rights + rule.right]!;
      if (right !== NONE) space.put(rule.result, leftCost + space.cost[right]! + rule.cost, rule.id, left, right);
    }
  }
}

/** Applies the rules of one to the open cell until none makes anything cheaper. */
function closeUnary(grammar: Grammar): void {
  for (let edge = space.opened; edge < space.size; edge++) raise(edge, grammar);
}

function raise(edge: number, grammar: Grammar): void {
  const rules = grammar.unary[space.category[edge]!];
  if (rules === undefined) return;
  for (const rule of rules) {
    const made = space.put(rule.result, space.cost[edge]! + rule.cost, rule.id, edge, NONE);
    if (made !== NONE && made < edge) raise(made, grammar);
  }
}

/** The edges of the cheapest way to cover all words. */
function cover(n: number, grammar: Grammar, extra: ReadonlyMap<number, number>): number[] {
  const costs: number[] = [0];
  const chosen: number[] = [NONE];
  const { category, cost, edges } = space;
  for (let to = 1; to <= n; to++) {
    let [least, tree] = [Number.POSITIVE_INFINITY, NONE];
    for (let from = Math.max(0, to - MAX_WIDTH); from < to; from++) {
      const [first, end] = space.edgesOf(from, to);
      for (let i = first; i < end; i++) {
        const edge = edges[i]!;
        const number = category[edge]!;
        const penalty = grammar.fragments.get(number) ?? (to === from + 1 ? LEFTOVER : undefined);
        if (penalty === undefined) continue;
        const total = costs[from]! + cost[edge]! + penalty + (extra.get(number) ?? 0) + FRAGMENT;
        if (total < least) [least, tree] = [total, edge];
      }
    }
    costs.push(least);
    chosen.push(tree);
  }
  const found: number[] = [];
  for (let to = n; to > 0; to = space.from[chosen[to]!]!) found.unshift(chosen[to]!);
  return found;
}

function treeOf(edge: number, start: number, words: readonly Word[], grammar: Grammar): Tree {
  const [from, to, rule] = [space.from[edge]!, space.to[edge]!, space.rule[edge]!];
  const base = {
    category: grammar.names[space.category[edge]!]!,
    cost: space.cost[edge]!,
    from: start + from,
    to: start + to,
  };
  if (rule < 0) return { ...base, reading: words[from]!.readings[~rule]! };
  const right = space.right[edge]!;
  return {
    ...base,
    rule: grammar.rules[rule]!,
    left: treeOf(space.left[edge]!, start, words, grammar),
    ...(right !== NONE && { right: treeOf(right, start, words, grammar) }),
  };
}
