import type { Action } from "./build.js";
import { withInfinitive } from "./build-causative.js";
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
import type { Clause, Leaf, Phrase } from "./phrase.js";
import { whLeaf } from "./question.js";

/** The actions that make a verb's group: aspect, modals, negation, voice, objects. */
export const verbActions: Record<string, Action> = {
  aspect: (left, right) => aspected(left, leaf(right)),
  aspectEnd: (left) => {
    if (left.type !== "clause") return left;
    // 我18岁了: how old somebody is by now
    if (left.copula && !left.verb && left.objects[0]?.type === "quantity") return left;
    // 太精彩了: 了 is half of what says how much
    if (left.copula && !left.verb && isExclaimed(left.objects[0])) return left;
    // 我不知道他去哪儿了: 了 is of what is said
    const said = left.complement?.kind === "finite" ? left.complement : undefined;
    return said
      ? altered(left, { complement: { ...said, clause: withAspect(said.clause, "LE") } })
      : withAspect(left, "LE");
  },
  // 登录不了, 看得懂: what can be done, or cannot
  cannot: (left, right) => {
    const made = asClause(left);
    const possible = altered(leaf(right), { english: "can" });
    return altered(made, {
      modals: [possible, ...made.modals],
      ...(leaf(right).category === "CANNOT" && { negation: "not" as const }),
    });
  },
  result: (left, right) => {
    const made = asClause(left);
    const word = leaf(right);
    return altered(made, {
      aspects: new Set([...made.aspects, "RES"]),
      end: word.english ? [...made.end, altered(word, { category: "particle" })] : made.end,
    });
  },
  // 擦干净, 调大: the state that something is brought into; of a measure, more of it
  resultState: (left, right) => {
    const made = asClause(left);
    const head = leaf(right);
    const degree = GRADED.test(head.word.text) ? [wordless("more", "DEG")] : [];
    return altered(withAspect(made, "RES"), { end: [...made.end, altered(adjectival(head), { adverbs: degree })] });
  },
  verb: (left) => asClause(left),
  object: (left, right) => {
    const made = asClause(left);
    // 发生了什么: "what happened"
    if (!made.objects.length && whLeaf(right) && made.verb?.word.readings.some((r) => r.category === "VAPPEAR"))
      return withSubject(made, right);
    // 掉进水里: "fall into the water"
    const into = made.end.find((part) => part.type === "leaf" && part.english === "into");
    if (into && right.type === "prepositional")
      return altered(made, {
        end: made.end.filter((part) => part !== into),
        objects: [...made.objects, { ...right, preposition: altered(right.preposition, { english: "into" }) }],
      });
    return altered(made, { objects: [...made.objects, right.type === "quantity" ? asNominal(right) : right] });
  },
  objectNoun: (left, right) => change(left, { objects: [...asClause(left).objects, nominal(leaf(right))] }),
  objectKept: (left, right) => change(left, { objects: [...asClause(left).objects, right] }),
  secondObject: (left, right) => {
    const wish =
      right.type === "leaf" && /^(?:happy|merry|nice|good)(?!.*(?:holidays|health|luck)$)/.test(right.english);
    return change(left, {
      objects: [...asClause(left).objects, wish ? altered(right, { english: `a ${right.english}` }) : right],
    });
  },
  // 给我看照片, 跟我说说你的故事: "show me", "tell me"
  doneTo: (left, right) => {
    const done = asClause(right);
    const verb = altered(done.verb!, { english: done.verb!.category === "SHOWX" ? "show" : "tell" });
    return altered(done, { verb, objects: [asNominal(left)] });
  },
  // 你不用排队: "you do not have to line up"
  needNot: (left, right) => change(right, { modals: [leaf(left), ...asClause(right).modals], negation: "not" }),
  // 教了她怎么用: "how to use it"
  teachesHow: (left, right) => {
    const done = asClause(right);
    const used =
      done.verb?.word.readings.some((r) => r.category === "HOWV") && !done.objects.length && !done.next.length;
    const clause = used ? altered(done, { objects: [nominal(wordless("it", "pronoun"))] }) : done;
    return change(left, { complement: { kind: "finite", clause } });
  },
  // 你会用吗: "know how to use it"
  knowsHow: (left, right) =>
    withInfinitive(left, altered(asClause(right), { objects: [nominal(wordless("it", "pronoun"))] })),
  goAnd: (left, right) => withInfinitive(left, asClause(right)),
  // 变得像个孩子, 变得不那么冷: what something becomes needs no "be"
  linked: (left, right) => {
    const made = asClause(right);
    const verb = leaf(left);
    if (made.copula && !made.verb) {
      const not = made.negation ? [wordless("not", "adverb")] : [];
      return altered(clause(verb), { objects: [...not, ...made.adverbs, ...made.objects], aspects: made.aspects });
    }
    const state = made.verb?.english.startsWith("be ") ? made.verb : undefined;
    if (!state) return change(clause(verb), { next: [{ clause: made }] });
    return altered(made, { verb: altered(state, { english: state.english.replace("be", verb.english) }) });
  },
  // 你打算去哪里: "where do you plan to go"
  goWhere: (left, right) => {
    const go = leaf(left);
    return altered(clause(altered(go, { english: go.english.replace(/ to$/, "") })), { how: leaf(right) });
  },
  // 网速快起来: "become fast"
  becomes: (left, right) => altered(asClause(right), { objects: [left] }),
  pastMark: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "DE"]) }),
  // 看傻了, 听呆了: what leaves somebody speechless
  stunned: (left) => altered(leaf(left), { category: "VI", english: "be stunned" }),
  light: (left, right) => altered(asClause(right), { aspects: asClause(left).aspects, light: true }),
  lightPassive: (left, right) => altered(asClause(right), { aspects: asClause(left).aspects, passive: true }),
  progressive: (_, right) => change(right, { aspects: new Set([...asClause(right).aspects, "PROG"]) }),
  progressiveAfter: (left) => change(left, { aspects: new Set([...asClause(left).aspects, "PROG"]) }),
  // 要大得多: 要 before what is compared says no more than the comparison
  modal: (left, right) =>
    leaf(left).word.text === "要" && isCompared(asClause(right))
      ? right
      : change(right, { modals: [leaf(left), ...asClause(right).modals] }),
  modalAlone: (left) => altered(clause(), { modals: [leaf(left)] }),
  negateModal: (_, right) => altered(clause(), { modals: [leaf(right)], negation: "not" }),
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
    // 别再用旧密码了: what one is not to do has not been done
    const { aspects } = asClause(right);
    return change(right, {
      negation: kind,
      ...(kind === "dont" && { aspects: new Set([...aspects].filter((mark) => mark !== "LE")) }),
      ...(yet && {
        aspects: new Set([...asClause(right).aspects, "YET"]),
        adverbs: [altered(leaf(left), { english: "yet" }), ...asClause(right).adverbs],
      }),
      ...(also && {
        adverbs: [altered(wordless(""), { word: { ...leaf(left).word, text: "也" } }), ...asClause(right).adverbs],
      }),
    });
  },
};

/** A clause with a further mark of aspect. */
export const withAspect = (made: Clause, aspect: string): Clause =>
  altered(made, { aspects: new Set([...made.aspects, aspect]) });

/** A verb or clause with a mark of aspect. */
export function aspected(phrase: Phrase, mark: Leaf): Phrase {
  if (phrase.type === "leaf") return altered(clause(phrase), { aspects: new Set([mark.category]) });
  if (phrase.type !== "clause") return phrase;
  return altered(phrase, { aspects: new Set([...phrase.aspects, mark.category]) });
}

const isCompared = ({ copula, verb, objects: [said] }: Clause): boolean =>
  copula === true &&
  !verb &&
  said?.type === "adjectival" &&
  (said.than !== undefined || said.adverbs.some((a) => a.type === "leaf" && /^(?:VERY|MUCH)$/.test(a.category)));

const GRADED = /^[大小高低长短快慢亮暗宽窄厚薄]$/;

const isExclaimed = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "adjectival" &&
  phrase.adverbs.some((a) => a.type === "leaf" && /^(?:太|可|最|太多)$/.test(a.word.text));
