import type { Piece } from "./piece.js";

const PRONOUN = /^(?:I|you|we|they|he|she|it|that|there)$/;
/** "We are" and "will" stay whole: so do the notices of companies write. */
const SHORT = new Map([
  ["I am", "'m"],
  ["I will", "'ll"],
  ["you are", "'re"],
  ["they are", "'re"],
  ["he is", "'s"],
  ["she is", "'s"],
  ["it is", "'s"],
  ["that is", "'s"],
  ["there is", "'s"],
]);
const BE_OR_MODAL = /^(?:verb|modal|passive|progressive)$/;
const TAKES_NOT = /^(?:do|does|did|is|are|was|were|could|would|should|have|has)$/;

/** Contracts as English is spoken, behind a pronoun only: "it's", "I'll", "we don't"; a request keeps its "do not". */
export function contract(pieces: readonly Piece[]): Piece[] {
  const said = pieces.filter((piece) => piece.text !== "");
  return said.map((piece, i) => {
    const before = said[i - 1];
    const after = said[i + 1];
    const text = contracted(piece, before, said[i - 2], after);
    return text === undefined ? piece : { ...piece, text, glued: piece.glued || /^(?:'|n't)/.test(text) };
  });
}

function contracted(
  piece: Piece,
  before: Piece | undefined,
  twoBefore: Piece | undefined,
  after: Piece | undefined,
): string | undefined {
  if (piece.text === "cannot" && (!before || before.rule === "mark" || isPronoun(before))) return "can't";
  if (!before || before.leaf?.word.verbatim) return undefined;
  if (piece.text === "not" && piece.rule === "negation" && TAKES_NOT.test(before.text))
    return twoBefore && isPronoun(twoBefore) ? "n't" : undefined;
  // "Yes, he is." keeps its verb whole, and "is not" is contracted at its other end
  const whole = !after || after.rule === "mark" || (after.text === "not" && piece.text !== "am");
  if (whole || !isPronoun(before) || !BE_OR_MODAL.test(piece.rule)) return undefined;
  return SHORT.get(`${before.text} ${piece.text}`);
}

const isPronoun = (piece: Piece): boolean => PRONOUN.test(piece.text);
