import { type Agreement, agreementOf, isReporting, selfOf } from "./agreement.js";
import { isFeeling } from "./clause-shape.js";
import { lackedBySpeaker } from "./lack.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import { someOf } from "./nominal-shape.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { core } from "./realise-core.js";
import { lacksIt, saysOfItself } from "./said.js";
import { infinitive, inside, type Setting, settingWith, withPronoun } from "./setting.js";
import { tenseOf } from "./tense.js";

const MEANS = /^(?:use|take|go|come|return|rush|run|stay|gather)\b/;

/** What completes a verb: "to go", "that he goes", "going". */
export function complementPieces(phrase: Clause, verb: string, agreement: Agreement, setting: Setting): Piece[] {
  const complement = phrase.complement;
  if (!complement) return [];
  const { english } = setting;
  const clause = complement.clause;
  const nested = inside(setting);
  const wished = verb === "wish" && clause.objects.length === 1 ? clause.objects[0] : undefined;
  if (wished?.type === "leaf" && !clause.verb && !clause.subject)
    return pieces(altered(wished, { english: withArticle(wished.english) }), "object", nested);
  if (complement.kind === "finite" && verb === "feel" && isFeeling(clause))
    return clause.objects.flatMap((o) => pieces(o, "predicate", nested));
  // 高兴得跳了起来: "so happy that he …"
  if (complement.kind === "finite" && phrase.copula)
    return [added("that", "result"), ...pieces(withPronoun(clause, setting), "object", nested)];
  // 知道怎么解决: "know how to solve it"
  if (complement.kind === "finite" && clause.how && !clause.subject && !clause.modals.length)
    return [
      pieceOf(clause.how, clause.how.english, "question"),
      added("to", "infinitive"),
      ...pieces(withoutHow(clause), "object", infinitive(nested)),
    ];
  // 他说不是: "he says it is not"
  if (complement.kind === "finite" && phrase.verb && isReporting(phrase.verb) && lacksIt(clause))
    return pieces(
      altered(clause, { subject: nominal(wordless("it", "pronoun")) }),
      "object",
      settingWith(nested, { agreement: "none" }),
    );
  if (complement.kind === "finite")
    return pieces(
      saysOfItself(phrase, clause, setting) ? withPronoun(clause, setting) : clause,
      "object",
      settingWith(nested, { agreement: clause.subject ? "none" : agreement === "none" ? "they" : agreement }),
    );
  if (clause.subject) return pieces(clause, "object", nested);
  if (/^congratulat/i.test(verb)) return [added("on", "congratulation"), ...withGerund(clause, setting)];
  if (verb === "thank" && phrase.objects.length) return [added("for", "thanks"), ...withGerund(clause, setting)];
  if (
    (!phrase.objects.length || /\{\} (?:for|on|from|of|in|with)$/.test(phrase.verb?.english ?? "")) &&
    english.takesGerund(verb.replace(" {}", ""))
  )
    return withGerund(clause, setting);
  const bare =
    (phrase.objects.length > 0 && english.takesBare(verb.split(" ")[0]!)) ||
    (!phrase.objects.length && / to$/.test(verb));
  const { negation } = clause;
  const affirmed = altered(clause, { negation: undefined });
  const forbidden = clause.modals.filter((leaf) => NEGATIVE_MODAL.test(leaf.english));
  if (!bare && (negation !== undefined || forbidden.length)) {
    const modals = clause.modals.filter((leaf) => !forbidden.includes(leaf));
    const not = forbidden[0] ? pieceOf(forbidden[0], "not", "negation") : added("not", "negation");
    return [not, added("to", "infinitive"), ...pieces(altered(affirmed, { modals }), "object", infinitive(nested))];
  }
  // 看到小姑娘让座: whose seat it is, is hers who gives it up
  const own = selfOf(phrase.objects.at(-1), english) ?? setting.self;
  const made = pieces(clause, "object", settingWith(infinitive(nested), { self: own }));
  return bare ? made : [added("to", "infinitive"), ...made];
}

const withoutHow = (phrase: Clause): Clause => altered(phrase, { how: undefined });

const NEGATIVE_MODAL = /^(?:cannot|(?:will|must|should|may|would) not)$/;

/** 祝你生日快乐: what is wished is "a happy birthday". */
const withArticle = (wish: string): string =>
  /^(?:happy|merry|nice|good|have a|safe)\b(?!.*\b(?:holidays|health|luck)$)/.test(wish)
    ? `a ${wish.replace(/^have a /, "")}`
    : wish;

/** 有没有朋友用过: "has any friend used …". */
function asksForAny(said: Clause): Clause {
  const { subject } = said;
  if (subject?.type !== "nominal" || subject.determiner || subject.quantity || subject.possessor) return said;
  return altered(said, {
    subject: altered(subject, { determiner: wordless("any", "determiner"), plural: false }),
    asks: true,
  });
}

