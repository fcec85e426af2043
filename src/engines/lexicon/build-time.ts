import type { Action } from "./build.js";
import { withAfter } from "./build-amount.js";
import { withAspect } from "./build-verb.js";
import { untilWhen } from "./from-to.js";
import { altered, asClause, asNominal, change, clause, leaf, nominal, wordless } from "./make-phrases.js";
import type { Clause, Leaf, Phrase, Quantity } from "./phrase.js";

/** The actions that say when, for how long, how often and until when something is done. */
export const timeActions: Record<string, Action> = {
  endProgressive: (left, right) => {
    const made = withAspect(asClause(right), "PROG");
    return altered(made, { end: [...made.end, left] });
  },
  // 提前一小时购买: "one hour in advance"
  aheadBy: (left, right) => withAfter(right as Quantity | Leaf, leaf(left)),
  // 晚了三个小时: "was three hours late"
  wasSo: (left) => altered(clause(), { copula: true, objects: [left], aspects: new Set(["DE"]) }),
  timeAfter: (left, right) => change(left, { endTimes: [...asClause(left).endTimes, right] }),
  // 花了三年时间研发: what took its time is done
  endDone: (left, right) => {
    const made = withAspect(asClause(right), "LE");
    return altered(made, { end: [...made.end, left] });
  },
  // 连续三年: "for three years in a row"
  seriesFor: (left, right) => ({
    type: "prepositional",
    preposition: wordless("for"),
    object: withAfter(right as Quantity, leaf(left)),
  }),
  // 一天三充: "charge three times a day"
  timesIn: (left, right) => {
    const often = right as Clause;
    const measure = left.type === "quantity" ? left.measure : undefined;
    const each = measure ? altered(measure, { english: `a ${measure.english}` }) : left;
    return altered(often, { end: [...often.end, each] });
  },
  countedDoing: (left, right) => {
    const times: Quantity = { ...(left as Quantity), measure: wordless("time", "TIMES") };
    return change(right, { end: [times] });
  },
  // 用了不到一年的时间: "in less than a year"
  inTime: (left, right) => ({
    type: "prepositional",
    preposition: altered(leaf(left), { english: "in" }),
    object: right,
  }),
  // 戴久了耳朵疼: "after wearing it for a long time"
  afterLong: (left, right) => ({
    type: "prepositional",
    preposition: wordless("after"),
    object: change(left, { end: [leaf(right)] }),
  }),
  // 每两小时休息一次: "every two hours"
  everyAmount: (left, right) => ({
    type: "prepositional",
    preposition: altered(leaf(left), { english: "every" }),
    object: right,
  }),
  // 整个夏天都在下雨: "all summer"
  wholeTime: (left, right) =>
    altered(leaf(left), { category: "time", english: `${leaf(left).english} ${leaf(right).english}` }),
  allThrough: (left, right) => {
    const made = asClause(right);
    const adverbs = made.adverbs.filter((adverb) => !(adverb.type === "leaf" && adverb.word.text === "都"));
    return altered(made, { adverbs, endTimes: [left, ...made.endTimes] });
  },
  // 一小时卖出三十万台: "in one hour"; 三天没吃饭: "for three days"
  withinTime: (left, right) => {
    const made = asClause(right);
    const preposition = wordless(made.negation ? "for" : "in");
    return altered(made, { endTimes: [{ type: "prepositional", preposition, object: left }, ...made.endTimes] });
  },
  // 周二和周四免费清洁: "free cleaning on Tuesdays and Thursdays"
  atTimes: (left, right) => {
    const head = asNominal(right);
    return altered(head, { after: [...head.after, left] });
  },
  // 三年过去了: "three years have passed"
  timePasses: (left, right) => {
    const made = asClause(right);
    // 半年过去了, 好几年过去了: an amount that is one word
    const english = left.type === "leaf" ? left.english.replace(/^for /, "") : "";
    const category = english.endsWith("s") ? "plural" : "pronoun";
    const subject = left.type === "leaf" ? nominal(altered(left, { category, english })) : asNominal(left);
    return altered(made, { subject, aspects: new Set([...made.aspects, "GUO"]) });
  },
  endTime: (left, right) => atTime(left, asClause(right)),
  endAfter: (left, right) => change(left, { end: [...asClause(left).end, forTime(right, asClause(left))] }),
  verbTo: (left, right) => change(left, { end: [untilWhen(right, asClause(left)), ...asClause(left).end] }),
  // 提高到了120瓦: 了 behind 到 is of the verb
  verbToDone: (left, right) => {
    const made = withAspect(asClause(left), "LE");
    return altered(made, { end: [untilWhen(right, made), ...made.end] });
  },
};

/** 今晚下单和付款: a time is of all that is done in it, so it stands behind the last. */
function atTime(time: Phrase, made: Clause): Clause {
  const last = made.next.at(-1);
  if (!last?.join || last.clause.subject) return altered(made, { endTimes: [time, ...made.endTimes] });
  return altered(made, { next: [...made.next.slice(0, -1), { ...last, clause: atTime(time, last.clause) }] });
}

/** 充电30分钟: what one does "for" a time, unless the verb says how long. */
export function forTime(phrase: Phrase, { verb }: Clause): Phrase {
  // 等了半个月: an amount that is one word
  if (phrase.type === "leaf" && phrase.category === "DUR" && /^half /.test(phrase.english))
    return { type: "prepositional", preposition: wordless("for"), object: phrase };
  // 涨了不少: "rose a lot"
  if (phrase.type === "leaf" && phrase.english === "many") return altered(phrase, { english: "a lot" });
  if (phrase.type !== "quantity" || !/^(?:TUNIT|HOURS)$/.test(phrase.measure?.category ?? "") || !phrase.number)
    return phrase;
  if (LASTS.test(verb?.english ?? "")) return phrase;
  return { type: "prepositional", preposition: wordless("for"), object: phrase };
}

const LASTS =
  /^(?:last|take|spend|waste|continue|be|need|require|delay|postpone|extend)\b|\b(?<!^wait )(?:for|up to|until|by)$/;
