import { GlossaryError } from "../errors.js";
import type { GlossaryEntry } from "../model.js";
import { foldForm } from "./forms.js";

/** What to do with an entry of the other glossary whose source is already there with other content. */
export type OnConflict = "keep" | "replace" | "error";

/** Two entries of one source that say different things. */
export interface GlossaryConflict {
  /** The Chinese form of both. */
  source: string;
  /** The entry of this glossary. */
  ours: GlossaryEntry;
  /** The entry of the other one. */
  theirs: GlossaryEntry;
}

/** An entry that another glossary has otherwise. */
export interface GlossaryChange {
  /** The entry of this glossary. */
  before: GlossaryEntry;
  /** The entry of the other one. */
  after: GlossaryEntry;
  /** The fields that differ. */
  fields: string[];
}

/** How to get from one glossary to another. */
export interface GlossaryDiff {
  /** Entries that only the other glossary has. */
  added: GlossaryEntry[];
  /** Entries that only this glossary has. */
  removed: GlossaryEntry[];
  /** Entries of one source that say different things. */
  changed: GlossaryChange[];
}

/**
 * The entries of two glossaries as one list: ours in their order, then what theirs adds. Sources are compared folded.
 *
 * @throws {GlossaryError} `glossary-conflict` where `onConflict` is `"error"` and there is one; `facts.conflicts` lists all.
 */
export function mergeEntries(
  ours: readonly GlossaryEntry[],
  theirs: readonly GlossaryEntry[],
  onConflict: OnConflict,
): GlossaryEntry[] {
  const merged = bySource(ours);
  const conflicts: GlossaryConflict[] = [];
  for (const entry of theirs) {
    const key = keyOf(entry);
    const present = merged.get(key);
    if (present && changedFields(present, entry).length > 0) {
      conflicts.push({ source: present.source, ours: present, theirs: entry });
    }
    if (!present || onConflict === "replace") merged.set(key, entry);
  }
  if (onConflict === "error" && conflicts.length > 0) throw conflictError(conflicts);
  return [...merged.values()];
}

/** What was added, removed and changed from one list of entries to another. Sources are compared folded. */
export function diffEntries(before: readonly GlossaryEntry[], after: readonly GlossaryEntry[]): GlossaryDiff {
  const [old, fresh] = [bySource(before), bySource(after)];
  const diff: GlossaryDiff = { added: [], removed: [], changed: [] };
  for (const [key, entry] of old) {
    const now = fresh.get(key);
    if (!now) diff.removed.push(entry);
    else {
      const fields = changedFields(entry, now);
      if (fields.length > 0) diff.changed.push({ before: entry, after: now, fields });
    }
  }
  for (const [key, entry] of fresh) if (!old.has(key)) diff.added.push(entry);
  return diff;
}

function conflictError(conflicts: GlossaryConflict[]): GlossaryError {
  const shown = conflicts
    .slice(0, 5)
    .map(({ source, ours, theirs }) => `${source} (${ours.target} / ${theirs.target})`);
  const rest = conflicts.length > shown.length ? ` and ${conflicts.length - shown.length} more` : "";
  return new GlossaryError(
    "glossary-conflict",
    `The glossaries disagree on ${shown.join(", ")}${rest}. Choose "keep" or "replace" for \`onConflict\` (--on-conflict), or change the entries.`,
    { conflicts },
  );
}

/** The first entry of each source. */
function bySource(entries: readonly GlossaryEntry[]): Map<string, GlossaryEntry> {
  const map = new Map<string, GlossaryEntry>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (!map.has(key)) map.set(key, entry);
  }
  return map;
}

/** What tells entries apart: the folded source, or the source itself where nothing of it is left. */
export function keyOf(entry: GlossaryEntry): string {
  return foldForm(entry.source) || entry.source;
}

function changedFields(before: GlossaryEntry, after: GlossaryEntry): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof GlossaryEntry>;
  return [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
