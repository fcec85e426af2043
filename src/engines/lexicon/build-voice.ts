import type { Action } from "./build.js";
import { altered, asClause, change, clause, leaf, withSubject, wordless } from "./make-phrases.js";

/** The actions of 把, 被, 由 and 以: to what and by whom something is done, and what it is taken as. */
export const voiceActions: Record<string, Action> = {
  disposal: (left, right) => {
    const made = asClause(right);
    // 把手机借给同学: "lend the phone to …"
    const [recipient, ...others] = made.objects;
    if (recipient && !others.length && made.verb && /.给$/.test(made.verb.word.text) && !/ to$/.test(made.verb.english))
      return altered(made, {
        objects: [left],
        end: [{ type: "prepositional", preposition: wordless("to"), object: recipient }, ...made.end],
      });
    // 将密码告诉他人: English names first whom one tells
    const tells = made.verb?.english === "tell" && made.objects.length === 1;
    return altered(made, { objects: tells ? [...made.objects, left] : [left, ...made.objects] });
  },
  agent: (_, right) => right,
  byWhom: (left, right) => {
    const made = asClause(right);
    // 由警察看守 is passive; what has an object is done by the subject: 由他公布结果
    if (made.verb && !made.copula && !made.objects.length && !made.complement && !made.next.length)
      return altered(made, { passive: true, agent: left });
    return made.subject ? made : withSubject(made, left);
  },
  // 把用户当朋友: "treat users as friends"
  treatAs: (left, right) =>
    altered(clause(leaf(left)), { end: [{ type: "prepositional", preposition: wordless("as"), object: right }] }),
  // 以公告为准: "be subject to the notice"
  framedVerb: (left, right) =>
    left.type === "prepositional"
      ? altered(clause(altered(leaf(right), { category: "verb" })), { objects: [left.object] })
      : left,
  takeAs: (left, right) =>
    left.type === "prepositional"
      ? altered(clause(left.preposition), { objects: [left.object], end: [right] })
      : asClause(right),
  passiveBy: (left, right) => change(right, { passive: true, agent: left }),
  passive: (_, right) => change(right, { passive: true }),
};
