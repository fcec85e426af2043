import type { Leaf } from "./phrase.js";

/** A piece of the English with the word it comes from and the rule that put it there. */
export interface Piece {
  readonly text: string;
  readonly rule: string;
  readonly leaf: Leaf | undefined;
  /** Stands at the piece before it without a space. */
  readonly glued: boolean;
}

/** A piece that comes from a word. */
export const pieceOf = (leaf: Leaf, text: string, rule: string): Piece => ({ text, rule, leaf, glued: false });

/** A piece that the grammar adds. */
export const added = (text: string, rule: string, glued = false): Piece => ({
  text,
  rule,
  leaf: undefined,
  glued,
});
