import type { Range } from "../span.js";

/**
 * How protected terms travel through an engine: their English written into the Chinese sentence (`inline`), in elements
 * that it leaves alone (`markup`), as tokens that mean nothing (`placeholder`), as terms that it applies itself (`native`),
 * or as instructions beside the text (`instruction`).
 */
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
  /** The term as it is written in the unit's text. */
  readonly source: string;
  /** The English that must come out. */
  readonly target: string;
  /** Where it begins in the unit's text, as the same characters may stand elsewhere and mean something else. */
  readonly start?: number;
}

/** What a unit is in its post where that is no plain sentence. */
export type UnitRole = "title" | "hashtag" | "step";

/** One piece of text for an engine: a sentence, a headline, a step, the words of a hashtag. */
export interface TranslationUnit {
  /** What to translate. */
  readonly text: string;
  /** The terms of this unit in the order in which they stand, one for each occurrence. */
  readonly terms: readonly UnitTerm[];
  /** The post that the unit is from, for engines that look around. */
  readonly context?: string;
  /** What the unit is in its post where that is no plain sentence: the words in 【】 or a headline without them, the words of a hashtag, or what one is told to do in a list of steps. */
  readonly role?: UnitRole | undefined;
  /** The unit goes on with a sentence that was cut at a mention or link: its English begins without a capital. */
  readonly continues?: boolean | undefined;
  /**
   * How the terms of this unit travel: in `native` and `instruction` the text is plain Chinese and the terms are to be
   * applied; in `markup` the text is HTML; in `inline` and `placeholder` it is plain text to translate as it stands.
   */
  readonly carry?: Carry;
}

/** What comes with a call to an engine. */
export interface EngineCall {
  /** The language of the units. */
  readonly from: "zh";
  /** The language of the answer. */
  readonly to: "en";
  /** Aborts when nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** How long the caller will wait, in milliseconds, for engines that divide it among others; the signal aborts then. */
  readonly timeoutMs?: number;
}

/** Where a piece of an engine's English came from: offsets in the unit's text and in the English, and the rule. */
export interface UnitGloss {
  /** The place in the unit's text. */
  readonly source: Readonly<Range>;
  /** The place in the English. */
  readonly target: Readonly<Range>;
  /** What chose the English, by name. */
  readonly rule: string;
}

/** A translation that explains itself. */
export interface Explained {
  /** The English. */
  readonly text: string;
  /** Where its pieces came from. */
  readonly glosses: readonly UnitGloss[];
}

/**
 * A translation engine.
 *
 * It never has to split, retry, order or check anything: packing within `limits`, retries, order and the verification of
 * terms are done around it.
 */
export interface Engine {
  /** What results, messages and memories call it. */
  readonly name: string;
  /**
   * Which model or version translates, with whatever settings change what it says: part of a memory's key, so that another
   * one never serves from the same memory. A getter will do where it is known late.
   */
  readonly model?: string | undefined;
  /** What the engine respects, best first: tried in this order until the terms come back. Default `["inline", "placeholder"]`. */
  readonly carry?: Carry | readonly Carry[];
  /** What it takes in one request; the caller packs accordingly. */
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
