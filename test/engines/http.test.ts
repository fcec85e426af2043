import { expect, it } from "vitest";
import { retryAfterMs } from "../../src/engines/http.js";

const NOW = Date.parse("Fri, 27 Nov 2026 10:00:00 GMT");

it.each([
  ["seconds", "7", 7000],
  ["parts of a second", "0.5", 500],
  ["no wait", "0", 0],
  ["a date", "Fri, 27 Nov 2026 10:00:30 GMT", 30_000],
  ["a date that is over", "Fri, 27 Nov 2026 09:59:00 GMT", undefined],
  ["more than ten minutes, as ten", "86400", 600_000],
  ["a date tomorrow, as ten minutes", "Sat, 28 Nov 2026 10:00:00 GMT", 600_000],
  ["less than nothing", "-5", undefined],
  ["what is neither", "soon", undefined],
  ["nothing", null, undefined],
])("reads a Retry-After of %s", (_, value, wait) => {
  expect(retryAfterMs(value, NOW)).toBe(wait);
});
