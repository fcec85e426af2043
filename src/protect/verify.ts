import type { UnitPlan } from "./pieces.js";
import type { RestoredUnit } from "./restore.js";

/** How many of a unit's terms did not come back. */
export function missingTerms(restored: RestoredUnit, plan: UnitPlan): number {
  return restored.slots.filter(({ range }, i) => range === null && plan.slots[i]!.kind === "term").length;
}

/** Tells whether a mention or hashtag of a unit was lost or changed places with another. */
export function brokenTokens(restored: RestoredUnit, plan: UnitPlan): boolean {
  let last = -1;
  for (const [i, { range }] of restored.slots.entries()) {
    if (plan.slots[i]!.kind !== "token") continue;
    if (range === null || range.start < last) return true;
    last = range.start;
  }
  return false;
}
