import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chrf } from "../../../bench/chrf.js";
import { lexiconEngine } from "../../../src/engines/lexicon/index.js";

interface Posts {
  readonly names: Record<string, string>;
  readonly posts: readonly { source: string; reference: string }[];
}

test("company posts reach a chrF of 60 against translations by hand", () => {
  const file = new URL("./company-posts.json", import.meta.url);
  const { names, posts } = JSON.parse(readFileSync(file, "utf8")) as Posts;
  const forms = new RegExp(
    Object.keys(names)
      .sort((a, b) => b.length - a.length)
      .join("|"),
    "g",
  );
  const engine = lexiconEngine();
  const made = posts.map(({ source }) => {
    const terms = [...source.matchAll(forms)].map(([form]) => ({ source: form, target: names[form]! }));
    return engine.translateUnit({ text: source, terms }).text;
  });
  expect(
    chrf(
      made,
      posts.map((post) => post.reference),
    ),
  ).toBeGreaterThan(60);
});
