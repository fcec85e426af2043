import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors.js";
import type { Construct } from "../../src/post/construct.js";
import { defaultConstructs } from "../../src/post/constructs.js";
import { parse } from "../../src/post/parse.js";

const CASHTAG = /\$([^\s$]{1,30})\$/y;

const cashtag: Construct = {
  name: "cashtag",
  starts: "$",
  parse(text, at) {
    CASHTAG.lastIndex = at;
    const match = CASHTAG.exec(text);
    return match ? { kind: "cashtag", start: at, end: CASHTAG.lastIndex, name: match[1]! } : undefined;
  },
};

const kinds = (text: string, constructs: readonly Construct[]): string[] =>
  parse(text, { constructs }).tokens.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe("constructs of one's own", () => {
  it("are read beside the bundled ones", () => {
    expect(kinds("$小米集团(01810)$大涨#港股#", [cashtag, ...defaultConstructs])).toEqual([
      "cashtag $小米集团(01810)$",
      "hashtag #港股#",
    ]);
  });

  it("take the place of the bundled ones", () => {
    expect(kinds("$小米$ #港股#", [cashtag])).toEqual(["cashtag $小米$"]);
  });

  it("win over those after them at the same place", () => {
    const anything: Construct = { name: "x", starts: "#", parse: (_, at) => ({ kind: "x", start: at, end: at + 1 }) };
    expect(kinds("#港股#", [anything, ...defaultConstructs])).toEqual(["x #", "x #"]);
    expect(kinds("#港股#", [...defaultConstructs, anything])).toEqual(["hashtag #港股#"]);
  });

  it("hold nothing for another parse", () => {
    expect(kinds("$小米$", [cashtag])).toHaveLength(1);
    expect(kinds("$小米$", defaultConstructs)).toEqual([]);
  });

  it("stay within the sentence, and nothing is read inside them", () => {
    const post = parse("今天$小米。1.快2.稳$大涨。好", { constructs: [cashtag] });
    expect(post.lists).toEqual([]);
    expect(post.segments.map(({ kind, start, end }) => `${kind} ${post.text.slice(start, end)}`)).toEqual([
      "sentence 今天$小米。1.快2.稳$大涨。",
      "sentence 好",
    ]);
  });

  it.each([
    ["before its place", { start: 0, end: 3 }],
    ["empty", { start: 2, end: 2 }],
    ["beyond the text", { start: 2, end: 99 }],
    ["not a number", { start: 2, end: Number.NaN }],
  ])("must not give a token that is %s", (_what, range) => {
    const broken: Construct = { name: "broken", starts: "$", parse: () => ({ kind: "broken", ...range }) };
    expect(() => parse("今天$", { constructs: [broken] })).toThrow(ArgumentError);
  });

  it("must not begin with more characters than there is room for", () => {
    const starts = String.fromCharCode(...Array.from({ length: 121 }, (_, i) => 0x4e00 + i));
    const greedy: Construct = { name: "greedy", starts, parse: () => undefined };
    expect(() => parse("一", { constructs: [greedy] })).toThrow(/at most 120/);
  });
});
