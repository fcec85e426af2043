import { isWeather } from "./clause-shape.js";
import type { Leaf, Phrase } from "./phrase.js";
import { type Piece, pieceOf } from "./piece.js";
import { adjectivalPieces, quantityPieces } from "./realise-amount.js";
import { clausePieces } from "./realise-clause.js";
import { coordinationPieces } from "./realise-coordination.js";
import { prepositionalPieces } from "./realise-preposition.js";
import { temporalPieces } from "./realise-time.js";
import { type Role, type Setting, settingWith } from "./setting.js";

/** The English of a phrase in a role. */
export function pieces(phrase: Phrase, role: Role, setting: Setting): Piece[] {
  switch (phrase.type) {
    case "leaf":
      return leafPieces(phrase, setting);
    case "nominal":
      return coordinationPieces(phrase, role, setting);
    case "quantity":
      return quantityPieces(phrase, true, setting);
    case "adjectival":
      return adjectivalPieces(phrase, setting);
    case "prepositional":
      return prepositionalPieces(phrase, setting);
    case "temporal":
      return temporalPieces(phrase, setting);
    case "manner":
      return mannerPieces(phrase.object, setting);
    case "clause":
      return clausePieces(phrase, setting);
  }
}

function leafPieces(leaf: Leaf, setting: Setting): Piece[] {
  if (leaf.category === "date") return [pieceOf(leaf, leaf.english, "date")];
  if (leaf.category === "gerund")
    return [pieceOf(leaf, setting.english.verb(leaf.english.replace("{}", "").trim(), "gerund"), "gerund")];
  const own = leaf.english
    .replace(/\bone's\b/, setting.english.pronoun(setting.self ?? "you", 1) ?? "your")
    .replace(/^oneself$/, setting.english.pronoun(setting.self ?? "you", 3) ?? "yourself");
  return [pieceOf(leaf, own.replace(/ ?\{\} ?/, " ").trim(), leaf.category)];
}

/** A clause as the object of a preposition: "by using …". */
export function withGerund(phrase: Phrase, setting: Setting): Piece[] {
  const made = pieces(phrase, "object", settingWith(setting, { embedded: true, agreement: "none", tense: "present" }));
  if (phrase.type !== "clause" || phrase.subject || isWeather(phrase)) return made;
  // 被踢出比赛: "being kicked out"
  const at = made.findIndex(({ rule }) => rule === "verb" || rule === "passive");
  const verb = made[at];
  if (!verb) return made;
  return made.with(at, { ...verb, text: setting.english.verb(verb.text, "gerund") });
}

function mannerPieces(object: Phrase, setting: Setting): Piece[] {
  if (object.type !== "adjectival") return pieces(object, "object", settingWith(setting, { embedded: true }));
  const made = pieces(object, "object", setting);
  return made.map((piece) =>
    piece.leaf === object.head && !/^(?:more|most)$/.test(piece.rule)
      ? { ...piece, text: setting.english.adverb(piece.text) }
      : piece,
  );
}
