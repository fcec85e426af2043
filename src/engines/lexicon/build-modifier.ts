import { adjectival, altered, asNominal, leaf, nominal, wordless } from "./make-phrases.js";
import type { Adjectival, Clause, Leaf, Nominal, Phrase } from "./phrase.js";

/** Puts what stands before 的 to its noun: an owner, an adjective, a place, a time or a relative clause. */
export function modify(left: Phrase, right: Phrase): Phrase {
  const head = right.type === "temporal" ? nominal(right.leaf) : asNominal(right);
  const than = comparedIn(left);
  if (than) return altered(head, { after: [than, ...head.after] });
  const first = left.type === "clause" ? firstOf(left) : undefined;
  if (first && !head.determiner) {
    const done: Clause = altered(left as Clause, { subject: undefined, relative: true });
    return altered(head, { determiner: first, plural: true, after: [done, ...head.after] });
  }
  if (left.type === "nominal" && left.head?.category === "place" && INSIDE.test(left.head.english)) {
    // 窗外的雨: "the rain outside the window"
    head.after.unshift(left.head);
  } else if (left.type === "nominal") {
    if (head.possessor || head.determiner) head.after.unshift(left);
    else head.possessor = left;
  } else if (left.type === "clause" && isParticiple(left)) head.before.unshift(left);
  else if (left.type === "clause" && isDescription(left) && !head.determiner) return describe(left, head);
  else if (left.type === "clause") head.after.unshift(altered(left, { relative: true }));
  else if (left.type === "prepositional" || (left.type === "leaf" && /^LPD?$/.test(left.category)))
    head.after.unshift(left);
  else if (left.type === "temporal") {
    if (left.object || left.leaf?.category === "date" || head.possessor) head.after.unshift(left);
    else head.possessor = left;
  } else head.before.unshift(left);
  return head;
}

/** 比我更强的对手: an adjective with what it is compared with stands behind the noun. */
function comparedIn(left: Phrase): Adjectival | undefined {
  const [said] = left.type === "clause" && isParticiple(left) ? left.objects : [left];
  return said?.type === "adjectival" && said.than ? said : undefined;
}

/** 前1000名下单的用户: how many of those who do it, not who. */
function firstOf({ subject, verb }: Clause): Leaf | undefined {
  const head = subject?.type === "nominal" && !subject.others.length ? subject.head : undefined;
  return verb && head && /^前.+[名位]$/.test(head.word.text) ? head : undefined;
}

/** 质量好的手机, 我们古怪的邻居: an adjective with something before it. */
const isDescription = (clause: Clause): boolean =>
  clause.copula === true &&
  clause.verb === undefined &&
  clause.subject?.type === "nominal" &&
  clause.objects[0]?.type === "adjectival" &&
  !clause.negation &&
  !clause.front.length &&
  !clause.topic &&
  !clause.conjunction &&
  !clause.complement &&
  !clause.next.length;

/** Somebody or somewhere before the adjective owns the noun ("our odd neighbor"); a thing is a part of it ("a phone with good quality"). */
function describe(left: Clause, head: Nominal): Nominal {
  const owner = left.subject as Nominal;
  const adjective = left.objects[0]!;
  // 人生最好的旅行: what is the best of all belongs to what it is the best of
  const best = adjective.type === "adjectival" && UTMOST.test(adjective.head.word.text);
  if ((best || /^(?:pronoun|name|place|time)$/.test(owner.head?.category ?? "")) && !head.possessor)
    return altered(head, { possessor: owner, before: [adjective, ...head.before] });
  const part: Nominal = altered(owner, { before: [adjective, ...owner.before] });
  const preposition = wordless("with", "preposition");
  return altered(head, { after: [{ type: "prepositional", preposition, object: part }, ...head.after] });
}

const UTMOST = /^最/;

const isParticiple = (clause: Clause): boolean =>
  clause.copula === true &&
  clause.verb === undefined &&
  !clause.subject &&
  !clause.negation &&
  !clause.complement &&
  clause.objects[0]?.type === "adjectival" &&
  !clause.end.length &&
  !clause.endTimes.length &&
  !clause.modals.length &&
  !clause.adverbs.length &&
  !clause.complement &&
  !clause.next.length;

