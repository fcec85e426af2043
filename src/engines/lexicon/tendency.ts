import { isUndergoer } from "./agreement.js";
import type { Inflector } from "./inflect.js";
import { altered, clause, wordless } from "./make-phrases.js";
import type { Adjectival, Clause, Phrase } from "./phrase.js";

const EASY = /^(?:not )?easy$/;

/**
 * 容易 before what happens to something by itself, which is no ease: "gets hot easily", "tend to make mistakes".
 *
 * What somebody does with the thing stays: 容易使用 is "easy to use".
 *
 * @param carried Whether whom it is said of was named before.
 */
export function tending(phrase: Clause, english: Inflector, carried: boolean): Clause {
  const [easy] = phrase.objects;
  const { complement, subject } = phrase;
  if (!phrase.copula || phrase.verb || complement?.kind !== "infinitive" || easy?.type !== "adjectival") return phrase;
  if (!EASY.test(easy.head.english) || easy.than || easy.as || complement.clause.subject) return phrase;
  const done = getting(complement.clause);
  if (!subject && !carried && !phrase.relative)
    return altered(phrase, { complement: { kind: "infinitive", clause: done } });
  if (subject?.type === "clause" || isDoneWith(done, subject, english)) return phrase;
  const unlikely = easy.head.english.startsWith("not ") ? [wordless("not", "adverb")] : [];
  const held = done.objects.some(({ type }) => type === "nominal") || done.complement !== undefined;
  if (!held) return happening(phrase, done, easy);
  const plain = !easy.adverbs.length && !unlikely.length && !phrase.adverbs.length && !phrase.modals.length;
  if (plain && !phrase.negation)
    return altered(phrase, { copula: undefined, verb: wordless("tend", "verb"), objects: [] });
  const likely = altered(easy, {
    head: altered(easy.head, { english: "likely" }),
    adverbs: [...easy.adverbs, ...unlikely],
  });
  return altered(phrase, { objects: [likely, ...phrase.objects.slice(1)] });
}

/** What is easy to do with a thing: there is somebody else who does it. */
function isDoneWith(done: Clause, subject: Phrase | undefined, english: Inflector): boolean {
  if (subject) return isUndergoer(done, subject, english);
  return !done.passive && !done.objects.length && !!done.verb && english.isTransitive(done.verb.english);
}

/** What one easily is, one easily gets: "get dirty", "get injured". */
function getting(done: Clause): Clause {
  if (done.copula && !done.verb && done.objects[0]?.type === "adjectival")
    return altered(done, { copula: undefined, verb: wordless("get", "verb") });
  if (!done.verb?.english.startsWith("be ") || done.passive) return done;
  return altered(done, { verb: altered(done.verb, { english: done.verb.english.replace("be", "get") }) });
}

/** "gets hot easily", "does not break down easily". */
function happening(phrase: Clause, done: Clause, easy: Adjectival): Clause {
  const degree = easy.adverbs.flatMap((a) => (a.type === "leaf" && a.english ? [a.english] : []));
  const easily = altered(easy.head, { category: "adverb", english: [...degree, "easily"].join(" ") });
  const not = phrase.negation ?? (easy.head.english.startsWith("not ") ? "not" : undefined);
  const made = altered(clause(done.verb), {
    conjunction: phrase.conjunction,
    front: phrase.front,
    topic: phrase.topic,
    subject: phrase.subject,
    relative: phrase.relative,
    modals: [...phrase.modals, ...done.modals],
    negation: not,
    adverbs: [...phrase.adverbs, ...done.adverbs],
    aspects: done.aspects,
    passive: done.passive,
    agent: done.agent,
    objects: done.objects,
    endTimes: [...phrase.endTimes, ...done.endTimes],
    how: phrase.how,
    asks: phrase.asks,
    whether: phrase.whether,
    theMore: phrase.theMore,
    next: [...done.next, ...phrase.next],
  });
  // 老人容易被骗: "are easily cheated"
  if (done.passive) return altered(made, { adverbs: [...made.adverbs, easily], end: [...done.end, ...phrase.end] });
  return altered(made, { end: [...done.end, easily, ...phrase.end] });
}
