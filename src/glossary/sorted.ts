import { firstFrom, type Range } from "../span.js";

/** The ranges that start from one offset to before another; the ranges are in order of where they start. */
export function startingBetween<R extends Range>(ranges: readonly R[], from: number, to: number): R[] {
  return ranges.slice(firstFrom(ranges, from), firstFrom(ranges, to));
}

/** The range that shares a character with another; the ranges are in order and do not overlap each other. */
export function overlapping<R extends Range>(ranges: readonly R[], { start, end }: Range): R | undefined {
  const last = ranges[firstFrom(ranges, end) - 1];
  return last && last.end > start ? last : undefined;
}
