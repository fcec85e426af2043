import type { Action } from "./build.js";
import { generalised, generalPlace } from "./build-linked.js";
import {
  type Adjectival,
  asClause,
  asNominal,
  type Clause,
  clause,
  type Leaf,
  type Nominal,
  nominal,
  type Phrase,
  wordless,
} from "./phrases.js";
import { asksWhat } from "./question.js";

const leaf = (phrase: Phrase): Leaf => phrase as Leaf;

const copula = (be: Leaf, predicate: Phrase): Clause => ({ ...clause(be), copula: true, objects: [predicate] });
const change = (phrase: Phrase, members: Partial<Clause>): Clause => ({ ...asClause(phrase), ...members });
const ended = (phrase: Phrase, added: Phrase): Clause => change(phrase, { end: [added, ...asClause(phrase).end] });

const withAspect = (made: Clause, aspect: string): Clause => ({ ...made, aspects: new Set([...made.aspects, aspect]) });

function aspected(phrase: Phrase, mark: Leaf): Phrase {
  if (phrase.type === "leaf") return { ...clause(phrase), aspects: new Set([mark.category]) };
  if (phrase.type !== "clause") return phrase;
  return { ...phrase, aspects: new Set([...phrase.aspects, mark.category]) };
}

/** The actions that make clauses. */
export const clauseActions: Record<string, Action> = {
  aspect: (left, right) => aspected(left, leaf(right)),
  aspectEnd: (left) => {
    if (left.type !== "clause") return left;
    // 太精彩了: 了 is half of what says how much
    if (left.copula && !left.verb && isExclaimed(left.objects[0])) return left;
    // 我不知道他去哪儿了: 了 is of what is said
    const said = left.complement?.kind === "finite" ? left.complement : undefined;
    return said ? { ...left, complement: { ...said, clause: withAspect(said.clause, "LE") } } : withAspect(left, "LE");
  },
  // 登录不了, 看得懂: what can be done, or cannot
  cannot: (left, right) => {
    const made = asClause(left);
    const possible = { ...leaf(right), english: "can" };
    return {
      ...made,
      modals: [possible, ...made.modals],
      ...(leaf(right).category === "CANNOT" && { negation: "not" as const }),
    };
  },
  result: (left, right) => {
    const made = asClause(left);
    const word = leaf(right);
    return {
      ...made,
      aspects: new Set([...made.aspects, "RES"]),
      end: word.english ? [...made.end, { ...word, category: "particle" }] : made.end,
    };
  },
  verb: (left) => asClause(left),
  object: (left, right) => {
    const made = asClause(left);
    return { ...made, objects: [...made.objects, right.type === "quantity" ? asNominal(right) : right] };
  },
  objectKept: (left, right) => change(left, { objects: [...asClause(left).objects, right] }),
  secondObject: (left, right) => {
    const wish = right.type === "leaf" && /^(?:happy|merry|nice|good)/.test(right.english);
    return change(left, {
      objects: [...asClause(left).objects, wish ? { ...right, english: `a ${right.english}` } : right],
    });
  },
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
  infinitive: (left, right) =>
    isBeing(right)
      ? withSubject(asClause(right), asClause(left))
      : change(left, { complement: { kind: "infinitive", clause: asClause(right) } }),
  causative: (left, right) => change(left, { complement: { kind: "infinitive", clause: asClause(right) } }),
  goAnd: (left, right) => change(left, { complement: { kind: "infinitive", clause: asClause(right) } }),
  manner: (left, right) => ended(left, { type: "manner", object: right }),
  mannerClause: (left, right) => change(left, { next: [...asClause(left).next, { clause: asClause(right) }] }),
  copula: (left, right) => ({ ...copulaOf(left), objects: [right] }),
  copulaClause: (left, right) => ({ ...copulaOf(left), objects: [right] }),
  // 变得像个孩子, 变得不那么冷: what something becomes needs no "be"
  linked: (left, right) => {
    const made = asClause(right);
    const verb = leaf(left);
    if (made.copula && !made.verb) {
      const not = made.negation ? [wordless("not", "adverb")] : [];
      return { ...clause(verb), objects: [...not, ...made.adverbs, ...made.objects], aspects: made.aspects };
    }
    const state = made.verb?.english.startsWith("be ") ? made.verb : undefined;
    if (!state) return change(clause(verb), { next: [{ clause: made }] });
    return { ...made, verb: { ...state, english: state.english.replace("be", verb.english) } };
  },
  // 我最需要的是休息; with a question word it is the question itself: 你用的是什么手机
  freeSubject: (left, right) => {
    const said = asClause(right);
    const { relative: _, ...asked } = asClause(left);
    if (asksWhat(said) && !asked.objects.length) return { ...asked, objects: said.objects };
    return withSubject(said, { ...nominal(), after: [left] });
  },
  // 你有没有去过北京
  asksPast: (_, right) => change(right, { asks: true, aspects: new Set([...asClause(right).aspects, "GUO", "ASKS"]) }),
  copulaAlone: (left) => copulaOf(left),
  copulaNot: (left, right) => ({ ...copulaOf(left), objects: [right], negation: "not" }),
  copulaClauseNot: (left, right) => ({ ...copulaOf(left), objects: [right], negation: "not" }),
  copulaPlace: (left, right) =>
    copula(
      right.type === "leaf" ? { ...leaf(left), english: "be" } : leaf(left),
      right.type === "nominal"
        ? { type: "prepositional", preposition: { ...leaf(left), category: "AT", english: "in" }, object: right }
        : right,
    ),
  cleft: (_, right) => aspected(asClause(right), wordless("", "DE")),
  cleftNot: (_, right) => ({ ...asClause(right), negation: "past" }),
  have: (left, right) => change(left, { objects: [right] }),
  haveAnd: (left, right) => change(left, { host: asClause(right) }),
  haveNo: (left, right) => change(left, { objects: [right] }),
  pastMark: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "DE"]) }),
  light: (left, right) => ({ ...asClause(right), aspects: asClause(left).aspects, light: true }),
  lightPassive: (left, right) => ({ ...asClause(right), aspects: asClause(left).aspects, passive: true }),
  progressive: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "PROG"]) }),
  progressiveAfter: (left) => change(left, { aspects: new Set([...asClause(left).aspects, "PROG"]) }),
  predicate: (left) => ({ ...clause(), copula: true, objects: [left] }),
  predicateWord: (left) => ({ ...clause(), copula: true, objects: [left] }),
  modal: (left, right) => change(right, { modals: [leaf(left), ...asClause(right).modals] }),
  modalAlone: (left) => ({ ...clause(), modals: [leaf(left)] }),
  negateModal: (_, right) => ({ ...clause(), modals: [leaf(right)], negation: "not" }),
  preverbal: (left, right) => {
    const word = leaf(left);
    if (word.category === "modal") return change(right, { modals: [word, ...asClause(right).modals] });
    return change(right, { aspects: new Set([...asClause(right).aspects, word.category === "PAST" ? "DE" : "PROG"]) });
  },
  negate: (left, right) => {
    const kind =
      left.type === "leaf" && left.category === "NOPAST"
        ? "past"
        : left.type === "leaf" && left.category === "DONT"
          ? "dont"
          : "not";
    // 谁也不知道: 也 is half of what says that it is so of all
    const also = left.type === "leaf" && left.word.text.startsWith("也");
    return change(right, {
      negation: kind,
      ...(also && {
        adverbs: [{ ...wordless(""), word: { ...leaf(left).word, text: "也" } }, ...asClause(right).adverbs],
      }),
    });
  },
  please: (left, right) => change(right, { please: leaf(left) }),
  welcome: (left, right) => change(right, { please: leaf(left) }),
  adverb: (left, right) => change(right, { adverbs: [left, ...asClause(right).adverbs] }),
  adjectiveAdverb: (left, right) =>
    change(right, { adverbs: [{ type: "manner", object: adjectival(leaf(left)) }, ...asClause(right).adverbs] }),
  adverbAfter: (left, right) => change(left, { end: [...asClause(left).end, right] }),
  how: (left, right) => generalPlace(leaf(left), asClause(right)) ?? change(right, { how: leaf(left) }),
  whether: (left, right) =>
    leaf(left).english === "can"
      ? change(right, { modals: [leaf(left), ...asClause(right).modals], asks: true })
      : change(right, { whether: true }),
  adverbial: (left) => ({ type: "manner", object: left }),
  adverbialClause: (left) => ({ type: "manner", object: left }),
  mannerBefore: (left, right) => ended(right, left),
  end: (left, right) => {
    const made = asClause(right);
    // 给他打电话 is "call him"
    if (
      RECIPIENT.test(made.verb?.english ?? "") &&
      !made.objects.length &&
      left.type === "prepositional" &&
      left.preposition.word.text === "给"
    )
      return { ...made, objects: [left.object] };
    // 与您联系 is "contact you"
    if (
      MUTUAL.test(made.verb?.english ?? "") &&
      !made.objects.length &&
      left.type === "prepositional" &&
      /^[和与跟同]$/.test(left.preposition.word.text)
    )
      return { ...made, objects: [left.object] };
    // 对他进行抢救 is "rescue him"
    if (made.light && !made.objects.length && left.type === "prepositional" && left.preposition.word.text === "对")
      return { ...made, objects: [left.object] };
    return { ...made, end: [...made.end, left] };
  },
  endTime: (left, right) => change(right, { endTimes: [left, ...asClause(right).endTimes] }),
  changeBy: (left, right) => {
    const made = asClause(left);
    return { ...made, end: [{ type: "prepositional", preposition: wordless("by"), object: right }, ...made.end] };
  },
  // 充满电需要多长时间: "how long does it take to …"
  takes: (left, right) => ({
    ...clause(wordless("take", "verb")),
    subject: nominal(wordless("it", "pronoun")),
    how: leaf(right),
    complement: { kind: "infinitive", clause: asClause(left) },
  }),
  endAfter: (left, right) => change(left, { end: [...asClause(left).end, forTime(right, asClause(left))] }),
  verbTo: (left, right) => change(left, { end: [right, ...asClause(left).end] }),
  disposal: (left, right) => {
    const made = asClause(right);
    // 将密码告诉他人: English names first whom one tells
    const tells = made.verb?.english === "tell" && made.objects.length === 1;
    return { ...made, objects: tells ? [...made.objects, left] : [left, ...made.objects] };
  },
  agent: (_, right) => right,
  byWhom: (left, right) => {
    const made = asClause(right);
    // 由警察看守 is passive; what has an object is done by the subject: 由他公布结果
    if (made.verb && !made.copula && !made.objects.length && !made.complement && !made.next.length)
      return { ...made, passive: true, agent: left };
    return made.subject ? made : withSubject(made, left);
  },
  takeAs: (left, right) =>
    left.type === "prepositional"
      ? { ...clause(left.preposition), objects: [left.object], end: [right] }
      : asClause(right),
  appears: (left, right) => withSubject(asClause(left), right),
  passiveBy: (left, right) => change(right, { passive: true, agent: left }),
  passive: (_, right) => change(right, { passive: true }),
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
  subject: (left, right) => generalised(withSubject(asClause(right), left)),
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
    next: [{ clause: change(left, { conjunction: { ...leaf(right), english: "if" } }) }],
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

