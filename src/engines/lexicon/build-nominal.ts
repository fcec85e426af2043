import type { Action } from "./build.js";
import { quantity } from "./build-amount.js";
import { colorName, compound, modify, weatherTo, weatherTurns } from "./build-modifier.js";
import { adjectival, altered, asClause, asNominal, change, leaf, nominal, wordless } from "./make-phrases.js";
import type { Adjectival, Leaf, Nominal, Phrase, Quantity } from "./phrase.js";

/** The actions that make noun phrases and adjectives. */
export const nominalActions: Record<string, Action> = {
  noun: (word) => nominal(leaf(word)),
  pronoun: (word) => nominal(leaf(word)),
  timeNoun: (word) => nominal(leaf(word)),
  men: (noun) => altered(asNominal(noun), { plural: true }),
  compound,
  colorName,
  weatherTo,
  weatherTurns,
  aside: (left, right) => {
    const head = asNominal(left);
    if (head.head && replaces(head.head, leaf(right)))
      return altered(head, { head: altered(leaf(right), { category: "name", english: bare(leaf(right).english) }) });
    // 科乐美（Konami）: the note says what the name says already
    if (head.head && bare(leaf(right).english).toLowerCase() === head.head.english.toLowerCase()) return head;
    head.after.push(right);
    return head;
  },
  attribute: (left, right) => {
    const head = asNominal(right);
    head.before.unshift(adjectival(leaf(left)));
    return head;
  },
  gerundAttribute: (left, right) => {
    const head = asNominal(right);
    head.before.unshift(altered(leaf(left), { category: "gerund" }));
    return head;
  },
  modify,
  modifyNoun: (left, right) => modify(left, nominal(altered(leaf(right), { category: "noun" }))),
  placedAdjective: (left, right) => altered(nominal(), { before: [right], after: [left] }),
  modifyAround: (left, right) => {
    const head = asNominal(right);
    const frame = left as Nominal;
    return altered(head, { before: [...frame.before, ...head.before], after: [...frame.after, ...head.after] });
  },
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
  // 下单用户: "users who place an order"
  doers: (left, right) =>
    altered(asNominal(right), { plural: true, after: [change(left, { relative: true, aspects: new Set(["HABIT"]) })] }),
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
  onlyNoun: (left, right) => altered(asNominal(right), { before: [leaf(left), ...asNominal(right).before] }),
  // 你们所有人: "all of you"
  allOf: (left, right) =>
    altered(nominal(altered(leaf(right), { category: "pronoun" })), { after: [left], direct: true, plural: true }),
  modifyAfter: (left, right) => {
    const head = asNominal(right);
    return altered(head, { after: [left, ...head.after] });
  },
  headless: (part) => asNominal(part),
  // 比我的贵: "than mine"
  ownOne: (_, right) =>
    right.type === "nominal" ? altered(nominal(), { possessor: right }) : modify(right, nominal()),
  determine: (word) => altered(nominal(), { determiner: leaf(word) }),
  determineMeasure: (left, right) =>
    altered(nominal(), { determiner: leaf(left), quantity: { ...quantity(), measure: leaf(right) } }),
  determineQuantity: (left, right) => altered(nominal(), { determiner: leaf(left), quantity: right as Quantity }),
  // 这对夫妇: "couple" counts the two
  determineCouple: (left, right) => {
    const { quantity: _, ...outer } = asNominal(left);
    return altered(nominal(altered(leaf(right), { category: "noun" })), {
      ...(outer.determiner && { determiner: outer.determiner }),
    });
  },
  determinePronoun: (left, right) => altered(asNominal(right), { possessor: nominal(leaf(left)) }),
  determineNoun: (left, right) => {
    const outer = asNominal(left);
    const inner = asNominal(right);
    if (inner.possessor && outer.possessor) inner.after.unshift(inner.possessor);
    return altered(inner, {
      ...(outer.determiner && { determiner: outer.determiner }),
      ...(outer.quantity && { quantity: outer.quantity }),
      ...(outer.possessor && { possessor: outer.possessor }),
    });
  },
  possessTime: (left, right) => {
    const head = asNominal(right);
    return altered(head, {
      possessor: asNominal(left),
      after: [...(head.possessor ? [head.possessor] : []), ...head.after],
    });
  },
  possess: (left, right) => {
    const head = asNominal(right);
    const owner = head.possessor;
    // 我父母六十周年: "my parents' 60th anniversary"
    if (head.definite && owner?.type === "nominal" && !owner.possessor && !owner.determiner)
      return altered(head, { possessor: altered(owner, { possessor: left }) });
    if (owner) head.after.unshift(owner);
    return altered(head, { possessor: left });
  },
  join: (left, right) => altered(nominal(), { others: [{ join: leaf(left), phrase: right }] }),
  coordinate: (left, right) => {
    const head = asNominal(left);
    return altered(head, { others: [...head.others, ...flatten((right as Nominal).others)] });
  },
  etcetera: (left, right) => altered(asNominal(left), { etcetera: leaf(right) }),
  such: (left, right) => altered(asNominal(right), { examples: left }),
  headlessModifier: (left) => {
    if (left.type === "nominal") return altered(nominal(), { possessor: left });
    return modify(left, nominal());
  },
  nominalize: (left) => altered(nominal(), { after: [left] }),
  adjectiveOf: (left) => left,
  possessiveOf: (left) => left,
  timeOf: (left) => left,
  placeOf: (left) => left,
  relativeOf: (left) => left,
  adjectival: (word) => adjectival(leaf(word)),
  degree: withAdverb,
  notAdjective: withAdverb,
  coordinateAdjectives: (left, right) => {
    const added =
      right.type === "nominal"
        ? right.others.map((o) => ({ join: o.join, phrase: o.phrase as Adjectival }))
        : [{ phrase: right as Adjectival }];
    return altered(left as Adjectival, { others: [...(left as Adjectival).others, ...added] });
  },
  placedNoun: (left, right) => {
    const head = asNominal(right);
    return altered(head, { after: [left, ...head.after] });
  },
  compoundName: (left, right) => compound(nominal(leaf(left)), right),
  apposition: (left, right) => {
    const kind = asNominal(right);
    const after = [asNominal(left), ...kind.after];
    return altered(kind, { determiner: undefined, definite: true, direct: true, after });
  },
  determineOf: (left) => altered(nominal(), { determiner: leaf(left) }),
  timeAttribute: (left, right) => {
    const head = asNominal(right);
    const english = leaf(left).english.replace(/^(?:in|on|at|from) /, "");
    // 2008年新加坡大奖赛: a year stands before the noun; any other time owns it
    if (leaf(left).category === "date" && /^\d+$/.test(english))
      return altered(head, { before: [altered(leaf(left), { category: "year", english }), ...head.before] });
    // 9:30-10:15 开幕式: "the opening ceremony from 9:30 to 10:15"
    if (head.possessor || leaf(left).english.startsWith("from "))
      return altered(head, { after: [...head.after, { type: "temporal", leaf: leaf(left), parts: [] }] });
    return altered(head, { possessor: nominal(leaf(left)) });
  },
  whoever: (left, right) => modify(left, { ...nominal(altered(leaf(right), { category: "noun" })) }),
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

/** An adjective, or a word that only describes (最高清), with an adverb before it. */
function withAdverb(adverb: Phrase, described: Phrase): Adjectival {
  const made = described.type === "leaf" ? adjectival(described) : (described as Adjectival);
  return altered(made, { adverbs: [adverb, ...made.adverbs] });
}

function flatten(others: Nominal["others"]): Nominal["others"] {
  return others.flatMap((other) => {
    if (other.phrase.type !== "nominal" || !other.phrase.others.length) return [other];
    const inner = other.phrase.others;
    return [{ join: other.join, phrase: altered(other.phrase, { others: [] }) }, ...flatten(inner)];
  });
}

const bare = (text: string): string => text.replace(/^\((.*)\)$/, "$1").trim();

/** A transliterated name is the foreign spelling that follows it in parentheses. */
const replaces = (head: Leaf, aside: Leaf): boolean =>
  head.category === "name" && !head.word.verbatim && /^\(\p{Lu}[\p{L}'. -]+\)$/u.test(aside.english);
