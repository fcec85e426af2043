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

/** What covers a stretch of words: the cheapest edge of each category, and which categories there are. */
interface Cell {
  readonly edges: (Edge | undefined)[];
  readonly present: number[];
}

const emptyCell = (size: number): Cell => ({ edges: new Array<Edge | undefined>(size).fill(undefined), present: [] });

function put(cell: Cell, edge: Edge): void {
  if (!cell.edges[edge.number]) cell.present.push(edge.number);
  cell.edges[edge.number] = edge;
}

/** The cheapest analysis of words: trees that follow one another and cover them all. A clause before a colon is rather a noun phrase. */
export function parse(words: readonly Word[], grammar: Grammar, beforeColon = false): Tree[] {
  const n = words.length;
  const size = grammar.names.length;
  const chart: Cell[][] = Array.from({ length: n + 1 }, () => []);
  for (let from = n - 1; from >= 0; from--) {
    chart[from]![from + 1] = wordCell(words[from]!, from, grammar);
    const last = Math.min(n, from + MAX_WIDTH);
    for (let to = from + 2; to <= last; to++) {
      const cell = emptyCell(size);
      for (let split = from + 1; split < to; split++) join(chart[from]![split]!, chart[split]![to]!, cell, grammar);
      closeUnary(cell, grammar);
      chart[from]![to] = cell;
    }
  }
  return cover(chart, n, grammar, beforeColon ? grammar.beforeColon : NO_COSTS);
}

function wordCell(word: Word, from: number, grammar: Grammar): Cell {
  const cell = emptyCell(grammar.names.length);
  for (const reading of word.readings) {
    const number = grammar.category(reading.category);
    const known = cell.edges[number];
    if (!known || known.cost > reading.cost)
      put(cell, { category: reading.category, number, cost: reading.cost, from, to: from + 1, reading });
  }
  closeUnary(cell, grammar);
  return cell;
}

function join(lefts: Cell, rights: Cell, cell: Cell, grammar: Grammar): void {
  for (const number of lefts.present) {
    const rules = grammar.binary[number];
    if (!rules) continue;
    const left = lefts.edges[number]!;
    for (const rule of rules) {
      const right = rights.edges[rule.right];
      if (!right) continue;
      const cost = left.cost + right.cost + rule.cost;
      const known = cell.edges[rule.result];
      if (!known || cost < known.cost) put(cell, edge(rule, grammar, cost, left.from, right.to, left, right));
    }
  }
}

function closeUnary(cell: Cell, grammar: Grammar): void {
  const queue = [...cell.present];
  for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
    const next = cell.edges[number]!;
    for (const rule of grammar.unary[number] ?? []) {
      const cost = next.cost + rule.cost;
      const known = cell.edges[rule.result];
      if (known && known.cost <= cost) continue;
      put(cell, edge(rule, grammar, cost, next.from, next.to, next));
      queue.push(rule.result);
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
      const cell = chart[from]![to]!;
      for (const number of cell.present) {
        const tree = cell.edges[number]!;
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
