import { altered, nominal, withSubject, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 你多久没给妈妈打电话了: whose last time it is. */
export function sinceLast(subject: Phrase, made: Clause): Clause | undefined {
  const [asked] = made.objects;
  const since = asked?.type === "leaf" && /^SINCE[DQ]$/.test(asked.category);
  if (!since || made.complement?.kind !== "finite") return undefined;
  return altered(made, { complement: { kind: "finite", clause: withSubject(made.complement.clause, subject) } });
}

/** 我们深表歉意, 它终于来了: a phrase that says its subject itself; of 我们不见不散 "see you there" is what we say, not what we do. */
export function isSaid(subject: Phrase, phrase: Phrase | undefined): boolean {
  const said = phrase?.type === "leaf" ? phrase.english.split(/[ ']/)[0] : undefined;
  const head = subject.type === "nominal" ? subject.head?.english : undefined;
  const words = phrase?.type === "leaf" ? phrase.english.split(" ") : [];
  return (
    said !== undefined &&
    (head === said ||
      (/^(?:I|we)$/.test(head ?? "") && said === "see") ||
      (/^(?:this|that|it)$/.test(head ?? "") && /^(?:it|that)'s$/.test(words[0] ?? "")) ||
      (head !== undefined && /^(?:why|how|what)$/.test(said) && words[2] === head))
  );
}

/** A clause that is such a phrase alone. */
export const saysItself = (subject: Phrase, made: Clause): Clause | undefined =>
  !made.verb && !made.copula && made.objects.length === 1 && isSaid(subject, made.objects[0]) ? made : undefined;

/** 月饼吃了吗: "have you eaten the mooncakes", the phrase asks whoever reads it. */
export function askedOfYou(subject: Phrase, made: Clause): Clause | undefined {
  const [asked] = made.objects;
  const asks = asked?.type === "leaf" && /^(?:have|did|do) you \w+$/.test(asked.english);
  const thing = subject.type === "nominal" && subject.head?.category !== "pronoun";
  return asks && thing && !made.verb && made.objects.length === 1
    ? altered(made, { objects: [asked, subject] })
    : undefined;
}

/** 小米和苹果怎么选: "how to choose between the two". */
export function chosenAmong(subject: Phrase, made: Clause): Clause | undefined {
  const among = subject.type === "nominal" && subject.others.length > 0;
  if (!among || !made.how || made.verb?.english !== "choose" || made.objects.length) return undefined;
  return altered(made, {
    end: [{ type: "prepositional", preposition: wordless("between"), object: subject }, ...made.end],
  });
}

/** 我是在外面吃的饭: somebody is no thing, so it is told where he ate. */
export function cleftOf(made: Clause, subject: Phrase): Clause {
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
  const endTimes = [...relative.endTimes, ...made.endTimes];
  const aspects = new Set([...relative.aspects, "DE"]);
  return altered(relative, { relative: undefined, endTimes, objects: [altered(said, { after: [] })], aspects });
}

/** 订单较多, 人太少: "there are many orders". */
export function amountOf(subject: Phrase, made: Clause): Clause | undefined {
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
        : many === "too many" && subject.head?.category === "mass"
          ? "too much"
          : many;
  return altered(made, {
    copula: undefined,
    verb: wordless("there be", "verb"),
    objects: [
      altered(subject, { plural: subject.head?.category !== "mass", determiner: altered(said.head, { english }) }),
    ],
  });
}

const PERSON = /^(?:I|you|we|he|she|they)$/;

const AMOUNTS = new Map([
  ["多", "many"],
  ["较多", "many"],
  ["太多", "too many"],
  ["很多", "many"],
  ["少", "few"],
  ["很少", "few"],
  ["较少", "few"],
]);

/** Categories of verbs that have no object. */
export const OBJECTLESS = /^(?:VI|VCHANGE|VAPPEAR)$/;

/** 结果忘了带钥匙: what turned out is not done by "the result". */
export function turnedOut(left: Phrase, made: Clause): Clause | undefined {
  const bare = left.type === "nominal" && !left.before.length && !left.determiner && !left.possessor && !left.quantity;
  if (!bare || left.head?.word.text !== "结果" || !made.verb || made.copula || made.subject) return undefined;
  if (OF_RESULTS.test(made.verb.word.text) || made.passive || made.modals.length) return undefined;
  const aspects = new Set([...made.aspects, "LE"]);
  const found = made.complement?.kind === "finite" ? made.complement.clause : undefined;
  const complement =
    found && !found.subject
      ? { kind: "finite" as const, clause: withSubject(found, nominal(wordless("it", "pronoun"))) }
      : made.complement;
  return altered(made, { aspects, complement, front: [wordless("in the end", "adverb"), ...made.front] });
}

const OF_RESULTS =
  /^(?:显示|表明|说明|证明|证实|出来|出炉|公布|揭晓|出现|令|让|使|令人|取决于|意味着|支持|指出|揭示|符合|超出|超过|达到|等于|来自|出|有|没有|变|相同|存在)/;
