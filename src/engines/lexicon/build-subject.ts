import type { Action } from "./build.js";
import { generalised } from "./build-linked.js";
import {
  asClause,
  asNominal,
  type Clause,
  clause,
  type Nominal,
  nominal,
  type Phrase,
  withSubject,
  wordless,
} from "./phrases.js";

/** The actions that give a clause its subject or topic. */
export const subjectActions: Record<string, Action> = {
  // 不是所有的快充都一样快: "not all …"
  notAll: (_, right) => {
    const made = asClause(right);
    const all = made.subject?.type === "nominal" ? made.subject.determiner : undefined;
    if (!all || made.subject?.type !== "nominal") return { ...made, negation: "not" };
    return { ...made, subject: { ...made.subject, determiner: { ...all, english: `not ${all.english}` } } };
  },
  appears: (left, right) => withSubject(asClause(left), right),
  subject: (left, right) =>
    saysItself(left, asClause(right)) ??
    sinceLast(left, asClause(right)) ??
    forbidden(left, asClause(right)) ??
    amountOf(left, asClause(right)) ??
    chosenAmong(left, asClause(right)) ??
    generalised(withSubject(cleftOf(asClause(right), left), left)),
  // 门口停着一辆车: "there is a car parked at the door"
  thereLies: (left, right) => {
    const { objects, aspects: _, ...lying } = asClause(right);
    const thing = asNominal(objects[0]!);
    const state: Clause = { ...lying, objects: [], aspects: new Set(), relative: true };
    return {
      ...clause(wordless("there be", "verb")),
      // 桌上放着三本书: what is put somewhere is there
      objects: [lying.verb?.english === "put" ? thing : { ...thing, after: [...thing.after, state] }],
      end: [left],
    };
  },
  // 没有比这更好的: "nothing is better than this"
  nothingIs: (_, right) => ({
    ...clause(),
    copula: true,
    subject: nominal(wordless("nothing", "pronoun")),
    objects: [right],
  }),
  // 连小狗都会用: 都 and 也 answer "even"
  evenSubject: (left, right) => ({ ...withSubject(withoutAll(asClause(right)), left), front: [wordless("even")] }),
  evenObject: (left, right) => {
    const made = withoutAll(asClause(right));
    const adverbs = [wordless("even", "adverb"), ...made.adverbs];
    if (made.verb && !made.objects.length && !made.copula) return { ...made, adverbs, objects: [left] };
    return { ...made, adverbs, topic: left };
  },
  subjectPlace: (left, right) => withSubject(asClause(right), left),
  // 我们深表歉意: the phrase says "we" itself
  phraseOf: (left, right) => {
    const again = isSaid(left, right);
    return { ...clause(), ...(!again && { topic: asNominal(left) }), objects: [right] };
  },
  predicateOf: (left, right) => withSubject({ ...clause(), copula: true, objects: [right] }, left),
  topic: (left, right) => {
    const made = asClause(right);
    // 我什么都不想吃: what stood in the subject's place is the object
    if (!made.subject && made.verb && made.objects.length) return withSubject(made, left);
    // 发布会你看了吗: what stands before the subject is the object that the verb lacks
    if (lacksObject(made)) return { ...made, objects: [left] };
    // 价格下降了30%: what is said of a part or a property names first whose it is
    const part = partOf(made.subject);
    return part && left.type === "nominal"
      ? withSubject(made, { ...part, possessor: left })
      : made.topic
        ? { ...made, front: [left, ...made.front] }
        : { ...made, topic: left };
  },
  subjectConjunction: (left, right) => withSubject(asClause(right), left),
};

/** 你多久没给妈妈打电话了: whose last time it is. */
function sinceLast(subject: Phrase, made: Clause): Clause | undefined {
  const [asked] = made.objects;
  const since = asked?.type === "leaf" && /^SINCE[DQ]$/.test(asked.category);
  if (!since || made.complement?.kind !== "finite") return undefined;
  return { ...made, complement: { kind: "finite", clause: withSubject(made.complement.clause, subject) } };
}

/** 手机不要放在车里: what one is not to do it to is no subject. */
function forbidden(subject: Phrase, made: Clause): Clause | undefined {
  const head = subject.type === "nominal" ? subject.head : undefined;
  const thing = head?.category === "noun" && !head.word.readings.some(({ category }) => category === "PERSON");
  const placed = made.objects.every((object) => object.type === "prepositional" || isPlace(object));
  // 密码不要告诉别人: "do not tell others the password"
  if (thing && made.negation === "dont" && TELLS.test(made.verb?.english ?? "") && made.objects.length === 1)
    return { ...made, objects: [...made.objects, subject] };
  if (!thing || made.negation !== "dont" || !made.verb || !placed || made.copula || made.complement) return undefined;
  if (OBJECTLESS.test(made.verb.category) || made.subject) return undefined;
  return { ...made, objects: [subject, ...made.objects] };
}

/** 我们深表歉意, 它终于来了: a phrase that says its subject itself; of 我们不见不散 "see you there" is what we say, not what we do. */
function isSaid(subject: Phrase, phrase: Phrase | undefined): boolean {
  const said = phrase?.type === "leaf" ? phrase.english.split(/[ ']/)[0] : undefined;
  const head = subject.type === "nominal" ? subject.head?.english : undefined;
  const words = phrase?.type === "leaf" ? phrase.english : "";
  return (
    said !== undefined &&
    (head === said ||
      (/^(?:I|we)$/.test(head ?? "") && said === "see") ||
      (/^(?:this|that|it)$/.test(head ?? "") && /^(?:it|that)'s /.test(words)) ||
      (head !== undefined && new RegExp(`^(?:why|how|what) [a-z']+ ${head}\\b`).test(words)))
  );
}

const TELLS = /^(?:tell|give|show|send|lend)$/;

const isPlace = (phrase: Phrase): boolean =>
  (phrase.type === "leaf" ? phrase : phrase.type === "nominal" ? phrase.head : undefined)?.category === "place";

const saysItself = (subject: Phrase, made: Clause): Clause | undefined =>
  !made.verb && !made.copula && made.objects.length === 1 && isSaid(subject, made.objects[0]) ? made : undefined;

const withoutAll = (made: Clause): Clause => ({
  ...made,
  adverbs: made.adverbs.filter((adverb) => !(adverb.type === "leaf" && /^[都也]$/.test(adverb.word.text))),
});

/** 小米和苹果怎么选: "how to choose between the two". */
function chosenAmong(subject: Phrase, made: Clause): Clause | undefined {
  const among = subject.type === "nominal" && subject.others.length > 0;
  if (!among || !made.how || made.verb?.english !== "choose" || made.objects.length) return undefined;
  return { ...made, end: [{ type: "prepositional", preposition: wordless("between"), object: subject }, ...made.end] };
}

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

const PERSON = /^(?:I|you|we|he|she|they)$/;

const AMOUNTS = new Map([
  ["多", "many"],
  ["较多", "many"],
  ["很多", "many"],
  ["少", "few"],
  ["很少", "few"],
  ["较少", "few"],
]);

const OBJECTLESS = /^(?:VI|VCHANGE|VAPPEAR)$/;
