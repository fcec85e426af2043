import type { Agreement } from "./agreement.js";
import type { VerbForm } from "./inflect.js";
import { altered } from "./make-phrases.js";
import { AFTER_MODAL, infinitiveModal, leadOf, MODALS, PAST_MODALS } from "./modals.js";
import type { Clause, Leaf } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces } from "./realise.js";
import type { Setting } from "./setting.js";

/** A verb with its auxiliaries: `aux` may stand before the subject, `tail` stands behind the object. */
export interface VerbGroup {
  readonly aux?: Piece;
  /** Adverbs that stand before an auxiliary of negation: "still do not know". */
  readonly lead?: Piece[];
  readonly rest: Piece[];
  readonly tail?: Piece;
}

interface Unit {
  text: string;
  form?: VerbForm;
  leaf?: Leaf;
  rule: string;
}

/** Builds the verb group of a clause from its verb's English, its modals, aspect, voice and negation. */
export function verbGroup(
  phrase: Clause,
  text: string,
  agreement: Agreement,
  asks: boolean,
  setting: Setting,
): VerbGroup {
  const { english, tense } = setting;
  // 一直在等你: "have been waiting"
  const always = phrase.adverbs.find((part) => part.type === "leaf" && part.word.text === "一直");
  if (always && phrase.aspects.has("PROG") && !phrase.modals.length && !english.isStative(text) && !phrase.negation)
    return verbGroup(
      altered(phrase, {
        adverbs: phrase.adverbs.filter((part) => part !== always),
        aspects: new Set([...phrase.aspects, "SINCE"]),
      }),
      text,
      agreement,
      asks,
      setting,
    );
  // 去过 is "have been to": its "have" takes the adverbs behind it
  if (text.startsWith("have been "))
    return verbGroup(
      altered(phrase, { aspects: new Set([...phrase.aspects, "GUO"]) }),
      text.replace("have been", "be"),
      agreement,
      asks,
      setting,
    );
  const before = phrase.adverbs.filter((a) => !(a.type === "leaf" && english.isEndAdverb(a.english)));
  const adverbs = before.flatMap((a) => pieces(a, "object", setting)).map(intensified);
  if (!text && !phrase.modals.length) return { rest: adverbs };
  const within = leadOf(text);
  if (within) {
    const rest = altered(phrase, { ...(within.negates && { negation: phrase.negation ?? ("not" as const) }) });
    const leaf = phrase.verb!;
    if (within.modal) rest.modals = [...phrase.modals, altered(leaf, { english: within.modal })];
    if (within.adverb)
      rest.adverbs = [...phrase.adverbs, altered(leaf, { category: "adverb", english: within.adverb })];
    return verbGroup(rest, within.rest, agreement, asks, setting);
  }
  const gap = text.indexOf("{}");
  const main = gap < 0 ? text : text.slice(0, gap).trim();
  const tail = gap < 0 ? "" : text.slice(gap + 2).trim();
  const chain = unitsOf(phrase, main, tense, agreement, setting);
  const [first, ...others] = chain;
  const negated = phrase.negation !== undefined;
  const not = negated ? [added("not", "negation")] : [];
  const later = others.map((u) => unitPiece(u, english.verb(u.text, u.form ?? "base")));
  const withTail = tail && phrase.verb ? { tail: pieceOf(phrase.verb, tail, "verb") } : {};
  if (!first) return { rest: [...not, ...adverbs], ...withTail };
  const unable = negated && first.rule === "modal" && MODALS.has(first.text) && !setting.embedded && !asks;
  const isBare = agreement === "none" && !phrase.subject && !unable;
  const leads = ({ text }: Piece): boolean =>
    (negated && (BEFORE_NOT.test(text) || (!isBare && BEFORE_STATED.test(text)))) ||
    (!asks && first.text === "cannot" && text === "still");
  const lead = adverbs.filter(leads);
  const behind = lead.length ? adverbs.filter((piece) => !leads(piece)) : adverbs;
  if (isBare) {
    if (first.text === "had better") first.text = "it is best to";
    const not = negated ? [added(setting.embedded ? "not" : "do not", "negation")] : [];
    return {
      rest: [...lead, ...not, ...behind, unitPiece(first, english.verb(first.text, first.form ?? "base")), ...later],
      ...withTail,
    };
  }
  const [word, ...tailWords] = first.text.split(" ");
  if (MODALS.has(word!)) {
    const modal = tense === "past" ? (PAST_MODALS.get(word!) ?? word!) : word!;
    const after = [...behind, ...(tailWords.length ? [unitPiece(first, tailWords.join(" "))] : []), ...later];
    if (modal === "can" && negated && !asks) return { aux: unitPiece(first, "cannot"), lead, rest: after, ...withTail };
    return { aux: unitPiece(first, modal), lead, rest: [...not, ...after], ...withTail };
  }
  if (word === "be") {
    const be = unitPiece(first, beForm(agreement, tense));
    const after = tailWords.length ? [unitPiece(first, tailWords.join(" "))] : [];
    return { aux: be, rest: [...not, ...adverbs, ...after, ...later], ...withTail };
  }
  if (first.rule === "perfect") {
    return {
      aux: unitPiece(first, agreement === "he" ? "has" : "have"),
      rest: [...not, ...adverbs, ...later],
      ...withTail,
    };
  }
  if (negated || asks) {
    const aux = tense === "past" ? "did" : agreement === "he" ? "does" : "do";
    return {
      aux: added(aux, "auxiliary"),
      lead,
      rest: [...not, ...behind, unitPiece(first, english.verb(first.text, "base")), ...later],
      ...withTail,
    };
  }
  const form = tense === "past" ? "past" : agreement === "he" ? "third" : "base";
  return { rest: [...adverbs, unitPiece(first, english.verb(first.text, form)), ...later], ...withTail };
}

