import type { Action } from "./build.js";
import { withAfter } from "./build-amount.js";
import { altered, asClause, asNominal, clause, leaf, nominal, wordless } from "./make-phrases.js";
import type { Nominal, Phrase, Quantity, Temporal } from "./phrase.js";

/** The actions that make times, places and phrases with prepositions. */
export const placeActions: Record<string, Action> = {
  // 图书馆三楼: "the third floor of the library"
  floorOf: (left, right) => altered(nominal(leaf(right)), { after: [left] }),
  onFloor: (left, right) => ({
    type: "prepositional",
    preposition: altered(leaf(left), { english: "on" }),
    object: right,
  }),
  // 周一、周三和周五: "on Monday, Wednesday and Friday"
  temporalAnd: (left, right) => {
    const { isList, parts } = right as Temporal;
    return { type: "temporal", parts: [left as Temporal, ...(isList ? parts : [right as Temporal])], isList: true };
  },
  temporalRange: (left, right) => ({ type: "temporal", parts: [left as Temporal, right as Temporal], range: true }),
  // 开售第一天: "on the first day of …"
  dayOf: (left, right) => {
    const { ordinal, measure } = right as Quantity;
    const english = `on the ${ordinal?.english} ${measure?.english} of`;
    return { type: "temporal", parts: [], relation: altered(ordinal!, { english }), object: left };
  },
  // 上线一小时: "one hour after launch"
  afterEvent: (left, right) =>
    withAfter(right as Quantity, { type: "prepositional", preposition: wordless("after"), object: left }),
  temporal: (word) => ({ type: "temporal", leaf: leaf(word), parts: [] }),
  temporalJoin: (left, right) => ({ type: "temporal", parts: [left as Temporal, right as Temporal] }),
  temporalFrom: (left, right) => ({
    type: "temporal",
    relation: altered(leaf(right), { english: "from" }),
    object: left,
    parts: [],
  }),
  sinceTime: (left, right) =>
    right.type === "temporal" && right.relation?.english === "since"
      ? right
      : { type: "temporal", relation: altered(leaf(left), { english: "since" }), object: right, parts: [] },
  // 到2030年: "by 2030"
  byTime: (left, right) => ({ type: "temporal", relation: leaf(left), object: right, parts: [] }),
  // 晚上十点多: "after 10 pm"
  afterTime: (left) => ({ type: "temporal", relation: wordless("after", "TLOC"), object: left, parts: [] }),
  aboutTime: (left, right) => ({ ...(left as Temporal), about: leaf(right) }),
  asideTime: (left, right) => ({ ...(left as Temporal), after: [...((left as Temporal).after ?? []), right] }),
  temporalNoun: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  temporalClause: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  // 15岁那年: "at the age of 15"
  atAge: (left) => ({
    type: "prepositional",
    preposition: wordless("at the age of"),
    object: altered(nominal(), { quantity: { ...(left as Quantity), measure: undefined } }),
  }),
  // 一到冬天: "once it's winter"
  onceItIs: (left, right) => ({
    type: "prepositional",
    preposition: altered(leaf(left), { english: "once it's" }),
    object: right,
  }),
  // 几千年来: "for several thousand years"
  forYears: (left, right) => ({ type: "prepositional", preposition: leaf(right), object: left }),
  ago: (left, right) => ({ type: "temporal", relation: leaf(right), object: left, parts: [] }),
  locate: (left, right) => {
    const word = leaf(right);
    // 48小时内: an amount of time is what something happens within
    const within = left.type === "quantity" && /^(?:内|以内|之内)$/.test(word.word.text);
    // 在朋友的帮助下: "with the help of friends"
    const helped = left.type === "nominal" && HELP.test(left.head?.english ?? "") && word.word.text === "下";
    if (helped) return { type: "prepositional", preposition: altered(word, { english: "with" }), object: left };
    return { type: "prepositional", preposition: within ? altered(word, { english: "within" }) : word, object: left };
  },
  // 通风处: "a ventilated place"
  placeOfKind: (left, right) =>
    altered(nominal(altered(leaf(right), { category: "noun", english: "place" })), { before: [left] }),
  // 低洼处积水: "in low-lying places"
  inPlace: (left) => ({ type: "prepositional", preposition: wordless("in", "LOC"), object: left }),
  // 北京到上海的车票: "from Beijing to Shanghai"
  route: (left, right) => ({
    type: "prepositional",
    preposition: wordless("from"),
    object: nominal(leaf(left)),
    further: { type: "prepositional", preposition: wordless("to"), object: nominal(leaf(right)) },
  }),
  placeAdverb: (word) => ({
    type: "prepositional",
    preposition: altered(leaf(word), { english: "in" }),
    object: nominal(leaf(word)),
  }),
  preposition: (left, right) => {
    const page = right.type === "nominal" && PAGE.test(right.head?.english ?? "");
    const preposition = page && leaf(left).english === "in" ? altered(leaf(left), { english: "on" }) : leaf(left);
    const level = preposition.category === "AT" ? levelOf(right) : undefined;
    if (level)
      return {
        type: "prepositional",
        preposition: altered(preposition, { english: level.side }),
        object: level.amount,
      };
    if (right.type === "prepositional" && right.preposition.category === "LOC") {
      if (!right.preposition.english || preposition.category === "preposition") {
        if (preposition.category === "AT" || preposition.english === "in") return right;
        return { ...right, preposition };
      }
      return right;
    }
    // 以112比108险胜: "beat them 112-108"
    const scored = right.type === "nominal" && SCORE.test(right.head?.english ?? "") && preposition.word.text === "以";
    return {
      type: "prepositional",
      preposition: scored ? altered(preposition, { english: "" }) : preposition,
      object: right,
    };
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
  // 每卖出一台手机: "for every phone that is sold"
  perDoing: (left, right) => {
    const made = asClause(right);
    const [thing, ...others] = made.objects;
    const preposition = altered(leaf(left), { english: "for" });
    if (thing?.type !== "nominal" || others.length || made.subject)
      return altered(made, { conjunction: altered(leaf(left), { english: "every time" }) });
    // 每卖出一条: "for every item that is sold"
    const one: Nominal = altered(thing, { quantity: undefined, head: thing.head ?? wordless("item", "noun") });
    const done: Phrase = altered(made, { objects: [], passive: true, relative: true });
    const object: Nominal = altered(one, { determiner: wordless("every", "determiner"), after: [...one.after, done] });
    return { type: "prepositional", preposition, object };
  },
  // 距离海岸约30公里: "about 30 km from the coast"
  awayFrom: (left, right) => {
    const from: Phrase = { type: "prepositional", preposition: wordless("from"), object: asClause(left).objects[0]! };
    return altered(clause(), { copula: true, objects: [right], end: [from] });
  },
  // 六点就起床了: "at six o'clock"
  atHour: (left, right) => {
    const { number } = left as Quantity;
    const english = `at ${number?.english} o'clock`;
    return { type: "temporal", leaf: altered(leaf(right), { category: "time", english }), parts: [] };
  },
  // 我在去机场的路上: somebody is there; a thing is the one that is there
  placedSubject: (left, right) =>
    left.type === "nominal" && left.head?.category === "pronoun"
      ? altered(clause(), { copula: true, subject: left, objects: [right] })
      : altered(asNominal(left), { after: [...asNominal(left).after, right] }),
};

const HELP = /^(?:help|support|guidance|encouragement|company|cooperation)$/;

const SCORE = /^\d+-\d+$/;
/** What things stand on rather than in. */
const PAGE =
  /(?:^|[ -])(?:page|website|homepage|screen|platform|app|site|interface|Weibo|WeChat|Douyin|Bilibili|TikTok|YouTube|Taobao|Tmall|phone|computer|list|map|internet)$/;

/** 在30%以上: an amount that something stays above or below. */
function levelOf(phrase: Phrase): { side: string; amount: Nominal } | undefined {
  if (phrase.type !== "nominal") return undefined;
  const { head, quantity } = phrase;
  const share = /^(more|less) than (.+%)$/.exec(head?.english ?? "");
  if (share && head)
    return { side: SIDES[share[1]!]!, amount: altered(phrase, { head: altered(head, { english: share[2]! }) }) };
  const mark = head ? undefined : quantity?.before.find((part) => part.category === "ABOVE");
  if (!mark || !quantity) return undefined;
  const amount = altered(phrase, {
    quantity: { ...quantity, before: quantity.before.filter((part) => part !== mark) },
  });
  return { side: SIDES[mark.english.split(" ")[0]!]!, amount };
}

const SIDES: Record<string, string> = { more: "above", less: "below" };
