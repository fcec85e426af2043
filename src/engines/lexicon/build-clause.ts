import type { Action } from "./build.js";
import { generalised, generalPlace } from "./build-linked.js";
import { aspected } from "./build-verb.js";
import {
  asClause,
  asNominal,
  type Clause,
  change,
  clause,
  type Leaf,
  leaf,
  type Nominal,
  nominal,
  type Phrase,
  withSubject,
  wordless,
} from "./phrases.js";
import { asksWhat } from "./question.js";

const copula = (be: Leaf, predicate: Phrase): Clause => ({ ...clause(be), copula: true, objects: [predicate] });

/** The actions that make clauses of verbs' groups: what is said, of whom, and how clauses hang together. */
export const clauseActions: Record<string, Action> = {
  andThen: (left, right) =>
    change(left, {
      next: [...asClause(left).next, { join: wordless("and then"), clause: asClause(right) }],
    }),
  clauseObject: (left, right) => {
    const made = asClause(left);
    const { asks, ...said } = asClause(right);
    // 你觉得这款手机怎么样: "what do you think of this phone"
    if (made.verb?.english === "think" && said.subject && isHow(said.objects[0]))
      return { ...made, verb: { ...made.verb, english: "think of" }, how: wordless("what"), objects: [said.subject] };
    // 看看有没有泄露: what a verb of saying has behind it is asked indirectly
    if (said.aspects.has("ASKS"))
      return { ...made, complement: { kind: "finite", clause: { ...said, whether: true } } };
    // 你知道这是谁吗: 吗 asks what the whole sentence says
    const whole = asks === true && !said.modals.some(({ category }) => category === "WHETHER");
    return change(left, {
      complement: { kind: "finite", clause: whole ? said : asClause(right) },
      ...(whole && { asks }),
    });
  },
  copula: (left, right) => ({ ...copulaOf(left), objects: [right] }),
  copulaClause: (left, right) => ({ ...copulaOf(left), objects: [right] }),
  // 我最需要的是休息; with a question word it is the question itself: 你用的是什么手机
  freeSubject: (left, right) => {
    const said = asClause(right);
    const { relative: _, ...asked } = asClause(left);
    if (asksWhat(said) && !asked.objects.length) return { ...asked, objects: said.objects };
    return withSubject(said, { ...nominal(), after: [{ ...asClause(left), relative: true }] });
  },
  // 你有没有去过北京
  asksPast: (_, right) => change(right, { asks: true, aspects: new Set([...asClause(right).aspects, "GUO", "ASKS"]) }),
  copulaAlone: (left) => copulaOf(left),
  copulaNot: (left, right) => ({ ...copulaOf(left), objects: [right], negation: "not" }),
  copulaClauseNot: (left, right) => ({ ...copulaOf(left), objects: [right], negation: "not" }),
  copulaPlace: (left, right) =>
    copula(
      { ...leaf(left), english: "be" },
      right.type === "nominal"
        ? { type: "prepositional", preposition: { ...leaf(left), category: "AT", english: "in" }, object: right }
        : right,
    ),
  cleft: (_, right) => aspected(asClause(right), wordless("", "DE")),
  cleftNot: (_, right) => ({ ...asClause(right), negation: "past" }),
  have: (left, right) => change(left, { objects: [right] }),
  haveAnd: (left, right) => change(left, { host: asClause(right) }),
  haveNo: (left, right) => change(left, { objects: [right] }),
  predicate: (left) => ({ ...clause(), copula: true, objects: [left] }),
  predicateWord: (left) => ({ ...clause(), copula: true, objects: [left] }),
  please: (left, right) => change(right, { please: leaf(left) }),
  welcome: (left, right) => change(right, { please: leaf(left) }),
  how: (left, right) =>
    generalPlace(leaf(left), asClause(right)) ??
    howOften(leaf(left), asClause(right)) ??
    change(right, { how: leaf(left) }),
  // 能跑多远: what is asked for stands behind the verb
  howAfter: (left, right) => change(left, { how: leaf(right) }),
  whether: (left, right) =>
    leaf(left).english === "can"
      ? change(right, { modals: [leaf(left), ...asClause(right).modals], asks: true })
      : change(right, { whether: true }),
  // 充满电需要多长时间: "how long does it take to …"
  takes: (left, right) => ({
    ...clause(wordless("take", "verb")),
    subject: nominal(wordless("it", "pronoun")),
    how: leaf(right),
    complement: { kind: "infinitive", clause: asClause(left) },
  }),
  // 国产芯片走到今天不容易: "it is not easy for domestic chips to …"
  itIs: (left, right) => {
    const { subject, ...done } = asClause(left);
    const whose: Phrase[] = subject ? [{ type: "prepositional", preposition: wordless("for"), object: subject }] : [];
    return {
      ...clause(),
      copula: true,
      subject: nominal(wordless("it", "pronoun")),
      objects: [right, ...whose],
      complement: { kind: "infinitive", clause: done },
    };
  },
  // 传照片只需要五分钟: "it only takes five minutes to …"
  takesTime: (left, right) => ({
    ...asClause(right),
    verb: wordless("take", "verb"),
    subject: nominal(wordless("it", "pronoun")),
    complement: { kind: "infinitive", clause: asClause(left) },
  }),
  // 不是所有的快充都一样快: "not all …"
  notAll: (_, right) => {
    const made = asClause(right);
    const all = made.subject?.type === "nominal" ? made.subject.determiner : undefined;
    if (!all || made.subject?.type !== "nominal") return { ...made, negation: "not" };
    return { ...made, subject: { ...made.subject, determiner: { ...all, english: `not ${all.english}` } } };
  },
  // 既能听音乐，又能接电话: "can both … and …"
  bothAnd: (left, right) => {
    const made = asClause(left);
    const further = asClause(right);
    const shared = made.modals[0]?.english === further.modals[0]?.english;
    return {
      ...made,
      adverbs: [...made.adverbs, wordless("both", "adverb")],
      next: [...made.next, { join: wordless("and"), clause: shared ? { ...further, modals: [] } : further }],
    };
  },
  // 带上它就够了, 点击链接即可: "just tap the link"
  justDo: (left, right) => change(left, { adverbs: [{ ...leaf(right), english: "just" }, ...asClause(left).adverbs] }),
  appears: (left, right) => withSubject(asClause(left), right),
  thanClause: (left, right) =>
    change(right, {
      end: [...asClause(right).end, { type: "prepositional", preposition: wordless("compared with"), object: left }],
    }),
  serial: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
  serialPhrase: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
  coordinateClauses: (left, right) => {
    const { join, phrase } = (right as Nominal).others[0]!;
    return change(left, { next: [...asClause(left).next, { join, clause: asClause(phrase) }] });
  },
  phrase: (left) => ({ ...clause(), objects: [left] }),
  subject: (left, right) =>
    amountOf(left, asClause(right)) ?? generalised(withSubject(cleftOf(asClause(right), left), left)),
  // 连小狗都会用: 都 and 也 answer "even"
  evenSubject: (left, right) => ({ ...withSubject(withoutAll(asClause(right)), left), front: [wordless("even")] }),
  evenObject: (left, right) => {
    const made = withoutAll(asClause(right));
    const adverbs = [wordless("even", "adverb"), ...made.adverbs];
    if (made.verb && !made.objects.length && !made.copula) return { ...made, adverbs, objects: [left] };
    return { ...made, adverbs, topic: left };
  },
  subjectPlace: (left, right) => withSubject(asClause(right), left),
  phraseOf: (left, right) => ({ ...clause(), topic: asNominal(left), objects: [right] }),
  predicateOf: (left, right) => withSubject({ ...clause(), copula: true, objects: [right] }, left),
  front: (left, right) => change(right, { front: [left, ...asClause(right).front] }),
  frontAdverb: (left, right) => change(right, { front: [left, ...asClause(right).front] }),
  interjection: (left, right) =>
    change(right, { front: [{ ...leaf(left), category: "interjection" }, ...asClause(right).front] }),
  conjunction: (left, right) =>
    asClause(right).conjunction
      ? change(right, { front: [left, ...asClause(right).front] })
      : change(right, { conjunction: leaf(left) }),
  subjectConjunction: (left, right) => withSubject(asClause(right), left),
  whileDoing: (left, right) => change(left, { meanwhile: asClause(right) }),
  yue: (_, right) => {
    const made = asClause(right);
    return made.verb ? { ...made, verb: { ...made.verb, category: "verb" } } : made;
  },
  yueYue: (left, right) => change(right, { theMore: asClause(left) }),
  whatToDo: (left, right) => ({ ...clause(), topic: asNominal(left), objects: [right] }),
  whatToDoIf: (left, right) => ({
    ...clause(),
    objects: [right],
    next: [{ clause: addressed(change(left, { conjunction: { ...leaf(right), english: "if" } })) }],
  }),
  topic: (left, right) => {
    const made = asClause(right);
    // 我什么都不想吃: what stood in the subject's place is the object
    if (!made.subject && made.verb && made.objects.length) return withSubject(made, left);
    // 发布会你看了吗: what stands before the subject is the object that the verb lacks
    if (lacksObject(made)) return { ...made, objects: [left] };
    // 价格下降了30%: what is said of a part or a property names first whose it is
    const part = partOf(made.subject);
    return part && left.type === "nominal" ? withSubject(made, { ...part, possessor: left }) : { ...made, topic: left };
  },
  asks: (left) => change(left, { asks: true }),
};

