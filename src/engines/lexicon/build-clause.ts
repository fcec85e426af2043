import type { Action } from "./build.js";
import { altered, asClause, change, clause, leaf, nominal, reader, withSubject, wordless } from "./make-phrases.js";
import type { Clause, Leaf, Nominal, Phrase, Prepositional } from "./phrase.js";
import { asksByForm } from "./question.js";
import { copied } from "./verb-copied.js";

/** 问我能不能寄: what one asks or does not know is whether it is so. */
const ASKING = /问|^(?:不|想)知道|^(?:好奇|看看|不确定)/;

/** The actions that hang clauses together: what is said, what follows, what is meant at the same time. */
export const clauseActions: Record<string, Action> = {
  andThen: (left, right) =>
    change(left, {
      next: [...asClause(left).next, { join: wordless("and then"), clause: asClause(right) }],
    }),
  clauseObject: (left, right) => {
    const made = asClause(left);
    const asked = asClause(right);
    const said: Clause = altered(asked, { asks: undefined });
    // 你觉得这款手机怎么样: "what do you think of this phone"
    if (made.verb?.english === "think" && said.subject && isHow(said.objects[0]))
      return altered(made, {
        verb: altered(made.verb, { english: "think of" }),
        how: wordless("what"),
        objects: [said.subject],
      });
    // 看看有没有泄露: what a verb of saying has behind it is asked indirectly
    if (said.aspects.has("ASKS") || (ASKING.test(made.verb?.word.text ?? "") && asksByForm(said)))
      return altered(made, { complement: { kind: "finite", clause: altered(said, { whether: true }) } });
    // 你知道这是谁吗: 吗 asks what the whole sentence says
    const whole = asked.asks === true && !said.modals.some(({ category }) => category === "WHETHER");
    return change(left, {
      complement: { kind: "finite", clause: whole ? said : asked },
      ...(whole && { asks: true }),
    });
  },
  urges: (left) => change(left, { urged: true }),
  please: (left, right) => change(right, { please: leaf(left) }),
  // 关注转发评论: "follow, repost and comment"
  listed: (left, right) => {
    const first = asClause(left);
    const verb = first.verb?.word.verbatim
      ? first.verb
      : first.verb && altered(first.verb, { english: first.verb.english.replace(" and ", ", ") });
    const next = [...first.next, { join: wordless(",", "PAUSE"), clause: asClause(right) }];
    return altered(first, { verb, next });
  },
  // 转发抽三位: "repost, and we'll draw three people"
  andWe: (left, right) => {
    const drawn = asClause(right);
    const [prize] = drawn.objects;
    const people = prize?.type !== "nominal" || !prize.head || PEOPLE.test(prize.head.word.text);
    const draw = altered(drawn, {
      ...(!people && drawn.verb && { verb: altered(drawn.verb, { english: "give away" }) }),
      subject: nominal(wordless("we", "pronoun")),
      modals: [wordless("will", "modal")],
    });
    return change(left, { next: [...asClause(left).next, { join: wordless("and"), clause: draw }] });
  },
  welcome: (left, right) => change(right, { please: leaf(left) }),
  // 既能听音乐，又能接电话: "can both … and …"
  bothAnd: (left, right) => {
    const made = asClause(left);
    const further = asClause(right);
    const shared = made.modals[0]?.english === further.modals[0]?.english;
    return altered(made, {
      adverbs: [...made.adverbs, wordless("both", "adverb")],
      next: [...made.next, { join: wordless("and"), clause: shared ? altered(further, { modals: [] }) : further }],
    });
  },
  // 带上它就够了, 点击链接即可: "just tap the link"
  justDo: (left, right) =>
    change(left, { adverbs: [altered(leaf(right), { english: "just" }), ...asClause(left).adverbs] }),
  // 我认识他很久了: "have known him for a long time"
  forLong: (left, right) => {
    const done = asClause(left);
    return altered(done, { end: [...done.end, right], aspects: new Set([...done.aspects, "GUO"]) });
  },
  // 因偷窃被捕: "arrested for stealing"
  causeOf: (left, right) => {
    const done = asClause(right);
    const cause = left as Prepositional;
    const undergone = done.passive || /^be /.test(done.verb?.english ?? "");
    const preposition = altered(cause.preposition, { english: undergone ? "for" : "because of" });
    return altered(done, { end: [...done.end, { ...cause, preposition }] });
  },
  thanClause: (left, right) =>
    moreThan(asClause(right), left) ??
    change(right, {
      end: [...asClause(right).end, { type: "prepositional", preposition: wordless("compared with"), object: left }],
    }),
  serial,
  serialPhrase: serial,
  coordinateClauses: (left, right) => {
    const { join, phrase } = (right as Nominal).others[0]!;
    return change(left, { next: [...asClause(left).next, { join, clause: asClause(phrase) }] });
  },
  phrase: (left) => altered(clause(), { objects: [left] }),
  front: (left, right) => change(right, { front: [left, ...asClause(right).front] }),
  frontAdverb: (left, right) => change(right, { front: [left, ...asClause(right).front] }),
  interjection: (left, right) =>
    change(right, { front: [altered(leaf(left), { category: "interjection" }), ...asClause(right).front] }),
  conjunction: (left, right) =>
    asClause(right).conjunction
      ? change(right, { front: [left, ...asClause(right).front] })
      : change(right, { conjunction: leaf(left) }),
  whileDoing: (left, right) => change(left, { meanwhile: asClause(right) }),
  // 送到门店检测: "for testing"
  forService: (left, right) => {
    const service = altered(leaf(right), { category: "mass", english: asActivity(leaf(right).english) });
    const purpose: Phrase = { type: "prepositional", preposition: wordless("for"), object: nominal(service) };
    return change(left, { end: [...asClause(left).end, purpose] });
  },
  // 车主注意啦: "car owners, attention"
  callOut: (left, right) => {
    const called = left.type === "nominal" && !left.quantity && !left.determiner && left.head?.category === "noun";
    return altered(clause(), {
      subject: called ? altered(left, { plural: true }) : left,
      please: leaf(right),
    });
  },
};

