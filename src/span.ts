/**
 * A piece of a text: UTF-16 offsets as JavaScript strings use them, `end` exclusive, and the text between them.
 */
export interface Span {
  /** Where it begins, in UTF-16 code units. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
  /** The text between the two. */
  text: string;
}

/** Anything that has a place in a text. */
export interface Range {
  /** Where it begins, in UTF-16 code units. */
  start: number;
  /** Where it ends, exclusive. */
  end: number;
}

/** Cuts the span from `start` to `end` out of `text`. */
export function spanOf(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

/** Tells whether two ranges share at least one character. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Tells whether `inner` lies wholly within `outer`; equal ranges contain each other. */
export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The first whole number from 0 to `count` for which `holds`, where it holds for every later one too; by halving. */
export function firstWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first range that starts at or after an offset; the ranges are in order of where they start. */
export const firstFrom = (ranges: readonly Range[], offset: number): number =>
  firstWhere(ranges.length, (i) => ranges[i]!.start >= offset);

/** The index of the first range that ends after an offset; the ranges are in order of where they end. */
export const firstAfter = (ranges: readonly Range[], offset: number): number =>
  firstWhere(ranges.length, (i) => ranges[i]!.end > offset);

/** The ranges that lie wholly between `start` and `end`; `ranges` are in order of where they start. */
export function rangesWithin<R extends Range>(ranges: readonly R[], start: number, end: number): R[] {
  const found: R[] = [];
  for (let i = firstFrom(ranges, start); i < ranges.length && ranges[i]!.start < end; i++) {
    if (ranges[i]!.end <= end) found.push(ranges[i]!);
  }
  return found;
}
