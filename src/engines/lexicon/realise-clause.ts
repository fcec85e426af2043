import type { Clause, Leaf, Nominal, Phrase } from "./phrases.js";
import { type Agreement, added, type Piece, pieceOf, pieces, type Role, type Setting, withGerund } from "./realise.js";
import { verbGroup } from "./realise-verb.js";

const WH = /^(?:what|who|which|whose|how many|how much|where)$/;
const PREPOSITION_END = / (?:to|at|for|of|with|from|about|into|as)$/;

/** The English of a clause. */
export function clausePieces(phrase: Clause, setting: Setting): Piece[] {
  const tense = tenseOf(phrase, setting);
  const inner = { ...setting, tense };
  const made: Piece[] = [];
  if (phrase.conjunction) made.push(pieceOf(phrase.conjunction, phrase.conjunction.english, "conjunction"));
  else if (phrase.whether) made.push(added("whether", "conjunction"));
  for (const part of phrase.front) made.push(...frontPieces(part, inner));
  if (phrase.topic && !phrase.verb && !phrase.copula) return [...made, ...topicPhrase(phrase, inner)];
  if (phrase.please) made.push(pieceOf(phrase.please, phrase.please.english, "please"));
  made.push(...core(phrase, inner));
  if (phrase.theMore) made.unshift(...theMorePieces(phrase.theMore, inner));
  if (phrase.meanwhile) made.push(added("while", "meanwhile"), ...withGerund(phrase.meanwhile, inner));
  for (const { join, clause } of phrase.next) made.push(...nextPieces(phrase, join, clause, inner));
  return made;
}

/** Whether the clause is past by its own marks; else as around it. */
export function tenseOf(phrase: Clause, setting: Setting): "present" | "past" {
  if (phrase.aspects.has("LE") || phrase.aspects.has("DE") || phrase.negation === "past" || phrase.aspects.has("GUO"))
    return phrase.modals.length ? setting.tense : "past";
  const times = [...phrase.front, ...phrase.endTimes, ...phrase.end].flatMap((part) =>
    part.type === "temporal" ? leavesOf(part) : [],
  );
  if (
    times.some(
      (leaf) => /\b(?:yesterday|last|ago|in the past|then|at that time)\b/.test(leaf.english) || isPastYear(leaf),
    )
  )
    return "past";
  if (times.some((leaf) => /\b(?:now|tomorrow|next|every|today|tonight)\b/.test(leaf.english))) return "present";
  return setting.tense;
}

function theMorePieces(phrase: Clause, setting: Setting): Piece[] {
  return [
    added("the more", "more and more"),
    ...pieces(phrase, "object", { ...setting, embedded: true }),
    added(",", "more and more", true),
    added("the more", "more and more"),
  ];
}

function leavesOf(part: Extract<Phrase, { type: "temporal" }>): Leaf[] {
  return [
    ...(part.leaf ? [part.leaf] : []),
    ...(part.relation?.category === "AGO" ? [part.relation] : []),
    ...part.parts.flatMap(leavesOf),
  ];
}

const isPastYear = (leaf: Leaf): boolean => {
  const year = leaf.category === "date" ? /\b(1\d{3}|20[01]\d)\b/.exec(leaf.english) : undefined;
  return year !== undefined && year !== null;
};

function frontPieces(part: Phrase, setting: Setting): Piece[] {
  const made = pieces(part, "object", { ...setting, embedded: true });
  const comma =
    part.type === "temporal" ||
    part.type === "prepositional" ||
    (part.type === "leaf" && (part.category === "interjection" || / /.test(part.english)));
  return comma && made.length && !/,$/.test(made.at(-1)!.text) ? [...made, added(",", "front", true)] : made;
}

function topicPhrase(phrase: Clause, setting: Setting): Piece[] {
  const topic = pieces(phrase.topic!, "subject", setting);
  const said = phrase.objects.flatMap((o) => pieces(o, "object", setting));
  if (said[0]?.text === "what to do")
    return [...said, added("about", "topic"), ...pieces(phrase.topic!, "object", setting)];
  return [...topic, ...said];
}

function core(phrase: Clause, setting: Setting): Piece[] {
  const subject = phrase.subject;
  const existential =
    phrase.verb?.category.endsWith("HAVE") &&
    (!subject || subject.type === "prepositional" || isPlace(subject)) &&
    !setting.agreement;
  const agreement = existential
    ? agreementOf(phrase.objects[0])
    : subject
      ? agreementOf(subject)
      : (setting.agreement ?? (setting.tense === "past" ? "they" : "none"));
  const topic = phrase.topic ? [...pieces(phrase.topic, "subject", setting), added(",", "topic", true)] : [];
  const wh = phrase.how ?? phrase.objects.map(whLeaf).find((leaf) => leaf !== undefined);
  const asks =
    !setting.embedded && (phrase.asks === true || (setting.question && wh !== undefined && subject !== undefined));
  const whObject = phrase.how ? undefined : phrase.objects.find((o) => whLeaf(o) !== undefined);
  const fronted =
    wh && (asks || setting.embedded || phrase.how) && subject
      ? phrase.how
        ? [pieceOf(phrase.how, phrase.how.english, "question")]
        : pieces(whObject!, "subject", setting)
      : [];
  const howAlone =
    phrase.how && !subject
      ? [
          pieceOf(phrase.how, phrase.how.english, "question"),
          ...(agreement === "none" ? [added("to", "question")] : []),
        ]
      : [];
  const text = existential ? phrase.verb!.english.replace(/^have/, "be") : verbText(phrase);
  const group = verbGroup(phrase, text, agreement, asks, setting);
  const subjectPieces = existential
    ? [added("there", "existential")]
    : subject
      ? pieces(subject, "subject", { ...setting, embedded: true })
      : [];
  const ordered =
    asks && group.aux
      ? [group.aux, ...subjectPieces, ...group.rest]
      : [...subjectPieces, ...(group.aux ? [group.aux] : []), ...group.rest];
  const objects = phrase.objects
    .filter((o) => o !== whObject || !fronted.length)
    .map((o) =>
      pieces(o, phrase.copula || phrase.verb?.category.endsWith("HAVE") ? "predicate" : "object", {
        ...setting,
        embedded: true,
      }),
    );
  const made = [...topic, ...fronted, ...howAlone, ...ordered];
  insertObjects(made, objects, group.tail);
  made.push(...complementPieces(phrase, text, agreement, setting));
  if (existential && subject)
    made.push(
      ...(subject.type === "prepositional"
        ? pieces(subject, "object", setting)
        : [added("in", "existential"), ...pieces(subject, "object", setting)]),
    );
  if (phrase.agent) made.push(added("by", "passive"), ...pieces(phrase.agent, "object", setting));
  for (const part of phrase.end) made.push(...pieces(part, "object", { ...setting, embedded: true }));
  for (const part of phrase.endTimes) made.push(...pieces(part, "object", { ...setting, embedded: true }));
  for (const adverb of phrase.adverbs) if (isEnd(adverb, setting)) made.push(...pieces(adverb, "object", setting));
  return made;
}

