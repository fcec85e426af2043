/** How protected terms travel through an engine. */
export type Carry = "inline" | "markup" | "placeholder" | "native" | "instruction";

/** What an engine takes in one request; a member that is left out is unlimited. */
export interface EngineLimits {
  /** Units in one request. */
  readonly units?: number;
  /** UTF-16 code units of text in one request. */
  readonly characters?: number;
  /** UTF-8 bytes of text in one request. */
  readonly bytes?: number;
  /** Different `context`s in one request: 1 where an engine takes one for all of its texts. */
  readonly contexts?: number;
  /** Requests under way at the same time. Default 1. */
  readonly concurrency?: number;
}

/** A term that a unit contains: how it is written in the unit's text, and the English that must come out. */
export interface UnitTerm {
  readonly source: string;
  readonly target: string;
  /** Where it begins in the unit's text, as the same characters may stand elsewhere and mean something else. */
  readonly start?: number;
}

/** One piece of text for an engine: a sentence, a headline, a step, the words of a hashtag. */
export interface TranslationUnit {
  readonly text: string;
  /** The terms of this unit in the order in which they stand, one for each occurrence. */
  readonly terms: readonly UnitTerm[];
  /** The post that the unit is from, for engines that look around. */
  readonly context?: string;
  /**
   * How the terms of this unit travel: in `native` and `instruction` the text is plain Chinese and the terms are to be
   * applied; in `markup` the text is HTML; in `inline` and `placeholder` it is plain text to translate as it stands.
   */
  readonly carry?: Carry;
}

/** What comes with a call to an engine. */
export interface EngineCall {
  readonly from: "zh";
  readonly to: "en";
  readonly signal?: AbortSignal;
}

/** Where a piece of an engine's English came from: offsets in the unit's text and in the English, and the rule. */
export interface UnitGloss {
  readonly source: { readonly start: number; readonly end: number };
  readonly target: { readonly start: number; readonly end: number };
  readonly rule: string;
}

/** A translation that explains itself. */
export interface Explained {
  readonly text: string;
  readonly glosses: readonly UnitGloss[];
}

/**
 * A translation engine.
 *
 * It never has to split, retry, order or check anything: packing within `limits`, retries, order and the verification of
 * terms are done around it.
 */
export interface Engine {
  readonly name: string;
  readonly model?: string;
  /** What the engine respects, best first: tried in this order until the terms come back. Default `["inline", "placeholder"]`. */
  readonly carry?: Carry | readonly Carry[];
  readonly limits?: EngineLimits;
  /** Translates the units: as many texts as units, in the same order. */
  translate(units: readonly TranslationUnit[], call: EngineCall): Promise<readonly string[]>;
  /** Translates like `translate` and says where each piece of the English came from; left out where an engine cannot. */
  explain?(units: readonly TranslationUnit[], call: EngineCall): Promise<readonly Explained[]>;
  /** Frees what the engine holds: workers, connections. */
  close?(): Promise<void>;
}

/** Makes an engine of a plain object; it is returned as it is, with its type checked. */
export function defineEngine<const E extends Engine>(engine: E): E {
  return engine;
}
