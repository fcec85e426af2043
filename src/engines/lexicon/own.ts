import type { Nominal } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import type { Role, Setting } from "./setting.js";

const OWN =
  /^(?:mom|dad|mother|father|grandma|grandpa|grandmother|grandfather|parents|family|sons|daughters|brothers|sisters|head|face|mouth|nose|neck|stomach|heart|hands?|arms?|legs?|feet|fingers?|eyes?|ears?|shoulders?|knees?|waist|chest|tongue)$/;

const ONE = /^(?:I|you|he|she|we)$/;

/** 闭上眼睛, 想念家人: whose relatives and parts of the body are, the text does not say; of whom it speaks, has them. */
export function ownPiece(phrase: Nominal, role: Role, text: string, { english, self }: Setting): Piece | undefined {
  const bare = !phrase.possessor && !phrase.determiner && !phrase.quantity && !phrase.after.length;
  if (!bare || phrase.before.length || phrase.others.length || role !== "object" || !self || !ONE.test(self))
    return undefined;
  return OWN.test(text) ? added(english.pronoun(self, 1) ?? "my", "possessive") : undefined;
}