/** Puts a noun before a noun: a member of a compound, a title that English has before the name, a part of a place's name. */
export function compound(left: Phrase, right: Phrase): Nominal {
  const head = asNominal(right);
  if (head.head && isNamed(left) && titleOf(head.head)) return titled(left as Nominal, head);
  // 英国首相卡梅伦: "British Prime Minister Cameron"
  const office = left.type === "nominal" && left.head && isNamed(head) ? titleOf(left.head) : undefined;
  if (office && left.type === "nominal")
    return altered(head, {
      before: [...left.before, altered(left.head!, { category: "title", english: office }), ...head.before],
    });
  // 我家猫: "my cat"
  const whose =
    left.type === "nominal" && !left.possessor ? OWNERS.get(HOME.exec(left.head?.english ?? "")?.[1] ?? "") : undefined;
  if (whose && left.type === "nominal" && !head.possessor && head.head?.category === "noun")
    return altered(head, { possessor: nominal(altered(left.head!, { category: "pronoun", english: whose })) });
  // 今年双十一: "this year's Double 11"
  if (
    left.type === "nominal" &&
    THIS_YEAR.test(left.head?.english ?? "") &&
    head.head?.category === "name" &&
    !head.possessor
  )
    return altered(head, { possessor: nominal(altered(left.head!, { category: "time" })) });
  // 新年第一天: "the first day of the new year"; 公司十周年: "the company's tenth anniversary"
  if (PART.test(head.head?.english ?? "") && !head.possessor && !head.before.length)
    return altered(head, { possessor: left });
  // 比亚迪首款电动车: "BYD's first"
  const [first] = head.before;
  if (isProper(left) && first?.type === "adjectival" && ONLY_ONE.test(first.head.english) && !head.possessor)
    return altered(head, { possessor: left });
  // 广东部分地区: "some areas of Guangdong"
  if (SOME.test(head.head?.english ?? "") && !head.before.length)
    return altered(head, { after: [left, ...head.after] });
  // 车内温度: "the temperature inside the car"
  if (left.type === "nominal" && left.head?.category === "place" && INSIDE.test(left.head.english))
    return altered(head, { after: [left.head, ...head.after] });
  head.before.unshift(asAttribute(left));
  return ADMINISTRATIVE.test(head.head?.word.text ?? "") && isProper(left) ? asProper(head) : head;
}

const HOME = /^(my|our|your|his|her|their) (?:home|family)$/;
const OWNERS = new Map([
  ["my", "I"],
  ["our", "we"],
  ["your", "you"],
  ["his", "he"],
  ["her", "she"],
  ["their", "they"],
]);
const THIS_YEAR = /^(?:this|last|next) (?:year|month|week)$/;
const ONLY_ONE = /^(?:first|last|latest|newest)$/;
const INSIDE = /^(?:inside|outside|in|on|under|behind|near|beside) /;
const SOME = /^(?:some|many|most|all) /;
/** 多云转阴: "cloudy turning to overcast". */
export const weatherTo = (left: Phrase, right: Phrase): Leaf =>
  altered(leaf(right), { english: `${leaf(left).english} ${leaf(right).english}` });
export const weatherTurns = (left: Phrase, right: Phrase): Leaf =>
  altered(leaf(left), { category: "adjective", english: `${leaf(left).english} ${leaf(right).english}` });

/** 天空蓝: the name of a colour. */
export const colorName = (left: Phrase, right: Phrase): Nominal => {
  const [thing, color] = [leaf(left), leaf(right)];
  const english = `${thing.english} ${color.english}`.replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
  return nominal(altered(color, { category: "name", english }));
};

const PART = /^the (?:first|second|third|last) (?:day|week|month|year|time|round|half)$|^\S+ (?:wedding )?anniversary$/;
const ADMINISTRATIVE = /^[省市县州镇村区]$/;
const isNamed = (left: Phrase): boolean => left.type === "nominal" && left.head?.category === "name";
const isProper = (left: Phrase): boolean =>
  left.type === "nominal" && /^(?:place|name)$/.test(left.head?.category ?? "");

/** 梁先生: English has the title before the name. */
const titled = (name: Nominal, title: Nominal): Nominal =>
  altered(name, {
    before: [
      ...title.before,
      altered(title.head!, { category: "title", english: titleOf(title.head!)! }),
      ...name.before,
    ],
  });

const titleOf = (head: Leaf): string | undefined => {
  const english = head.word.readings.find((r) => r.category === "title")?.english;
  return typeof english === "string" ? english : undefined;
};

/** 北京市: the kind of place is a part of the name. */
function asProper(noun: Nominal): Nominal {
  const head = noun.head!;
  return altered(noun, {
    head: altered(head, { category: "name", english: head.english.charAt(0).toUpperCase() + head.english.slice(1) }),
  });
}

/** A noun before a noun is its adjective where it has one: 中国经济 is the Chinese economy. */
function asAttribute(left: Phrase): Phrase {
  if (left.type !== "nominal" || !left.head || left.before.length || left.others.length || left.after.length)
    return left;
  const english = left.head.word.readings.find((r) => r.category === "adjective")?.english;
  // 科技创新大赛: a field of work, "innovation", is not what the contest is like
  const isField = left.head.category === "VFIELD";
  return typeof english === "string" && !left.head.word.verbatim && !isField
    ? adjectival(altered(left.head, { category: "adjective", english }))
    : left;
}
