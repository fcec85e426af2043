import { describe, expect, it } from "vitest";
import { parse } from "../../src/post/parse.js";
import { type Expected, readNotation } from "../notation.js";

function byPlace(a: Expected, b: Expected): number {
  return a.start - b.start || b.end - a.end || a.kind.localeCompare(b.kind);
}

/** Writes spans as readable rows, in order of their places. */
function rows(text: string, spans: readonly Expected[]): string[] {
  return [...spans]
    .sort(byPlace)
    .map(
      ({ kind, start, end, name }) =>
        `${kind}${name === undefined ? "" : `=${name}`} ${start} ${text.slice(start, end)}`,
    );
}

/** What is found in a text, with names where the expectation has them too. */
function found(text: string, expected: readonly Expected[]): Expected[] {
  const named = new Set(expected.filter(({ name }) => name !== undefined).map(({ kind, start }) => `${kind} ${start}`));
  const { tokens, lists } = parse(text);
  const spans: Expected[] = tokens.map(({ kind, start, end, name = "" }) =>
    named.has(`${kind} ${start}`) ? { kind, start, end, name } : { kind, start, end },
  );
  for (const { kind, items } of lists) {
    spans.push({ kind, start: items[0]!.start, end: items.at(-1)!.end });
    for (const { ordinal, start, end } of items) spans.push({ kind: "item", start, end, name: String(ordinal) });
  }
  return spans;
}

/**
 * Compares the tokens, lists and items of a post with those that its line marks; both must name every one.
 *
 * A list is marked `{steps:{item=1:…}；{item=2:…}}` or `{points:…}`, an author `{repost=name://{mention:@name}:}`.
 */
export function compareStructure(line: string): { expected: string[]; found: string[] } {
  const { text, expected } = readNotation(line);
  return { expected: rows(text, expected), found: rows(text, found(text, expected)) };
}

/** Compares the segments of a post, separators aside, with those that its line marks. */
export function compareSegments(line: string): { expected: string[]; found: string[] } {
  const { text, expected } = readNotation(line);
  const segments = parse(text).segments.filter(({ kind }) => kind !== "separator");
  return { expected: rows(text, expected), found: rows(text, segments) };
}

/** Makes what tests lines that hold their own expectation, by what compares it with what is found. */
export const specifiedBy =
  (compare: (line: string) => { expected: string[]; found: string[] }) =>
  (what: string, lines: readonly string[]): void => {
    describe(what, () => {
      it.each(lines)("%s", (line) => {
        const { found, expected } = compare(line);
        expect(found).toEqual(expected);
      });
    });
  };
