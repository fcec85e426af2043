import type { Action } from "./build.js";
import { isWeather } from "./clause-shape.js";
import { conceded } from "./dropped-subject.js";
import {
  altered,
  asClause,
  asNominal,
  change,
  clause,
  leaf,
  nominal,
  reader,
  withSubject,
  wordless,
} from "./make-phrases.js";
import type { Clause, Leaf, Nominal, Phrase } from "./phrase.js";

/** Puts a clause before the one that it is a condition, a reason or a time of. */
const before = (condition: Clause, main: Clause): Clause => altered(main, { front: [condition, ...main.front] });

/** 因为…所以: English has the first conjunction alone. */
const withoutAnswer = (main: Clause): Clause => altered(main, { conjunction: undefined });

/** "have any questions". */
const having = (have: Phrase, thing: Phrase): Clause =>
  altered(clause(altered(leaf(have), { category: "HAVE", english: "have" })), {
    objects: [altered(asNominal(thing), { determiner: wordless("any", "determiner"), plural: true })],
  });

/** What stands before a verb without "to". */
const BEFORE_BARE = /^let's$|ly$/;

/** The actions that link two clauses which no comma parts: 要是下雨我就不去, 一到家就睡着. */
export const linkedActions: Record<string, Action> = {
  condition: (left, right) => before(conceded(asClause(left), right), asClause(right)),
  // 要是我有钱就好了: "if only I had money"
  ifOnly: (left) => {
    const wished = asClause(left);
    const known = wished.subject || isWeather(wished);
    const made = known ? wished : withSubject(wished, nominal(wordless("I", "pronoun")));
    const modals = made.modals.map((modal) => (modal.english === "can" ? altered(modal, { english: "could" }) : modal));
    return altered(made, {
      conjunction: wordless("if only", "CONJ"),
      modals,
      ...(!modals.length && { aspects: new Set([...made.aspects, "DE"]) }),
    });
  },
  // 直到昨晚他才回家: "did not go home until last night"
  notUntil: (left, right) => {
    const done = asClause(right);
    const until = left.type === "prepositional" ? left.object : undefined;
    const told = until?.type === "clause" && until.subject;
    const when = told ? altered(until, { conjunction: wordless("until", "CONJ") }) : left;
    return altered(done, { negation: done.modals.length ? "not" : "past", end: [...done.end, when] });
  },
  // 有什么问题可以问我: "if you have any questions"
  ifAny: (left, right) => withSubject(altered(having(left, right), { conjunction: wordless("if") }), reader()),
  anyThen: (left, right) => {
    const main = asClause(right);
    return before(asClause(left), main.subject || main.please ? main : withSubject(main, reader()));
  },
  haveAny: (left, right) => having(left, right),
  // 搬到海边住是什么体验: "what is it like to …"
  whatLike: (left, right) =>
    altered(clause(), { objects: [right], complement: { kind: "infinitive", clause: asClause(left) } }),
  // 请勿轻信|陌生来电, 教你如何|选购电脑, 这意味着|价格会降: a fixed phrase that lacks its end
  opensObject: (left, right) => altered(clause(), { objects: [left, right] }),
  opensDoing: (left, right) => {
    const opening = leaf(left);
    if (BEFORE_BARE.test(opening.english)) return change(right, { please: opening });
    const said = altered(opening, { english: opening.english.replace(/ to$/, "") });
    return altered(clause(), { objects: [said], complement: { kind: "infinitive", clause: asClause(right) } });
  },
  opensClause: (left, right) => {
    const said = asClause(right);
    const whose = said.subject || leaf(left).english.endsWith(" who");
    const we = /\bwe\b/.test(leaf(left).english);
    const who = we ? nominal(wordless("we", "pronoun")) : reader();
    const it = said.copula ? nominal(wordless("it", "pronoun")) : who;
    return altered(clause(), {
      objects: [left],
      complement: { kind: "finite", clause: whose ? said : withSubject(said, it) },
    });
  },
  whatIsIt: (left) => altered(leaf(left), { english: "what is it like" }),
  whatLikeThing: (left, right) =>
    altered(clause(), { objects: [altered(leaf(right), { english: "what is" }), left, wordless("like")] }),
  // 多久没给妈妈打电话了: "how long has it been since you last called mom"
  longSince: (left, right) => {
    const made = asClause(right);
    const asks = leaf(left).category === "SINCEQ";
    const last = altered(made, { adverbs: [wordless("last", "adverb"), ...made.adverbs], aspects: new Set(["DE"]) });
    const whose = made.subject ? last : withSubject(last, asks ? reader() : nominal(wordless("I", "pronoun")));
    return altered(clause(), { objects: [left], complement: { kind: "finite", clause: whose } });
  },
  // 只有登录才能查看: "you can only view it if you log in"
  onlyIf: (left, right) => {
    const [condition, main] = [asClause(left), asClause(right)];
    const who = (made: Clause): Clause => (made.subject ? made : withSubject(made, reader()));
    return altered(who(main), { end: [...main.end, altered(who(condition), { conjunction: wordless("only if") })] });
  },
  // 等了半小时才有人接: "waited half an hour before someone answered"
  beforeThat: (left, right) => {
    const made = asClause(left);
    return altered(made, { end: [...made.end, altered(asClause(right), { conjunction: wordless("before") })] });
  },
  // 他之所以迟到是因为路上堵车: "he is late because …"
  becauseOf: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
  reason: (left, right) => before(asClause(left), withoutAnswer(asClause(right))),
  asSoonAs: (left, right) =>
    before(change(left, { conjunction: wordless("as soon as"), shares: true }), asClause(right)),
  // 看着看着就睡着了: "while watching, …"
  whileSo: (left, right) => {
    const made = asClause(right);
    const going: Phrase = { type: "prepositional", preposition: wordless("while"), object: asClause(left) };
    return altered(made, { front: [going, ...made.front] });
  },
  // 每次出门都忘记带伞: "every time you go out"
  everyTime: (left, right) => change(right, { conjunction: leaf(left), shares: true }),
  suggests: (left) => {
    const made = asClause(left);
    const we = made.subject?.type === "nominal" && made.subject.head?.english === "we";
    return we && !made.modals.length && !made.aspects.size && !made.negation
      ? altered(made, { please: wordless("let's") })
      : made;
  },
};

