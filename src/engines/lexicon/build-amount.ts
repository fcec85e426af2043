import type { Action } from "./build.js";
import { modify } from "./build-modifier.js";
import { wordAt } from "./entry.js";
import { altered, asNominal, clause, leaf, nominal, wordless } from "./make-phrases.js";
import type { Leaf, Nominal, Phrase, Quantity } from "./phrase.js";

/** The actions that make amounts: numbers, measure words, shares, ages, what a unit costs, and what they count. */
export const amountActions: Record<string, Action> = {
  quantityNumber: (number) => quantity(leaf(number)),
  // 五折起: "up to 50% off"
  upToOff: (left) => nominal(altered(leaf(left), { category: "mass", english: `up to ${leaf(left).english}` })),
  // 盐少许: "a little salt"
  littleOf: (left, right) => altered(asNominal(left), { determiner: leaf(right) }),
  // 东北风三到四级: "northeast wind of force three to four"
  forceOf: (left, right) => {
    const { number } = left as Quantity;
    return altered(leaf(right), {
      category: "name",
      english: `${leaf(right).english} ${number?.english ?? ""}`.trim(),
    });
  },
  strongWind: (left, right) =>
    altered(leaf(right), { english: `${leaf(left).english.replace("largest", "maximum")} ${leaf(right).english}` }),
  windOf: (left, right) =>
    altered(nominal(altered(leaf(left), { category: "mass" })), {
      after: [{ type: "prepositional", preposition: wordless("of"), object: nominal(leaf(right)) }],
    }),
  // 高考倒计时30天: "30 days to go until the exam"
  toGo: (left, right) => {
    // 离演出还有三天: what the distance is from
    const [from] = left.type === "clause" ? left.objects : [left];
    const object = from ?? asNominal(nominal(wordless("it", "pronoun")));
    const preposition = wordless("until");
    const amount = withAfter(withAfter(right as Quantity, wordless("to go")), {
      type: "prepositional",
      preposition,
      object,
    });
    return altered(clause(), { objects: [amount] });
  },
  // 还有三天就是圣诞节: "three days until Christmas"
  untilThat: (left, right) =>
    withAfter(left as Quantity, { type: "prepositional", preposition: wordless("until"), object: right }),
  // 结婚五周年: "the fifth wedding anniversary"
  anniversaryOf: (left, right) =>
    anniversary(leaf(right), {
      english: leaf(right).english.replace(/(?=anniversary$)/, `${leaf(left).english} `),
    }),
  // 成立十周年: "the tenth anniversary"
  anniversary: (_, right) => anniversary(leaf(right)),
  // 九块九: "9.9 yuan"
  price: (left) => {
    const number = altered(leaf(left), { category: "number" });
    return { ...quantity(number), measure: altered(wordless("yuan", "measure"), { word: YUAN }) };
  },
  quantityMore: (left, right) => withBefore(left as Quantity, leaf(right)),
  quantityAfter: (left, right) => withBefore(left as Quantity, leaf(right)),
  quantityApprox: (left, right) => {
    // 整整一晚上: "all night long"
    const long = right.type === "leaf" && ALL.test(right.english) && leaf(left).english === "a full";
    return long ? altered(right, { english: `${right.english} long` }) : withBefore(right as Quantity, leaf(left));
  },
  quantityFirst: (left, right) => withBefore(right as Quantity, leaf(left)),
  quantityAdjective: (left, right) => withBefore(right as Quantity, leaf(left)),
  measure: (left, right) => ({ ...(left as Quantity), measure: leaf(right) }),
  measureDropped: (left) => left,
  ordinalMeasure: (left, right) => ({
    ...quantity(),
    ordinal: leaf(left),
    measure: right === left ? undefined : leaf(right),
  }),
  bareMeasure: (measure) => ({ ...quantity(), measure: leaf(measure) }),
  // 美好的一天: what is described is the time itself
  modifyAmount: (left, right) => {
    const { measure } = right as Quantity;
    if (!measure) return asNominal(right);
    const amount: Quantity = { ...(right as Quantity), measure: undefined };
    const time = nominal(altered(measure, { category: "noun" }));
    // 程序员的一天: "a programmer's day"
    const owned = left.type === "nominal" && amount.number?.english === "one" && !amount.before.length;
    return owned ? modify(oneOf(left), time) : modify(left, altered(time, { quantity: amount }));
  },
  quantifyAfter: (left, right) => altered(asNominal(left), { quantity: right as Quantity }),
  quantityFrom: (left, right) => withBefore(left as Quantity, altered(leaf(right), { english: "from" })),
  quantityOf: (left) => ({ ...(left as Quantity), attribute: true }),
  age: (left, right) => ({ ...(left as Quantity), measure: leaf(right) }),
  ageOf: (left) => ({ ...(left as Quantity), attribute: true }),
  // 五块钱一斤: "five yuan per jin"
  perUnit: (left, right) => {
    const { number, measure } = right as Quantity;
    // 一公斤250元: "250 yuan per kilogram"
    const { number: one, measure: unit } = left as Quantity;
    if (one?.word.text === "一" && unit && MONEY.test(measure?.english ?? ""))
      return withAfter(right as Quantity, {
        type: "prepositional",
        preposition: wordless("per"),
        object: bareUnit(unit),
      });
    // 三天两夜: "three days and two nights"
    if (/^[夜晚]$/.test(measure?.word.text ?? "") && unit?.word.text === "天")
      return withAfter(withAfter(left as Quantity, wordless("and")), right);
    // 四小时二十分钟: a smaller unit goes on with the amount
    if (number?.word.text !== "一" || !measure) return withAfter(left as Quantity, right);
    const per: Phrase = { type: "prepositional", preposition: wordless("per"), object: bareUnit(measure) };
    return withAfter(left as Quantity, per);
  },
  worth: (left, right) => ({ type: "prepositional", preposition: leaf(left), object: right }),
  worthOf: (left) => left,
  quantify: (left, right) => altered(asNominal(right), { quantity: left as Quantity }),
  quantifyOuter: (left, right) => {
    const head = asNominal(right);
    // an amount before an owner counts the owner: 一位用户的来信
    const owner = head.possessor;
    if (owner?.type === "nominal" && !owner.quantity && !owner.determiner && owner.head?.category !== "pronoun")
      return altered(head, { possessor: altered(owner, { quantity: left as Quantity }) });
    return altered(head, { quantity: left as Quantity });
  },
  // 一个一模一样的: "an identical one"
  quantifyOne: (left, right) =>
    altered(asNominal(modify(right, nominal(wordless("one", "noun")))), { quantity: left as Quantity }),
  percentOf: (left, right) => altered(nominal(leaf(left)), { after: [altered(asNominal(right), { plural: true })] }),
  aboutShare: (left, right) => altered(leaf(right), { english: `${leaf(left).english} ${leaf(right).english}` }),
  shareAbout: (left, right) => altered(leaf(left), { english: `${leaf(right).english} ${leaf(left).english}` }),
  aboutAmount: (left, right) => {
    const head = asNominal(left);
    return head.quantity ? altered(head, { quantity: withBefore(head.quantity, leaf(right)) }) : head;
  },
  per: (left, right) => altered(leaf(left), { english: `per ${leaf(right).english.replace(/ of$/, "")}` }),
  perNominal: (left, right) => altered(asNominal(right), { after: [...asNominal(right).after, left] }),
  perAmount: (left, right) => withAfter(right as Quantity, left),
  amountPer: (left, right) => withAfter(left as Quantity, right),
  asideAmount: (left, right) => withAfter(left as Quantity, right),
  ordinalAttribute: (left, right) => altered(asNominal(right), { quantity: { ...quantity(), ordinal: leaf(left) } }),
};

