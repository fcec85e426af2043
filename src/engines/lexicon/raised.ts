import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause, Nominal, Phrase } from "./phrase.js";
import { addressedYou, whLeaf } from "./question.js";
import type { Setting } from "./setting.js";

const THINKS = /^(?:觉得|认为|猜|猜猜|想|说|感觉|估计|以为|希望)$/;

/** 你觉得谁会赢, 你打算做什么: what is asked inside what somebody thinks or plans is asked first, "who do you think will win". */
export function raised(phrase: Clause, subject: Phrase | undefined, setting: Setting): Clause {
  const { complement, verb } = phrase;
  if (!complement || !verb || setting.embedded || phrase.how || phrase.negation || phrase.conjunction) return phrase;
  if (!subject || !(setting.question || addressedYou(subject)) || phrase.objects.some(whLeaf)) return phrase;
  if (complement.kind === "finite" && !THINKS.test(verb.word.text)) return phrase;
  const { clause } = complement;
  if (clause.conjunction || clause.whether) return phrase;
  const object = clause.objects.find(whLeaf);
  if (object) {
    const objects = clause.objects.filter((o) => o !== object);
    return altered(phrase, {
      objects: [...phrase.objects, object],
      complement: { ...complement, clause: altered(clause, { objects }) },
    });
  }
  if (complement.kind === "infinitive") return phrase;
  if (clause.how)
    return altered(phrase, {
      how: clause.how,
      complement: { ...complement, clause: altered(clause, { how: undefined }) },
    });
  if (!clause.subject || !whLeaf(clause.subject)) return phrase;
  return altered(phrase, {
    objects: [...phrase.objects, clause.subject],
    complement: { ...complement, clause: altered(clause, { subject: gapOf(clause.subject) }) },
  });
}

/** What a verb agrees with where its subject stands at the front of the sentence. */
const gapOf = (subject: Phrase): Nominal =>
  altered(nominal(wordless("", "pronoun")), { plural: subject.type === "nominal" ? subject.plural : undefined });
