import { type Agreement, agreementOf, selfOf } from "./agreement.js";
import { isWeather } from "./clause-shape.js";
import { lacksMeans } from "./lack.js";
import { altered, nominal, reader, wordless } from "./make-phrases.js";
import { deniedReason, reasonInstead } from "./not-that.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import type { Stretch } from "./scan.js";
import { type Setting, settingWith } from "./setting.js";
import { type Tense, tenseOf } from "./tense.js";

/** What goes on from clause to clause within a sentence. */
export interface Carried {
  tense: Tense;
  agreement?: Agreement;
  self?: string;
  /** The conjunction that opened the sentence: "although" leaves no "but". */
  opened?: string;
  /** The word that wishes what the next clause says. */
  wish?: Leaf;
  /** The clause before says what something is not. */
  denied?: boolean;
  /** What it says is not the reason: 不是我不想买. */
  reason?: boolean;
}

const CONDITION = /^(?:if|as long as|once|unless|when|in case|only if|even if|no matter)$/;

/** 如果忘记了密码，可以…: what a condition leads to says again of whom it is. */
export function ledBy(phrase: Phrase, { opened, self }: Carried): Phrase {
  if (phrase.type === "clause" && addressesReader(phrase)) return altered(phrase, { subject: reader() });
  if (phrase.type === "clause" && !self && !phrase.subject && isReached(phrase))
    return altered(phrase, { subject: reader() });
  if (phrase.type === "clause" && self === "it" && lacksMeans(phrase))
    return altered(phrase, { subject: nominal(wordless("I", "pronoun")), conjunction: wordless("and", "CONJ") });
  if (phrase.type !== "clause" || !self || !CONDITION.test(opened ?? "")) return phrase;
  const lacks =
    !phrase.subject &&
    !phrase.please &&
    !phrase.how &&
    !phrase.conjunction &&
    (phrase.modals.length > 0 || follows(phrase));
  // 如果手机坏了，应该先关机: what a thing needs, whoever reads it does
  const reads = self === "it" && phrase.modals.some(({ word }) => DUTY.test(word.text));
  return lacks ? altered(phrase, { subject: reads ? reader() : nominal(wordless(self, "pronoun")) }) : phrase;
}

const DUTY = /^(?:应该?|可以|需要?|要|必须|不妨)$/;

/** 公司表示，将继续投入: what is said without a subject is said of the speaker. */
export const saidOf = (phrase: Phrase, { self }: Carried): Phrase =>
  phrase.type === "clause" &&
  self &&
  phrase.verb &&
  !phrase.subject &&
  !phrase.please &&
  !phrase.topic &&
  phrase.negation !== "dont"
    ? altered(phrase, { subject: nominal(wordless(self, "pronoun")) })
    : phrase;

/** 只需三步，就能找回手机: what can be reached, whoever reads it can. */
const isReached = ({ adverbs, modals, aspects, conjunction, please }: Clause): boolean =>
  !conjunction &&
  !please &&
  !aspects.size &&
  modals.length === 1 &&
  /^(?:能|可|可以)$/.test(modals[0]!.word.text) &&
  adverbs.some((adverb) => adverb.type === "leaf" && /^[就即便才]$/.test(adverb.word.text));

/** 就有机会获奖: 就 tells what follows from a condition; what one is asked to do, it asks. */
const follows = ({ adverbs, verb }: Clause): boolean =>
  adverbs.some((adverb) => adverb.type === "leaf" && adverb.word.text === "就") &&
  verb !== undefined &&
  !verb.word.readings.some((reading) => reading.category === "VASKED");

/** 如果觉得有用: a condition of nobody's is the reader's. */
const addressesReader = (phrase: Clause): boolean =>
  READERS.test(phrase.conjunction?.english ?? "") &&
  !phrase.subject &&
  !phrase.topic &&
  !phrase.front.length &&
  !phrase.passive &&
  !phrase.copula &&
  !phrase.host &&
  phrase.verb !== undefined &&
  !phrase.verb.category.endsWith("HAVE") &&
  !isWeather(phrase);

const READERS = /^(?:if|only if|as long as|once|unless|in case)$/;

/** Whether a mark is a comma. */
export const isComma = (text: string, stretch: Stretch): boolean => /[,，]/.test(text[stretch.start] ?? "");

/** 文件显示，…: a clause that ends in its verb of saying goes on with "that". */
export const reports = (phrase: Phrase): boolean =>
  phrase.type === "clause" &&
  phrase.subject !== undefined &&
  !phrase.conjunction &&
  phrase.verb?.word.readings.some((r) => r.category === "VSAY") === true &&
  !phrase.objects.length &&
  !phrase.complement &&
  !phrase.next.length;