const anniversary = (word: Leaf, members: Partial<Leaf> = {}): Nominal =>
  altered(nominal(altered(word, { category: "noun", ...members })), { definite: true });

const ALL = /^all /;
const MONEY = /^(?:yuan|dollar|euro|pound|yen|RMB)\b/;
const YUAN = wordAt("元", -1, -1, []);

/** Somebody of a kind, of whom the text speaks as of one. */
function oneOf(owner: Nominal): Nominal {
  const bare = owner.head?.category === "noun" && !owner.determiner && !owner.quantity && !owner.possessor;
  return bare && !owner.plural ? altered(owner, { quantity: quantity(wordless("one", "number")) }) : owner;
}

/** 一斤: the unit alone, "jin" of "jin of". */
const bareUnit = (measure: Leaf): Leaf =>
  altered(measure, {
    category: "UNIT",
    english: measure.english.replace(/ of$/, "") || (measure.word.text === "份" ? "serving" : "piece"),
  });

/** An amount of a number, without a measure word yet. */
export const quantity = (number?: Leaf): Quantity => ({
  type: "quantity",
  number,
  ordinal: undefined,
  measure: undefined,
  attribute: undefined,
  before: [],
  after: undefined,
});

function withBefore(amount: Quantity | Leaf, word: Leaf): Quantity {
  // 大约一次: an amount that is one word
  if (amount.type === "leaf") return withBefore(wordAmount(amount), word);
  return { ...amount, before: [word, ...amount.before] };
}

/** "once", "all night": the word stands where the number would. */
const wordAmount = (word: Leaf): Quantity => quantity(altered(word, { category: "number" }));

/** An amount with what follows it: "per hour", "in a row". */
export function withAfter(amount: Quantity | Leaf, phrase: Phrase): Quantity {
  if (amount.type === "leaf") return withAfter(wordAmount(amount), phrase);
  return { ...amount, after: [...(amount.after ?? []), phrase] };
}
