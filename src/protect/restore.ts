import type { TermStatus } from "../model.js";
import type { Range } from "../span.js";
import { applyEdits } from "./edits.js";
import { type Findings, findSlots } from "./find.js";
import { readOutput } from "./output.js";
import type { ProtectedUnit } from "./protect.js";
import { type Mending, mendedUntil, putIn, takeOut } from "./seams.js";

/** Where a slot came out, and how. */
export interface RestoredSlot {
  range: Range | null;
  status: TermStatus;
}

/** What an engine made of a unit, its terms and tokens put back in their places. */
export interface RestoredUnit {
  text: string;
  /** One for each slot of the unit, in the order of the source. */
  slots: RestoredSlot[];
  /** Where a range of the engine's own text went. */
  map: (range: Range) => Range;
}

/**
 * Puts the terms and tokens of a unit back into what an engine made of it; the only reader of placeholders.
 *
 * What is found of them is mended in place; what is not is `missing`.
 */
export function restore(output: string, unit: ProtectedUnit): RestoredUnit {
  const read = readOutput(output, unit);
  return mend(read.text, findSlots(read, unit));
}

/** Writes what each slot must say where it was found, and takes out what stands there once more than it should. */
export function mend(text: string, { slots: findings, spare }: Findings): RestoredUnit {
  const mending: Mending = { text, edits: [] };
  const editOf: (number | undefined)[] = [];
  for (const { start, end, slot } of inOrder(findings, spare)) {
    if (start < mendedUntil(mending)) continue;
    if (slot === SPARE) takeOut(mending, { start, end });
    else editOf[slot] = putIn(mending, { start, end }, findings[slot]!.english);
  }
  const { text: mended, map, written } = applyEdits(text, mending.edits);
  const restored = findings.map((finding, i): RestoredSlot => {
    const range = written[editOf[i] ?? -1];
    return finding && range ? { range, status: finding.status } : { range: null, status: "missing" };
  });
  return { text: mended, slots: restored, map };
}

const SPARE = -1;

/** What was found and what is too much, in the order in which they stand. */
function inOrder(findings: Findings["slots"], spare: readonly Range[]): (Range & { slot: number })[] {
  const places: (Range & { slot: number })[] = [];
  for (const { start, end } of spare) places.push({ start, end, slot: SPARE });
  for (const [slot, finding] of findings.entries())
    if (finding) places.push({ start: finding.start, end: finding.end, slot });
  return places.length > 1 ? places.sort((a, b) => a.start - b.start || a.end - b.end) : places;
}