const ALL_WORDS = /^(?:都|也)$/;
const GENERAL: ReadonlyMap<string, { none: string; every: string; any: string }> = new Map(
  Object.entries({
    who: { none: "no one", every: "everyone", any: "anyone" },
    what: { none: "nothing", every: "everything", any: "anything" },
    where: { none: "nowhere", every: "everywhere", any: "anywhere" },
  }),
);

const general = (word: Leaf, english: string): Leaf => altered(word, { category: "pronoun", english });

/** 谁都, 什么也不, 一个人也没: a question word or a "one" with 都 or 也 is of all, or of none. */
export function generalised(made: Clause): Clause {
  const at = made.adverbs.findIndex((a) => a.type === "leaf" && ALL_WORDS.test(a.word.text));
  const subject = made.subject;
  if (at < 0 || subject?.type !== "nominal") return made;
  const adverbs = made.adverbs.toSpliced(at, 1);
  const { negation } = made;
  const rest: Clause = altered(made, { adverbs, negation: undefined, subject: undefined });
  const denied = negation !== undefined && negation !== "dont";
  const tense = negation === "past" ? new Set([...made.aspects, "DE"]) : made.aspects;
  if (denied && subject.head?.word.text === "一个人")
    return altered(rest, { aspects: tense, subject: nominal(general(subject.head, "no one")) });
  if (denied && subject.quantity?.number?.word.text === "一" && !subject.quantity.before.length) {
    const one: Nominal = altered(subject, { quantity: undefined });
    return altered(rest, {
      aspects: tense,
      subject: altered(one, { determiner: altered(subject.quantity.number, { english: "not a single" }) }),
    });
  }
  const words = subject.head && !subject.determiner ? GENERAL.get(subject.head.english) : undefined;
  if (!words || subject.head!.category !== "pronoun") return made;
  // 什么都不想吃: "what" is rather what is done than who does it
  if (words.any === "anything" && made.verb && !made.copula && !made.objects.length && !made.complement)
    return altered(rest, { negation, objects: [nominal(general(subject.head!, denied ? words.any : words.every))] });
  return denied
    ? altered(rest, { aspects: tense, subject: nominal(general(subject.head!, words.none)) })
    : altered(made, { adverbs, subject: nominal(general(subject.head!, words.every)) });
}

/** 哪里都买不到: a place that is asked for with 都 or 也 is any or every one. */
export function generalPlace(word: Leaf, made: Clause): Clause | undefined {
  const at = made.adverbs.findIndex((a) => a.type === "leaf" && ALL_WORDS.test(a.word.text));
  const words = GENERAL.get(word.english);
  if (at < 0 || !words) return undefined;
  const denied = made.negation !== undefined || /^be unable to /.test(made.verb?.english ?? "");
  const place = altered(word, { category: "adverb", english: denied ? words.any : words.every });
  return altered(made, { adverbs: made.adverbs.toSpliced(at, 1), end: [...made.end, place] });
}
