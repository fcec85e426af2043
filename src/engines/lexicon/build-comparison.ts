import type { Action } from "./build.js";
import { altered, asClause, clause, nominal, wordless } from "./make-phrases.js";
import type { Adjectival, Clause, Leaf, Phrase } from "./phrase.js";

const compared = (phrase: Phrase, members: Partial<Adjectival>): Adjectival => altered(phrase as Adjectival, members);

/** 有 and the like before a degree word: 没有我这么高 is "not as tall as me", without the "so". */
const withoutSo = ({ adverbs }: Adjectival): Phrase[] =>
  adverbs.filter((a) => !(a.type === "leaf" && a.english === "so"));

/** What an amount of difference is called: 好很多 is "much better". */
const MUCH = new Map([
  ["很多", "much"],
  ["许多", "much"],
  ["不少", "much"],
  ["好多", "much"],
  ["太多", "much"],
  ["一点", "a bit"],
  ["一点儿", "a bit"],
  ["一些", "a bit"],
]);

const isPredicate = (adjective: Adjectival): Clause => altered(clause(), { copula: true, objects: [adjective] });

/** The actions that compare: 比, 没有, 一样, and what is hard or so much that something follows. */
export const comparisonActions: Record<string, Action> = {
  than: (left, right) => isPredicate(compared(right, { than: left })),
  thanAdjective: (left, right) => compared(right, { than: left }),
  // 大两岁: by how much
  amountAfter: (left, right) => compared(left, { by: right }),
  asMuchAs: (left, right) => compared(right, { as: (left as Clause).objects?.[0] ?? objectOf(left) }),
  notAsMuchAs: (left, right) =>
    compared(right, { as: left, adverbs: [wordless("not"), ...withoutSo(right as Adjectival)] }),
  // 年轻了十岁: "ten years younger"
  isBy: (left, right) => isPredicate(compared(left, { by: right })),
  degreeAfter: (left, right) => {
    const much = MUCH.get((right as Leaf).word.text) ?? (right as Leaf).english;
    return compared(left, { adverbs: [altered(right as Leaf, { english: much }), ...(left as Adjectival).adverbs] });
  },
  // 更轻更薄
  bothAdjectives: (left, right) =>
    compared(left, {
      others: [...(left as Adjectival).others, { join: wordless("and"), phrase: right as Adjectival }],
    }),
  equally: (_, right) => compared(right, { adverbs: [wordless("equally"), ...(right as Adjectival).adverbs] }),
  // 很难回答: an adjective and what is so to do
  easyTo: (left, right) =>
    easilyDone(left as Adjectival, asClause(right)) ??
    altered(isPredicate(left as Adjectival), { complement: { kind: "infinitive", clause: asClause(right) } }),
  // 玩游戏容易发热: "when playing games"
  whenDoing: (left, right) => {
    const made = asClause(right);
    const doing = asClause(left);
    const when: Phrase = { type: "prepositional", preposition: wordless("when"), object: doing };
    return doing.subject ? made : altered(made, { end: [...made.end, when] });
  },
  // 很高兴认识你: what one is glad to do; that one can do it goes without saying
  gladTo: (left, right) => {
    const done = asClause(right);
    const modals = done.modals.filter(({ english }) => english !== "can");
    return altered(isPredicate(left as Adjectival), {
      complement: { kind: "infinitive", clause: altered(done, { modals }) },
    });
  },
  gladThat: (left, right) =>
    altered(isPredicate(left as Adjectival), { complement: { kind: "finite", clause: asClause(right) } }),
  // 能见到你们我很开心: what one is glad of is said first
  predicateOf: (left, right) => altered(isPredicate(right as Adjectival), { subject: left }),
  gladOf: (left, right) => {
    const done = asClause(left);
    const modals = done.modals.filter(({ english }) => english !== "can");
    return altered(asClause(right), { complement: { kind: "infinitive", clause: altered(done, { modals }) } });
  },
  // 没有什么比健康更重要: "nothing is more important than health"
  nothingBeats: (left, right) =>
    altered(isPredicate(right as Adjectival), {
      subject: nominal(altered(left as Leaf, { category: "pronoun", english: "nothing" })),
    }),
  // 高兴得跳了起来: "so happy that …"
  soThat: (left, right) =>
    altered(isPredicate(compared(left, { adverbs: [wordless("so"), ...withoutDegree(left as Adjectival)] })), {
      complement: { kind: "finite", clause: asClause(right) },
    }),
  // 跟去年一样: "the same as last year"
  sameAs: (left) =>
    altered(clause(), {
      copula: true,
      objects: [wordless("the same"), { type: "prepositional", preposition: wordless("as"), object: left }],
    }),
  // 拿起来很轻: "very light to hold"
  adjectiveTo: (left, right) =>
    altered(clause(), { copula: true, objects: [right], complement: { kind: "infinitive", clause: asClause(left) } }),
};

/** 容易被忽略: what is easily done to something. */
function easilyDone({ head, adverbs }: Adjectival, done: Clause): Clause | undefined {
  const undergone = done.passive || /^be \w+(?:ed|en|t)\b/.test(done.verb?.english ?? "");
  if (
    !/^(?:not )?easy$/.test(head.english) ||
    !undergone ||
    adverbs.some((a) => a.type === "leaf" && a.category === "NOT")
  )
    return undefined;
  return altered(done, {
    adverbs: [...adverbs, altered(head, { english: head.english.replace("easy", "easily") }), ...done.adverbs],
  });
}

const withoutDegree = ({ adverbs }: Adjectival): Phrase[] => adverbs.filter((a) => a.type !== "leaf");

const objectOf = (phrase: Phrase): Phrase => (phrase.type === "prepositional" ? phrase.object : (phrase as Leaf));
