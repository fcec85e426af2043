import { agreementOf } from "./agreement.js";
import { isAdjectival, isNamed } from "./clause-shape.js";
import { altered } from "./make-phrases.js";
import type { Clause, Nominal, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import { inside, type Setting } from "./setting.js";

/** 越…越: "the more it is used, the slower it is". */
export function theMorePieces(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const whole = altered(phrase, { ...(subject && { subject: phrase.subject ?? subject }) });
  const [said] = phrase.objects;
  const comma = added(",", "more and more", true);
  // 屏幕越大: "the bigger the screen"; 摄像头越多: "the more cameras"
  if (isAdjectival(phrase) && said?.type === "adjectival" && whole.subject) {
    const degree = pieceOf(said.head, setting.english.compare(said.head.english, "more"), "more");
    const many = said.head.english === "many" && whole.subject.type === "nominal";
    const named = many
      ? pieces(altered(whole.subject as Nominal, { plural: true }), "object", inside(setting)).filter(
          ({ rule }) => rule !== "article",
        )
      : pieces(whole.subject, "subject", inside(setting));
    return [added("the", "more and more"), degree, ...named, comma];
  }
  return [added("the more", "more and more"), ...pieces(whole, "object", inside(setting)), comma];
}

/** The second half of 越…越: "the angrier he gets", "the more he wants". */
export function theComparative(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const predicate = phrase.objects[0];
  if (!isAdjectival(phrase) || predicate?.type !== "adjectival") return [added("the more", "more and more")];
  const compared = pieceOf(predicate.head, setting.english.compare(predicate.head.english, "more"), "more");
  const isNew = phrase.theMore?.subject !== undefined;
  const single = agreementOf(subject, setting.english) === "he" && (isNew || setting.self !== "they");
  const gets = setting.english.verb("get", single ? "third" : "base");
  return [
    added("the", "more and more"),
    compared,
    // 越多越好: "the better" says it all
    ...(subject && predicate.head.english !== "good"
      ? [
          ...(isNew ? pieces(subject, "subject", inside(setting)) : again(subject, setting)),
          added(gets, "more and more"),
        ]
      : []),
  ];
}

/** What was just named is named again by its pronoun. */
const again = (subject: Phrase, setting: Setting): Piece[] =>
  isNamed(subject) && setting.self ? [added(setting.self, "pronoun")] : pieces(subject, "subject", inside(setting));
