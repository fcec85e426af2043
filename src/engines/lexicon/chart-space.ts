/** No edge. */
export const NONE = -1;

const FIRST_EDGES = 1 << 14;

/**
 * The memory of a chart parser, packed into typed arrays that are used again from clause to clause. An edge is a number;
 * its cell is the words that it covers, and a cell holds the cheapest edge of each category.
 */
export class ChartSpace {
  /** By edge: its category, its cost, the first word, the one after the last. */
  category = new Uint16Array(FIRST_EDGES);
  cost = new Float64Array(FIRST_EDGES);
  from = new Uint16Array(FIRST_EDGES);
  to = new Uint16Array(FIRST_EDGES);
  /** By edge: the rule that made it, or the complement of a reading's index; the edges it joins. */
  rule = new Int16Array(FIRST_EDGES);
  left = new Int32Array(FIRST_EDGES);
  right = new Int32Array(FIRST_EDGES);
  /** By cell and category: the cheapest edge, or `NONE`. */
  best = new Int32Array(0);
  /** The edges of the closed cells, one cell after the other. */
  edges = new Int32Array(FIRST_EDGES);
  /** How many edges there are, and the first of the open cell. */
  size = 0;
  opened = 0;
  private first = new Int32Array(0);
  private end = new Int32Array(0);
  private listed = 0;
  private categories = 0;
  private cell = 0;
  private at: readonly [number, number] = [0, 0];

  private width = 0;

  constructor(private readonly widest: number) {}

  /** Empties the chart for so many words and categories. */
  reset(words: number, categories: number): void {
    this.width = Math.min(words, this.widest);
    const cells = words * this.width;
    if (this.first.length < cells) [this.first, this.end] = [new Int32Array(cells), new Int32Array(cells)];
    if (this.best.length < cells * categories) this.best = new Int32Array(cells * categories);
    this.categories = categories;
    this.size = 0;
    this.listed = 0;
  }

  /** Where a cell begins in `best`. */
  cellOf(from: number, to: number): number {
    return (from * this.width + to - from - 1) * this.categories;
  }

  /** The part of `edges` that is a closed cell's: the index of the first, and the one after the last. */
  edgesOf(from: number, to: number): [number, number] {
    const index = from * this.width + to - from - 1;
    return [this.first[index]!, this.end[index]!];
  }

  /** Begins to fill a cell. */
  open(from: number, to: number): void {
    this.cell = this.cellOf(from, to);
    this.best.fill(NONE, this.cell, this.cell + this.categories);
    this.opened = this.size;
    this.at = [from, to];
  }

  /** Puts an edge into the open cell where it is the cheapest of its category: its number, or `NONE`. */
  put(category: number, cost: number, rule: number, left: number, right: number): number {
    let edge = this.best[this.cell + category]!;
    if (edge === NONE) {
      if (this.size === this.cost.length) this.grow();
      edge = this.size++;
      this.best[this.cell + category] = edge;
      this.category[edge] = category;
      this.from[edge] = this.at[0];
      this.to[edge] = this.at[1];
    } else if (cost >= this.cost[edge]!) return NONE;
    this.cost[edge] = cost;
    this.rule[edge] = rule;
    this.left[edge] = left;
    this.right[edge] = right;
    return edge;
  }

  /** Ends a cell; what costs more than its cheapest edge and `beam` together is given up. */
  close(beam: number): void {
    let least = Number.POSITIVE_INFINITY;
    for (let edge = this.opened; edge < this.size; edge++) least = Math.min(least, this.cost[edge]!);
    const index = this.cell / this.categories;
    this.first[index] = this.listed;
    for (let edge = this.opened; edge < this.size; edge++) {
      if (this.cost[edge]! <= least + beam) this.edges[this.listed++] = edge;
      else this.best[this.cell + this.category[edge]!] = NONE;
    }
    this.end[index] = this.listed;
  }

  private grow(): void {
    const size = this.cost.length * 2;
    const longer = <T extends { set(from: T): void }>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.category = longer(this.category, new Uint16Array(size));
    this.cost = longer(this.cost, new Float64Array(size));
    this.from = longer(this.from, new Uint16Array(size));
    this.to = longer(this.to, new Uint16Array(size));
    this.rule = longer(this.rule, new Int16Array(size));
    this.left = longer(this.left, new Int32Array(size));
    this.right = longer(this.right, new Int32Array(size));
    this.edges = longer(this.edges, new Int32Array(size));
  }
}
