import type { TermStatus } from "../model.js";
import type { Range } from "../span.js";
import { applyEdits, same } from "./edits.js";
import { findSlots } from "./find.js";
import type { Finding, Findings, Spare } from "./findings.js";
import { readOutput } from "./output.js";
import type { ProtectedUnit } from "./protect.js";
import { putIn, startMending, takeOut } from "./seams.js";

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
  if (unit.slots.length === 0) return { text: read.text, slots: [], map: same };
  return mend(read.text, findSlots(read, unit));
}

/** Writes what each slot must say where it was found, and takes out what stands there once more than it should. */
export function mend(text: string, { slots, spare }: Findings): RestoredUnit {
  const mending = startMending(text);
  const restored = slots.map(() => MISSING);
  for (const place of inOrder(slots, spare)) {
    if (place.start < mending.until) continue;
    if (place.english === "") takeOut(mending, place);
    else {
      const range = putIn(mending, place, place.english, place.slot !== null && place.bare);
      if (place.slot !== null) restored[place.slot] = { range, status: place.status };
    }
  }
  const { text: mended, map } = applyEdits(text, mending.edits);
  return { text: mended, slots: restored, map };
}

const MISSING: RestoredSlot = { range: null, status: "missing" };

/** What was found and what is too much, in the order in which they stand. */
function inOrder(findings: Findings["slots"], spare: Findings["spare"]): (Finding | Spare)[] {
  const places: (Finding | Spare)[] = [...spare];
  let sorted = spare.length === 0;
  let last = 0;
  for (const finding of findings) {
    if (!finding) continue;
    sorted &&= finding.start >= last;
    last = finding.start;
    places.push(finding);
  }
  return sorted ? places : places.sort((a, b) => a.start - b.start || a.end - b.end);
}
