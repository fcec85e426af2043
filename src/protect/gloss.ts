import type { Explained, TranslationUnit } from "../engines/engine.js";
import type { Gloss } from "../model.js";
import { type Range, spanOf } from "../span.js";
import type { Assembly } from "./assemble.js";
import { needsEngine } from "./ladder.js";
import type { Slot, UnitPlan } from "./pieces.js";
import { type ProtectedUnit, protect, type SlotText } from "./protect.js";

/** Asks an engine where each word of its English came from. */
export type ExplainUnits = (units: readonly TranslationUnit[]) => Promise<readonly Explained[]>;

/**
 * Collects what an engine says about the words of a post, brought to places in the post and its English, in order. It is
 * asked only about what it was given to translate.
 */
export async function glossPost(
  source: string,
  textOf: (slot: Slot) => SlotText,
  assembly: Assembly,
  explain: ExplainUnits,
): Promise<Gloss[]> {
  const plans = [...assembly.units.keys()].filter((plan) => needsEngine(source, plan));
  const units = plans.map((plan) => protect(source, plan, textOf, "native"));
  const explained = await explain(units.map(({ unit }) => unit));
  const glosses = plans.flatMap((plan, i) => {
    const place = assembly.units.get(plan)!;
    return explained[i]!.glosses.map(({ source: from, target: to, rule }): Gloss => {
      const origin = sourceRange(plan, units[i]!, from);
      const { start, end } = place(to);
      return { source: spanOf(source, origin.start, origin.end), target: spanOf(assembly.text, start, end), rule };
    });
  });
  return glosses.sort((a, b) => a.target.start - b.target.start);
}

/** Brings a range of a unit's text back to the source, past slots that are longer or shorter there. */
function sourceRange(plan: UnitPlan, { slots }: ProtectedUnit, { start, end }: Range): Range {
  const back = (offset: number, isEnd: boolean): number => {
    let shift = plan.start;
    for (const { slot, start: from, end: to } of slots) {
      if (offset < from || (isEnd && offset === from)) break;
      if (offset < to || (isEnd && offset === to)) return isEnd ? slot.end : slot.start;
      shift = slot.end - to;
    }
    return offset + shift;
  };
  return { start: back(start, false), end: back(end, true) };
}
