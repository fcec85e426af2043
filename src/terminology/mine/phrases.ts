/** How many words an English phrase has at most: "Ministry of Industry and Information Technology" has six. */
const LONGEST = 6;

const WORD = /[\p{Script=Latin}\d]+(?:[-.'’&][\p{Script=Latin}\d]+)*/gu;
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  "the a an of in on at to and or for with is are was were be it its this that by from as".split(" "),
);

/** Whether a word, lower-cased, is one that phrases neither begin nor end with. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}

/**
 * The phrases of an English text that begin and end in no function word, each with how it is written there first.
 *
 * The key of a phrase is lower-case and singular, so that phones are counted with the phone; a possessive's 's belongs to
 * no phrase.
 */
export function phrasesOf(text: string): Map<string, string> {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: word.toLowerCase(),
    start: index,
    end: index + word.replace(POSSESSIVE, "").length,
    isOwner: POSSESSIVE.test(word),
  }));
  const phrases = new Map<string, string>();
  for (const [first, from] of words.entries()) {
    if (isFunctionWord(from.key)) continue;
    for (let last = first; last < Math.min(words.length, first + LONGEST); last++) {
      const [before, to] = [words[last - 1], words[last]!];
      const isApart = last > first && (before!.isOwner || /[^ ]/.test(text.slice(before!.end, to.start)));
      if (isApart) break;
      if (isFunctionWord(to.key)) continue;
      const form = text.slice(from.start, to.end);
      const key = singular(form.toLowerCase());
      if (!phrases.has(key)) phrases.set(key, form);
    }
  }
  return phrases;
}

const POSSESSIVE = /['’]s$/i;

/** What a phrase is counted as: regular plurals as their singular. */
function singular(phrase: string): string {
  if (/[^aeiou]ies$/.test(phrase)) return `${phrase.slice(0, -3)}y`;
  if (/(?:[sxz]|[cs]h)es$/.test(phrase)) return phrase.slice(0, -2);
  return /[^sui]s$/.test(phrase) ? phrase.slice(0, -1) : phrase;
}
