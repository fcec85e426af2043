import { isMany } from "./agreement.js";
import { isWeather } from "./clause-shape.js";
import { altered } from "./make-phrases.js";
import { ownDoing, waitedLong } from "./own-doing.js";
import type { Clause, Nominal, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { type Setting, settingWith } from "./setting.js";
import { OBJECTLESS } from "./subject-shape.js";

/** What follows a noun: its owner, a place, or a relative clause as English writes it. */
export function afterPieces(given: Phrase, phrase: Nominal, setting: Setting): Piece[] {
  const part =
    given.type === "clause" && given.relative && phrase.head && !setting.english.isPerson(phrase.head.english)
      ? waitedLong(ownDoing(given, setting))
      : given;
  if (part.type === "nominal" && phrase.direct) return pieces(part, "object", setting);
  if (part.type === "nominal")
    return [added(phrase.head?.category === "percent" ? "of" : "of", "possessive"), ...pieces(part, "object", setting)];
  if (part.type !== "clause" || !part.relative) return pieces(part, "object", settingWith(setting, { embedded: true }));
  const word = phrase.head?.english ?? "";
  const made = pieces(
    part,
    "object",
    settingWith(setting, {
      embedded: true,
      ...(isOnesDoing(part, setting) && { tense: "past" as const }),
      agreement: part.subject
        ? "none"
        : isMany(phrase, setting.english) || phrase.head?.category === "plural"
          ? "they"
          : "he",
    }),
  );
  if (!phrase.head) return made;
  if (part.subject) return made;
  const from = part.verb?.english === "come from" && !part.negation;
  if (from) return [added("from", "relative"), ...made.slice(1)];
  // 要搬的内容: "the content to move"
  const [due] = part.modals;
  const done = altered(part, { modals: [] });
  if (due?.word.text === "要" && part.modals.length === 1 && lacksObject(done, phrase, setting))
    return toDo(done, setting);
  if (part.verb?.category === "MAKEV" && part.passive) return participlePieces(part, setting);
  const undergone = awaitedOf(part);
  if (isUndergone(undergone, phrase, setting)) return participlePieces(undergone, setting);
  // 参加活动的机会, 提高效率的方法: "a chance to take part", "a method of improving …"
  if (isProcess(part, setting) && !isWeather(part) && TO_DO.test(word)) return toDo(part, setting);
  if (isProcess(part, setting) && OF_DOING.test(word))
    return [added("of", "relative"), ...withGerund(altered(part, { relative: false }), setting)];
  if (isProcess(part, setting)) return withGerund(altered(part, { relative: false }), setting);
  return [added(setting.english.isPerson(word) ? "who" : "that", "relative"), ...made];
}

/** What a thing is for: "to move". */
const toDo = (part: Clause, setting: Setting): Piece[] => [
  added("to", "infinitive"),
  ...pieces(altered(part, { relative: false }), "object", settingWith(setting, { embedded: true, agreement: "none" })),
];

/** 我写的文章: what one person did to the noun is done. */
function isOnesDoing(part: Clause, { english }: Setting): boolean {
  const subject = part.subject?.type === "nominal" && !part.subject.others.length ? part.subject.head : undefined;
  const one = subject?.category === "pronoun" && /^(?:I|he|she)$/.test(subject.english);
  return one && !!part.verb && !part.copula && !part.modals.length && !english.isStative(part.verb.english);
}

/** 等了很久的快递: what is waited for is "awaited". */
const awaitedOf = (part: Clause): Clause =>
  part.verb?.english === "wait for" ? altered(part, { verb: altered(part.verb, { english: "await" }) }) : part;

/** 今天穿的鞋子: a verb that lacks its object, of a thing. */
const isUndergone = (part: Clause, phrase: Nominal, setting: Setting): boolean =>
  lacksObject(part, phrase, setting) && setting.english.isTransitive(part.verb!.english);

const lacksObject = (part: Clause, phrase: Nominal, { english }: Setting): boolean =>
  part.verb !== undefined &&
  !part.copula &&
  !part.passive &&
  !part.negation &&
  !part.modals.length &&
  !part.objects.length &&
  !part.complement &&
  !part.next.length &&
  !part.host &&
  phrase.head !== undefined &&
  !english.isPerson(phrase.head.english) &&
  !OBJECTLESS.test(part.verb.category);

/** "the shoes worn today": the relative clause without its "that are". */
function participlePieces(part: Clause, setting: Setting): Piece[] {
  const made = pieces(
    altered(part, { passive: true, relative: false, aspects: new Set() }),
    "object",
    settingWith(setting, { embedded: true, agreement: "he", tense: "present" }),
  );
  return made.filter((piece) => piece.rule !== "passive");
}

/** "people using …": a relative clause of a dynamic verb without mark of time. */
const isProcess = (part: Clause, { english }: Setting): boolean =>
  part.verb !== undefined &&
  !part.copula &&
  !part.modals.length &&
  !part.negation &&
  !part.aspects.size &&
  !part.passive &&
  !part.host &&
  // 已付款的用户: "who have already paid"
  !part.adverbs.some((adverb) => adverb.type === "leaf" && adverb.english === "already") &&
  !english.isStative(part.verb.english);

/** Nouns of a doing: what is done stands behind "of". */
const OF_DOING =
  /(?:^|[ -])(?:method|process|procedure|feeling|experience|habit|tradition|cost|purpose|possibility|risk|idea|thought|way|means)$/;

/** Nouns of what one may do, which stands behind "to". */
const TO_DO =
  /(?:^|[ -])(?:chance|opportunity|ability|right|time|need|reason|plan|decision|courage|attempt|permission|wish|desire)$/;
