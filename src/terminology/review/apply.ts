import type { SkippedEntry } from "../../glossary/formats/format.js";
import { type GlossaryConflict, keyOf } from "../../glossary/merge.js";
import type { GlossaryEntry } from "../../model.js";
import { readGlossaryFile, writeGlossaryFile } from "../files.js";
import { type DecisionLog, standing } from "./decisions.js";

/** What of a review went into the glossary's file. */
export interface AppliedReview {
  /** Accepted entries that the file did not have. */
  added: GlossaryEntry[];
  /** Accepted entries whose source somebody else has given another entry meanwhile: the file's stays. */
  conflicts: GlossaryConflict[];
  /** Accepted entries that the file's format cannot hold, and why. */
  skipped: SkippedEntry[];
}

/**
 * Adds what was accepted to the glossary's file as it is now, whoever changed it meanwhile.
 *
 * @param glossary What the file holds.
 * @throws {GlossaryError} where the file is no glossary any more; the decisions stay in their log.
 */
export function applyReview(file: string, log: DecisionLog, glossary = readGlossaryFile(file)): AppliedReview {
  const present = new Map(glossary.entries.map((entry) => [keyOf(entry), entry]));
  const added: GlossaryEntry[] = [];
  const conflicts: GlossaryConflict[] = [];
  for (const decision of standing(log.read().decisions).values()) {
    if (decision.decision !== "accept") continue;
    const { entry } = decision;
    const ours = present.get(keyOf(entry));
    if (!ours) added.push(entry);
    else if (ours.target !== entry.target) conflicts.push({ source: entry.source, ours, theirs: entry });
  }
  if (added.length === 0) return { added, conflicts, skipped: [] };
  const { skipped } = writeGlossaryFile(file, glossary.with(added));
  const isNew = new Set(added.map(keyOf));
  return { added, conflicts, skipped: skipped.filter(({ entry }) => isNew.has(keyOf(entry))) };
}
