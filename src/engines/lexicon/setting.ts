import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause } from "./phrase.js";
import type { Setting } from "./realise.js";

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
