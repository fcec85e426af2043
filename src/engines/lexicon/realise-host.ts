import { agreementOf } from "./agreement.js";
import { altered, wordless } from "./make-phrases.js";
import { someOf } from "./nominal-shape.js";
import type { Clause, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import { pieces } from "./realise.js";
import { core } from "./realise-core.js";
import { infinitive, inside, type Setting, settingWith } from "./setting.js";

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
      front: [...phrase.endTimes, ...host.front],
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
