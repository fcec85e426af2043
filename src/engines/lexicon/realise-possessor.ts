import type { Nominal } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import type { Setting } from "./setting.js";

/** Whose something is: "my", "Xiaomi's" before the noun, "of the phone" behind it. */
export function possessorPieces(phrase: Nominal, setting: Setting): { before: Piece[]; after: Piece[] } {
  const owner = phrase.possessor;
  if (!owner) return { before: [], after: [] };
  if (owner.type !== "nominal") {
    const made = pieces(owner, "object", setting);
    if (made.length === 1 && /^(?:here|there)$/.test(made[0]!.text) && phrase.head) return { before: [], after: made };
    const text = made.map((p) => p.text).join(" ");
    if (/^(?:in|on|at|from|before|after|during) /.test(text)) return { before: [], after: made };
    return { before: [...made, { ...added("'s", "possessive"), glued: true }], after: [] };
  }
  const word = owner.head?.english ?? "";
  if (word === "oneself" && owner.head && !owner.others.length)
    return {
      before: [pieceOf(owner.head, `${setting.english.pronoun(setting.self ?? "you", 1) ?? "your"} own`, "possessive")],
      after: [],
    };
  if (owner.head?.category === "pronoun" && !owner.others.length && !owner.after.length) {
    const own = setting.english.pronoun(word, phrase.head ? 1 : 2) ?? setting.english.possessive(word);
    return { before: [pieceOf(owner.head, own, "possessive")], after: [] };
  }
  const made = pieces(owner, "object", setting);
  if (/^(?:here|there)$/.test(word) && phrase.head) return { before: [], after: made };
  // 北京的用户: "users in Beijing"
  if (owner.head?.category === "place" && phrase.head && setting.english.isInhabitant(phrase.head.english))
    return { before: [], after: [added("in", "possessive"), ...made] };
  const simple = !owner.after.length && !owner.etcetera && made.length <= 4;
  const animate =
    owner.head && (["name", "place", "time"].includes(owner.head.category) || setting.english.isPerson(word));
  if (simple && (animate || !phrase.head)) {
    const last = made.at(-1)!;
    const ending = setting.english.possessive(last.text).slice(last.text.length);
    return { before: [...made, { ...added(ending, "possessive"), glued: true }], after: [] };
  }
  return { before: [], after: [added("of", "possessive"), ...made] };
}
