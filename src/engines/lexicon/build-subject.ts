import type { Action } from "./build.js";
import { generalised } from "./build-linked.js";
import { altered, asClause, asNominal, clause, nominal, withSubject, wordless } from "./make-phrases.js";
import { notEveryone, notThat, notThatOf, saidToBe } from "./not-that.js";
import type { Clause, Leaf, Nominal, Phrase } from "./phrase.js";
import {
  amountOf,
  askedOfYou,
  chosenAmong,
  cleftOf,
  isSaid,
  OBJECTLESS,
  saysItself,
  sinceLast,
  turnedOut,
} from "./subject-shape.js";

const ALL = /^[均皆]$/;

/** 以上价格均为券后价: what is so of all of them is said of several things, which are several things. */
function ofAll(made: Clause): Clause {
  if (!made.adverbs.some((adverb) => adverb.type === "leaf" && ALL.test(adverb.word.text))) return made;
  const several = <T extends Phrase>(phrase: T | undefined): T | Nominal | undefined =>
    phrase?.type === "nominal" &&
    phrase.head?.category === "noun" &&
    !phrase.quantity &&
    !/^(?:each|every)/.test(phrase.determiner?.english ?? "")
      ? altered(phrase as Nominal, { plural: true })
      : phrase;
  const objects = made.copula ? made.objects.map((object) => several(object)!) : made.objects;
  return altered(made, { subject: several(made.subject), objects });
}

/** The actions that give a clause its subject or topic. */
export const subjectActions: Record<string, Action> = {
  // 不是所有的快充都一样快: "not all …"
  notAll: (_, right) => {
    const made = asClause(right);
    const all = made.subject?.type === "nominal" ? made.subject.determiner : undefined;
    if (!all && made.subject && !made.asks) return notEveryone(made) ?? notThat(made);
    if (!all || made.subject?.type !== "nominal") return altered(made, { negation: "not" });
    return altered(made, {
      subject: altered(made.subject, { determiner: altered(all, { english: `not ${all.english}` }) }),
    });
  },
  appears: (left, right) =>
    withSubject(asClause(left), right.type === "nominal" && asClause(left).verb ? indefinite(right) : right),
  // 我什么都没做: "I didn't do anything"
  anyObject: (left, right) => {
    const done = asClause(right);
    const { head } = asNominal(left);
    const every = done.negation ? head!.english : head!.english.replace("any", "every");
    const object = nominal(altered(head!, { category: "pronoun", english: every }));
    return altered(done, { objects: [...done.objects, object] });
  },
  // 没有什么可以阻止我: "nothing can stop me"
  nothingDoes: (left, right) =>
    withSubject(asClause(right), nominal(altered(left as Leaf, { category: "pronoun", english: "nothing" }))),
  // 这是我第一次来上海: "my first time coming to Shanghai"
  timeDoing: (left, right) =>
    altered(nominal(left as Leaf), {
      after: [{ type: "prepositional", preposition: wordless(""), object: asClause(right) }],
      direct: true,
    }),
  subject: (left, right) =>
    happened(left, asClause(right)) ??
    turnedOut(left, asClause(right)) ??
    saysItself(left, asClause(right)) ??
    notThatOf(left, asClause(right)) ??
    saidToBe(left, asClause(right)) ??
    askedOfYou(left, asClause(right)) ??
    sinceLast(left, asClause(right)) ??
    amountOf(left, asClause(right)) ??
    chosenAmong(left, asClause(right)) ??
    generalised(ofAll(withSubject(cleftOf(asClause(right), left), left))),
  // 门口停着一辆车: "there is a car parked at the door"
  thereLies: (left, right) => {
    const lying = asClause(right);
    const thing = asNominal(lying.objects[0]!);
    const state = altered(lying, { objects: [], aspects: new Set(), relative: true });
    return altered(clause(wordless("there be", "verb")), {
      objects: [lying.verb?.english === "put" ? thing : altered(thing, { after: [...thing.after, state] })],
      end: [left],
    });
  },
  // 没有比这更好的: "nothing is better than this"
  nothingIs: (_, right) =>
    altered(clause(), { copula: true, subject: nominal(wordless("nothing", "pronoun")), objects: [right] }),
  // 连小狗都会用: 都 and 也 answer "even"
  evenSubject: (left, right) => altered(withSubject(withoutAll(asClause(right)), left), { front: [wordless("even")] }),
  evenObject: (left, right) => {
    const made = withoutAll(asClause(right));
    const adverbs = [wordless("even", "adverb"), ...made.adverbs];
    if (made.verb && !made.objects.length && !made.copula) return altered(made, { adverbs, objects: [left] });
    return altered(made, { adverbs, topic: left });
  },
  subjectPlace: (left, right) => withSubject(asClause(right), left),
  // 我们深表歉意: the phrase says "we" itself
  phraseOf: (left, right) => {
    const again = isSaid(left, right);
    return altered(clause(), { ...(!again && { topic: asNominal(left) }), objects: [right] });
  },
  predicateOf: (left, right) => withSubject(altered(clause(), { copula: true, objects: [right] }), left),
  topic: (left, right) => {
    const made = asClause(right);
    // 我什么都不想吃: what stood in the subject's place is the object
    if (!made.subject && made.verb && made.objects.length) return withSubject(made, left);
    // 发布会你看了吗: what stands before the subject is the object that the verb lacks
    if (lacksObject(made)) return altered(made, { objects: [left] });
    // 价格下降了30%: what is said of a part or a property names first whose it is
    const part = partOf(made.subject);
    return part && left.type === "nominal"
      ? withSubject(made, altered(part, { possessor: left }))
      : made.topic
        ? altered(made, { front: [left, ...made.front] })
        : altered(made, { topic: left });
  },
  subjectConjunction: (left, right) => withSubject(asClause(right), left),
};

const withoutAll = (made: Clause): Clause =>
  altered(made, {
    adverbs: made.adverbs.filter((adverb) => !(adverb.type === "leaf" && /^[都也]$/.test(adverb.word.text))),
  });

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

/** A bare noun as subject, which may be somebody's. */
function partOf(subject: Phrase | undefined): Nominal | undefined {
  if (subject?.type !== "nominal" || !/^(?:noun|mass|plural)$/.test(subject.head?.category ?? "")) return undefined;
  const bare = !subject.determiner && !subject.possessor && !subject.quantity && !subject.others.length;
  return bare && !subject.after.length ? subject : undefined;
}

/** 中国发生了很大的变化: what happens somewhere, happens in it. */
function happened(where: Phrase, made: Clause): Clause | undefined {
  const [what, ...others] = made.objects;
  const placed = where.type === "nominal" && where.head?.category !== "pronoun" && where.head?.category !== "time";
  if (made.verb?.word.text !== "发生" || made.subject || !placed || others.length || what?.type !== "nominal")
    return undefined;
  const place: Phrase = { type: "prepositional", preposition: wordless("in"), object: where };
  return altered(made, { subject: indefinite(what), objects: [], end: [...made.end, place] });
}

/** 发生爆炸: what happens is not known yet, "an explosion". */
function indefinite(what: Nominal): Nominal {
  const bare = what.head?.category === "noun" && !what.quantity && !what.determiner && !what.possessor && !what.plural;
  return bare
    ? altered(what, {
        quantity: {
          type: "quantity",
          number: wordless("one", "number"),
          ordinal: undefined,
          measure: undefined,
          attribute: undefined,
          before: [],
          after: undefined,
        },
      })
    : what;
}
