import { type Agreement, agreementOf, selfOf } from "./agreement.js";
import { deniedReason } from "./not-that.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";
import { added, type Piece } from "./piece.js";
import { isComma, SENTENCE_END } from "./punctuation.js";
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

/** A conjunction that opens a condition. */
export const CONDITION = /^(?:if|as long as|once|unless|when|in case|only if|even if|no matter)$/;

/** A conjunction whose clause another clause follows: 因为下雨，取消了比赛. */
const SUBORDINATE =
  /^(?:if|as long as|once|unless|when|in case|only if|even if|no matter|because|since|although|though)$/;

const REMINDER = /^(?:记得|记住|切记|别忘了?|不要忘记|务必|谨记)$/;

const FACT = /^(?:显示|表明|证明|说明)$/;

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
  if (before?.kind !== "mark" || !isComma(text, before) || clauseBefore?.kind !== "clause") return false;
  const after = stretches[index + 1];
  if (after && !SENTENCE_END.test(text[after.start]!)) return false;
  if (SUBORDINATE.test(opened ?? "")) return false;
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
  // 研究显示，喝茶有益: what shows something does nothing of what it shows
  const fact = FACT.test(phrase.verb?.word.text ?? "");
  const self = fact ? undefined : (selfOf(phrase.subject, english) ?? before.self);
  // 如果…，请先充电，然后…: what one is asked to do goes on as it began
  // 如果屏幕没有反应，长按电源键: what a condition is of does not do what it leads to
  const thing = CONDITION.test(phrase.conjunction?.english ?? "") && selfOf(phrase.subject, english) === "it";
  // 电池会老化，记得检查: what the reader is reminded of goes on so
  const asked = phrase.please !== undefined || (!phrase.subject && REMINDER.test(phrase.verb?.word.text ?? ""));
  const agreement =
    asked || thing || fact ? "none" : phrase.subject ? agreementOf(phrase.subject, english) : before.agreement;
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