/** 多久重启一次: "how often". */
function howOften(how: Leaf, made: Clause): Clause | undefined {
  const once = made.end.find((part) => (part.type === "leaf" ? part : undefined)?.word.text === "一次");
  if (how.english !== "how long" || !once) return undefined;
  return { ...made, how: { ...how, english: "how often" }, end: made.end.filter((part) => part !== once) };
}

const withoutAll = (made: Clause): Clause => ({
  ...made,
  adverbs: made.adverbs.filter((adverb) => !(adverb.type === "leaf" && /^[都也]$/.test(adverb.word.text))),
});

/** 我是在外面吃的饭: somebody is no thing, so it is told where he ate. */
function cleftOf(made: Clause, subject: Phrase): Clause {
  const [said] = made.objects;
  const person = subject.type === "nominal" && PERSON.test(subject.head?.english ?? "");
  if (!person || !made.copula || made.verb?.category !== "BE" || made.negation || said?.type !== "nominal") return made;
  const [relative, ...others] = said.after;
  const bare = !said.possessor && !said.determiner && !said.quantity && !said.before.length && !others.length;
  if (
    !bare ||
    relative?.type !== "clause" ||
    relative.subject ||
    relative.objects.length ||
    !(relative.end.length || relative.adverbs.length)
  )
    return made;
  const { relative: _, ...done } = relative;
  const endTimes = [...done.endTimes, ...made.endTimes];
  return { ...done, endTimes, objects: [{ ...said, after: [] }], aspects: new Set([...done.aspects, "DE"]) };
}

