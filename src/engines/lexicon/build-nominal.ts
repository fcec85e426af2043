import type { Action } from "./build.js";
import {
  type Adjectival,
  type Clause,
  type Leaf,
  type Nominal,
  nominal,
  type Phrase,
  type Quantity,
  type Temporal,
} from "./phrases.js";

/** A phrase as a noun phrase. */
export const asNominal = (phrase: Phrase): Nominal => (phrase.type === "nominal" ? phrase : nominalOf(phrase));

function nominalOf(phrase: Phrase): Nominal {
  if (phrase.type === "leaf") return nominal(phrase);
  if (phrase.type === "quantity") return { ...nominal(), quantity: phrase };
  return { ...nominal(), before: [phrase] };
}

const quantity = (number?: Leaf): Quantity => ({ type: "quantity", ...(number && { number }), before: [] });
const leaf = (phrase: Phrase): Leaf => phrase as Leaf;

function modify(left: Phrase, right: Phrase): Phrase {
  const head = right.type === "temporal" ? nominal(right.leaf) : asNominal(right);
  if (left.type === "nominal") {
    if (head.possessor || head.determiner) head.after.unshift(left);
    else head.possessor = left;
  } else if (left.type === "clause" && isParticiple(left)) head.before.unshift(left);
  else if (left.type === "clause" && isDescription(left) && !head.determiner) return describe(left, head);
  else if (left.type === "clause") head.after.unshift({ ...left, relative: true });
  else if (left.type === "prepositional") head.after.unshift(left);
  else if (left.type === "temporal") {
    if (left.object || left.leaf?.category === "date" || head.possessor) head.after.unshift(left);
    else head.possessor = left;
  } else head.before.unshift(left);
  return head;
}

/** 质量好的手机, 我们古怪的邻居: an adjective with something before it. */
const isDescription = (clause: Clause): boolean =>
  clause.copula === true &&
  clause.verb === undefined &&
  clause.subject?.type === "nominal" &&
  clause.objects[0]?.type === "adjectival" &&
  !clause.negation &&
  !clause.front.length &&
  !clause.topic &&
  !clause.conjunction &&
  !clause.next.length;

/** Somebody or somewhere before the adjective owns the noun ("our odd neighbor"); a thing is a part of it ("a phone with good quality"). */
function describe(left: Clause, head: Nominal): Nominal {
  const owner = left.subject as Nominal;
  const adjective = left.objects[0]!;
  if (/^(?:pronoun|name|place|time)$/.test(owner.head?.category ?? "") && !head.possessor)
    return { ...head, possessor: owner, before: [adjective, ...head.before] };
  const part: Nominal = { ...owner, before: [adjective, ...owner.before] };
  const preposition: Leaf = {
    type: "leaf",
    category: "preposition",
    english: "with",
    word: { text: "", start: -1, end: -1, readings: [] },
  };
  return { ...head, after: [{ type: "prepositional", preposition, object: part }, ...head.after] };
}

const isParticiple = (clause: Clause): boolean =>
  clause.copula === true &&
  clause.verb === undefined &&
  !clause.subject &&
  !clause.negation &&
  clause.objects[0]?.type === "adjectival" &&
  !clause.end.length &&
  !clause.endTimes.length &&
  !clause.modals.length &&
  !clause.adverbs.length &&
  !clause.next.length;

