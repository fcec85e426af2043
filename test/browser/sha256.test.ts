import { createHash as nodeHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createHash } from "../../src/browser/crypto.js";

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

it("the browser build hashes a text as Node does, whatever its length", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      expect(digestOf(text)).toBe(nodeHash("sha256").update(text).digest("hex"));
    }),
    { numRuns: 30 },
  );
  // Around the end of a block of 64 bytes, of which the length takes the last eight.
  for (let length = 50; length < 70; length++) {
    const text = "米".repeat(length);
    expect(digestOf(text)).toBe(nodeHash("sha256").update(text).digest("hex"));
  }
  expect(createHash("sha256").update("小").update("米").digest("hex")).toBe(digestOf("小米"));
});
