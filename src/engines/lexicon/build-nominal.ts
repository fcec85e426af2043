import type { Action } from "./build.js";
import { colorName, compound, modify, weatherTo, weatherTurns } from "./build-modifier.js";
import { adjectival, altered, asNominal, change, leaf, nominal } from "./make-phrases.js";
import type { Adjectival, Leaf, Nominal, Phrase } from "./phrase.js";

/** The actions that make noun phrases and adjectives. */
export const nominalActions: Record<string, Action> = {
  noun: (word) => nominal(leaf(word)),
  pronoun: (word) => nominal(leaf(word)),
  asPronoun: (word) => nominal(altered(leaf(word), { category: "pronoun" })),
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
  // 下单用户: "users who place an order"
  doers: (left, right) =>
    altered(asNominal(right), { plural: true, after: [change(left, { relative: true, aspects: new Set(["HABIT"]) })] }),
  onlyNoun: (left, right) => altered(asNominal(right), { before: [leaf(left), ...asNominal(right).before] }),
  modifyAfter: (left, right) => {
    const head = asNominal(right);
    return altered(head, { after: [towards(left, head.head?.word.text ?? ""), ...head.after] });
  },
  headless: (part) => asNominal(part),
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

/** 对小米的支持, 对未来的信心: what "to" is behind the noun, "support for", "confidence in". */
function towards(left: Phrase, noun: string): Phrase {
  const english = TOWARDS.find(([nouns]) => nouns.test(noun))?.[1];
  const to = left.type === "prepositional" && left.preposition.word.text === "对" ? left : undefined;
  return to && english ? { ...to, preposition: altered(to.preposition, { english }) } : left;
}

const TOWARDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:支持|热爱|喜爱|热情|尊重|需求|关爱|渴望|偏爱)$/, "for"],
  [/^(?:信心|信任|兴趣)$/, "in"],
  [/^(?:影响|限制)$/, "on"],
];
