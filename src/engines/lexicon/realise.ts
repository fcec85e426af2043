import type { Agreement } from "./agreement.js";
import { isWeather } from "./clause-shape.js";
import type { Inflector } from "./inflect.js";
import type { Leaf, Phrase } from "./phrase.js";
import { adjectivalPieces, quantityPieces } from "./realise-amount.js";
import { clausePieces } from "./realise-clause.js";
import { nominalPieces } from "./realise-nominal.js";
import { settingWith } from "./setting.js";
import type { Tense } from "./tense.js";

/** A piece of the English with the word it comes from and the rule that put it there. */
export interface Piece {
  readonly text: string;
  readonly rule: string;
  readonly leaf: Leaf | undefined;
  /** Stands at the piece before it without a space. */
  readonly glued: boolean;
}

/** The place a phrase takes in its clause. */
export type Role = "subject" | "object" | "predicate" | "compound" | "alone";

/** What a clause inherits from around it. */
export interface Setting {
  readonly english: Inflector;
  readonly tense: Tense;
  /** The unit ends with a question mark. */
  readonly question: boolean;
  /** The sentence ends in a full stop. */
  readonly told: boolean;
  /** A clause that stands inside another: no inversion, no imperative. */
  readonly embedded: boolean;
  /** How the verb of a clause without a subject of its own agrees. */
  readonly agreement: Agreement | undefined;
  /** What the clause before in the same sentence agrees with: a clause without a subject goes on with it. */
  readonly carried: Agreement | undefined;
  /** The pronoun that 自己 goes back to. */
  readonly self: string | undefined;
  /** The same where it is of the clause around: 自己 in a subject does not go back to that subject. */
  readonly outer: string | undefined;
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

/** The English of a phrase in a role. */
export function pieces(phrase: Phrase, role: Role, setting: Setting): Piece[] {
  switch (phrase.type) {
    case "leaf":
      return leafPieces(phrase, setting);
    case "nominal":
      return nominalPieces(phrase, role, setting);
    case "quantity":
      return quantityPieces(phrase, true, setting);
    case "adjectival":
      return adjectivalPieces(phrase, setting);
    case "prepositional": {
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
      const preposition =
        /^(?:here|there|home|in|on|at|to|from|abroad|overseas|next|last|this (?:week|month|year|morning|afternoon|evening)|every|today|tomorrow|yesterday|tonight|before|after|during)(?: |$)/.test(
          first,
        ) &&
        (/^(?:in|on|at)$/.test(own) || first.startsWith(`${own} `))
          ? ""
          : own;
      return [
        pieceOf(phrase.preposition, preposition, "preposition"),
        ...inner,
        ...(phrase.further ? pieces(phrase.further, "object", setting) : []),
      ];
    }
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

const plainTime = (made: Piece[]): Piece[] =>
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

function temporalPieces(phrase: Extract<Phrase, { type: "temporal" }>, setting: Setting): Piece[] {
  const { about, after, ...plain } = phrase;
  if (!about && !after) return plainTemporal(phrase, setting);
  const made = plainTemporal(plain, setting);
  const first = made[0];
  if (about && first) made[0] = { ...first, text: first.text.replace(/^(?:(?:in|on|at) )?/, "around ") };
  for (const part of after ?? []) made.push(...pieces(part, "object", setting));
  return made;
}

function plainTemporal(phrase: Extract<Phrase, { type: "temporal" }>, setting: Setting): Piece[] {
  if (phrase.parts.length) {
    // English goes from the smaller time to the larger one
    if (phrase.range) {
      const [from, to] = phrase.parts.map((part) => plainTime(pieces(part, "object", setting)));
      return [added("from", "period"), ...from!, added("to", "period"), ...to!];
    }
    const [first, second] = phrase.parts as [
      Extract<Phrase, { type: "temporal" }>,
      Extract<Phrase, { type: "temporal" }>,
    ];
    const inner = pieces(second, "object", setting);
    const outer = pieces(first, "object", setting);
    // 明年第一季度: a part is a part of the longer time
    if (PART_OF_TIME.test(inner[0]?.text ?? "")) return [...inner, added("of", "time"), ...plainTime(outer)];
    return second.leaf?.category === "date" || first.leaf?.category === "date"
      ? [...inner, ...outer]
      : [...outer, ...inner];
  }
  if (phrase.leaf) return leafPieces(phrase.leaf, setting);
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
