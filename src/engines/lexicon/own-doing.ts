import { altered, nominal, withSubject, wordless } from "./make-phrases.js";
import type { Clause, Leaf, Phrase } from "./phrase.js";
import type { Setting } from "./setting.js";

/** 刚买的手机, 等了半个月的手机: what is just got, or long waited for, whoever speaks of it got or waited for. */
export function ownDoing(part: Clause, { self }: Setting): Clause {
  if (part.subject || part.objects.length || part.modals.length || part.negation || part.passive || part.complement)
    return part;
  // 刚换的手机: what one changed to one got
  const verb = part.verb?.word.text === "换" ? "get" : (part.verb?.english ?? "");
  const fresh = GETTING.test(verb) && part.adverbs.some(isJust);
  const longed = LONGING.test(verb) && part.end.some(isDuration);
  if (!fresh && !longed) return part;
  const adverbs = part.adverbs.map((adverb) =>
    isJust(adverb) ? altered(adverb as Leaf, { english: "just" }) : adverb,
  );
  const made = altered(withSubject(part, nominal(wordless(self ?? "I", "pronoun"))), { adverbs });
  return fresh ? altered(made, { verb: altered(part.verb!, { english: verb }) }) : made;
}

const GETTING = /^(?:get|buy|receive|pick up)$/;
const LONGING = /^(?:wait for|look forward to)$/;

const isJust = (phrase: Phrase): boolean => phrase.type === "leaf" && /^(?:just|newly)$/.test(phrase.english);

/** 我们等了两年的折叠屏: how long stands before the "for" of what one waits for, "waited two years for". */
export function waitedLong(part: Clause): Clause {
  const at = part.verb?.english === "wait for" && !part.objects.length ? part.end.findIndex(isDuration) : -1;
  if (at < 0) return part;
  return altered(part, {
    verb: altered(part.verb!, { english: "wait {} for" }),
    objects: [amountOf(part.end[at]!)],
    end: part.end.toSpliced(at, 1),
  });
}

const isDuration = (phrase: Phrase): boolean =>
  (phrase.type === "prepositional" && phrase.preposition.english === "for") ||
  (phrase.type === "leaf" && /^for /.test(phrase.english)) ||
  (phrase.type === "quantity" && phrase.measure?.category === "TUNIT");

/** How long, without its "for". */
function amountOf(phrase: Phrase): Phrase {
  if (phrase.type === "prepositional") return phrase.object;
  return phrase.type === "leaf" ? altered(phrase, { english: phrase.english.replace(/^for /, "") }) : phrase;
}
