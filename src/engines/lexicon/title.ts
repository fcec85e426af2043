import type { Piece } from "./piece.js";

const ARTICLE = /^(?:the|an?)$/;
const TOLD = /^(?:pronoun|determiner)$/;

/**
 * A title as English writes one: without the articles that the grammar adds. One that speaks to somebody, points at
 * something or asks is a sentence, and keeps them.
 */
export const titled = (made: readonly Piece[]): readonly Piece[] =>
  made.some(isTold) ? made : made.filter(({ rule, text }) => rule !== "article" || !ARTICLE.test(text));

const isTold = ({ leaf, rule, text }: Piece): boolean =>
  TOLD.test(leaf?.category ?? "") || rule === "question" || (rule === "mark" && /[?!]/.test(text));