/** 充电30分钟: what one does "for" a time, unless the verb says how long. */
function forTime(phrase: Phrase, { verb }: Clause): Phrase {
  if (phrase.type !== "quantity" || phrase.measure?.category !== "TUNIT" || !phrase.number) return phrase;
  if (LASTS.test(verb?.english ?? "")) return phrase;
  return { type: "prepositional", preposition: wordless("for"), object: phrase };
}

const LASTS = /^(?:last|take|spend|continue|be|need|require|delay|postpone|extend)\b|\b(?:for|up to|until|by)$/;

const isExclaimed = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "adjectival" && phrase.adverbs.some((a) => a.type === "leaf" && /^(?:太|可|最)$/.test(a.word.text));

const isHow = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "leaf" && phrase.category === "PREDICATE" && phrase.english === "how";

const MUTUAL = /^(?:contact|meet|marry|join)$/;

/** 放弃也是一种勇气: what stands before "be" is its subject, not what wants to be. */
const isBeing = (phrase: Phrase): boolean =>
  phrase.type === "clause" &&
  phrase.copula === true &&
  phrase.verb !== undefined &&
  !phrase.subject &&
  !phrase.modals.length;

const RECIPIENT = /^(?:call|message|text|email|thank)$/;

const copulaOf = (phrase: Phrase): Clause => ({ ...asClause(phrase), copula: true });

const adjectival = (head: Leaf): Adjectival => ({ type: "adjectival", head, adverbs: [], others: [] });

function withSubject(made: Clause, subject: Phrase): Clause {
  return { ...made, subject };
}