const PERSON = /^(?:I|you|we|he|she|they)$/;

/** 订单较多, 人太少: "there are many orders". */
function amountOf(subject: Phrase, made: Clause): Clause | undefined {
  const [said] = made.objects;
  const many = said?.type === "adjectival" ? AMOUNTS.get(said.head.word.text) : undefined;
  if (!many || said?.type !== "adjectival" || subject.type !== "nominal" || subject.determiner || subject.quantity)
    return undefined;
  if (made.negation || made.verb || said.than || said.others.length || subject.head?.category === "pronoun")
    return undefined;
  const [degree] = said.adverbs.flatMap((a) => (a.type === "leaf" ? [a] : []));
  const english =
    degree?.word.text === "更"
      ? "more"
      : /^(?:too|so)$/.test(degree?.english ?? "")
        ? `${degree!.english} ${many}`
        : many;
  const { copula: _, objects: __, ...rest } = made;
  return {
    ...rest,
    verb: wordless("there be", "verb"),
    objects: [{ ...subject, plural: subject.head?.category !== "mass", determiner: { ...said.head, english } }],
  };
}

const AMOUNTS = new Map([
  ["多", "many"],
  ["较多", "many"],
  ["很多", "many"],
  ["少", "few"],
  ["很少", "few"],
  ["较少", "few"],
]);

/** 收到陌生短信怎么办: whoever reads it might. */
const addressed = (made: Clause): Clause =>
  made.subject || !made.verb || made.copula ? made : withSubject(made, nominal(wordless("you", "pronoun")));

/** A verb with a subject that might have an object and has none. */
const lacksObject = (made: Clause): boolean =>
  made.verb !== undefined &&
  !OBJECTLESS.test(made.verb.category) &&
  made.subject !== undefined &&
  !made.copula &&
  !made.objects.length &&
  !made.complement &&
  !made.passive &&
  !made.next.length;

const OBJECTLESS = /^(?:VI|VCHANGE|VAPPEAR)$/;

/** A bare noun as subject, which may be somebody's. */
function partOf(subject: Phrase | undefined): Nominal | undefined {
  if (subject?.type !== "nominal" || !/^(?:noun|mass|plural)$/.test(subject.head?.category ?? "")) return undefined;
  const bare = !subject.determiner && !subject.possessor && !subject.quantity && !subject.others.length;
  return bare && !subject.after.length ? subject : undefined;
}

const isHow = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "leaf" && phrase.category === "PREDICATE" && phrase.english === "how";

const copulaOf = (phrase: Phrase): Clause => ({ ...asClause(phrase), copula: true });
