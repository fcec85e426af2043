import { altered, clause, nominal, withSubject, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";
import { amountOf } from "./subject-shape.js";

/** 不是我不想买: "it's not that I don't want to buy it". */
export const notThat = (said: Clause): Clause =>
  altered(clause(wordless("be not", "NOTBE")), {
    copula: true,
    subject: nominal(wordless("it", "pronoun")),
    complement: { kind: "finite", clause: said },
  });

/** 不是人人都懂: "not everyone understands". */
export function notEveryone(made: Clause): Clause | undefined {
  const head = made.subject?.type === "nominal" ? made.subject.head : undefined;
  return head?.english === "everyone"
    ? withSubject(made, nominal(altered(head, { english: "not everyone" })))
    : undefined;
}

/** 是软件太多: how something is that is said to be so, not how it is to be it. */
export function saidToBe(left: Phrase, made: Clause): Clause | undefined {
  if (left.type !== "clause" || left.verb?.word.text !== "是" || left.subject || left.negation) return undefined;
  const [thing, ...others] = left.objects;
  const adjectival = made.copula && !made.verb && made.objects[0]?.type === "adjectival";
  return adjectival && thing?.type === "nominal" && !others.length
    ? altered(left, { objects: [amountOf(thing, made) ?? withSubject(made, thing)] })
    : undefined;
}

/** 我不是不想去: it is not that somebody does not want to. */
export function notThatOf(subject: Phrase, made: Clause): Clause | undefined {
  const denied = made.complement?.kind === "finite" && made.verb?.category === "NOTBE" ? made.complement : undefined;
  return denied && altered(made, { complement: { ...denied, clause: withSubject(denied.clause, subject) } });
}

/** 不是我不想买: what it says is not why. */
export const deniedReason = ({ verb, complement }: Clause): Clause | undefined =>
  verb?.category === "NOTBE" && complement?.kind === "finite" ? complement.clause : undefined;

/** 不是我不想买，是真的没钱: "it's that I really have no money". */
export function reasonInstead(phrase: Clause, self: string | undefined): Clause {
  const { conjunction, verb, subject, negation, objects } = phrase;
  const but = conjunction?.word.text === "而是";
  if (but && subject) return altered(phrase, { conjunction: altered(conjunction, { english: "but that" }) });
  const is = verb?.category === "BE" && !subject && !conjunction && !negation;
  const told = but ? altered(phrase, { conjunction: undefined }) : is ? whatIs(objects) : undefined;
  // 不是不喜欢，只是太贵: the thing is too expensive
  if (!told)
    return subject || conjunction || !phrase.copula || verb
      ? phrase
      : altered(phrase, { subject: nominal(wordless("it", "pronoun")) });
  const who = !self || self === "it" ? "I" : self;
  const thing = told.copula && !told.verb && !isOfPeople(told) ? "it" : who;
  const why = told.subject ? told : altered(told, { subject: nominal(wordless(thing, "pronoun")) });
  if (but) return altered(why, { conjunction: altered(conjunction, { english: "but that" }) });
  return altered(phrase, {
    copula: true,
    subject: nominal(wordless("it", "pronoun")),
    objects: [],
    complement: { kind: "finite", clause: why },
  });
}

/** What 是 says, as a clause. */
const whatIs = ([said]: readonly Phrase[]): Clause | undefined =>
  said?.type === "clause"
    ? said
    : said?.type === "adjectival"
      ? altered(clause(), { copula: true, objects: [said] })
      : undefined;

/** 没钱, 忙, 累: what somebody is, not a thing. */
const isOfPeople = ({ objects: [said] }: Clause): boolean =>
  said?.type === "adjectival" &&
  /^(?:broke|busy|tired|lazy|poor|sleepy|hungry|afraid|shy|sick|scared)$/.test(said.head.english);
