import { expect, it } from "vitest";
import { takesAn } from "../../src/protect/seams.js";

it.each([
  "an LG phone",
  "an SUV",
  "an LED screen",
  "an M3 chip",
  "an 8-inch screen",
  "an HONOR phone",
  "an OPPO phone",
  "a HUAWEI phone",
  "a REDMI phone",
  "a NIO car",
  "a vivo phone",
  "a unit",
  "a one-time code",
])("says %s", (phrase) => {
  const [article, ...words] = phrase.split(" ");
  expect(takesAn(words.join(" ")) ? "an" : "a").toBe(article);
});
