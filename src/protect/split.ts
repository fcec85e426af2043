import { contains } from "../span.js";
import type { Piece, UnitPlan } from "./plan.js";

/** Cuts a unit at its tokens, for engines that lose them: the stretches between become units of their own. */
export function splitAtTokens(plan: UnitPlan): Piece[] {
  const pieces: Piece[] = [];
  let from = plan.start;
  const unit = (start: number, end: number) => {
    if (start >= end) return;
    const slots = plan.slots.filter((slot) => slot.kind === "term" && contains({ start, end }, slot));
    pieces.push({ type: "unit", start, end, unit: { start, end, slots, ...(plan.role && { role: plan.role }) } });
  };
  for (const slot of plan.slots) {
    if (slot.kind !== "token") continue;
    unit(from, slot.start);
    pieces.push({ type: "token", index: slot.index, start: slot.start, end: slot.end });
    from = slot.end;
  }
  unit(from, plan.end);
  return pieces;
}
