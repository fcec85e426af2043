/** The most places that are weighed against each other at once; memory is 8 bytes for each. */
const MOST_WEIGHED = 250_000;

/**
 * Pairs expected places with found ones, both in order, so that as many as possible are paired and the sum of the
 * distances is least: the alignment of the occurrences of one name.
 *
 * Where there are too many for that (a name 500 times, said 1,000 times) they are taken from left to right: each expected
 * place gets the nearest found one that leaves enough for those behind it.
 *
 * @param expected Places as shares of the source's length, ascending. @param found Places as shares of the target's.
 * @returns For each expected place the index of its found one, or -1.
 */
export function pairInOrder(expected: readonly number[], found: readonly number[]): number[] {
  if (expected.length > found.length) {
    const inverse = pairInOrder(found, expected);
    const result = expected.map(() => -1);
    inverse.forEach((index, i) => {
      result[index] = i;
    });
    return result;
  }
  const slack = found.length - expected.length;
  if (slack === 0) return expected.map((_, i) => i);
  if (expected.length * slack > MOST_WEIGHED) return takeNearest(expected, found);
  // cost[i][k]: the least distance when the first i expected places are paired and k found ones are passed over.
  const cost: number[][] = [new Array(slack + 1).fill(0)];
  for (let i = 1; i <= expected.length; i++) {
    const row: number[] = [];
    for (let k = 0; k <= slack; k++) {
      const take = cost[i - 1]![k]! + Math.abs(expected[i - 1]! - found[i - 1 + k]!);
      row.push(k > 0 ? Math.min(take, row[k - 1]!) : take);
    }
    cost.push(row);
  }
  const result = new Array<number>(expected.length).fill(-1);
  for (let i = expected.length, k = slack; i > 0; i--) {
    while (k > 0 && cost[i]![k] === cost[i]![k - 1]) k--;
    result[i - 1] = i - 1 + k;
  }
  return result;
}

/** Pairs from left to right, in one reading of both. */
function takeNearest(expected: readonly number[], found: readonly number[]): number[] {
  let next = 0;
  return expected.map((place, i) => {
    const last = found.length - expected.length + i;
    while (next < last && Math.abs(found[next + 1]! - place) <= Math.abs(found[next]! - place)) next++;
    return next++;
  });
}

/** Pairs expected places with found ones where some of these may be the rivals': "millet" may be from the porridge. */
export function pairBeside(expected: readonly number[], rivals: readonly number[], found: readonly number[]): number[] {
  const places = [
    ...expected.map((place, slot) => ({ place, slot })),
    ...rivals.map((place) => ({ place, slot: -1 })),
  ].sort((a, b) => a.place - b.place);
  const pairs = expected.map(() => -1);
  for (const [k, at] of pairInOrder(
    places.map(({ place }) => place),
    found,
  ).entries()) {
    const { slot } = places[k]!;
    if (slot >= 0) pairs[slot] = at;
  }
  return pairs;
}
