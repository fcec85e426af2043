import type { Agreement } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";
import type { Tense } from "./tense.js";

/** The place a phrase takes in its clause. */
export type Role = "subject" | "object" | "predicate" | "compound" | "alone";

/** What a clause inherits from around it. */
export interface Setting {
  readonly english: Inflector;
  readonly tense: Tense;
  /** The unit ends with a question mark. */
  readonly question: boolean;
  /** The sentence ends in a full stop. */
  readonly told: boolean;
  /** A clause that stands inside another: no inversion, no imperative. */
  readonly embedded: boolean;
  /** How the verb of a clause without a subject of its own agrees. */
  readonly agreement: Agreement | undefined;
  /** What the clause before in the same sentence agrees with: a clause without a subject goes on with it. */
  readonly carried: Agreement | undefined;
  /** The pronoun that 自己 goes back to. */
  readonly self: string | undefined;
  /** The same where it is of the clause around: 自己 in a subject does not go back to that subject. */
  readonly outer: string | undefined;
}

/** A clause with the pronoun that stands for the subject around it. */
export function withPronoun(phrase: Clause, { self }: Setting): Clause {
  // 每次出门都…: of nobody in particular, it is so of whoever reads it
  const who = self ?? (phrase.conjunction?.category === "EVERYT" ? "you" : undefined);
  return phrase.subject || !who ? phrase : altered(phrase, { subject: nominal(wordless(who, "pronoun")) });
}

/** A setting with other members. It lists them all, so that all settings have one shape, which V8 reads faster. */
export const settingWith = (setting: Setting, members: Partial<Setting>): Setting =>
  Object.assign(
    {
      english: setting.english,
      tense: setting.tense,
      question: setting.question,
      told: setting.told,
      embedded: setting.embedded,
      agreement: setting.agreement,
      carried: setting.carried,
      self: setting.self,
      outer: setting.outer,
    },
    members,
  );

/** A setting for what stands inside a clause: no inversion, nothing carried over. */
export const inside = (setting: Setting): Setting =>
  settingWith(setting, { agreement: undefined, carried: undefined, embedded: true });

/** A setting for the subject of a clause: 自己 in it is of whom the clause around speaks. */
export const outside = (setting: Setting): Setting => settingWith(setting, { self: setting.outer, outer: undefined });

/** A setting for a verb that agrees with nothing and has no tense: an infinitive. */
export const infinitive = (setting: Setting): Setting => settingWith(setting, { agreement: "none", tense: "present" });
