import { isPlural } from "./agreement.js";
import type { Adjectival, Leaf, Phrase, Quantity } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import type { Setting } from "./setting.js";

/** The English of an amount: "about three bottles of". */
export function quantityPieces(amount: Quantity, alone: boolean, setting: Setting, determined = false): Piece[] {
  const made = amountPieces(amount, alone, setting, determined);
  const last = made.at(-1);
  if (!amount.after || !last) return made;
  // 645 英里（1040 公里）的路: "of" stands behind the note
  const of = / of$/.test(last.text);
  if (of) made[made.length - 1] = { ...last, text: last.text.slice(0, -3) };
  for (const part of amount.after) made.push(...pieces(part, "object", setting));
  return of ? [...made, added("of", "measure")] : made;
}

function amountPieces(amount: Quantity, alone: boolean, { english }: Setting, given: boolean): Piece[] {
  const made = amount.before.map((leaf) => pieceOf(leaf, leaf.english, "amount"));
  // 这一过程, 整整一年 ("a full year"): a determiner makes "one" superfluous
  const first = amount.before[0]?.category === "FIRST";
  const determined = given || amount.before.some((leaf) => /^an? /.test(leaf.english));
  const number =
    amount.ordinal ?? ((determined || first) && amount.number?.english === "one" ? undefined : amount.number);
  const measure = amount.measure;
  // 三块 alone are yuan
  let unit = alone && measure?.word.text === "块" ? "yuan" : (measure?.english ?? "");
  if (measure?.category === "TIMES" && unit === "time" && number?.word.value === 2)
    return [...made, pieceOf(number, "twice", "number")];
  // 2次助攻: a number of times before a noun counts the noun
  if (!alone && /^(?:time|times)$/.test(unit)) unit = "";
  if (first && !determined) made.unshift(added("the", "article"));
  if (amount.attribute && number && unit)
    return [
      ...made,
      pieceOf(
        number,
        `${number.english}-${unit
          .replace(/ of$/, "")
          .replace(/^years old$/, "year old")
          .replaceAll(" ", "-")}`,
        "attribute",
      ),
    ];
  const of = / of$/.test(unit) && !alone ? " of" : "";
  unit = unit.replace(/ of$/, "");
  if (unit && isPlural(amount)) unit = english.plural(unit);
  // 半杯水, 半个苹果: "half a cup of water", "half an apple"
  // 一副眼镜: "a pair of"
  const isA = number?.english === "one" && (unit ? of !== "" : !alone);
  if (number?.english === "half" && !determined && (unit || !alone))
    made.push(pieceOf(number, "half", "number"), added(unit ? english.article(unit) : "a", "article"));
  else if (number) made.push(pieceOf(number, isA ? english.article(unit || "thing") : number.english, "number"));
  else if (measure && !unit && !alone && !determined && !first) made.push(pieceOf(measure, "a", "number"));
  if (measure && unit) {
    if (!number && !determined && !first && !/^(?:some|many)/.test(unit))
      made.push(added(english.article(unit), "article"));
    made.push(pieceOf(measure, unit + of, "measure"));
  }
  return made;
}

/** The English of an adjective with its degree: "much bigger than …". */
export function adjectivalPieces(phrase: Adjectival, setting: Setting): Piece[] {
  const { english } = setting;
  const words = phrase.adverbs.filter((a): a is Leaf => a.type === "leaf");
  const degree = words.find((a) => a.english === "more" || a.english === "most")?.english as
    | "more"
    | "most"
    | undefined;
  const comparative =
    degree ??
    (phrase.than ||
    phrase.by ||
    words.some((a) => /^(?:much|a bit)$/.test(a.english) && /^(?:VERY|MUCH)$/.test(a.category))
      ? "more"
      : undefined);
  const made = phrase.by ? byHowMuch(phrase.by, setting) : [];
  const head = phrase.head.english;
  // 越来越薄: "thinner and thinner"; a long word keeps its "more and more"
  const compared = english.compare(head, "more");
  const twice = compared !== head && !/^more /.test(compared);
  const growing = twice ? words.find((a) => a.english === "more and more") : undefined;
  made.push(...words.filter((a) => a.english !== degree && a !== growing).map((a) => pieceOf(a, a.english, "degree")));
  if (phrase.as) made.push(added("as", "comparison"));
  made.push(
    pieceOf(
      phrase.head,
      growing ? `${compared} and ${compared}` : comparative ? english.compare(head, comparative) : head,
      comparative ?? "adjective",
    ),
  );
  if (phrase.than) made.push(added("than", "comparison"), ...thanPieces(phrase.than, setting));
  if (phrase.as) made.push(added("as", "comparison"), ...pieces(phrase.as, "object", setting));
  phrase.others.forEach(({ join, phrase: other }, i) => {
    if (!join) made.push({ ...added(",", "coordination"), glued: true });
    else if (join.english === "," && i < phrase.others.length - 1)
      made.push({ ...pieceOf(join, ",", "coordination"), glued: true });
    else made.push(pieceOf(join, "and", "coordination"));
    made.push(...adjectivalPieces(other, setting));
  });
  return made;
}

/** 比开车快: "faster than driving". */
const thanPieces = (than: Phrase, setting: Setting): Piece[] =>
  than.type === "clause" && !than.subject ? withGerund(than, setting) : pieces(than, "object", setting);

/** 大两岁: an age is an amount of years. */
function byHowMuch(amount: Phrase, setting: Setting): Piece[] {
  const years = (text: string) => text.replace(/^(years?) old$/, "$1");
  return pieces(amount, "object", setting).map((piece) => ({ ...piece, text: years(piece.text) }));
}
