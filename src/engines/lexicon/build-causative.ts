import type { Action } from "./build.js";
import { altered, asClause, change, clause, leaf, nominal, withSubject, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** The actions that have somebody do or be something: make, let, tell, advise, wish. */
export const causativeActions: Record<string, Action> = {
  infinitive: (left, right) =>
    isBeing(right) ? withSubject(asClause(right), asClause(left)) : withInfinitive(left, asClause(right)),
  // 让世界更美好: "make the world more wonderful"
  causedState: (left, right) => {
    const state = altered(clause(), { copula: true, objects: [right] });
    return casualties(asClause(left), state) ?? madeSo(asClause(left), state) ?? withInfinitive(left, state);
  },
  causative: (left, right) =>
    casualties(asClause(left), asClause(right)) ??
    hoped(asClause(left), asClause(right)) ??
    madeSo(asClause(left), asClause(right)) ??
    withInfinitive(told(left), asClause(right)),
  // 令人激动: "make people excited"
  causePeople: (left) => {
    const verb = altered(leaf(left), { english: leaf(left).english.replace(/ people$/, "") });
    return altered(clause(verb), { objects: [nominal(wordless("people", "plural"))] });
  },
};

/** A verb with what it is to do; where to, the whole asks. */
export function withInfinitive(left: Phrase, done: Clause): Clause {
  const { how } = done;
  if (how?.category !== "WHERE") return change(left, { complement: { kind: "infinitive", clause: done } });
  return change(left, { complement: { kind: "infinitive", clause: altered(done, { how: undefined }) }, how });
}

const LETS = /^[让使令叫]/;

/** 叫他回家, 建议他休息: English tells and advises somebody to do something. */
function told(left: Phrase): Phrase {
  const made = asClause(left);
  const english = TELLS.get(made.verb?.word.text ?? "");
  return english && made.objects.length ? altered(made, { verb: altered(made.verb!, { english }) }) : left;
}

const TELLS = new Map([
  ["叫", "tell"],
  ["建议", "advise"],
]);

/** 造成3人死亡: what causes somebody's death kills him. */
function casualties(made: Clause, done: Clause): Clause | undefined {
  const { verb } = made;
  if (
    !verb ||
    !/^(?:造成|导致|致|致使|令|使)$/.test(verb.word.text) ||
    (done.verb && done.objects.length) ||
    done.subject
  )
    return undefined;
  const harm = HARMS.get(stateOf(done));
  return harm === undefined
    ? undefined
    : altered(made, { verb: altered(verb, { english: harm }), aspects: new Set([...made.aspects, "LE"]) });
}

/** What somebody does or is, in Chinese. */
function stateOf({ verb, objects: [said] }: Clause): string {
  return verb?.word.text ?? (said?.type === "adjectival" ? said.head.word.text : "");
}

const HARMS = new Map([
  ["死亡", "kill"],
  ["丧生", "kill"],
  ["遇难", "kill"],
  ["身亡", "kill"],
  ["受伤", "injure"],
]);

/** 祝你们玩得开心: what one wishes somebody to do or be, one hopes they will. */
function hoped(made: Clause, done: Clause): Clause | undefined {
  const { verb, objects } = made;
  const [who, ...others] = objects;
  const wishes =
    verb !== undefined && /^(?:祝|祝愿|希望)$/.test(verb.word.text) && /^(?:wish|hope)$/.test(verb.english);
  if (!wishes || !who || others.length || (!done.verb && !done.copula)) return undefined;
  return altered(made, {
    verb: altered(verb, { english: "hope" }),
    objects: [],
    complement: { kind: "finite", clause: withSubject(done, who) },
  });
}

/** 让我很开心: how somebody is made to be. */
function madeSo(made: Clause, state: Clause): Clause | undefined {
  const { verb } = made;
  const [how] = state.objects;
  if (!verb || !LETS.test(verb.word.text) || !state.copula || state.verb || how?.type !== "adjectival")
    return undefined;
  if (state.negation || state.modals.length || state.subject || state.complement) return undefined;
  const english = /^make/.test(verb.english) ? verb.english : "make";
  return altered(made, {
    verb: altered(verb, { english }),
    objects: [...made.objects, ...state.adverbs, ...state.objects],
    end: [...made.end, ...state.end],
    endTimes: [...made.endTimes, ...state.endTimes],
  });
}

/** 放弃也是一种勇气: what stands before "be" is its subject, not what wants to be. */
const isBeing = (phrase: Phrase): boolean =>
  phrase.type === "clause" &&
  phrase.copula === true &&
  phrase.verb !== undefined &&
  !phrase.subject &&
  !phrase.modals.length;
