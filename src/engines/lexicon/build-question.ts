import type { Action } from "./build.js";
import { generalPlace } from "./build-linked.js";
import {
  asClause,
  asNominal,
  type Clause,
  change,
  clause,
  type Leaf,
  leaf,
  nominal,
  reader,
  withSubject,
  wordless,
} from "./phrases.js";

/** The actions that ask. */
export const questionActions: Record<string, Action> = {
  // 你有没有去过北京
  asksPast: (_, right) => change(right, { asks: true, aspects: new Set([...asClause(right).aspects, "GUO", "ASKS"]) }),
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
  whatToDo: (left, right) => ({ ...clause(), topic: asNominal(left), objects: [right] }),
  whatToDoIf: (left, right) => ({
    ...clause(),
    objects: [right],
    next: [{ clause: addressed(change(left, { conjunction: { ...leaf(right), english: "if" } })) }],
  }),
  // 维修要多少钱: "how much does it cost"
  costs: (left) => ({ ...clause({ ...leaf(left), category: "verb" }), how: wordless("how much") }),
  asks: (left) => change(left, { asks: true }),
};

/** 多久重启一次: "how often". */
function howOften(how: Leaf, made: Clause): Clause | undefined {
  const once = made.end.find((part) => part.type === "leaf" && part.word.text === "一次");
  if (how.english !== "how long" || !once) return undefined;
  return { ...made, how: { ...how, english: "how often" }, end: made.end.filter((part) => part !== once) };
}

/** 收到陌生短信怎么办: whoever reads it might. */
const addressed = (made: Clause): Clause =>
  made.subject || !made.verb || made.copula ? made : withSubject(made, reader());