/** 有 with a thing and what is said of it: "have a chance to win"; 有人喜欢 is "someone likes". */
export function hostPieces(phrase: Clause, subject: Phrase | undefined, setting: Setting): Piece[] {
  const object = phrase.objects[0];
  const noun = object?.type === "nominal" ? (object.head?.english ?? "") : "";
  const given = phrase.host!;
  // 有很多事情要做: "many things to do"
  const due =
    given.modals.length === 1 && /^[要待]$/.test(given.modals[0]!.word.text) && !given.subject && !given.negation;
  const host = due ? altered(given, { modals: [] }) : given;
  if (due || setting.english.takesInfinitive(noun))
    return [
      ...core(phrase, subject, setting),
      added("to", "infinitive"),
      ...pieces(host, "object", infinitive(inside(setting))),
    ];
  const negative = phrase.verb?.category === "NOHAVE";
  if (!negative && (!subject || subject.type === "prepositional" || isPlaceName(subject))) {
    const rest = altered(host, {
      modals: [...phrase.modals, ...host.modals],
      adverbs: [...phrase.adverbs, ...host.adverbs],
      front: [...phrase.front, ...phrase.endTimes, ...host.front],
      end: [...host.end, ...phrase.end],
    });
    const said = altered(rest, { subject: phrase.verb?.word.text === "有" ? someOf(object!, setting) : object! });
    return [
      ...pieces(phrase.verb?.word.asks ? asksForAny(said) : said, "object", setting),
      ...(subject && subject.type !== "prepositional" ? [added("in", "existential")] : []),
      ...(subject ? pieces(subject, "object", inside(setting)) : []),
    ];
  }
  const many = agreementOf(object, setting.english);
  const relative = pieces(host, "object", settingWith(inside(setting), { agreement: many }));
  return [
    ...core(phrase, subject, setting),
    added(setting.english.isPerson(noun) ? "who" : "that", "relative"),
    ...relative,
  ];
}

const isPlaceName = (subject: Phrase): boolean => subject.type === "nominal" && subject.head?.category === "place";

/** 边…边: "while charging". */
export const meanwhilePieces = (phrase: Clause, setting: Setting): Piece[] => [
  added("while", "meanwhile"),
  ...withGerund(phrase, setting),
];

/** A clause that is a fixed phrase and nothing else: 新年快乐. */
const saidPhrase = ({ verb, copula, objects, next }: Clause): Leaf | undefined => {
  const [only] = objects;
  return !verb && !copula && next.length === 1 && only?.type === "leaf" && only.category === "phrase"
    ? only
    : undefined;
};

/** 他会唱歌跳舞: the modal of the first verb is the second's too, "can sing and dance". */
const goesOn = (before: Clause, { subject, modals, negation, aspects, conjunction }: Clause): boolean =>
  before.modals.length > 0 && !subject && !modals.length && !negation && !aspects.size && !conjunction;

/** 无法下单和付款: of what one cannot do, each by itself, English says "or". */
function joining(before: Clause, clause: Clause, english: string): string {
  const denied = before.negation !== undefined || before.modals.some((modal) => NEGATIVE_MODAL.test(modal.english));
  if (/^(?:and|,)$/.test(english)) return denied && goesOn(before, clause) ? "or" : "and";
  return english;
}

/** A verb phrase behind another. */
export function nextPieces(before: Clause, join: Leaf | undefined, clause: Clause, setting: Setting): Piece[] {
  const tense = tenseOf(before, setting);
  const lacked = lackedBySpeaker(clause, before.subject ?? before.objects[0], setting.english);
  if (lacked !== clause) return [added("and", "sequence"), ...pieces(lacked, "object", setting)];
  const own = before.subject ? agreementOf(before.subject, setting.english) : (setting.agreement ?? setting.carried);
  const agreement = clause.subject ? undefined : own;
  // 转发即可参加: what is done first is for what one can do then
  if (
    !before.subject &&
    !setting.carried &&
    clause.modals.length === 1 &&
    /^[即就]?(?:可|能|可以)$/.test(clause.modals[0]!.word.text)
  )
    return [added("to", "purpose"), ...pieces(altered(clause, { modals: [] }), "object", infinitive(inside(setting)))];
  if (clause.negation === "dont" || clause.please)
    return [
      added(",", "sequence", true),
      ...pieces(
        clause,
        "object",
        settingWith(inside(setting), { embedded: false, agreement: "none", tense: "present" }),
      ),
    ];
  const made = goesOn(before, clause)
    ? pieces(clause, "object", infinitive(inside(setting)))
    : pieces(clause, "object", settingWith(setting, { tense, ...(agreement && { agreement }) }));
  if (clause.conjunction) return made;
  const phrase = join ? undefined : saidPhrase(before);
  if (phrase) {
    const open = /(?:^| )(?:to|please|not|don't)$/.test(phrase.english);
    return open ? pieces(clause, "object", infinitive(inside(setting))) : [added(",", "sequence", true), ...made];
  }
  if (clause.subject) {
    const and = join?.english === "and" ? [added("and", "sequence")] : [];
    return [added(",", "sequence", true), ...and, ...made];
  }
  if (join) return [pieceOf(join, joining(before, clause, join.english), "coordination"), ...made];
  if (
    setting.agreement === undefined &&
    !(clause.negation && clause.modals.length) &&
    !before.subject &&
    !before.please &&
    tense === "present" &&
    !setting.carried &&
    !before.copula &&
    !clause.copula
  )
    return [added("to", "purpose"), ...pieces(clause, "object", infinitive(inside(setting)))];
  if (before.verb && MEANS.test(before.verb.english) && before.objects.length + before.end.length > 0)
    return [added("to", "purpose"), ...pieces(clause, "object", infinitive(inside(setting)))];
  return [added("and", "sequence"), ...made];
}
