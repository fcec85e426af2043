import type { Action } from "./build.js";
import { altered, asClause, asNominal, leaf, nominal, wordless } from "./make-phrases.js";
import type { Leaf, Nominal, Phrase, Quantity } from "./phrase.js";

/** The actions that take some of many: one of them, the first of them, the one with the most. */
export const partitiveActions: Record<string, Action> = {
  oneOf: (left, right) =>
    altered(nominal(leaf(right)), {
      after: [altered(asNominal(left), { plural: true, definite: true })],
      direct: true,
    }),
  // 点赞最多的朋友: "the friend with the most likes"
  withMost: (left, right) => ({
    type: "prepositional",
    preposition: wordless("with"),
    object: mostOf(asNominal(left), leaf(right)),
  }),
  // 点赞最高的: "the one with the most likes"
  withMostOne: (left) => altered(nominal(wordless("one", "noun")), { after: [left], definite: true, plural: false }),
  // 前500名付款: "the first 500 people to pay"
  firstTo: (left, right) => {
    const first = altered(asNominal(left), { definite: true });
    const aim: Phrase = { type: "prepositional", preposition: wordless("to"), object: asClause(right) };
    return altered(first, { after: [aim], direct: true });
  },
  // 点赞前三名: "the top three in likes"
  topIn: (left, right) => {
    const object = altered(asNominal(left), { plural: true });
    return altered(nominal(altered(leaf(right), { category: "plural" })), {
      after: [{ type: "prepositional", preposition: wordless("in"), object }],
    });
  },
  // 其中的八个: "eight of them"
  ofThem: (left, right) => altered(asNominal(right), { after: [left], direct: true }),
  // 话费50元: "50 yuan of phone credit"
  amountOf: (left, right) => {
    const of = asNominal(left);
    // 小米14: a number behind a name belongs to it
    const { number, measure } = right as Quantity;
    if (number && !measure && (of.head?.category === "name" || /^\d{1,3}(?:\.\d+)?$/.test(number.english)))
      return altered(of, { after: [...of.after, number], direct: true });
    const object = altered(of, { ...(of.head && { head: altered(of.head, { category: "mass" }) }) });
    return altered(asNominal(right), { after: [{ type: "prepositional", preposition: wordless("of"), object }] });
  },
  // 你们所有人: "all of you"
  allOf: (left, right) =>
    altered(nominal(altered(leaf(right), { category: "pronoun" })), { after: [left], direct: true, plural: true }),
};

/** 最多的票, 点赞最高: what is counted has "the most" of it. */
function mostOf(thing: Nominal, most: Leaf): Nominal {
  const counted = most.english === "the most" || COUNTED.test(thing.head?.english ?? "");
  return altered(thing, {
    determiner: counted ? altered(most, { english: "the most" }) : most,
    plural: counted,
  });
}

const COUNTED = /^(?:like|comment|repost|vote|view|order|message)$/;
