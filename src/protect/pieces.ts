import type { UnitRole } from "../engines/engine.js";
import type { Range } from "../span.js";

/** Something inside a unit that the engine must not change: an accepted term, or a mention or hashtag amid the words. */
export interface Slot extends Range {
  kind: "term" | "token";
  /** Its place in `Post.terms`, or in `ParsedPost.tokens`. */
  index: number;
}

/** A word of a post that looks like a name and is none: its place in the source, and the name that it is not. */
export interface Lookalike extends Range {
  target: string;
}

/** A stretch of the source that is one text for the engine. */
export interface UnitPlan extends Range {
  slots: readonly Slot[];
  /** Words of the unit that only look like a term; engines translate them like any other. Told only beside slots. */
  lookalikes: readonly Lookalike[];
  /** What it is where it is no sentence. */
  role: UnitRole | undefined;
  /** Whether it goes on with a sentence that another unit began. */
  continues: boolean;
}

const NONE: readonly never[] = [];

/** Makes the plan of a unit; all of them have one shape, which is read fastest. */
export function unitPlan(
  { start, end }: Range,
  slots: readonly Slot[],
  { lookalikes = NONE, role, continues = false }: Partial<Pick<UnitPlan, "lookalikes" | "role" | "continues">> = {},
): UnitPlan {
  return { start, end, slots, lookalikes, role, continues };
}

/**
 * A part of a segment, in the order in which the English is put together: a unit for the engine, a literal that is
 * written as it is given, or a token (mention, link, emoticon, hashtag) that stands outside the units.
 */
export type Piece =
  | ({ type: "unit"; unit: UnitPlan } & Range)
  | ({ type: "literal"; text: string } & Range)
  | ({ type: "token"; index: number } & Range);

/** A piece that is written as it is given. */
export function literal(start: number, end: number, text: string): Piece & { type: "literal" } {
  return { type: "literal", start, end, text };
}
