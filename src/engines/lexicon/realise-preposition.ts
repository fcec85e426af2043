import type { Prepositional } from "./phrase.js";
import { type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { plainTime } from "./realise-time.js";
import { type Setting, settingWith } from "./setting.js";

/** The English of a preposition with its object: "with you", "by using …". */
export function prepositionalPieces(phrase: Prepositional, setting: Setting): Piece[] {
  const object = pieces(phrase.object, "object", settingWith(setting, { embedded: true }));
  // 三个赛季前: before an amount there is only a time
  const amount =
    phrase.object.type === "quantity" || (phrase.object.type === "nominal" && phrase.object.quantity?.number);
  if (amount && phrase.preposition.word.text === "前" && phrase.preposition.category === "LOC")
    return [...object, pieceOf(phrase.preposition, "ago", "time")];
  const own = phrase.preposition.english;
  const gerund = phrase.object.type === "clause" && !/^(?:in order to|to|so that)$/.test(own);
  const inner = gerund
    ? withGerund(phrase.object, setting)
    : phrase.object.type === "temporal" || phrase.object.type === "leaf"
      ? plainTime(object)
      : object;
  const first = inner[0]?.text ?? "";
  const said = PLACED.test(first) && (/^(?:in|on|at)$/.test(own) || first.startsWith(`${own} `));
  return [
    pieceOf(phrase.preposition, said ? "" : own, "preposition"),
    ...inner,
    ...(phrase.further ? pieces(phrase.further, "object", setting) : []),
  ];
}

/** What says where or when without another preposition: "here", "next week", "in Beijing". */
const PLACED =
  /^(?:here|there|home|in|on|at|to|from|abroad|overseas|next|last|this (?:week|month|year|morning|afternoon|evening)|every|today|tomorrow|yesterday|tonight|before|after|during)(?: |$)/;