const BEFORE_NOT = /^(?:still|also|really|actually|just|simply|definitely|certainly|probably|clearly|almost)$/;
/** Adverbs that stand there too, save before what is forbidden: "do not often charge it". */
const BEFORE_STATED = /^(?:suddenly|often|usually|generally|basically|obviously)$/;

/** 很喜欢: what is "very" before an adjective is "really" before a verb. */
const intensified = (piece: Piece): Piece => (piece.text === "very" ? { ...piece, text: "really" } : piece);

const unitPiece = (unit: Unit, text: string): Piece =>
  unit.leaf ? pieceOf(unit.leaf, text, unit.rule) : added(text, unit.rule);

function unitsOf(
  phrase: Clause,
  main: string,
  tense: string,
  agreement: Agreement,
  { english, embedded }: Setting,
): Unit[] {
  const units: Unit[] = [];
  phrase.modals.forEach((leaf, i) => {
    if (agreement === "none" && !phrase.subject && leaf.word.text === "要") return;
    const infinitive = embedded && agreement === "none" && !phrase.subject;
    const text = infinitive
      ? infinitiveModal(leaf.english)
      : i > 0
        ? (AFTER_MODAL.get(leaf.english) ?? leaf.english)
        : leaf.english;
    if (text) units.push({ text, leaf, rule: "modal" });
  });
  const finite = agreement !== "none" || phrase.subject !== undefined;
  const progressive = phrase.aspects.has("PROG") && !english.isStative(main) && finite;
  const already = phrase.adverbs.some((a) => a.type === "leaf" && a.english === "already");
  const perfect =
    finite &&
    (!embedded || (phrase.relative === true && (phrase.aspects.has("GUO") || already))) &&
    !units.length &&
    (!progressive || phrase.aspects.has("SINCE")) &&
    (phrase.aspects.has("SINCE") ||
      phrase.aspects.has("GUO") ||
      (already && phrase.negation === undefined) ||
      phrase.aspects.has("YET")) &&
    !isState(phrase) &&
    !(tense === "past" && phrase.endTimes.length);
  // 可能已经走了: "may already have left"
  const guessed =
    finite &&
    units.length === 1 &&
    /^(?:may|might|must)$/.test(units[0]!.text) &&
    phrase.negation === undefined &&
    (phrase.aspects.has("LE") || phrase.aspects.has("GUO"));
  const verb: Unit = { text: main, rule: "verb", ...(phrase.verb && { leaf: phrase.verb }) };
  if (perfect || guessed) units.push({ text: "have", rule: "perfect" });
  if (progressive) {
    units.push({ text: "be", rule: "progressive", ...(perfect && { form: "participle" as const }) });
    verb.form = "gerund";
  } else if (perfect || guessed) verb.form = "participle";
  if (phrase.passive && !main.startsWith("be ")) {
    units.push({ text: "be", rule: "passive", ...(verb.form && { form: verb.form }) });
    verb.form = "participle";
  }
  if (main) units.push(verb);
  return units;
}

/** 钱包已经空了: what something is by now, it is. */
const isState = (phrase: Clause): boolean =>
  phrase.copula === true && !phrase.verb && phrase.objects[0]?.type === "adjectival" && !phrase.aspects.has("GUO");

/** "be" as it agrees. */
export function beForm(agreement: Agreement, tense: string): string {
  if (tense === "past") return agreement === "they" ? "were" : "was";
  return agreement === "I" ? "am" : agreement === "they" || agreement === "none" ? "are" : "is";
}
