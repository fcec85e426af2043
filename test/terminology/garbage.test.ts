import { constants, PerformanceObserver } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { collectSoon } from "../../src/terminology/mine/garbage.js";

const { NODE_PERFORMANCE_GC_MAJOR, NODE_PERFORMANCE_GC_INCREMENTAL } = constants;

/** How often V8 looks through the whole heap during some rounds of work that leaves little garbage in it. */
async function collections(betweenRounds: () => void): Promise<number> {
  let count = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { kind } = (entry as unknown as { detail: { kind: number } }).detail;
      if (kind === NODE_PERFORMANCE_GC_MAJOR || kind === NODE_PERFORMANCE_GC_INCREMENTAL) count++;
    }
  });
  observer.observe({ entryTypes: ["gc"] });
  for (let round = 0; round < 8; round++) {
    if (Array.from({ length: 100_000 }, (_, i) => ({ i })).length > 0) betweenRounds();
    await setTimeout(20);
  }
  observer.disconnect();
  return count;
}

describe("collectSoon", () => {
  it("has garbage collected that V8 would let lie, and takes no memory", async () => {
    const before = process.memoryUsage().rss;
    const [without, asked] = [await collections(() => {}), await collections(collectSoon)];
    expect(asked).toBeGreaterThan(without);
    expect(process.memoryUsage().rss - before).toBeLessThan(8 * 64 * 2 ** 20);
  });
});
