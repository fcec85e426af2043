import type { Action } from "./build.js";
import { withAfter } from "./build-amount.js";
import { withAspect } from "./build-verb.js";
import { fromTo, untilWhen } from "./from-to.js";
import { adjectival, altered, asClause, asNominal, change, clause, leaf, wordless } from "./make-phrases.js";
import { numeralValue } from "./numbers.js";
import type { Clause, Leaf, Phrase, Quantity } from "./phrase.js";

/** The actions that put to a verb what stands around it: adverbs, manner, times, places, recipients. */
export const aroundActions: Record<string, Action> = {
  endProgressive: (left, right) => {
    const made = withAspect(asClause(right), "PROG");
    return altered(made, { end: [...made.end, left] });
  },
  // 提前一小时购买: "one hour in advance"
  aheadBy: (left, right) => withAfter(right as Quantity | Leaf, leaf(left)),
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
  // 跟去年一样: "the same as last year"
  sameAs: (left) =>
    altered(clause(), {
      copula: true,
      objects: [wordless("the same"), { type: "prepositional", preposition: wordless("as"), object: left }],
    }),
  // 拿起来很轻: "very light to hold"
  adjectiveTo: (left, right) =>
    altered(clause(), { copula: true, objects: [right], complement: { kind: "infinitive", clause: asClause(left) } }),
  // 有你们在: "with you here"
  withHere: (left) => ({
    type: "prepositional",
    preposition: wordless("with"),
    object: altered(asNominal(left), { after: [wordless("here", "adverb")] }),
  }),
  // 最高可抵1500元: "up to 1500 yuan"
  upTo: (left, right) =>
    upTo(leaf(left), asClause(right)) ?? change(right, { adverbs: [left, ...asClause(right).adverbs] }),
  // 用了不到一年的时间: "in less than a year"
  inTime: (left, right) => ({
    type: "prepositional",
    preposition: altered(leaf(left), { english: "in" }),
    object: right,
  }),
  adverb: (left, right) => {
    const made = asClause(right);
    const amount = left.type === "leaf" ? MORE.get(left.word.text) : undefined;
    if (amount && made.verb && !made.copula) return ofAmount(made, altered(leaf(left), { english: amount }));
    // 还优化了: what was done besides
    const besides = left.type === "leaf" && left.word.text === "还" && made.aspects.has("LE") && !made.copula;
    return altered(made, { adverbs: [besides ? altered(left, { english: "also" }) : left, ...made.adverbs] });
  },
  adjectiveAdverb: (left, right) =>
    change(right, { adverbs: [{ type: "manner", object: adjectival(leaf(left)) }, ...asClause(right).adverbs] }),
  adverbAfter: (left, right) => change(left, { end: [...asClause(left).end, right] }),
  adverbial: (left) => ({ type: "manner", object: left }),
  adverbialClause: (left) => ({ type: "manner", object: left }),
  mannerBefore: (left, right) => ended(right, left),
  manner: (left, right) => ended(left, { type: "manner", object: right }),
  mannerClause: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
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
  // 一小时卖出三十万台: "in one hour"; 三天没吃饭: "for three days"
  withinTime: (left, right) => {
    const made = asClause(right);
    const preposition = wordless(made.negation ? "for" : "in");
    return altered(made, { endTimes: [{ type: "prepositional", preposition, object: left }, ...made.endTimes] });
  },
  endTime: (left, right) => atTime(left, asClause(right)),
  // 翻了一倍, 翻两番: "double"
  fold: (left, right) => {
    const { number, measure } = right as Quantity;
    const word = FOLDS.get(`${numeralValue(number?.word.text ?? "")}${measure?.word.text}`);
    const made = asClause(left);
    if (word && made.verb) return altered(made, { verb: altered(made.verb, { english: word }) });
    const by: Phrase = { type: "prepositional", preposition: wordless("by"), object: inPercent(right) };
    return altered(made, { end: [by, ...made.end] });
  },
  changeBy: (left, right) => {
    const made = asClause(left);
    const by: Phrase = { type: "prepositional", preposition: wordless("by"), object: inPercent(right) };
    return altered(made, { end: [by, ...made.end] });
  },
  endAfter: (left, right) => change(left, { end: [...asClause(left).end, forTime(right, asClause(left))] }),
  verbTo: (left, right) => change(left, { end: [untilWhen(right, asClause(left)), ...asClause(left).end] }),
  // 提高到了120瓦: 了 behind 到 is of the verb
  verbToDone: (left, right) => {
    const made = withAspect(asClause(left), "LE");
    return altered(made, { end: [untilWhen(right, made), ...made.end] });
  },
  // 详情见官网: "see the official website for details"
  seeFor: (left, right) => ended(right, { type: "prepositional", preposition: wordless("for"), object: left }),
  // 以退款为由: "under the pretext of a refund"
  framed: (left, right) =>
    left.type === "prepositional"
      ? { ...left, preposition: altered(left.preposition, { english: leaf(right).english }) }
      : left,
};

