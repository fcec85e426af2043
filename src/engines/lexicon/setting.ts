import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";
import type { Setting } from "./realise.js";

/** A clause with the pronoun that stands for the subject around it. */
export function withPronoun(phrase: Clause, { self }: Setting): Clause {
  return phrase.subject || !self ? phrase : altered(phrase, { subject: nominal(wordless(self, "pronoun")) });
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
