import type { TermStatus } from "../model.js";
import type { Range } from "../span.js";

/** Where a slot was found in an engine's output, before anything is mended. */
export interface Finding extends Range {
  /** Which slot it is, by its place in the unit. */
  slot: number;
  status: TermStatus;
  /** What has to stand there. */
  english: string;
  /** Whether an article before it has to go, where it stands for itself. */
  bare: boolean;
}

/** What has to be written where no slot stands: nothing, where one stands once more than it should. */
export interface Spare extends Range {
  slot: null;
  english: string;
}

/** What was found of the slots of a unit. */
export interface Findings {
  /** One for each slot, undefined where it is nowhere. */
  readonly slots: readonly (Finding | undefined)[];
  readonly spare: readonly Spare[];
}
