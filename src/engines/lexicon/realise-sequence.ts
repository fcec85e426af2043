import { agreementOf } from "./agreement.js";
import { lackedBySpeaker } from "./lack.js";
import { altered } from "./make-phrases.js";
import { NEGATIVE_MODAL } from "./modals.js";
import type { Clause, Leaf } from "./phrase.js";
import { added, type Piece, pieceOf } from "./piece.js";
import { pieces, withGerund } from "./realise.js";
import { infinitive, inside, type Setting, settingWith } from "./setting.js";
import { tenseOf } from "./tense.js";

const MEANS = /^(?:use|take|go|come|return|rush|run|stay|gather)\b/;

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
