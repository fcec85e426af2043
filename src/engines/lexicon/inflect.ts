import type { EnglishFile } from "./english.js";
import { adverbOf, gerundOf, isShort, pastOf, sibilant } from "./word-forms.js";

/** The forms of a verb. */
export type VerbForm = "base" | "third" | "past" | "participle" | "gerund";

/** English morphology: every function takes and gives plain English of one or more words. */
export interface Inflector {
  /** A form of a verb phrase; its first word inflects: ("look at", "past") → "looked at". "be" with "third" is "is". */
  readonly verb: (phrase: string, form: VerbForm) => string;
  /** The plural of a noun phrase; its head inflects: "cup of tea" → "cups of tea". */
  readonly plural: (phrase: string) => string;
  /** "more" and "most" as the adjective has them: "bigger", "most useful". */
  readonly compare: (adjective: string, degree: "more" | "most") => string;
  /** An adverb from an adjective: "quickly". */
  readonly adverb: (adjective: string) => string;
  /** "a" or "an" for what follows. */
  readonly article: (next: string) => "a" | "an";
  readonly possessive: (phrase: string) => string;
  /** A pronoun's object, possessive, standalone or reflexive form; undefined for what is no pronoun. */
  readonly pronoun: (word: string, form: 0 | 1 | 2 | 3) => string | undefined;
  readonly determinerPlural: (word: string) => string;
  readonly isPluralDeterminer: (word: string) => boolean;
  readonly takesGerund: (verb: string) => boolean;
  readonly takesBare: (verb: string) => boolean;
  readonly isEndAdverb: (adverb: string) => boolean;
  readonly isUnit: (noun: string) => boolean;
  readonly isPerson: (noun: string) => boolean;
  /** Whether a noun's persons are in a place rather than of it: "users in Beijing". */
  readonly isInhabitant: (noun: string) => boolean;
  readonly takesInfinitive: (noun: string) => boolean;
  /** Whether a verb without an object sounds unfinished: "release". */
  readonly isTransitive: (verb: string) => boolean;
  readonly isStative: (verb: string) => boolean;
}

const setOf = (words: string): Set<string> => new Set(words.split(" "));
const PREPOSITION_IN_PHRASE =
  /^(\S+(?: \S+)??) ((?:of|in|on|at|for|to|with|from|by|about|against|without|as|that|who) .*)$/;
