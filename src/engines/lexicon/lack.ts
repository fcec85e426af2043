import { isPerson, selfOf } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, nominal, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** What only people lack: money, time, somewhere to put something. */
const LACK = /^没有?(?:钱|时间|空|地方|心情|精力|力气|胃口|心思)$/;

/** Whether a clause without a subject says that somebody lacks such means. */
export function lacksMeans({ subject, verb, objects, conjunction }: Clause): boolean {
  if (subject || conjunction || !verb) return false;
  const [thing] = objects;
  const head = thing?.type === "nominal" ? thing.head?.word.text : "";
  return LACK.test(verb.word.text) || (verb.category === "NOHAVE" && LACK.test(`没${head}`));
}

/** 手机坏了没钱修: whoever says so has no money to repair it. */
export function lackedBySpeaker(said: Clause, thing: Phrase | undefined, english: Inflector): Clause {
  const of = thing?.type === "nominal" ? thing.head : undefined;
  if (!lacksMeans(said) || !of || of.category === "pronoun" || of.category === "name" || isPerson(of, english))
    return said;
  const means = altered(said, { subject: nominal(wordless("I", "pronoun")) });
  const { complement } = said;
  const done = complement?.clause;
  const open = done?.verb && !done.objects.length && !done.complement && english.isTransitive(done.verb.english);
  if (!open) return means;
  const it = nominal(wordless(selfOf(thing, english) === "it" ? "it" : "them", "pronoun"));
  return altered(means, { complement: { ...complement!, clause: altered(done, { objects: [it] }) } });
}
