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
const FRAGMENT = 3;
const LEFTOVER = 7;

interface Edge extends Tree {
  readonly number: number;
}
type Cell = (Edge | undefined)[];

/** The cheapest analysis of words: trees that follow one another and cover them all. A clause before a colon is rather a noun phrase. */
export function parse(words: readonly Word[], grammar: Grammar, beforeColon = false): Tree[] {
  const n = words.length;
  const chart: Cell[][] = Array.from({ length: n + 1 }, () => []);
  for (let from = n - 1; from >= 0; from--) {
    chart[from]![from + 1] = wordCell(words[from]!, from, grammar);
    const last = Math.min(n, from + MAX_WIDTH);
    for (let to = from + 2; to <= last; to++) {
      const cell: Cell = [];
      for (let split = from + 1; split < to; split++) join(chart[from]![split]!, chart[split]![to]!, cell, grammar);
      closeUnary(cell, grammar);
      chart[from]![to] = cell;
    }
  }
  return cover(chart, n, grammar, beforeColon ? grammar.beforeColon : NO_COSTS);
}

function wordCell(word: Word, from: number, grammar: Grammar): Cell {
  const cell: Cell = [];
  for (const reading of word.readings) {
    const number = grammar.category(reading.category);
    const known = cell[number];
    if (!known || known.cost > reading.cost)
      cell[number] = { category: reading.category, number, cost: reading.cost, from, to: from + 1, reading };
  }
  closeUnary(cell, grammar);
  return cell;
}

function join(lefts: Cell, rights: Cell, cell: Cell, grammar: Grammar): void {
  for (const left of lefts) {
    if (!left) continue;
    for (const rule of grammar.binary[left.number] ?? []) {
      const right = rights[rule.right];
      if (!right) continue;
      const cost = left.cost + right.cost + rule.cost;
      const known = cell[rule.result];
      if (!known || cost < known.cost) cell[rule.result] = edge(rule, grammar, cost, left.from, right.to, left, right);
    }
  }
}

function closeUnary(cell: Cell, grammar: Grammar): void {
  const queue = cell.filter((e) => e !== undefined);
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const rule of grammar.unary[next.number] ?? []) {
      const cost = next.cost + rule.cost;
      const known = cell[rule.result];
      if (known && known.cost <= cost) continue;
      const made = edge(rule, grammar, cost, next.from, next.to, next);
      cell[rule.result] = made;
      queue.push(made);
    }
  }
}

function edge(rule: Rule, grammar: Grammar, cost: number, from: number, to: number, left: Edge, right?: Edge): Edge {
  return {
    category: grammar.names[rule.result]!,
    number: rule.result,
    cost,
    from,
    to,
    rule,
    left,
    ...(right && { right }),
  };
}

const NO_COSTS: ReadonlyMap<number, number> = new Map();

function cover(chart: Cell[][], n: number, grammar: Grammar, extra: ReadonlyMap<number, number>): Tree[] {
  const best: { cost: number; tree?: Edge }[] = [{ cost: 0 }];
  for (let to = 1; to <= n; to++) {
    let here: { cost: number; tree?: Edge } = { cost: Number.POSITIVE_INFINITY };
    for (let from = Math.max(0, to - MAX_WIDTH); from < to; from++) {
      for (const tree of chart[from]![to] ?? []) {
        if (!tree) continue;
        const penalty = grammar.fragments.get(tree.number) ?? (to === from + 1 ? LEFTOVER : undefined);
        if (penalty === undefined) continue;
        const cost = best[from]!.cost + tree.cost + penalty + (extra.get(tree.number) ?? 0) + FRAGMENT;
        if (cost < here.cost) here = { cost, tree };
      }
    }
    best[to] = here;
  }
  const trees: Tree[] = [];
  for (let to = n; to > 0; ) {
    const tree = best[to]!.tree!;
    trees.unshift(tree);
    to = tree.from;
  }
  return trees;
}