const UNINFLECTED = /^(?:congratulations|thanks|don't)\b/;
/** What stands before the verb that is inflected; "rely on" and its like begin with no adverb. */
const OUTER_PARTICLE =
  /^(?:(?:not|never|no longer|(?!(?:apply|rely|reply|supply|fly|comply|imply|rally|tally|multiply) )[a-z]+ly) )+/;

/** Makes the inflector from the irregular forms. */
export function inflector(file: EnglishFile): Inflector {
  const verbs = new Map(file.verbs.map((line) => [line.split(" ")[0]!, line.split(" ")]));
  const doubled = setOf(file.doubled);
  const nouns = new Map(Object.entries(file.nouns));
  const adjectives = new Map(Object.entries(file.adjectives).map(([word, forms]) => [word, forms.split(" ")]));
  const long = setOf(file.longAdjectives);
  const pronouns = new Map(Object.entries(file.pronouns).map(([word, forms]) => [word, forms.split(" ")]));
  const determiners = new Map(Object.entries(file.determinerPlurals));
  const pluralDeterminers = setOf(file.pluralDeterminers);
  const [gerunds, bare, ends, statives] = [file.gerundVerbs, file.bareVerbs, file.endAdverbs, file.statives].map(
    setOf,
  ) as [Set<string>, Set<string>, Set<string>, Set<string>];
  const units = setOf(file.units);
  const persons = setOf(file.persons);
  const inhabitants = setOf(file.inhabitants);
  const infinitiveNouns = setOf(file.infinitiveNouns);
  const intransitives = setOf(file.intransitives);
  const vowelSounds = file.vowelSound.split(" ");
  const consonantSounds = file.consonantSound.split(" ");

  const oneVerb = (word: string, form: VerbForm): string => {
    if (form === "base") return word;
    if (word === "be" && form === "third") return "is";
    if (word === "have" && form === "third") return "has";
    if (form === "third") return sibilant(word);
    if (form === "gerund") return gerundOf(word, doubled);
    const known = verbs.get(word);
    if (known) return known[form === "past" ? 1 : 2]!;
    const hyphen = /^(re|un|over|out|mis|fore)(\w+)$/.exec(word);
    const inner = hyphen && verbs.get(hyphen[2]!);
    if (inner && hyphen![2] !== "be") return hyphen![1] + inner[form === "past" ? 1 : 2]!;
    return pastOf(word, doubled);
  };
  const verb = (phrase: string, form: VerbForm): string => {
    if (UNINFLECTED.test(phrase)) return phrase;
    const lead = OUTER_PARTICLE.exec(phrase)?.[0] ?? "";
    const rest = phrase.slice(lead.length);
    const space = rest.search(/[ ,]/);
    const first = space < 0 ? rest : rest.slice(0, space);
    const tail = space < 0 ? "" : rest.slice(space);
    const joined = /^ and ([a-z]{1,40})(.*)$/.exec(tail);
    return lead + oneVerb(first, form) + (joined ? ` and ${oneVerb(joined[1]!, form)}${joined[2]}` : tail);
  };
  const oneNoun = (word: string): string => {
    const known = nouns.get(word) ?? nouns.get(word.toLowerCase());
    if (known) return known;
    const compound = /^(.*?)(man|woman|child|person|foot|tooth|mouse|wife|knife)$/.exec(word);
    if (compound && !/^(?:hu|ger|ro|sha)$/i.test(compound[1]!)) return compound[1]! + nouns.get(compound[2]!)!;
    return /(?:[a-z]s|news)$/.test(word) && !/(?:ss|us|is|as|os|ns)$/.test(word) ? word : sibilant(word);
  };
  const plural = (phrase: string): string => {
    const known = nouns.get(phrase);
    if (known) return known;
    if (/^years old$/.test(phrase)) return phrase;
    const parts = PREPOSITION_IN_PHRASE.exec(phrase);
    if (parts) return `${plural(parts[1]!)} ${parts[2]}`;
    const cut = phrase.lastIndexOf(" ") + 1;
    return phrase.slice(0, cut) + oneNoun(phrase.slice(cut));
  };
  const compare = (adjective: string, degree: "more" | "most"): string => {
    if (/^(?:more|most|less|least|better|worse|best|worst|same) ?/.test(adjective)) return adjective;
    const known = adjectives.get(adjective);
    if (known) return known[degree === "more" ? 0 : 1]!;
    if (!isShort(adjective, long)) return `${degree} ${adjective}`;
    const stem =
      /[^aeiou][aeiou][bdgmnpt]$/.test(adjective) && !/ee|oo|ea/.test(adjective)
        ? adjective + adjective.at(-1)
        : adjective.replace(/([^aeiou])y$/, "$1i").replace(/e$/, "");
    return stem + (degree === "more" ? "er" : "est");
  };
  return {
    verb,
    plural,
    compare,
    adverb: adverbOf,
    article: (next) => {
      const word = next.toLowerCase().split(/[ -]/)[0]!;
      if (vowelSounds.some((v) => (v.length > 2 ? next.startsWith(v) : word === v))) return "an";
      if (consonantSounds.some((v) => word.startsWith(v))) return "a";
      return /^[aeiou]/i.test(next) ? "an" : "a";
    },
    possessive: (phrase) =>
      pronouns.get(phrase)?.[1] ?? (/s$/.test(phrase) && !/ss$/.test(phrase) ? `${phrase}'` : `${phrase}'s`),
    pronoun: (word, form) => pronouns.get(word)?.[form],
    determinerPlural: (word) => determiners.get(word) ?? word,
    isPluralDeterminer: (word) =>
      pluralDeterminers.has(word) || /^(?:all kinds of|more and more|the following)$/.test(word),
    takesGerund: (word) =>
      gerunds.has(word) ||
      /^be (?:worth|busy)$/.test(word) ||
      (/ (?:to|of|in|at|for|from|with|about|on|up|like)$/.test(word) &&
        !/^(?:want|need|hope|try|have|be able|be willing|be going|refuse|be used) to$/.test(word)),
    takesBare: (word) => bare.has(word),
    isEndAdverb: (word) =>
      ends.has(word) ||
      /^(?:oneself|yet|right away|at once|(?:very|so|too) much|one by one|step by step|in person|all day|for free|free of charge)$/.test(
        word,
      ) ||
      /^(?:about|for|in|at|on|by|with|without|from|as|every|to|following|according to) /.test(word),
    isUnit: (noun) => units.has(noun),
    isPerson: (noun) => isPersonNoun(noun, persons),
    isInhabitant: (noun) => inhabitants.has(noun.split(" ").at(-1)!),
    takesInfinitive: (noun) => infinitiveNouns.has(noun.split(" ").at(-1)!),
    isTransitive: (verb) => PHRASAL.test(verb) || (!/[ {]/.test(verb) && !intransitives.has(verb)),
    isStative: (word) => statives.has(word.split(" ")[0]!) && !/^have (?:a|an|breakfast|lunch|dinner|fun)\b/.test(word),
  };
}

/** Verbs with a particle that take an object. */
const PHRASAL =
  /^(?:send|give|hand|turn|switch|put|take|bring|call|pick|set|lock|throw|shut) (?:out|off|back|on|down|away|over)$|^(?:use|eat|drink|buy) up$|^(?:sell|wear) out$/;

function isPersonNoun(noun: string, persons: Set<string>): boolean {
  const head = noun.split(" of ")[0]!.split(" ").at(-1)!;
  return (
    persons.has(head) ||
    persons.has(head.replace(/s$/, "")) ||
    /(?:man|woman|person|ologist|ician|maker|keeper|goer)$/.test(head)
  );
}