/** The actions that make noun phrases, adjectives, quantities, places and times. */
export const nominalActions: Record<string, Action> = {
  noun: (word) => nominal(leaf(word)),
  pronoun: (word) => nominal(leaf(word)),
  timeNoun: (word) => nominal(leaf(word)),
  men: (noun) => ({ ...asNominal(noun), plural: true }),
  compound: (left, right) => {
    const head = asNominal(right);
    if (head.head && isProper(left) && titleOf(head.head)) return titled(left as Nominal, head);
    head.before.unshift(asAttribute(left));
    return ADMINISTRATIVE.test(head.head?.word.text ?? "") && isProper(left) ? asProper(head) : head;
  },
  aside: (left, right) => {
    const head = asNominal(left);
    if (head.head && replaces(head.head, leaf(right)))
      return { ...head, head: { ...leaf(right), category: "name", english: bare(leaf(right).english) } };
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
  ordinalMeasure: (left, right) => ({
    ...quantity(),
    ordinal: leaf(left),
    ...(right !== left && { measure: leaf(right) }),
  }),
  bareMeasure: (measure) => ({ ...quantity(), measure: leaf(measure) }),
  quantifyAfter: (left, right) => ({ ...asNominal(left), quantity: right as Quantity }),
  quantityFrom: (left, right) => withBefore(left as Quantity, { ...leaf(right), english: "from" }),
  quantityOf: (left) => ({ ...(left as Quantity), attribute: true }),
  age: (left, right) => ({ ...(left as Quantity), measure: leaf(right) }),
  ageOf: (left) => ({ ...(left as Quantity), attribute: true }),
  worth: (left, right) => ({ type: "prepositional", preposition: leaf(left), object: right }),
  worthOf: (left) => left,
  modifyAfter: (left, right) => {
    const head = asNominal(right);
    return { ...head, after: [left, ...head.after] };
  },
  temporalRange: (left, right) => ({ type: "temporal", parts: [left as Temporal, right as Temporal], range: true }),
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
  determine: (word) => ({ ...nominal(), determiner: leaf(word) }),
  determineMeasure: (left, right) => ({
    ...nominal(),
    determiner: leaf(left),
    quantity: { ...quantity(), measure: leaf(right) },
  }),
  determineQuantity: (left, right) => ({ ...nominal(), determiner: leaf(left), quantity: right as Quantity }),
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
  degree: (left, right) => ({ ...(right as Adjectival), adverbs: [left, ...(right as Adjectival).adverbs] }),
  degreeAfter: (left, right) => ({ ...(left as Adjectival), adverbs: [right, ...(left as Adjectival).adverbs] }),
  notAdjective: (left, right) => ({ ...(right as Adjectival), adverbs: [left, ...(right as Adjectival).adverbs] }),
  coordinateAdjectives: (left, right) => {
    const added =
      right.type === "nominal"
        ? right.others.map((o) => ({ join: o.join, phrase: o.phrase as Adjectival }))
        : [{ phrase: right as Adjectival }];
    return { ...(left as Adjectival), others: [...(left as Adjectival).others, ...added] };
  },
  thanAdjective: (left, right) => ({ ...(right as Adjectival), than: left }),
  locate: (left, right) => ({ type: "prepositional", preposition: leaf(right), object: left }),
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
  temporalNoun: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  temporalClause: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  ago: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
};

const ADMINISTRATIVE = /^[省市县州镇村区]$/;
const isProper = (left: Phrase): boolean =>
  left.type === "nominal" && /^(?:place|name)$/.test(left.head?.category ?? "");

/** 梁先生: English has the title before the name. */
const titled = (name: Nominal, title: Nominal): Nominal => ({
  ...name,
  before: [...title.before, { ...title.head!, category: "title", english: titleOf(title.head!)! }, ...name.before],
});

const titleOf = (head: Leaf): string | undefined => {
  const english = head.word.readings.find((r) => r.category === "title")?.english;
  return typeof english === "string" ? english : undefined;
};

/** 北京市: the kind of place is a part of the name. */
function asProper(noun: Nominal): Nominal {
  const head = noun.head!;
  return {
    ...noun,
    head: { ...head, category: "name", english: head.english.charAt(0).toUpperCase() + head.english.slice(1) },
  };
}

/** A noun before a noun is its adjective where it has one: 中国经济 is the Chinese economy. */
function asAttribute(left: Phrase): Phrase {
  if (left.type !== "nominal" || !left.head || left.before.length || left.others.length || left.after.length)
    return left;
  const english = left.head.word.readings.find((r) => r.category === "adjective")?.english;
  return typeof english === "string" && !left.head.word.verbatim
    ? { type: "adjectival", head: { ...left.head, category: "adjective", english }, adverbs: [], others: [] }
    : left;
}

function withBefore(amount: Quantity, word: Leaf): Quantity {
  return { ...amount, before: [word, ...amount.before] };
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