const isEnd = (part: Phrase, { english }: Setting): boolean =>
  part.type === "leaf" && english.isEndAdverb(part.english);

/** The verb's English; without an object it loses the preposition that was for one. */
function verbText(phrase: Clause): string {
  if (phrase.copula) return phrase.verb?.english.startsWith("be") ? phrase.verb.english : "be";
  const text = phrase.verb?.english ?? "";
  const lone = !phrase.objects.length && !phrase.passive && !phrase.relative;
  return lone && !phrase.complement ? text.replace(PREPOSITION_END, "") : lone ? text.replace(/ to$/, "") : text;
}

function insertObjects(made: Piece[], objects: Piece[][], tail: Piece | undefined): void {
  const [first, ...others] = objects;
  if (first) made.push(...first);
  if (tail) made.push(tail);
  for (const object of others) made.push(...object);
}

function complementPieces(phrase: Clause, verb: string, agreement: Agreement, setting: Setting): Piece[] {
  const complement = phrase.complement;
  if (!complement) return [];
  const { english } = setting;
  const clause = complement.clause;
  if (complement.kind === "finite")
    return pieces(clause, "object", {
      ...setting,
      embedded: true,
      agreement: clause.subject ? "none" : agreement === "none" ? "they" : agreement,
    });
  if (clause.subject) return pieces(clause, "object", { ...setting, embedded: true });
  if (!phrase.objects.length && english.takesGerund(verb)) return withGerund(clause, setting);
  const bare = english.takesBare(verb.split(" ")[0]!) || / to$/.test(verb);
  const made = pieces(clause, "object", { ...setting, embedded: true, agreement: "none", tense: "present" });
  return bare ? made : [added("to", "infinitive"), ...made];
}

function nextPieces(before: Clause, join: Leaf | undefined, clause: Clause, setting: Setting): Piece[] {
  const tense = tenseOf(before, setting);
  const agreement = clause.subject ? undefined : before.subject ? agreementOf(before.subject) : setting.agreement;
  const inner: Setting = { ...setting, tense, ...(agreement && { agreement }) };
  const made = pieces(clause, "object", inner);
  if (clause.conjunction) return made;
  if (clause.subject) return [added(",", "sequence", true), ...made];
  if (join) return [pieceOf(join, join.english === "," ? "and" : join.english, "coordination"), ...made];
  if (
    before.verb &&
    /^(?:use|take|go|come|return|rush|run|stay)\b/.test(before.verb.english) &&
    before.objects.length + before.end.length > 0
  )
    return [
      added("to", "purpose"),
      ...pieces(clause, "object", { ...setting, agreement: "none", tense: "present", embedded: true }),
    ];
  return [added("and", "sequence"), ...made];
}

/** What the verb agrees with, for a subject. */
export function agreementOf(subject: Phrase | undefined): Agreement {
  if (!subject) return "he";
  if (subject.type !== "nominal") return "he";
  const noun: Nominal = subject;
  if (noun.others.length) return "they";
  const word = noun.head?.english ?? "";
  if (noun.head?.category === "pronoun") {
    if (word === "I") return "I";
    return /^(?:you|we|they|these|those|both|many|some|others|who all|you all)$/.test(word) || noun.plural
      ? "they"
      : "he";
  }
  if (noun.head?.category === "plural" || noun.plural) return "they";
  if (noun.head?.category === "mass" || noun.head?.category === "name") return "he";
  const number = noun.quantity?.number;
  if (number && number.word.value !== 1) return "they";
  const many = /^(?:these|those|some|many|several|various|all|other|both|few|most|numerous|countless)$/;
  if (noun.determiner && many.test(noun.determiner.english)) return "they";
  if (noun.quantity?.measure?.english === "some") return "they";
  return noun.before.some((p) => p.type === "adjectival" && many.test(p.head.english)) ? "they" : "he";
}

const isPlace = (subject: Phrase): boolean => subject.type === "nominal" && subject.head?.category === "place";

function whLeaf(phrase: Phrase): Leaf | undefined {
  if (phrase.type === "leaf") return WH.test(phrase.english) ? phrase : undefined;
  if (phrase.type !== "nominal") return undefined;
  if (phrase.head && phrase.head.category === "pronoun" && WH.test(phrase.head.english)) return phrase.head;
  if (phrase.determiner && WH.test(phrase.determiner.english)) return phrase.determiner;
  return undefined;
}

export type { Role };
