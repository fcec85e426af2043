import type { Action } from "./build.js";
import { compound, modify } from "./build-modifier.js";
import {
  type Adjectival,
  asClause,
  asNominal,
  type Leaf,
  leaf,
  type Nominal,
  nominal,
  type Phrase,
  type Quantity,
  type Temporal,
  wordless,
} from "./phrases.js";

/** 一斤: the unit alone, "jin" of "jin of". */
const bareUnit = (measure: Leaf): Leaf => ({
  ...measure,
  category: "UNIT",
  english: measure.english.replace(/ of$/, ""),
});

const quantity = (number?: Leaf): Quantity => ({ type: "quantity", ...(number && { number }), before: [] });

/** An adjective, or a word that only describes (最高清), with an adverb before it. */
function withAdverb(adverb: Phrase, described: Phrase): Adjectival {
  const made: Adjectival =
    described.type === "leaf"
      ? { type: "adjectival", head: described, adverbs: [], others: [] }
      : (described as Adjectival);
  return { ...made, adverbs: [adverb, ...made.adverbs] };
}

/** The actions that make noun phrases, adjectives, quantities, places and times. */
export const nominalActions: Record<string, Action> = {
  noun: (word) => nominal(leaf(word)),
  pronoun: (word) => nominal(leaf(word)),
  timeNoun: (word) => nominal(leaf(word)),
  men: (noun) => ({ ...asNominal(noun), plural: true }),
  compound,
  aside: (left, right) => {
    const head = asNominal(left);
    if (head.head && replaces(head.head, leaf(right)))
      return { ...head, head: { ...leaf(right), category: "name", english: bare(leaf(right).english) } };
    // 科乐美（Konami）: the note says what the name says already
    if (head.head && bare(leaf(right).english).toLowerCase() === head.head.english.toLowerCase()) return head;
    head.after.push(right);
    return head;
  },
  attribute: (left, right) => {
    const head = asNominal(right);
    head.before.unshift({ type: "adjectival", head: leaf(left), adverbs: [], others: [] });
    return head;
  },
  gerundAttribute: (left, right) => {
    const head = asNominal(right);
    head.before.unshift({ ...leaf(left), category: "gerund" });
    return head;
  },
  ordinalAttribute: (left, right) => ({ ...asNominal(right), quantity: { ...quantity(), ordinal: leaf(left) } }),
  modify,
  placedAdjective: (left, right) => ({ ...nominal(), before: [right], after: [left] }),
  modifyAround: (left, right) => {
    const head = asNominal(right);
    const frame = left as Nominal;
    return { ...head, before: [...frame.before, ...head.before], after: [...frame.after, ...head.after] };
  },
  percentOf: (left, right) => ({ ...nominal(leaf(left)), after: [{ ...asNominal(right), plural: true }] }),
  quantityNumber: (number) => quantity(leaf(number)),
  quantityMore: (left, right) => withBefore(left as Quantity, leaf(right)),
  quantityAfter: (left, right) => withBefore(left as Quantity, leaf(right)),
  quantityApprox: (left, right) => withBefore(right as Quantity, leaf(left)),
  quantityFirst: (left, right) => withBefore(right as Quantity, leaf(left)),
  quantityAdjective: (left, right) => withBefore(right as Quantity, leaf(left)),
  measure: (left, right) => ({ ...(left as Quantity), measure: leaf(right) }),
  measureDropped: (left) => left,
  oneOf: (left, right) => ({
    ...nominal(leaf(right)),
    after: [{ ...asNominal(left), plural: true, definite: true }],
    direct: true,
  }),
  // 你们所有人: "all of you"
  allOf: (left, right) => ({
    ...nominal({ ...leaf(right), category: "pronoun" }),
    after: [left],
    direct: true,
    plural: true,
  }),
  ordinalMeasure: (left, right) => ({
    ...quantity(),
    ordinal: leaf(left),
    ...(right !== left && { measure: leaf(right) }),
  }),
  bareMeasure: (measure) => ({ ...quantity(), measure: leaf(measure) }),
  // 美好的一天: what is described is the time itself
  modifyAmount: (left, right) => {
    const { measure, ...amount } = right as Quantity;
    return measure
      ? modify(left, { ...nominal({ ...measure, category: "noun" }), quantity: amount })
      : asNominal(right);
  },
  quantifyAfter: (left, right) => ({ ...asNominal(left), quantity: right as Quantity }),
  quantityFrom: (left, right) => withBefore(left as Quantity, { ...leaf(right), english: "from" }),
  quantityOf: (left) => ({ ...(left as Quantity), attribute: true }),
  age: (left, right) => ({ ...(left as Quantity), measure: leaf(right) }),
  ageOf: (left) => ({ ...(left as Quantity), attribute: true }),
  // 五块钱一斤: "five yuan per jin"
  perUnit: (left, right) => {
    const { number, measure } = right as Quantity;
    if (number?.word.text !== "一" || !measure) return left;
    const per: Phrase = { type: "prepositional", preposition: wordless("per"), object: bareUnit(measure) };
    return { ...(left as Quantity), after: [...((left as Quantity).after ?? []), per] };
  },
  worth: (left, right) => ({ type: "prepositional", preposition: leaf(left), object: right }),
  worthOf: (left) => left,
  modifyAfter: (left, right) => {
    const head = asNominal(right);
    return { ...head, after: [left, ...head.after] };
  },
  temporalRange: (left, right) => ({ type: "temporal", parts: [left as Temporal, right as Temporal], range: true }),
  // 开售第一天: "on the first day of …"
  dayOf: (left, right) => {
    const { ordinal, measure } = right as Quantity;
    const english = `on the ${ordinal?.english} ${measure?.english} of`;
    return { type: "temporal", parts: [], relation: { ...ordinal!, english }, object: left };
  },
  // 每卖出一台手机: "for every phone that is sold"
  perDoing: (left, right) => {
    const made = asClause(right);
    const [thing, ...others] = made.objects;
    const preposition = { ...leaf(left), english: "for" };
    if (thing?.type !== "nominal" || !thing.head || others.length || made.subject)
      return { ...made, conjunction: { ...leaf(left), english: "every time" } };
    const { quantity: _, ...one } = thing;
    const done: Phrase = { ...made, objects: [], passive: true, relative: true };
    const object: Nominal = { ...one, determiner: wordless("every", "determiner"), after: [...one.after, done] };
    return { type: "prepositional", preposition, object };
  },
  quantify: (left, right) => ({ ...asNominal(right), quantity: left as Quantity }),
  quantifyOuter: (left, right) => {
    const head = asNominal(right);
    // an amount before an owner counts the owner: 一位用户的来信
    const owner = head.possessor;
    if (owner?.type === "nominal" && !owner.quantity && !owner.determiner && owner.head?.category !== "pronoun")
      return { ...head, possessor: { ...owner, quantity: left as Quantity } };
    return { ...head, quantity: left as Quantity };
  },
  headless: (part) => asNominal(part),
  // 比我的贵: "than mine"
  ownOne: (_, right) => (right.type === "nominal" ? { ...nominal(), possessor: right } : modify(right, nominal())),
  // 一个一模一样的: "an identical one"
  quantifyOne: (left, right) => ({
    ...asNominal(modify(right, nominal(wordless("one", "noun")))),
    quantity: left as Quantity,
  }),
  determine: (word) => ({ ...nominal(), determiner: leaf(word) }),
  determineMeasure: (left, right) => ({
    ...nominal(),
    determiner: leaf(left),
    quantity: { ...quantity(), measure: leaf(right) },
  }),
  determineQuantity: (left, right) => ({ ...nominal(), determiner: leaf(left), quantity: right as Quantity }),
  // 这对夫妇: "couple" counts the two
  determineCouple: (left, right) => {
    const { quantity: _, ...outer } = asNominal(left);
    return {
      ...nominal({ ...leaf(right), category: "noun" }),
      ...(outer.determiner && { determiner: outer.determiner }),
    };
  },
  determinePronoun: (left, right) => ({ ...asNominal(right), possessor: nominal(leaf(left)) }),
  determineNoun: (left, right) => {
    const outer = asNominal(left);
    const inner = asNominal(right);
    if (inner.possessor && outer.possessor) inner.after.unshift(inner.possessor);
    return {
      ...inner,
      ...(outer.determiner && { determiner: outer.determiner }),
      ...(outer.quantity && { quantity: outer.quantity }),
      ...(outer.possessor && { possessor: outer.possessor }),
    };
  },
  possessTime: (left, right) => {
    const head = asNominal(right);
    return { ...head, possessor: asNominal(left), after: [...(head.possessor ? [head.possessor] : []), ...head.after] };
  },
  possess: (left, right) => {
    const head = asNominal(right);
    if (head.possessor) head.after.unshift(head.possessor);
    return { ...head, possessor: left };
  },
  join: (left, right) => ({ ...nominal(), others: [{ join: leaf(left), phrase: right }] }),
  coordinate: (left, right) => {
    const head = asNominal(left);
    return { ...head, others: [...head.others, ...flatten((right as Nominal).others)] };
  },
  etcetera: (left, right) => ({ ...asNominal(left), etcetera: leaf(right) }),
  such: (left, right) => ({ ...asNominal(right), examples: left }),
  headlessModifier: (left) => {
    if (left.type === "nominal") return { ...nominal(), possessor: left };
    return modify(left, nominal());
  },
  nominalize: (left) => ({ ...nominal(), after: [left] }),
  adjectiveOf: (left) => left,
  possessiveOf: (left) => left,
  timeOf: (left) => left,
  placeOf: (left) => left,
  relativeOf: (left) => left,
  adjectival: (word) => ({ type: "adjectival", head: leaf(word), adverbs: [], others: [] }),
  degree: withAdverb,
  notAdjective: withAdverb,
  coordinateAdjectives: (left, right) => {
    const added =
      right.type === "nominal"
        ? right.others.map((o) => ({ join: o.join, phrase: o.phrase as Adjectival }))
        : [{ phrase: right as Adjectival }];
    return { ...(left as Adjectival), others: [...(left as Adjectival).others, ...added] };
  },
  locate: (left, right) => {
    const word = leaf(right);
    // 48小时内: an amount of time is what something happens within
    const within = left.type === "quantity" && /^(?:内|以内|之内)$/.test(word.word.text);
    return { type: "prepositional", preposition: within ? { ...word, english: "within" } : word, object: left };
  },
  placeAdverb: (word) => ({
    type: "prepositional",
    preposition: { ...leaf(word), english: "in" },
    object: nominal(leaf(word)),
  }),
  preposition: (left, right) => {
    const preposition = leaf(left);
    if (right.type === "prepositional" && right.preposition.category === "LOC") {
      if (!right.preposition.english || preposition.category === "preposition") {
        if (preposition.category === "AT" || preposition.english === "in") return right;
        return { ...right, preposition };
      }
      return right;
    }
    return { type: "prepositional", preposition, object: right };
  },
  prepositionClause: (left, right) => ({ type: "prepositional", preposition: leaf(left), object: right }),
  purpose: (left, right) => ({ type: "prepositional", preposition: leaf(left), object: right }),
  toAfter: (left, right) => ({
    ...(left as Extract<Phrase, { type: "prepositional" }>),
    further: { type: "prepositional", preposition: leaf(right), object: nominal() },
  }),
  fromTo: (left, right) => {
    const from = left as Extract<Phrase, { type: "prepositional" }>;
    return { ...from, further: { ...from.further!, object: right } };
  },
  temporal: (word) => ({ type: "temporal", leaf: leaf(word), parts: [] }),
  temporalJoin: (left, right) => ({ type: "temporal", parts: [left as Temporal, right as Temporal] }),
  temporalFrom: (left, right) => ({
    type: "temporal",
    relation: { ...leaf(right), english: "from" },
    object: left,
    parts: [],
  }),
  placedNoun: (left, right) => {
    const head = asNominal(right);
    return { ...head, after: [left, ...head.after] };
  },
  compoundName: (left, right) => compound(nominal(leaf(left)), right),
  aboutShare: (left, right) => ({ ...leaf(right), english: `${leaf(left).english} ${leaf(right).english}` }),
  shareAbout: (left, right) => ({ ...leaf(left), english: `${leaf(right).english} ${leaf(left).english}` }),
  apposition: (left, right) => {
    const { determiner: _, ...kind } = asNominal(right);
    return { ...kind, definite: true, direct: true, after: [asNominal(left), ...kind.after] };
  },
  determineOf: (left) => ({ ...nominal(), determiner: leaf(left) }),
  placedSubject: (left, right) => ({ ...asNominal(left), after: [...asNominal(left).after, right] }),
  sinceTime: (left, right) =>
    right.type === "temporal" && right.relation?.english === "since"
      ? right
      : { type: "temporal", relation: { ...leaf(left), english: "since" }, object: right, parts: [] },
  aboutTime: (left, right) => ({ ...(left as Temporal), about: leaf(right) }),
  asideTime: (left, right) => ({ ...(left as Temporal), after: [...((left as Temporal).after ?? []), right] }),
  aboutAmount: (left, right) => {
    const head = asNominal(left);
    return head.quantity ? { ...head, quantity: withBefore(head.quantity, leaf(right)) } : head;
  },
  timeAttribute: (left, right) => {
    const head = asNominal(right);
    const english = leaf(left).english.replace(/^(?:in|on|at) /, "");
    // 2008年新加坡大奖赛: a year stands before the noun; any other time owns it
    if (leaf(left).category === "date" && /^\d+$/.test(english))
      return { ...head, before: [{ ...leaf(left), category: "year", english }, ...head.before] };
    if (head.possessor) return { ...head, after: [...head.after, { type: "temporal", leaf: leaf(left), parts: [] }] };
    return { ...head, possessor: nominal(leaf(left)) };
  },
  whoever: (left, right) => modify(left, { ...nominal({ ...leaf(right), category: "noun" }) }),
  per: (left, right) => ({ ...leaf(left), english: `per ${leaf(right).english.replace(/ of$/, "")}` }),
  perNominal: (left, right) => ({ ...asNominal(right), after: [...asNominal(right).after, left] }),
  perAmount: (left, right) => withAfter(right as Quantity, left),
  amountPer: (left, right) => withAfter(left as Quantity, right),
  asideAmount: (left, right) => withAfter(left as Quantity, right),
  temporalNoun: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  temporalClause: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  ago: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
};

function withBefore(amount: Quantity, word: Leaf): Quantity {
  return { ...amount, before: [word, ...amount.before] };
}

function withAfter(amount: Quantity, phrase: Phrase): Quantity {
  return { ...amount, after: [...(amount.after ?? []), phrase] };
}

function flatten(others: Nominal["others"]): Nominal["others"] {
  return others.flatMap((other) => {
    if (other.phrase.type !== "nominal" || !other.phrase.others.length) return [other];
    const inner = other.phrase.others;
    return [{ join: other.join, phrase: { ...other.phrase, others: [] } }, ...flatten(inner)];
  });
}

const bare = (text: string): string => text.replace(/^\((.*)\)$/, "$1").trim();

/** A transliterated name is the foreign spelling that follows it in parentheses. */
const replaces = (head: Leaf, aside: Leaf): boolean =>
  head.category === "name" && !head.word.verbatim && /^\(\p{Lu}[\p{L}'. -]+\)$/u.test(aside.english);
