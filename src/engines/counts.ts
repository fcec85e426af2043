/** What has been sent and saved so far. */
export interface CallCounts {
  /** Units that went to the engine. */
  sentUnits: number;
  /** UTF-16 code units of text that went to the engine. */
  sentCharacters: number;
  /** Units that the memory, or an identical unit under way, served. */
  savedUnits: number;
  /** Code units that the memory, or an identical unit under way, served. */
  savedCharacters: number;
}

/** Counts of nothing yet. */
export const noCounts = (): CallCounts => ({ sentUnits: 0, sentCharacters: 0, savedUnits: 0, savedCharacters: 0 });
