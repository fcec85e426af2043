import type { Action } from "./build.js";
import { generalPlace } from "./build-linked.js";
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
import type { Adjectival, Clause, Leaf, Nominal } from "./phrase.js";

/** The actions that ask. */
export const questionActions: Record<string, Action> = {
  // 你有没有去过北京
  asksPast: (_, right) => change(right, { asks: true, aspects: new Set([...asClause(right).aspects, "GUO", "ASKS"]) }),
  how: (left, right) =>
    whyEver(leaf(left), asClause(right)) ??
    generalPlace(leaf(left), asClause(right)) ??
    howOften(leaf(left), asClause(right)) ??
    change(right, { how: leaf(left) }),
  // 她有多可爱: "how cute she is"
  howVery: (left) => {
    const { head, adverbs } = left as Adjectival;
    return altered(clause(), {
      copula: true,
      how: altered(head, {
        category: /么$/.test(leaf(adverbs[0]!).word.text) ? "EXCLAIMED" : "HOW",
        english: `${leaf(adverbs[0]!).english} ${head.english}`,
      }),
    });
  },
  // 才知道有多难: "how hard it is"
  howItIs: (left) => withSubject(asClause(left), nominal(wordless("it", "pronoun"))),
  // 看她多可爱: what one looks at is not read or watched
  lookHow: (left, right) =>
    altered(clause(altered(leaf(left), { category: "VSAY", english: "look" })), {
      complement: { kind: "finite", clause: asClause(right) },
    }),
  // 能跑多远: what is asked for stands behind the verb
  howAfter: (left, right) => change(left, { how: leaf(right) }),
  whether: (left, right) =>
    leaf(left).english === "can"
      ? change(right, { modals: [leaf(left), ...asClause(right).modals], asks: true })
      : change(right, { whether: true }),
  // 你在干什么: "what are you doing"
  doWhat: (left) =>
    altered(clause(altered(leaf(left), { category: "verb" })), { objects: [nominal(wordless("what", "pronoun"))] }),
  // 这是哪里: "where is this"
  beWhere: (left, right) =>
    altered(clause(), {
      copula: true,
      verb: altered(leaf(left), { category: "verb", english: "be" }),
      how: leaf(right),
    }),
  // 充满电需要多长时间: "how long does it take to …"
  takes: (left, right) =>
    altered(clause(wordless("take", "verb")), {
      subject: nominal(wordless("it", "pronoun")),
      how: leaf(right),
      complement: { kind: "infinitive", clause: asClause(left) },
    }),
  // 想吃什么就吃什么: "eat whatever you want"
  whatever: (left, right) => whatever(asClause(left), asClause(right)),
  // 在哪里买最便宜: "where is it cheapest to buy"
  whereBest: (left, right) => {
    const done = asClause(left);
    return altered(clause(), {
      copula: true,
      subject: nominal(wordless("it", "pronoun")),
      objects: [right],
      complement: { kind: "infinitive", clause: altered(done, { how: undefined }) },
      how: done.how,
    });
  },
  // 放在哪里: "put where"
  doWhere: (left, right) => {
    const verb = leaf(left);
    return altered(clause(altered(verb, { english: verb.english.replace(/ (?:in|to|at|on)$/, "") })), {
      how: leaf(right),
    });
  },
  whereObject: (left, right) => altered(asClause(right), { objects: [left, ...asClause(right).objects] }),
  // 路由器放在哪里信号最好: "where to put the router for the best signal"
  whereFor: (left, right) => {
    const [done, wished] = [asClause(left), asClause(right)];
    const [best] = wished.objects;
    const thing = wished.subject?.type === "nominal" ? wished.subject : undefined;
    if (!thing || best?.type !== "adjectival" || wished.verb)
      return altered(done, { next: [...done.next, { clause: wished }] });
    const object: Nominal = altered(thing, { before: [best, ...thing.before] });
    return altered(done, { end: [...done.end, { type: "prepositional", preposition: wordless("for"), object }] });
  },
  // 你是不是忘了: "did you forget"; behind a verb of saying "whether"
  isIt: (_, right) => change(right, { asks: true, aspects: new Set([...asClause(right).aspects, "ASKS"]) }),
  whatToDo: (left, right) => altered(clause(), { topic: asNominal(left), objects: [right] }),
  whatToDoIf: (left, right) =>
    altered(clause(), {
      objects: [right],
      next: [{ clause: addressed(change(left, { conjunction: altered(leaf(right), { english: "if" }) })) }],
    }),
  // 维修要多少钱: "how much does it cost"
  costs: (left) => altered(clause(altered(leaf(left), { category: "verb" })), { how: wordless("how much") }),
  // 有没有人知道: "does anyone know"
  doesAnyone: (left, right) =>
    change(right, { subject: nominal(altered(leaf(left), { category: "pronoun" })), asks: true }),
  // 有没有跟我一样倒霉的: "is there anyone who …"
  isAnyone: (left, right) => {
    const said = right.type === "clause" ? right : altered(clause(), { copula: true, objects: [right] });
    const who = altered(nominal(wordless("anyone", "pronoun")), { after: [altered(said, { relative: true })] });
    const have = clause(altered(leaf(left), { category: "HAVE", english: "have" }));
    return altered(have, { objects: [who], asks: true });
  },
  // 有没有懂车的朋友: "is there any friend who …"
  isAnyOf: (left, right) => {
    const have = clause(altered(leaf(left), { category: "HAVE", english: "have" }));
    const who = altered(asNominal(right), { determiner: wordless("any", "determiner"), plural: false });
    return altered(have, { objects: [who], asks: true });
  },
  // 去云南玩要花多少钱: "how much does it cost to …"
  costsTo: (left, right) =>
    altered(asClause(right), {
      subject: nominal(wordless("it", "pronoun")),
      complement: { kind: "infinitive", clause: asClause(left) },
    }),
  // 包邮呢: "what about free shipping"
  whatAbout: (left, right) => altered(clause(), { objects: [altered(leaf(right), { english: "what about" }), left] }),
  // 这首歌叫什么名字: "what is this song called"
  calledWhat: (left, right) =>
    altered(clause(altered(leaf(right), { category: "verb", english: "call" })), {
      subject: left,
      passive: true,
      how: wordless("what"),
    }),
  asks: (left) => {
    const { subject } = asClause(left);
    const head = subject?.type === "nominal" ? subject.head : undefined;
    // 有人知道吗: "does anyone know"
    if (head?.english === "someone")
      return change(left, { subject: nominal(altered(head, { english: "anyone" })), asks: true });
    return change(left, { asks: true });
  },
};

