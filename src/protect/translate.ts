import type { Carry } from "../engines/engine.js";
import { contains } from "../span.js";
import { applyEdits } from "./edits.js";
import { climb, itself, type SendUnits } from "./ladder.js";
import type { Piece, Slot, UnitPlan } from "./pieces.js";
import type { PostPlan } from "./plan.js";
import type { SlotText } from "./protect.js";
import type { RestoredUnit } from "./restore.js";
import { splitAtTokens } from "./split.js";
import { brokenTokens } from "./verify.js";

/** A plan with the English of its units. */
export interface TranslatedPlan {
  plan: PostPlan;
  restored: ReadonlyMap<UnitPlan, RestoredUnit>;
  /** Units for which the engine gave nothing: they hold their own text, with the English of their terms in it. */
  untranslated: ReadonlySet<UnitPlan>;
}

/**
 * Translates the units of a plan. Where an engine lost a mention or hashtag on every rung, its sentence is cut there and
 * the stretches between are translated by themselves, so that the token stands between them whatever the engine does.
 */
export async function translatePlan(
  source: string,
  plan: PostPlan,
  textOf: (slot: Slot) => SlotText,
  ladder: readonly Carry[],
  send: SendUnits,
): Promise<TranslatedPlan> {
  const restored = new Map<UnitPlan, RestoredUnit>();
  const untranslated = new Set<UnitPlan>();
  const labels = new Set(plan.labels.values());
  const run = async (units: readonly UnitPlan[]) => {
    const results = await climb(source, units, textOf, ladder, send);
    units.forEach((unit, i) => {
      const result = results[i];
      if (result && !brokenTokens(result, unit)) restored.set(unit, labels.has(unit) ? asLabel(result) : result);
      else if (!unit.slots.some(({ kind }) => kind === "token")) {
        restored.set(unit, itself(source, unit, textOf));
        untranslated.add(unit);
      }
    });
  };
  const pieces = plan.segments.flatMap((segment) => segment.pieces);
  await run([...pieces.flatMap((piece) => (piece.type === "unit" ? [piece.unit] : [])), ...plan.labels.values()]);
  const whole = (piece: Piece) => piece.type !== "unit" || restored.has(piece.unit);
  if (pieces.every(whole)) return { plan, restored, untranslated };

  const segments = plan.segments.map((segment) => ({
    ...segment,
    pieces: segment.pieces.flatMap((piece) =>
      piece.type !== "unit" || whole(piece) ? [piece] : splitAtTokens(piece.unit),
    ),
  }));
  await run(
    segments.flatMap(({ pieces: cut }) =>
      cut.flatMap((piece) => (piece.type === "unit" && !whole(piece) ? [piece.unit] : [])),
    ),
  );
  return { plan: { ...plan, segments }, restored, untranslated };
}

/** The words of a hashtag hold no `#`, which would end it; one that belongs to a name stays. */
function asLabel({ text, slots, map }: RestoredUnit): RestoredUnit {
  const marks = [...text.matchAll(/#/g)].map(({ index }) => ({ start: index, end: index + 1, replacement: "" }));
  const outside = marks.filter((mark) => !slots.some(({ range }) => range && contains(range, mark)));
  const edited = applyEdits(text, outside);
  return {
    text: edited.text,
    slots: slots.map(({ range, status }) => ({ status, range: range && edited.map(range) })),
    map: (range) => edited.map(map(range)),
  };
}
