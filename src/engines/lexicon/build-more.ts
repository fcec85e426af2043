import type { Action } from "./build.js";
import { altered, asClause, change, nominal, reader, withSubject, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";

/** The actions of pairs that say how much: 越…越, 宁可…也不. */
export const moreActions: Record<string, Action> = {
  yue: (_, right) => {
    const made = asClause(right);
    return made.verb ? altered(made, { verb: altered(made.verb, { category: "verb" }) }) : made;
  },
  // 宁可走路，也不坐他的车: "would rather walk than take his car"
  ratherThan: (left, right) =>
    change(left, {
      next: [...asClause(left).next, { join: wordless("than"), clause: altered(asClause(right), { modals: [] }) }],
    }),
  yueOf: (left, right) => withSubject(asClause(right), left),
  // 你得到的越多: "the more you get"
  yueDone: (left, right) => {
    const [how] = asClause(right).objects;
    const much = how?.type === "adjectival" && how.head.english === "many";
    return much ? asClause(left) : withSubject(asClause(right), altered(nominal(), { after: [left] }));
  },
  // 屏幕越大，越费电: what goes on is said of the same thing
  yueSame: (left, right) => {
    const [cause, effect] = [asClause(left), asClause(right)];
    const { subject } = cause;
    const named = subject?.type === "nominal" && subject.head?.category === "pronoun";
    const same = named ? subject : nominal(wordless("it", "pronoun"));
    return altered(effect.verb ? withSubject(effect, same) : effect, { theMore: cause });
  },
  yueYue: (left, right) => {
    const [cause, effect] = [asClause(left), asClause(right)];
    // 越用越喜欢: "the more you use it, the more you like it"
    const done = (made: Clause): boolean => made.verb !== undefined && !made.copula && !made.subject;
    // 手机越用越卡: "the more you use it, the laggier the phone gets"
    if (done(cause) && !done(effect) && USED.test(cause.verb!.english) && !cause.objects.length)
      return altered(effect, {
        theMore: altered(withSubject(cause, reader()), { objects: [nominal(wordless("it", "pronoun"))] }),
      });
    if (!done(cause) || !done(effect)) return altered(effect, { theMore: cause });
    const of = (made: Clause): Clause => withSubject(made, reader());
    return altered(of(effect), { theMore: of(cause) });
  },
};

/** What one does with a thing that is so. */
const USED = /^(?:use|wear)$/;