/** Whatever, whoever or wherever one wants: the question word of both halves. */
function whatever(wanted: Clause, done: Clause): Clause {
  const [asked] = done.objects;
  const word = asked?.type === "nominal" ? asked.head : asked?.type === "leaf" ? asked : undefined;
  if (!word) return done;
  const want: Clause = altered(clause(wordless("want", "verb")), {
    subject: wanted.subject ?? reader(),
    relative: true,
  });
  const ever = nominal(altered(word, { category: "pronoun", english: `${word.english.replace(/e$/, "")}ever` }));
  const verb = done.verb && altered(done.verb, { english: done.verb.english.replace(/^go to$/, "go") });
  return altered(done, { ...(verb && { verb }), objects: [altered(ever, { after: [want], direct: true })] });
}

/** 为什么要浪费时间: whoever asks why does not ask whether one has to. */
function whyEver(how: Leaf, made: Clause): Clause | undefined {
  const [first, ...others] = made.modals;
  return how.english === "why" && first?.word.text === "要" ? altered(made, { how, modals: others }) : undefined;
}

/** 多久重启一次: "how often". */
function howOften(how: Leaf, made: Clause): Clause | undefined {
  const once = made.end.find((part) => part.type === "leaf" && part.word.text === "一次");
  if (how.english !== "how long" || !once) return undefined;
  return altered(made, { how: altered(how, { english: "how often" }), end: made.end.filter((part) => part !== once) });
}

/** 收到陌生短信怎么办: whoever reads it might. */
const addressed = (made: Clause): Clause =>
  made.subject || !made.verb || made.copula ? made : withSubject(made, reader());
