import { describe, expect, it } from "vitest";
import type { Observation } from "../../src/terminology/mine/observation.js";
import { createStore } from "../../src/terminology/mine/store.js";

const seen = (form: string, count: number, more: Partial<Observation> = {}): Observation => ({
  form,
  units: form.length,
  count,
  documents: count,
  cohesion: 0,
  left: 0,
  right: 0,
  aligned: 0,
  burst: 0,
  numbered: 0,
  tags: new Map(),
  patterns: [],
  latin: new Map(),
  bracketed: new Map(),
  examples: [],
  translations: [],
  ...more,
});
const place = (text: string) => ({ text, start: 0, end: 2 });

describe("what was seen of a form in several batches", () => {
  it("is counted together, averages by how often each batch saw it", () => {
    const store = createStore();
    const first = { cohesion: 4, left: 1, tags: new Map([["n", 1]]), patterns: [1, 0], examples: [place("霓途一")] };
    const second = { cohesion: 8, left: 3, tags: new Map([["n", 2]]), patterns: [1, 2], examples: [place("霓途二")] };
    store.add(new Map([["霓途", seen("霓途", 3, { ...first, latin: new Map([["Nitoo", 1]]), numbered: 1 })]]));
    store.add(new Map([["霓途", seen("霓途", 1, { ...second, translations: ["Nitoo is here"] })]]));
    expect(store.observations.get("霓途")).toEqual(
      seen("霓途", 4, {
        documents: 4,
        cohesion: 5,
        left: 1.5,
        numbered: 1,
        tags: new Map([["n", 3]]),
        patterns: [2, 2],
        latin: new Map([["Nitoo", 1]]),
        examples: [place("霓途一"), place("霓途二")],
        translations: ["Nitoo is here"],
      }),
    );
  });

  it("keeps the first examples, and no more than it shows", () => {
    const store = createStore();
    for (const batch of ["一", "二"]) {
      const examples = [place(`霓途${batch}甲`), place(`霓途${batch}乙`)];
      store.add(new Map([["霓途", seen("霓途", 2, { examples })]]));
    }
    const texts = store.observations.get("霓途")!.examples.map(({ text }) => text);
    expect(texts).toEqual(["霓途一甲", "霓途一乙", "霓途二甲"]);
  });

  it("forgets the rarest where there are too many to remember, never a frequent one", () => {
    const store = createStore();
    store.add(new Map([["霓途", seen("霓途", 50)]]));
    for (let batch = 0; batch < 5; batch++) {
      const rare = Array.from({ length: 20_000 }, (_, i) => `${batch}-${i}`);
      store.add(new Map(rare.map((form, i) => [form, seen(form, 2 + (i % 7))])));
      expect(store.observations.size).toBeLessThanOrEqual(40_000);
    }
    expect(store.observations.get("霓途")!.count).toBe(50);
    const counts = [...store.observations.values()].map(({ count }) => count);
    expect(Math.min(...counts)).toBeGreaterThan(2);
    expect(counts.filter((count) => count === 8).length).toBeGreaterThan(0);
  });
});
