import { afterEach, describe, expect, it, vi } from "vitest";
import { collectSoon } from "../../src/terminology/mine/garbage.js";

afterEach(() => {
  vi.unstubAllGlobals();
});

// Whether garbage is collected is shown by `bench/mine.ts --sentences`: V8 chooses the moment.
describe("collectSoon", () => {
  it("takes no memory", () => {
    const before = process.memoryUsage().rss;
    for (let times = 0; times < 20; times++) collectSoon();
    expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 26);
  });

  it("goes on where so much memory cannot be had", () => {
    vi.stubGlobal("ArrayBuffer", function refuse() {
      throw new RangeError("Array buffer allocation failed");
    });
    expect(collectSoon).not.toThrow();
  });
});
