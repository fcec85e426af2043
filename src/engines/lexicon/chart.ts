import { ChartSpace, NONE } from "./chart-space.js";
import type { Reading, Word } from "./entry.js";
import type { Grammar, Rule } from "./grammar.js";
import { type Lattice, type LatticeWord, MAX_NODES } from "./lattice.js";

/** A node of a parse: a reading of one word, or a rule with what it joins. */
export interface Tree {
  readonly category: string;
  readonly cost: number;
  /** First word, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly rule: Rule | undefined;
  readonly left: Tree | undefined;
  readonly right: Tree | undefined;
  readonly reading: Reading | undefined;
}

/** No phrase is longer than this many words, which keeps the time linear in the length of the text. */
const MAX_WIDTH = 36;
/** What costs this much more than the cheapest phrase of the same words is given up. */
const BEAM = 9;
/** What the reduced cost of a word weighs against the costs of the grammar. */
const WORD_WEIGHT = 0.5;
const FRAGMENT = 3;
const LEFTOVER = 7;
const NO_COSTS: ReadonlyMap<number, number> = new Map();

/** The space of all parses of this thread: nothing in it outlives a call, and it grows to the largest clause seen. */
const space = new ChartSpace(MAX_WIDTH);

/** The cheapest analysis of a clause: the words that it takes, and trees over them that follow one another and cover them all. */
export interface Parse {
  readonly words: readonly Word[];
  readonly trees: readonly Tree[];
}

/** A word of the chart read in one way. */
interface ChartLeaf {
  readonly word: Word;
  readonly reading: Reading;
}

/**
 * Parses a clause: which of its words stand, and what they make.
 *
 * @param extra Costs of categories besides the grammar's `fragments`: a title is rather a noun phrase.
 */
export function parse(lattice: Lattice, grammar: Grammar, extra: ReadonlyMap<number, number> = NO_COSTS): Parse {
  const words: Word[] = [];
  const trees: Tree[] = [];
  for (let start = 0; start < lattice.size; start += MAX_NODES) {
    const leaves = fill(lattice, start, Math.min(lattice.size, start + MAX_NODES), grammar);
    for (const edge of cover(Math.min(MAX_NODES, lattice.size - start), grammar, extra))
      trees.push(treeOf(edge, leaves, grammar, words));
  }
  return { words, trees };
}

/** Fills the chart with every phrase of the words between two nodes. */
function fill(lattice: Lattice, start: number, end: number, grammar: Grammar): ChartLeaf[] {
  const n = end - start;
  const leaves: ChartLeaf[] = [];
  const at = wordsByNode(lattice, start, end);
  space.reset(n, grammar.names.length);
  for (let from = n - 1; from >= 0; from--) {
    const last = Math.min(n, from + MAX_WIDTH);
    for (let to = from + 1; to <= last; to++) {
      space.open(from, to);
      for (const { word, to: over, cost } of at[from]!) {
        if (over - start !== to) continue;
        for (const reading of word.readings) {
          space.put(grammar.category(reading.category), reading.cost + cost * WORD_WEIGHT, ~leaves.length, NONE, NONE);
          leaves.push({ word, reading });
        }
      }
      for (let split = from + 1; split < to; split++) join(from, split, to, grammar);
      closeUnary(grammar);
      space.close(BEAM);
    }
  }
  return leaves;
}

function wordsByNode(lattice: Lattice, start: number, end: number): LatticeWord[][] {
  const at: LatticeWord[][] = Array.from({ length: end - start }, () => []);
  for (const word of lattice.words) if (word.from >= start && word.to <= end) at[word.from - start]!.push(word);
  return at;
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
        const penalty = grammar.fragments.get(number) ?? (space.rule[edge]! < 0 ? LEFTOVER : undefined);
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

/** The tree of an edge; its words are added to those of the trees before it. All trees have the same members, which reads faster. */
function treeOf(edge: number, leaves: readonly ChartLeaf[], grammar: Grammar, words: Word[]): Tree {
  const category = grammar.names[space.category[edge]!]!;
  const [from, rule, second] = [words.length, space.rule[edge]!, space.right[edge]!];
  const cost = space.cost[edge]!;
  if (rule < 0) {
    const { word, reading } = leaves[~rule]!;
    words.push(word);
    return { category, cost, from, to: from + 1, rule: undefined, left: undefined, right: undefined, reading };
  }
  const left = treeOf(space.left[edge]!, leaves, grammar, words);
  const right = second === NONE ? undefined : treeOf(second, leaves, grammar, words);
  return { category, cost, from, to: words.length, rule: grammar.rules[rule]!, left, right, reading: undefined };
}
