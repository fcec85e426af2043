import type { Nominal } from "./phrase.js";
import type { Role, Setting } from "./setting.js";

const TIMELESS =
  /^(?:mom|dad|grandma|grandpa|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight|now|noon|midnight|home|heaven|hell)$/;

const INDEFINITE = /^(?:some|many|all|any|several|various|every|each|both|how) /;

const OWN_KIN =
  /^(?:husband|wife|son|daughter|boyfriend|girlfriend|(?:younger |elder |older |big |little )?(?:brother|sister))$/;

const UNIQUE = /^(?:first|best|worst|only|same|last|latest|nearest)$/;

/** Something of which there is one: "the best phone". */
export const isSuperlative = (phrase: Nominal): boolean =>
  phrase.before.some(
    (part) =>
      part.type === "adjectival" &&
      (UNIQUE.test(part.head.english) || part.adverbs.some((a) => a.type === "leaf" && a.english === "most")),
  );

/** The article rule: "the" before what is unique or defined by what follows, "a" for a new object, "the" for a subject. */
export function articleOf(phrase: Nominal, role: Role, next: string, { english, self }: Setting): string {
  if (TIMELESS.test(next) || INDEFINITE.test(next)) return "";
  if (
    /^(?:a|an|the|this|that|these|those|no|my|your|his|her|its|our|their|one) /.test(next) ||
    role === "compound" ||
    role === "alone"
  )
    return "";
  const superlative = isSuperlative(phrase);
  // 和老公: whose, the text does not say; that of whom it speaks of
  if (OWN_KIN.test(next) && !phrase.after.length && !phrase.possessor && self !== "they" && self !== "it")
    return english.pronoun(self ?? "I", 1) ?? "my";
  const compared = phrase.after.length === 1 && phrase.after[0]!.type === "adjectival" && role !== "subject";
  if (compared) return english.article(next);
  if (superlative || phrase.after.length || phrase.possessor) return "the";
  if (role === "predicate") return english.article(next);
  return "the";
}
