import { contains } from "../span.js";
import { type Piece, type UnitPlan, unitPlan } from "./pieces.js";

/** Cuts a unit at its tokens, for engines that lose them: the stretches between become units of their own. */
export function splitAtTokens(plan: UnitPlan): Piece[] {
  const pieces: Piece[] = [];
  let from = plan.start;
  const unit = (start: number, end: number) => {
    if (start >= end) return;
    const range = { start, end };
    const slots = plan.slots.filter((slot) => slot.kind === "term" && contains(range, slot));
    const lookalikes = plan.lookalikes.filter((word) => contains(range, word));
    const continues = plan.continues || pieces.some(({ type }) => type === "unit");
    pieces.push({ type: "unit", start, end, unit: unitPlan(range, slots, { ...plan, lookalikes, continues }) });
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