/** A clause with "up to" before the amount that is its object. */
function upTo(word: Leaf, made: Clause): Clause | undefined {
  const [amount, ...others] = made.objects;
  const limited = (given: Quantity): Quantity => ({ ...given, before: [word, ...given.before] });
  if (amount?.type === "quantity") return altered(made, { objects: [limited(amount), ...others] });
  if (amount?.type !== "nominal" || !amount.quantity?.number) return undefined;
  return altered(made, { objects: [altered(amount, { quantity: limited(amount.quantity) }), ...others] });
}

const MORE = new Map([
  ["多", "more"],
  ["少", "less"],
]);

/** A verb with its object, not with its particle. */
const WITH_OBJECT = /^([a-z]+) (?!(?:out|up|off|in|on|down|away|back|over|around|to|home|for|with|at)$)([a-z]+)$/;

/** 多花钱, 少喝酒, 多运动: "spend more money", "exercise more". */
function ofAmount(made: Clause, amount: Leaf): Clause {
  const [object, ...others] = made.objects;
  // 多放三天假: "three more days"
  if (object?.type === "quantity" && object.number)
    return altered(made, { objects: [moreOf(object, amount), ...others] });
  if (object?.type === "nominal" && !object.head && object.quantity?.number)
    return altered(made, { objects: [altered(object, { quantity: moreOf(object.quantity, amount) }), ...others] });
  // 少睡两小时: "sleep two hours less"
  const [last] = made.end.slice(-1);
  if (last?.type === "prepositional" && last.object.type === "quantity" && last.preposition.english === "for")
    return altered(made, { end: [...made.end.slice(0, -1), moreOf(last.object, amount)] });
  const bare = object?.type === "nominal" && !object.determiner && !object.quantity && !object.possessor && object.head;
  // 花钱 is "spend money"
  const held = object ? undefined : WITH_OBJECT.exec(made.verb?.english ?? "");
  if (held) return altered(made, { verb: altered(made.verb!, { english: `${held[1]} ${amount.english} ${held[2]}` }) });
  if (!bare) return altered(made, { end: [altered(amount, { category: "adverb" }), ...made.end] });
  const counted = bare.category === "noun" && amount.english === "less" ? "fewer" : amount.english;
  return altered(made, {
    objects: [altered(object, { determiner: altered(amount, { english: counted }) }), ...others],
  });
}

/** "three more days", but "two hours less". */
const moreOf = (amount: Quantity, word: Leaf): Quantity =>
  word.english === "more" && amount.number
    ? { ...amount, number: altered(amount.number, { english: `${amount.number.english} ${word.english}` }) }
    : withAfter(amount, word);

const ended = (phrase: Phrase, added: Phrase): Clause => change(phrase, { end: [added, ...asClause(phrase).end] });

const FOLDS = new Map([
  ["1倍", "double"],
  ["1番", "double"],
  ["2番", "quadruple"],
]);
const MOST_TIMES = 10;

/** 增长两倍: "by 200%"; "by two times" would be as many times as before to some readers. */
function inPercent(amount: Phrase): Phrase {
  if (amount.type !== "quantity" || amount.measure?.word.text !== "倍") return amount;
  const times = amount.number?.word.value ?? numeralValue(amount.number?.word.text ?? "");
  return times === undefined || times > MOST_TIMES || amount.before.length
    ? amount
    : altered(amount.number!, { category: "percent", english: `${Math.round(times * 100)}%` });
}

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

/** What is done: "call" of "call {} twice". */
const actOf = ({ verb }: Clause): string => (verb?.english ?? "").replace(/ \{\}.*/, "");

const MUTUAL = /^(?:contact|meet|marry|join)$/;

const RECIPIENT = /^(?:(?:fully )?charge|call|message|text|email|thank)$/;

const LASTS =
  /^(?:last|take|spend|waste|continue|be|need|require|delay|postpone|extend)\b|\b(?<!^wait )(?:for|up to|until|by)$/;