/** A last clause that goes on with the subject of those before it: English says "and". */
export function closesSequence(
  phrase: Phrase,
  stretches: readonly Stretch[],
  index: number,
  text: string,
  opened: string | undefined,
): boolean {
  const [before, clauseBefore] = [stretches[index - 1], stretches[index - 2]];
  if (before?.kind !== "mark" || !/[,，]/.test(text[before.start]!) || clauseBefore?.kind !== "clause") return false;
  const after = stretches[index + 1];
  if (after && !SENTENCE_END.test(text[after.start]!)) return false;
  if (CONDITION.test(opened ?? "")) return false;
  return (
    phrase.type === "clause" &&
    phrase.verb !== undefined &&
    phrase.verb.category !== "VCONG" &&
    !phrase.subject &&
    !phrase.conjunction &&
    !phrase.front.length &&
    !phrase.please &&
    !phrase.topic &&
    phrase.negation !== "dont" &&
    !phrase.asks &&
    !phrase.how
  );
}

const PAIRS = new Map([
  ["although", /^(?:but|however,|yet)$/],
  ["because", /^(?:so|therefore,)$/],
  ["if", /^then$/],
  ["since", /^then$/],
]);

/** 不但…而且, 要么…要么: "not only … but", "either … or". */
const ANSWERS = new Map([
  ["not only and", "but"],
  ["either either", "or"],
]);

/** 虽然…但是, 因为…所以: English has the first conjunction alone. */
export function withoutPair(phrase: Phrase, opened: string | undefined): Phrase {
  if (phrase.type !== "clause" || !phrase.conjunction) return phrase;
  const answer = ANSWERS.get(`${opened} ${phrase.conjunction.english}`);
  if (answer) return altered(phrase, { conjunction: altered(phrase.conjunction, { english: answer }) });
  if (!PAIRS.get(opened ?? "")?.test(phrase.conjunction.english)) return phrase;
  return altered(phrase, { conjunction: undefined });
}

/** 不是广告，而是真心话, 不是手机，是艺术品: "not an ad, but …"; what it is stands without a verb. */
export function insteadOf(phrase: Phrase, { denied, reason, self }: Carried): Phrase {
  if (!denied || phrase.type !== "clause") return phrase;
  if (reason) return reasonInstead(phrase, self);
  const { conjunction, verb, subject, negation } = phrase;
  const told = conjunction ? conjunction.word.text.startsWith("而") : verb?.word.text === "是";
  if (!told || subject || negation || (verb && verb.category !== "BE")) return phrase;
  return altered(phrase, { verb: undefined, copula: undefined, conjunction: wordless("but", "CONJ") });
}

/** Puts "and" in the place of the comma just written, or behind it in a longer row. */
export function joinLast(out: Piece[]): void {
  const comma = out.pop();
  const row = out
    .slice(Math.max(0, out.findLastIndex((p) => p.rule === "mark" && p.text !== ",") + 1))
    .some((p) => p.rule === "mark");
  if (row && comma) out.push(comma);
  out.push(added("and", "sequence"));
}

/** What the next clause of a sentence goes on with. */
export function carryOn(phrase: Clause, before: Carried, setting: Setting): Carried {
  const { english } = setting;
  // 如果您忘记了密码，可以…: when a condition came about says nothing of what it leads to
  const tense = CONDITION.test(phrase.conjunction?.english ?? "")
    ? setting.tense
    : tenseOf(phrase, settingWith(setting, { tense: before.tense }));
  const self = selfOf(phrase.subject, english) ?? before.self;
  // 如果…，请先充电，然后…: what one is asked to do goes on as it began
  // 如果屏幕没有反应，长按电源键: what a condition is of does not do what it leads to
  const thing = CONDITION.test(phrase.conjunction?.english ?? "") && selfOf(phrase.subject, english) === "it";
  const agreement =
    phrase.please || thing ? "none" : phrase.subject ? agreementOf(phrase.subject, english) : before.agreement;
  const opened = phrase.conjunction?.english ?? before.opened;
  const reason = deniedReason(phrase);
  const said = reason ? selfOf(reason.subject, english) : undefined;
  const denied =
    reason !== undefined ||
    (phrase.copula === true && phrase.negation === "not" && phrase.objects[0]?.type !== "adjectival");
  return {
    tense,
    ...(agreement && { agreement }),
    ...(self && { self: said ?? self }),
    ...(opened && { opened }),
    ...(denied && { denied }),
    ...(reason && { reason: true }),
  };
}

/** A mark that ends a sentence. */
export const SENTENCE_END = /[。！？!?.;；\n]/;
