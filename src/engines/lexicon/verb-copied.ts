import { forTime } from "./build-time.js";
import { altered, wordless } from "./make-phrases.js";
import type { Clause, Phrase } from "./phrase.js";

/** 玩游戏玩到半夜: a verb said again behind its object, for how long or how well; undefined where it is no such. */
export function copied(first: Clause, second: Clause): Clause | undefined {
  const done = first.verb?.word.text ?? "";
  const said = second.verb?.word.text ?? "";
  const verb = said.replace(/(?<=.)到$/, "");
  const bare = !second.subject && !second.copula && !second.complement && !second.conjunction;
  if (!verb || !bare || first.next.length || first.aspects.size || first.negation || second.negation) return undefined;
  const both: Partial<Clause> = {
    modals: [...first.modals, ...second.modals],
    adverbs: [...first.adverbs, ...second.adverbs],
    endTimes: [...first.endTimes, ...second.endTimes],
    asks: first.asks ?? second.asks,
  };
  const tells = second.objects.length > 0 || second.aspects.size > 0 || second.end.some(isExtent);
  const holds = done.startsWith(verb) && done !== verb;
  if (tells && (holds || (done === verb && first.objects.length > 0)) && second.objects.every(isAmount)) {
    const amount = (part: Phrase): Phrase => (said === verb ? howLong(part, first) : until(part));
    return altered(first, {
      ...both,
      aspects: second.aspects,
      end: [...first.end, ...second.objects.map(amount), ...second.end],
      next: second.next,
    });
  }
  // 喝酒喝多了: "drink too much"
  const full = RESULT.test(said) && done.startsWith(said[0]!) && done !== said && !second.objects.length;
  return full && (done.length > 1 || first.objects.length)
    ? altered(second, { ...both, subject: first.subject, end: [...first.end, ...second.end] })
    : undefined;
}

/** 喝多, 吃撑, 走累: a verb of one character with what came of it. */
const RESULT = /^.[多少醉够累饱撑腻吐错完晚早好]了?$/;

const TIME = /^(?:time|DUR|LONGX)$/;

/** How well, how long, how far. */
const isExtent = (part: Phrase): boolean => part.type !== "prepositional" || part.preposition.category === "TO";

/** How often, how long or until when. */
const isAmount = (phrase: Phrase): boolean =>
  phrase.type === "quantity" ||
  phrase.type === "temporal" ||
  (phrase.type === "nominal" &&
    (phrase.head === undefined
      ? phrase.quantity !== undefined
      : phrase.head.word.readings.some(({ category }) => TIME.test(category))));

/** 等了半天: "for a long time". */
function howLong(phrase: Phrase, first: Clause): Phrase {
  if (phrase.type !== "nominal") return forTime(phrase, first);
  if (phrase.quantity && !phrase.head) return forTime(phrase.quantity, first);
  const english = phrase.head?.word.readings.find(({ category }) => category === "time")?.english;
  return phrase.head && typeof english === "string" ? altered(phrase.head, { category: "time", english }) : phrase;
}

/** 刷到两点: "until two o'clock". */
const until = (object: Phrase): Phrase => ({ type: "prepositional", preposition: wordless("until"), object });
