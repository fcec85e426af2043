import fc from "fast-check";
import { describe, it } from "vitest";
import { parts } from "./support/fuzz.js";

// `npm run fuzz` runs these for as long as it is given; here each has a hundred inputs, the same each time.
describe("whatever the input,", () => {
  it.each(Object.entries(parts))("%s holds", async (_, part) => {
    await fc.assert(part(), { seed: 1, numRuns: 100 });
  });
});
