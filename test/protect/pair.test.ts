import { expect, it } from "vitest";
import { pairInOrder } from "../../src/protect/pair.js";

const evenly = (count: number) => Array.from({ length: count }, (_, i) => i / count);

it("pairs 1,000 mentions that an engine said 50 times each with the nearest, in order", () => {
  const pairs = pairInOrder(evenly(1000), evenly(50_000));
  expect(pairs).toEqual(evenly(1000).map((_, i) => i * 50));
});

it("leaves a found place for every expected one, however far", () => {
  expect(pairInOrder(new Array(1000).fill(1), evenly(2000))).toEqual(evenly(1000).map((_, i) => 1000 + i));
});

it.each<[expected: number[], found: number[], pairs: number[]]>([
  [
    [0.4, 0.5],
    [0.1, 0.5, 0.95],
    [0, 1],
  ],
  [
    [0.1, 0.9],
    [0.1, 0.5, 0.9],
    [0, 2],
  ],
  [
    [0.1, 0.5, 0.9],
    [0.15, 0.85],
    [0, -1, 1],
  ],
  [[0.5], [], [-1]],
  [[], [0.5], []],
])("pairs %j with %j so that the distances are least in sum", (expected, found, pairs) => {
  expect(pairInOrder(expected, found)).toEqual(pairs);
});
