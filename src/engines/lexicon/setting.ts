import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";
import type { Setting } from "./realise.js";

/** A clause with the pronoun that stands for the subject around it. */
export function withPronoun(phrase: Clause, { self }: Setting): Clause {
  // 每次出门都…: of nobody in particular, it is so of whoever reads it
  const who = self ?? (phrase.conjunction?.category === "EVERYT" ? "you" : undefined);
  return phrase.subject || !who ? phrase : altered(phrase, { subject: nominal(wordless(who, "pronoun")) });
}

/** A setting for what stands inside a clause: no inversion, nothing carried over. */
export function inside(setting: Setting): Setting {
  const { agreement: _, carried: __, ...rest } = setting;
  return { ...rest, embedded: true };
}

/** A setting for the subject of a clause: 自己 in it is of whom the clause around speaks. */
export function outside({ self: _, outer, ...rest }: Setting): Setting {
  return { ...rest, ...(outer && { self: outer }) };
}
