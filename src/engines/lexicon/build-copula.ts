import type { Action } from "./build.js";
import { aspected } from "./build-verb.js";
import {
  adjectival,
  altered,
  asClause,
  asNominal,
  change,
  clause,
  leaf,
  nominal,
  withSubject,
  wordless,
} from "./make-phrases.js";
import { notThat } from "./not-that.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";
import { asksWhat } from "./question.js";

/** The actions that say what something is, has, or is to do. */
export const copulaActions: Record<string, Action> = {
  copula: (left, right) => altered(copulaOf(left), { objects: [right] }),
  copulaClause: (left, right) => altered(copulaOf(left), { objects: [right] }),
  // 这是我想要的: "this is what I want"
  copulaFree: (left, right) =>
    altered(copulaOf(left), {
      objects: [altered(nominal(), { after: [altered(asClause(right), { relative: true })] })],
    }),
  // 这个包是妈妈送的: "mom gave this bag"
  doneBy: (left, right) => {
    const made = asClause(right);
    const [what] = made.objects;
    const done = what?.type === "nominal" ? what.after[0] : undefined;
    return done?.type !== "clause" || done.objects.length || made.negation
      ? withSubject(made, left)
      : altered(aspected(done, wordless("", "DE")) as Clause, { relative: undefined, objects: [left] });
  },
  copulaAlone: (left) => copulaOf(left),
  copulaNot: (left, right) => altered(copulaOf(left), { objects: [right], negation: "not" }),
  copulaClauseNot: (left, right) => {
    const said = asClause(right);
    // 不是不想去: whoever says so says it of himself
    const denied = said.negation !== undefined && said.negation !== "dont" && !said.subject && !said.asks;
    return denied
      ? notThat(withSubject(said, nominal(wordless("I", "pronoun"))))
      : altered(copulaOf(left), { objects: [right], negation: "not" });
  },
  copulaPlace: (left, right) =>
    copula(
      altered(leaf(left), { english: "be" }),
      right.type === "nominal"
        ? { type: "prepositional", preposition: altered(leaf(left), { category: "AT", english: "in" }), object: right }
        : right,
    ),
  cleft: (_, right) => aspected(asClause(right), wordless("", "DE")),
  cleftNot: (_, right) => altered(asClause(right), { negation: "past" }),
  // 电量在50%以上: "is more than 50%"
  copulaAmount: (left, right) => copula(altered(leaf(left), { english: "be" }), right),
  // 是你们让我们走到今天: "it is you who …"
  itIsWho: (left, right) => {
    const done = asClause(right);
    const who = altered(asNominal(done.subject!), { after: [altered(done, { subject: undefined, relative: true })] });
    return altered(copula(altered(leaf(left), { english: "be" }), who), {
      subject: nominal(wordless("it", "pronoun")),
    });
  },
  have: (left, right) => change(left, { objects: [right] }),
  // 已有三千人报名: "3,000 people have already signed up"
  haveDone: (left, right) => {
    const done = asClause(right);
    return altered(withSubject(done, left), { adverbs: [wordless("already", "adverb"), ...done.adverbs] });
  },
  haveAnd: (left, right) => change(left, { host: asClause(right) }),
  // 答案是会的: "is yes"
  isYes: (left, right) =>
    altered(copulaOf(left), { objects: [altered(leaf(right), { category: "phrase", english: "yes" })] }),
  // 我说可以: "said yes"
  saysYes: (left, right) => change(left, { objects: [altered(leaf(right), { category: "phrase", english: "yes" })] }),
  // 连通知都没有: "do not even have a notice"
  haveNot: (left) => altered(clause(altered(leaf(left), { category: "HAVE", english: "have" })), { negation: "not" }),
  // 没什么好说的: "there is nothing to say"
  nothingTo: (left, right) => {
    const nothing = nominal(altered(leaf(left), { category: "pronoun" }));
    const made = clause(wordless("be", "verb"));
    return altered(made, {
      subject: nominal(wordless("there", "pronoun")),
      objects: [nothing],
      complement: { kind: "infinitive", clause: asClause(right) },
    });
  },
  // 没什么惊喜: "no surprises"
  haveNo: (left, right) => {
    const countable =
      right.type === "nominal" && right.head?.category === "noun" && /[么啥何]$/.test(leaf(left).word.text);
    return change(left, { objects: [countable ? altered(right, { plural: true }) : right] });
  },
  predicate: (left) => altered(clause(), { copula: true, objects: [left] }),
  predicateWord: (left) => altered(clause(), { copula: true, objects: [left] }),
  // 国产芯片走到今天不容易: "it is not easy for domestic chips to …"
  itIs: (left, right) => {
    const done = asClause(left);
    const { subject } = done;
    const whose: Phrase[] = subject ? [{ type: "prepositional", preposition: wordless("for"), object: subject }] : [];
    return altered(clause(), {
      copula: true,
      subject: nominal(wordless("it", "pronoun")),
      objects: [right, ...whose],
      complement: { kind: "infinitive", clause: altered(done, { subject: undefined }) },
    });
  },
  // 这是真的吗: "is this true"
  isTrue: (left, right) =>
    altered(copulaOf(left), {
      objects: [adjectival(leaf(right))],
      ...(leaf(left).category === "NOTBE" && { negation: "not" as const }),
    }),
  // 我最喜欢的是…: "my favorite is"
  favoriteOf: (left, right) => altered(nominal(altered(leaf(right), { category: "noun" })), { possessor: left }),
  asksTrue: (left, right) => altered(copulaOf(left), { objects: [adjectival(leaf(right))], asks: true }),
  // 是时候回家了: "it is time to"
  itIsTime: (left, right) =>
    altered(clause(), {
      copula: true,
      subject: nominal(wordless("it", "pronoun")),
      objects: [nominal(altered(leaf(left), { category: "mass" }))],
      complement: { kind: "infinitive", clause: altered(asClause(right), { aspects: new Set<string>() }) },
    }),
  // 传照片只需要五分钟: "it only takes five minutes to …"
  takesTime: (left, right) =>
    altered(asClause(right), {
      verb: wordless("take", "verb"),
      subject: nominal(wordless("it", "pronoun")),
      complement: { kind: "infinitive", clause: asClause(left) },
    }),
  // 走路只要五分钟: "takes only five minutes"
  takesOnly: (_, right) =>
    altered(clause(wordless("take", "verb")), {
      adverbs: [wordless("only", "adverb")],
      objects: [right],
    }),
  itTakes: (left) => withSubject(asClause(left), nominal(wordless("it", "pronoun"))),
  // 只要五分钟就能充满: "it only takes five minutes to …"
  timeTakes: (left, right) =>
    altered(asClause(left), {
      subject: nominal(wordless("it", "pronoun")),
      complement: { kind: "infinitive", clause: altered(asClause(right), { modals: [], adverbs: [] }) },
    }),
  // 会英语: "know English"
  knows: (left, right) =>
    altered(clause(altered(leaf(left), { category: "verb", english: "know" })), { objects: [right] }),
  // 我最需要的是休息; with a question word it is the question itself: 你用的是什么手机
  freeSubject: (left, right) => {
    const said = asClause(right);
    const asked = asClause(left);
    if (asksWhat(said) && !asked.objects.length) return altered(asked, { relative: undefined, objects: said.objects });
    return withSubject(said, altered(nominal(), { after: [altered(asClause(left), { relative: true })] }));
  },
};

const copulaOf = (phrase: Phrase): Clause => altered(asClause(phrase), { copula: true });

const copula = (be: Leaf, predicate: Phrase): Clause => altered(clause(be), { copula: true, objects: [predicate] });
