import type { GlossaryEntry } from "../../src/model.js";

/** A name that is an ordinary word too and that no dictionary has as a name: lantern. */
export const LANTERN: GlossaryEntry = {
  source: "灯笼",
  target: "Lantern",
  kind: "brand",
  ambiguous: true,
  prior: 0.5,
  notIn: ["大红灯笼"],
  cues: { for: ["投影", "新品"], against: ["元宵", "灯笼节"] },
};
