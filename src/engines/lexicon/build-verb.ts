import type { Action } from "./build.js";
import {
  type Adjectival,
  asClause,
  asNominal,
  type Clause,
  change,
  clause,
  type Leaf,
  leaf,
  type Phrase,
  withSubject,
  wordless,
} from "./phrases.js";

const ended = (phrase: Phrase, added: Phrase): Clause => change(phrase, { end: [added, ...asClause(phrase).end] });

const withAspect = (made: Clause, aspect: string): Clause => ({ ...made, aspects: new Set([...made.aspects, aspect]) });

/** A verb or clause with a mark of aspect. */
export function aspected(phrase: Phrase, mark: Leaf): Phrase {
  if (phrase.type === "leaf") return { ...clause(phrase), aspects: new Set([mark.category]) };
  if (phrase.type !== "clause") return phrase;
  return { ...phrase, aspects: new Set([...phrase.aspects, mark.category]) };
}

/** The actions that make a verb's group: aspect, modals, negation, voice, objects, and what stands around it. */
export const verbActions: Record<string, Action> = {
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
  // 擦干净, 调大: the state that something is brought into; of a measure, more of it
  resultState: (left, right) => {
    const made = asClause(left);
    const head = leaf(right);
    const degree = GRADED.test(head.word.text) ? [wordless("more", "DEG")] : [];
    const state: Adjectival = { type: "adjectival", head, adverbs: degree, others: [] };
    return { ...made, aspects: new Set([...made.aspects, "RES"]), end: [...made.end, state] };
  },
  verb: (left) => asClause(left),
  object: (left, right) => {
    const made = asClause(left);
    // 掉进水里: "fall into the water"
    const into = made.end.find((part) => part.type === "leaf" && part.english === "into");
    if (into && right.type === "prepositional")
      return {
        ...made,
        end: made.end.filter((part) => part !== into),
        objects: [...made.objects, { ...right, preposition: { ...right.preposition, english: "into" } }],
      };
    return { ...made, objects: [...made.objects, right.type === "quantity" ? asNominal(right) : right] };
  },
  objectKept: (left, right) => change(left, { objects: [...asClause(left).objects, right] }),
  secondObject: (left, right) => {
    const wish = right.type === "leaf" && /^(?:happy|merry|nice|good)/.test(right.english);
    return change(left, {
      objects: [...asClause(left).objects, wish ? { ...right, english: `a ${right.english}` } : right],
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
  endProgressive: (left, right) => {
    const made = asClause(right);
    return { ...made, aspects: new Set([...made.aspects, "PROG"]), end: [...made.end, left] };
  },
  pastMark: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "DE"]) }),
  light: (left, right) => ({ ...asClause(right), aspects: asClause(left).aspects, light: true }),
  lightPassive: (left, right) => ({ ...asClause(right), aspects: asClause(left).aspects, passive: true }),
  // 用了不到一年的时间: "in less than a year"
  inTime: (left, right) => ({ type: "prepositional", preposition: { ...leaf(left), english: "in" }, object: right }),
  progressive: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "PROG"]) }),
  progressiveAfter: (left) => change(left, { aspects: new Set([...asClause(left).aspects, "PROG"]) }),
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
    // 还没到: "has not arrived yet"
    const yet = kind === "past" && /^[尚还]/.test(leaf(left).word.text);
    return change(right, {
      negation: kind,
      ...(yet && {
        aspects: new Set([...asClause(right).aspects, "YET"]),
        adverbs: [{ ...leaf(left), english: "yet" }, ...asClause(right).adverbs],
      }),
      ...(also && {
        adverbs: [{ ...wordless(""), word: { ...leaf(left).word, text: "也" } }, ...asClause(right).adverbs],
      }),
    });
  },
  adverb: (left, right) => {
    const made = asClause(right);
    // 还优化了: what was done besides
    const besides = left.type === "leaf" && left.word.text === "还" && made.aspects.has("LE") && !made.copula;
    return { ...made, adverbs: [besides ? { ...left, english: "also" } : left, ...made.adverbs] };
  },
  adjectiveAdverb: (left, right) =>
    change(right, { adverbs: [{ type: "manner", object: adjectival(leaf(left)) }, ...asClause(right).adverbs] }),
  adverbAfter: (left, right) => change(left, { end: [...asClause(left).end, right] }),
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
  endAfter: (left, right) => change(left, { end: [...asClause(left).end, forTime(right, asClause(left))] }),
  verbTo: (left, right) => change(left, { end: [right, ...asClause(left).end] }),
  // 提高到了120瓦: 了 behind 到 is of the verb
  verbToDone: (left, right) => {
    const made = withAspect(asClause(left), "LE");
    return { ...made, end: [right, ...made.end] };
  },
  disposal: (left, right) => {
    const made = asClause(right);
    // 把手机借给同学: "lend the phone to …"
    const [recipient, ...others] = made.objects;
    if (recipient && !others.length && made.verb && /.给$/.test(made.verb.word.text) && !/ to$/.test(made.verb.english))
      return {
        ...made,
        objects: [left],
        end: [{ type: "prepositional", preposition: wordless("to"), object: recipient }, ...made.end],
      };
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
  // 以退款为由: "under the pretext of a refund"
  framed: (left, right) =>
    left.type === "prepositional"
      ? { ...left, preposition: { ...left.preposition, english: leaf(right).english } }
      : left,
  takeAs: (left, right) =>
    left.type === "prepositional"
      ? { ...clause(left.preposition), objects: [left.object], end: [right] }
      : asClause(right),
  passiveBy: (left, right) => change(right, { passive: true, agent: left }),
  passive: (_, right) => change(right, { passive: true }),
};

/** 充电30分钟: what one does "for" a time, unless the verb says how long. */
function forTime(phrase: Phrase, { verb }: Clause): Phrase {
  if (phrase.type !== "quantity" || phrase.measure?.category !== "TUNIT" || !phrase.number) return phrase;
  if (LASTS.test(verb?.english ?? "")) return phrase;
  return { type: "prepositional", preposition: wordless("for"), object: phrase };
}

const LASTS = /^(?:last|take|spend|continue|be|need|require|delay|postpone|extend)\b|\b(?:for|up to|until|by)$/;

const GRADED = /^[大小高低长短快慢亮暗宽窄厚薄]$/;

const isExclaimed = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "adjectival" && phrase.adverbs.some((a) => a.type === "leaf" && /^(?:太|可|最)$/.test(a.word.text));

const MUTUAL = /^(?:contact|meet|marry|join)$/;

/** 放弃也是一种勇气: what stands before "be" is its subject, not what wants to be. */
const isBeing = (phrase: Phrase): boolean =>
  phrase.type === "clause" &&
  phrase.copula === true &&
  phrase.verb !== undefined &&
  !phrase.subject &&
  !phrase.modals.length;

const RECIPIENT = /^(?:(?:fully )?charge|call|message|text|email|thank)$/;

const adjectival = (head: Leaf): Adjectival => ({ type: "adjectival", head, adverbs: [], others: [] });
