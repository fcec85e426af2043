import { describe, expect, it } from "vitest";
import { needsSpace } from "../../src/protect/punctuation.js";

describe("a space between two pieces of English", () => {
  it.each<[before: string, after: string, written: string]>([
    ["Good", "morning", "Good morning"],
    ["Good.", "Morning", "Good. Morning"],
    ["", "Good", "Good"],
    ["Good", "", "Good"],
    ["Good ", "morning", "Good morning"],
    ["Good\n", "morning", "Good\nmorning"],
    ["Good", " morning", "Good morning"],
    ["Good", "!", "Good!"],
    ["Good", "...", "Good..."],
    ["Good", "’s", "Good’s"],
    ["(", "Good", "(Good"],
    ["[News]", "Today", "[News] Today"],
    ["[泪]", "[泪]", "[泪][泪]"],
    ["Good", "[泪]", "Good [泪]"],
    ["@", "name", "@name"],
    ["$", "5", "$5"],
    ["5", "$", "5 $"],
  ])("%j and %j are %j", (before, after, written) => {
    expect(before + (needsSpace(before.slice(-1), after) ? " " : "") + after).toBe(written);
  });
});
