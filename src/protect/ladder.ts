import type { Carry, TranslationUnit } from "../engines/engine.js";
import { foreignLanguage } from "../text/foreign.js";
import type { Slot, UnitPlan } from "./pieces.js";
import { protect, type SlotText } from "./protect.js";
import { type RestoredUnit, restore } from "./restore.js";
import { brokenTokens, missingTerms } from "./verify.js";

/** Sends units to an engine; `undefined` stands for a unit that the engine gave no text for. */
export type SendUnits = (units: readonly TranslationUnit[]) => Promise<readonly (string | undefined)[]>;

const HAN = /\p{Script=Han}/u;

/**
 * Translates the units of a post: each on the first rung of the ladder, those whose terms did not all come back on the
 * next one, each rung once. A unit without a Chinese word beside its slots is never sent.
 *
 * @returns For each plan the best that came back, `undefined` where nothing did.
 */
export async function climb(
  source: string,
  plans: readonly UnitPlan[],
  textOf: (slot: Slot) => SlotText,
  ladder: readonly Carry[],
  send: SendUnits,
): Promise<(RestoredUnit | undefined)[]> {
  const best: (RestoredUnit | undefined)[] = plans.map((plan) =>
    needsEngine(source, plan) ? undefined : itself(source, plan, textOf),
  );
  let pending = plans.flatMap((_, i) => (best[i] ? [] : [i]));
  for (const carry of ladder) {
    if (pending.length === 0) break;
    const units = pending.map((i) => protect(source, plans[i]!, textOf, carry));
    const outputs = await send(units.map(({ unit }) => unit));
    pending.forEach((i, k) => {
      const output = outputs[k];
      if (output === undefined || output.trim() === "") return;
      const restored = restore(output, units[k]!);
      if (!best[i] || damage(restored, plans[i]!) < damage(best[i], plans[i]!)) best[i] = restored;
    });
    pending = pending.filter((i) => plans[i]!.slots.length > 0 && (!best[i] || damage(best[i], plans[i]!) > 0));
  }
  return best;
}

/** A lost or displaced token weighs more than any number of lost terms: it cannot be reported, only avoided. */
function damage(restored: RestoredUnit, plan: UnitPlan): number {
  return missingTerms(restored, plan) + (brokenTokens(restored, plan) ? plan.slots.length + 1 : 0);
}

/** Whether a unit has a Chinese word beside its slots; a Japanese or Korean sentence is left as it is. */
export function needsEngine(source: string, { start, end, slots }: UnitPlan): boolean {
  if (foreignLanguage(source.slice(start, end))) return false;
  let read = start;
  for (const slot of slots) {
    if (HAN.test(source.slice(read, slot.start))) return true;
    read = slot.end;
  }
  return HAN.test(source.slice(read, end));
}

/** A unit that needs no engine, or got nothing from one: its own text with the English of its slots in it. */
export function itself(source: string, plan: UnitPlan, textOf: (slot: Slot) => SlotText): RestoredUnit {
  const unit = protect(source, plan, textOf, "placeholder");
  const restored = restore(unit.unit.text, unit);
  const [first] = restored.slots;
  const word = plan.continues || first?.range?.start !== 0 ? "" : unit.slots[0]!.english;
  return word && isCommon(word) ? { ...restored, text: capitalised(restored.text) } : restored;
}

/** A word like "repost giveaway", which takes a capital at the beginning; vivo takes none. */
function isCommon({ target, bare }: SlotText): boolean {
  return !bare && target === target.toLowerCase();
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
