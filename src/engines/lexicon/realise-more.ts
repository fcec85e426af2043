import { agreementOf } from "./agreement.js";
import { isAdjectival, isNamed } from "./clause-shape.js";
import { altered, reader } from "./make-phrases.js";
import type { Clause, Nominal, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import { inside, type Setting } from "./setting.js";

/** 越…越: "the more it is used, the slower it is". */
export function theMorePieces(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const doer = phrase.subject ?? subject ?? (phrase.verb && !phrase.copula ? reader() : undefined);
  const whole = altered(phrase, { ...(doer && { subject: doer }) });
  const [said] = phrase.objects;
  const comma = added(",", "more and more", true);
  // 屏幕越大: "the bigger the screen"; 摄像头越多: "the more cameras"
  if (isAdjectival(phrase) && said?.type === "adjectival") {
    const degree = pieceOf(said.head, setting.english.compare(said.head.english, "more"), "more");
    if (!whole.subject) return [added("the", "more and more"), degree, comma];
    const many = said.head.english === "many" && whole.subject.type === "nominal";
    const named = many
      ? pieces(altered(whole.subject as Nominal, { plural: true }), "object", inside(setting)).filter(
          ({ rule }) => rule !== "article",
        )
      : pieces(definite(whole.subject), "subject", inside(setting));
    return [added("the", "more and more"), degree, ...named, comma];
  }
  // 越努力: "the harder you work"
  const hard = /^(.+) hard$/.exec(whole.verb?.english ?? "");
  if (hard && !whole.objects.length) {
    const doing = altered(whole, { verb: altered(whole.verb!, { english: hard[1]! }) });
    return [added("the harder", "more and more"), ...pieces(doing, "object", inside(setting)), comma];
  }
  return [added("the more", "more and more"), ...pieces(whole, "object", inside(setting)), comma];
}

/** The second half of 越…越: "the angrier he gets", "the more he wants". */
export function theComparative(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const predicate = phrase.objects[0];
  if (!isAdjectival(phrase) || predicate?.type !== "adjectival") return [added("the more", "more and more")];
  // 天气越热，人越多: "the more people there are"
  if (predicate.head.english === "many" && subject?.type === "nominal" && phrase.theMore?.subject) {
    const counted = pieces(altered(subject, { plural: true }), "object", inside(setting));
    const there = added(isMass(subject) ? "there is" : "there are", "existential");
    return [added("the more", "more and more"), ...counted.filter(({ rule }) => rule !== "article"), there];
  }
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

/** 天气越热: "the hotter the weather", which no article would have elsewhere. */
const definite = (subject: Phrase): Phrase =>
  subject.type === "nominal" && isMass(subject) && !subject.possessor && !subject.determiner
    ? altered(subject, { definite: true })
    : subject;

const isMass = ({ head }: Nominal): boolean => head?.category === "mass";

/** What was just named is named again by its pronoun. */
const again = (subject: Phrase, setting: Setting): Piece[] =>
  isNamed(subject) && setting.self ? [added(setting.self, "pronoun")] : pieces(subject, "subject", inside(setting));