/** 她比我更喜欢猫: "likes cats more than me". */
function moreThan(done: Clause, than: Phrase): Clause | undefined {
  const more = done.adverbs.find((part): part is Leaf => part.type === "leaf" && part.english === "more");
  if (!more || !done.verb) return undefined;
  const hard = / hard$/.test(done.verb.english);
  const verb = hard ? altered(done.verb, { english: `${done.verb.english}er` }) : done.verb;
  return altered(done, {
    verb,
    adverbs: done.adverbs.filter((part) => part !== more),
    end: [...done.end, ...(hard ? [] : [more]), { type: "prepositional", preposition: wordless("than"), object: than }],
  });
}

const isHow = (phrase: Phrase | undefined): boolean =>
  phrase?.type === "leaf" && phrase.category === "PREDICATE" && phrase.english === "how";

const PEOPLE = /(?:人|用户|粉丝|朋友|网友|观众|同学)$/;

/** One clause behind another. */
function serial(left: Phrase, right: Phrase): Clause {
  const [first, second] = [asClause(left), asClause(right)];
  const led = copied(first, second) ?? ifMet(first, second) ?? toAsk(first, second);
  if (led) return led;
  // 能帮忙催一下吗: 吗 asks what the whole says
  const whole = second.asks === true && !second.subject && !first.subject;
  const done = whole ? altered(second, { asks: undefined }) : second;
  return altered(first, { next: [...first.next, { clause: done }], asks: whole || first.asks });
}

/** 遇到诈骗电话不要慌: "if you get a scam call, don't panic". */
function ifMet(met: Clause, asked: Clause): Clause | undefined {
  const [said] = asked.objects;
  const forbids = asked.negation === "dont" || (said?.type === "leaf" && /^(?:don't|do not|never) /.test(said.english));
  if (!MEETING.test(met.verb?.word.text ?? "") || met.subject || met.aspects.size || !(forbids || asked.please))
    return undefined;
  const condition = withSubject(altered(met, { conjunction: wordless("if") }), reader());
  return altered(asked, { front: [condition, ...asked.front] });
}

/** 报名请点链接: "to sign up, please tap the link". */
function toAsk(done: Clause, asked: Clause): Clause | undefined {
  const plain = done.verb && !done.copula && !done.subject && !done.modals.length && !done.aspects.size && !done.please;
  if (!plain || !asked.please || asked.subject || done.negation || done.how || done.conjunction || done.next.length)
    return undefined;
  const aim: Phrase = { type: "prepositional", preposition: wordless("to"), object: done };
  return altered(asked, { front: [aim, ...asked.front] });
}

const MEETING = /^(?:遇|遇到|遇见|收到|接到|碰到|发现|看到|见到)$/;

/** What is done to a thing rather than one time of it: "testing", but "repair". */
const asActivity = (noun: string): string => (noun === "test" ? "testing" : noun);
