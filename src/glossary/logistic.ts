/** An example for learning: the features that are not zero, by name, and whether the answer is yes. */
export interface LogisticExample {
  readonly features: ReadonlyMap<string, number>;
  readonly yes: boolean;
  /** How much the example counts. Default 1. */
  readonly weight?: number;
}

/** What was learned: the logit of an example without features, and what one unit of each feature adds. */
export interface LogisticWeights {
  bias: number;
  weights: Record<string, number>;
}

/** How learning is kept from believing too much. */
export interface LogisticOptions {
  /** The strength of the L2 penalty on every weight but the bias. Default 1. */
  penalty?: number;
  /** Rounds of gradient descent. Default 3000. */
  rounds?: number;
}

/**
 * Learns a logistic regression with an L2 penalty by gradient descent with Nesterov's momentum.
 *
 * Deterministic: the same examples in the same order give the same weights. Weights come in the order of their names.
 */
export function learnLogistic(examples: readonly LogisticExample[], options: LogisticOptions = {}): LogisticWeights {
  const { penalty = 1, rounds = 3000 } = options;
  const names = [...new Set(examples.flatMap(({ features }) => [...features.keys()]))].sort();
  const columns = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features, yes, weight = 1 }) => ({
    columns: Int32Array.from(features.keys(), (name) => columns.get(name)!),
    values: Float64Array.from(features.values()),
    yes: yes ? 1 : 0,
    weight,
  }));
  // The last place is the bias.
  const weights = new Float64Array(names.length + 1);
  const previous = new Float64Array(names.length + 1);
  const ahead = new Float64Array(names.length + 1);
  const gradient = new Float64Array(names.length + 1);
  const step = 1 / (penalty + largestCurvature(rows));
  for (let round = 0; round < rounds; round++) {
    const momentum = round / (round + 3);
    for (let i = 0; i < weights.length; i++) ahead[i] = weights[i]! + momentum * (weights[i]! - previous[i]!);
    for (let i = 0; i < names.length; i++) gradient[i] = penalty * ahead[i]!;
    gradient[names.length] = 0;
    for (const row of rows) {
      let logit = ahead[names.length]!;
      for (let k = 0; k < row.columns.length; k++) logit += ahead[row.columns[k]!]! * row.values[k]!;
      const error = row.weight * (1 / (1 + Math.exp(-logit)) - row.yes);
      for (let k = 0; k < row.columns.length; k++) gradient[row.columns[k]!]! += error * row.values[k]!;
      gradient[names.length]! += error;
    }
    previous.set(weights);
    for (let i = 0; i < weights.length; i++) weights[i] = ahead[i]! - step * gradient[i]!;
  }
  return { bias: weights[names.length]!, weights: Object.fromEntries(names.map((name, i) => [name, weights[i]!])) };
}

/** An upper bound of the loss's curvature: a quarter of the weighted sum of the rows' squared lengths. */
function largestCurvature(rows: readonly { values: Float64Array; weight: number }[]): number {
  let sum = 0;
  for (const { values, weight } of rows)
    sum += weight * (1 + values.reduce((total, value) => total + value * value, 0));
  return sum / 4;
}
