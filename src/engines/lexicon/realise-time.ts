import { isWeather } from "./clause-shape.js";
import type { Temporal } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { type Setting, settingWith } from "./setting.js";

/** The pieces of a time without its own preposition: "Monday" of "on Monday". */
export const plainTime = (made: Piece[]): Piece[] =>
  made.map((p, i) =>
    i === 0 && /^(?:date|time)$/.test(p.leaf?.category ?? "")
      ? { ...p, text: p.text.replace(/^(?:in|on|at|from) /, "") }
      : p,
  );

const PART_OF_TIME = /^(?:in )?the (?:first|second|third|fourth|last|end|beginning|middle)\b/;

const CLAUSE_RELATIONS = new Map([
  ["during", "while"],
  ["on the day of", "on the day"],
  ["on the night of", "on the night"],
]);

/** The English of a time: "three days ago", "after work", "this afternoon". */
export function temporalPieces(phrase: Temporal, setting: Setting): Piece[] {
  const { about, after, ...plain } = phrase;
  if (!about && !after) return plainTemporal(phrase, setting);
  const made = plainTemporal(plain, setting);
  const first = made[0];
  if (about && first) made[0] = { ...first, text: first.text.replace(/^(?:(?:in|on|at) )?/, "around ") };
  for (const part of after ?? []) made.push(...pieces(part, "object", setting));
  return made;
}

function plainTemporal(phrase: Temporal, setting: Setting): Piece[] {
  if (phrase.parts.length) {
    // English goes from the smaller time to the larger one
    if (phrase.range) {
      const [from, to] = phrase.parts.map((part) => plainTime(pieces(part, "object", setting)));
      return [added("from", "period"), ...from!, added("to", "period"), ...to!];
    }
    if (phrase.isList) return listed(phrase.parts.map((part) => pieces(part, "object", setting)));
    const [first, second] = phrase.parts as [Temporal, Temporal];
    const inner = pieces(second, "object", setting);
    const outer = pieces(first, "object", setting);
    // 明年第一季度: a part is a part of the longer time
    if (PART_OF_TIME.test(inner[0]?.text ?? "")) return [...inner, added("of", "time"), ...plainTime(outer)];
    return second.leaf?.category === "date" || first.leaf?.category === "date"
      ? [...inner, ...outer]
      : [...outer, ...inner];
  }
  if (phrase.leaf) return pieces(phrase.leaf, "object", setting);
  const object = phrase.object!;
  const relation = phrase.relation!;
  // 如果…的话: English says "if" once
  if (object.type === "clause" && object.conjunction?.english === relation.english)
    return pieces(object, "object", settingWith(setting, { embedded: true }));
  const inner = pieces(
    object,
    "object",
    settingWith(setting, { embedded: true, agreement: setting.agreement ?? "they" }),
  );
  if (relation.category === "AGO") return [...inner, pieceOf(relation, "ago", "time")];
  const plain = plainTime(inner);
  const isAmount =
    object.type === "quantity" ||
    (object.type === "nominal" &&
      object.quantity?.number !== undefined &&
      !object.determiner &&
      !object.possessor &&
      !object.after.length);
  if (isAmount && relation.english === "before") return [...inner, pieceOf(relation, "ago", "time")];
  if (isAmount && relation.english === "after") return [...inner, pieceOf(relation, "later", "time")];
  const english =
    object.type === "clause"
      ? (CLAUSE_RELATIONS.get(relation.english) ?? relation.english)
      : relation.english === "when"
        ? "at the time of"
        : relation.english === "while"
          ? "at the same time as"
          : relation.english;
  if (object.type === "clause" && !object.subject && !isWeather(object) && !/^(?:if|the day)$/.test(english))
    return [pieceOf(relation, english, "time"), ...withGerund(object, setting)];
  return [pieceOf(relation, english, "time"), ...plain];
}

/** "on Monday, Wednesday and Friday": the preposition of the first is that of all. */
const listed = (times: Piece[][]): Piece[] =>
  times.flatMap((made, i) => {
    if (i === 0) return made;
    return [i < times.length - 1 ? added(",", "and", true) : added("and", "and"), ...plainTime(made)];
  });
