import type { Action } from "./build.js";
import { withAfter } from "./build-amount.js";
import { adjectival, altered, asClause, change, ended, leaf, wordless } from "./make-phrases.js";
import type { Clause, Leaf, Phrase, Quantity } from "./phrase.js";

/** The actions that put an adverb or a manner to a verb: how, how much, up to how much. */
export const adverbActions: Record<string, Action> = {
  // 最高可抵1500元: "up to 1500 yuan"
  upTo: (left, right) =>
    upTo(leaf(left), asClause(right)) ?? change(right, { adverbs: [left, ...asClause(right).adverbs] }),
  adverb: (left, right) => {
    const made = asClause(right);
    const amount = left.type === "leaf" ? MORE.get(left.word.text) : undefined;
    if (amount && made.verb && !made.copula) return ofAmount(made, altered(leaf(left), { english: amount }));
    // 还优化了: what was done besides
    const besides = left.type === "leaf" && left.word.text === "还" && made.aspects.has("LE") && !made.copula;
    return altered(made, { adverbs: [besides ? altered(left, { english: "also" }) : left, ...made.adverbs] });
  },
  adjectiveAdverb: (left, right) => {
    const said = adjectival(leaf(left));
    // 没电了还在加班: what has come to be so is no manner
    if (leaf(left).word.text.endsWith("了"))
      return altered(asClause(said), { copula: true, next: [{ clause: asClause(right) }] });
    return change(right, { adverbs: [{ type: "manner", object: said }, ...asClause(right).adverbs] });
  },
  aboutTo: (left) => nearly(left),
  // 快跑, but 手机快没电了
  soon: (left, right) => {
    const made = asClause(right);
    const [said] = made.objects;
    const word = made.verb ?? (said?.type === "adjectival" ? said.head : undefined);
    const ends = made.aspects.has("LE") || word?.word.text.endsWith("了");
    return ends ? nearly(right) : altered(made, { adverbs: [left, ...made.adverbs] });
  },
  adverbAfter: (left, right) => change(left, { end: [...asClause(left).end, right] }),
  adverbial: (left) => ({ type: "manner", object: left }),
  adverbialClause: (left) => ({ type: "manner", object: left }),
  mannerBefore: (left, right) => ended(right, left),
  manner: (left, right) => ended(left, { type: "manner", object: right }),
  mannerClause: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
};

/** A clause with "up to" before the amount that is its object. */
function upTo(word: Leaf, made: Clause): Clause | undefined {
  const [amount, ...others] = made.objects;
  const limited = (given: Quantity): Quantity => ({ ...given, before: [word, ...given.before] });
  if (amount?.type === "quantity") return altered(made, { objects: [limited(amount), ...others] });
  if (amount?.type !== "nominal" || !amount.quantity?.number) return undefined;
  return altered(made, { objects: [altered(amount, { quantity: limited(amount.quantity) }), ...others] });
}

/** 比赛快结束了: "is about to end"; what is nearly so, or nearly all done, is "almost" so: 快满了, 快写完了, 快八点了. */
function nearly(phrase: Phrase): Clause {
  const made = phrase.type === "quantity" ? altered(asClause(phrase), { copula: true }) : asClause(phrase);
  const { verb } = made;
  // 快没时间了: "almost out of time"
  const left = verb?.english.replace(/^have no /, "be out of ") ?? "";
  const finished = FINISHED.test(verb?.word.text ?? "") || made.aspects.has("RES");
  const aspects = new Set([...made.aspects].filter((mark) => mark !== "LE"));
  const state = verb && left.startsWith("be ") && !finished;
  if (finished || state || !verb)
    return altered(made, {
      ...(state && {
        verb: undefined,
        copula: true,
        objects: [adjectival(altered(verb, { english: left.slice(3) })), ...made.objects],
      }),
      adverbs: [wordless("almost", "adverb"), ...made.adverbs],
      aspects: finished ? aspects.add("GUO") : aspects,
    });
  return altered(made, {
    modals: [wordless("be about to", "modal"), ...made.modals],
    aspects,
  });
}

const FINISHED = /[完光好满熟干遍]$/;

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
