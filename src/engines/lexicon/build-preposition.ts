import type { Action } from "./build.js";
import { fromTo } from "./from-to.js";
import { altered, asClause, asNominal, change, clause, ended, leaf, wordless } from "./make-phrases.js";
import { numeralValue } from "./numbers.js";
import type { Clause, Phrase, Quantity } from "./phrase.js";

/** The actions that put a preposition with its object to a verb: to whom, with whom, for what, by how much. */
export const prepositionActions: Record<string, Action> = {
  // 有你们在: "with you here"
  withHere: (left) => ({
    type: "prepositional",
    preposition: wordless("with"),
    object: altered(asNominal(left), { after: [wordless("here", "adverb")] }),
  }),
  end: (left, right) => {
    const made = asClause(right);
    // 给他打电话 is "call him"
    if (
      RECIPIENT.test(actOf(made)) &&
      !made.objects.length &&
      left.type === "prepositional" &&
      left.preposition.word.text === "给"
    )
      return altered(made, { objects: [left.object] });
    // 与您联系 is "contact you"
    if (
      MUTUAL.test(actOf(made)) &&
      !made.objects.length &&
      left.type === "prepositional" &&
      /^[和与跟同]$/.test(left.preposition.word.text)
    )
      return altered(made, { objects: [left.object] });
    // 对他进行抢救 is "rescue him"
    if (made.light && !made.objects.length && left.type === "prepositional" && left.preposition.word.text === "对")
      return altered(made, { objects: [left.object] });
    return fromTo(left, made) ?? altered(made, { end: [...made.end, left] });
  },
  // 与本人无关: "have nothing to do with me"
  relatedTo: (left, right) => altered(clause(altered(leaf(right), { category: "verb" })), { objects: [left] }),
  // 翻了一倍, 翻两番: "double"
  fold: (left, right) => {
    const { number, measure } = right as Quantity;
    const word = FOLDS.get(`${numeralValue(number?.word.text ?? "")}${measure?.word.text}`);
    const made = asClause(left);
    if (word && made.verb) return altered(made, { verb: altered(made.verb, { english: word }) });
    return ended(made, by(right));
  },
  // 胖了三公斤: "gained three kilograms"
  changeBy: (left, right) =>
    /^(?:gain|lose)$/.test(asClause(left).verb?.english ?? "")
      ? change(left, { objects: [right] })
      : ended(left, by(right)),
  // 详情见官网: "see the official website for details"
  seeFor: (left, right) => ended(right, { type: "prepositional", preposition: wordless("for"), object: left }),
  // 以退款为由: "under the pretext of a refund"
  framed: (left, right) =>
    left.type === "prepositional"
      ? { ...left, preposition: altered(left.preposition, { english: leaf(right).english }) }
      : left,
};

/** What is done: "call" of "call {} twice". */
const actOf = ({ verb }: Clause): string => (verb?.english ?? "").replace(/ \{\}.*/, "");

const MUTUAL = /^(?:contact|meet|marry|join)$/;

const RECIPIENT = /^(?:(?:fully )?charge|call|message|text|email|thank)$/;

const FOLDS = new Map([
  ["1倍", "double"],
  ["1番", "double"],
  ["2番", "quadruple"],
  ["3倍", "triple"],
  ["4倍", "quadruple"],
]);
const MOST_TIMES = 10;

/** By how much something changes. */
const by = (amount: Phrase): Phrase => ({
  type: "prepositional",
  preposition: wordless("by"),
  object: inPercent(amount),
});

/** 增长两倍: "by 200%"; "by two times" would be as many times as before to some readers. */
function inPercent(amount: Phrase): Phrase {
  if (amount.type !== "quantity" || amount.measure?.word.text !== "倍") return amount;
  const times = amount.number?.word.value ?? numeralValue(amount.number?.word.text ?? "");
  return times === undefined || times > MOST_TIMES || amount.before.length
    ? amount
    : altered(amount.number!, { category: "percent", english: `${Math.round(times * 100)}%` });
}
