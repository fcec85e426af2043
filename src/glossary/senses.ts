import type { GlossaryEntry } from "../model.js";
import { contains, type Range } from "../span.js";
import type { WordSegmenter } from "../words/segmenter.js";
import { excludingWord } from "./exclude.js";
import type { Matcher } from "./match.js";
import { type Reading, readPost } from "./occurrence.js";
import { explain } from "./reasons.js";
import type { Candidate } from "./scan.js";
import { overlapping } from "./sorted.js";
import { createVocabulary, sensesDictionary, type Vocabulary } from "./vocabulary.js";
import { createWeigh, type Weigh } from "./weigh.js";

/** A decided candidate: offsets into the normalized copy. */
export interface Sense {
  readonly start: number;
  readonly end: number;
  readonly entry: GlossaryEntry;
  readonly accepted: boolean;
  /** How sure the decision is, 0.5…1. */
  readonly confidence: number;
  /** Why, for people to read. */
  readonly reason: string;
}

/** A normalized text and the places in it where names are something else; offsets are into the normalized copy. */
export interface SenseInput {
  readonly text: string;
  /** Names of accounts: what stands there names somebody. */
  readonly mentions: readonly Range[];
  /** Links and emoticons: nothing is looked for there. */
  readonly opaque: readonly Range[];
  /** Addresses without a scheme: a part of one is no name. */
  readonly addresses: readonly Range[];
  /** What stands between the `#` of hashtags. */
  readonly hashtags: readonly Range[];
}

/** How sure the name of a thing that is no ordinary word is taken to be. */
const UNAMBIGUOUS = 0.98;
/** How sure a rule that names its reason is taken to be. */
const RULE = 0.97;
/** Below this confidence a decision is uncertain. */
export const UNCERTAIN_BELOW = 0.65;

/**
 * Decides what the names in a text mean.
 *
 * Candidates are taken leftmost, longest first; one that is accepted owns its place, and where one is rejected those
 * inside it are still tried. Senses come by where they start.
 */
export function decideSenses(
  input: SenseInput,
  matcher: Matcher,
  segmenter: WordSegmenter,
  model: SenseModel = bundledModel(),
): Sense[] {
  const candidates = without(matcher.find(input.text), input.opaque).filter(
    (candidate) => !isPartOf(overlapping(input.addresses, candidate), candidate),
  );
  if (candidates.length === 0) return [];
  const reading = readPost(
    input.text,
    without(candidates, input.mentions),
    input.hashtags,
    model.vocabulary,
    matcher.cues,
  );
  const weigh = model.weigh(reading, segmenter);
  const senses: Sense[] = [];
  let owner: Candidate | undefined;
  for (const candidate of candidates) {
    if (owner && candidate.start < owner.end) {
      if (!isSameName(owner, candidate)) senses.push(shadowed(candidate, owner, input.text));
      continue;
    }
    const sense = decide(candidate, input, reading, weigh);
    senses.push(sense);
    if (sense.accepted) owner = candidate;
  }
  return senses;
}

/** JD.com is a name; the one in vip.jd.com is not. */
const isPartOf = (whole: Range | undefined, { start, end }: Range): boolean =>
  whole !== undefined && (start > whole.start || end < whole.end);

function without(candidates: Candidate[], ranges: readonly Range[]): Candidate[] {
  return ranges.length === 0 ? candidates : candidates.filter((candidate) => !overlapping(ranges, candidate));
}

function decide(candidate: Candidate, input: SenseInput, reading: Reading, weigh: Weigh): Sense {
  const rule = ruleFor(candidate, input, reading);
  if (rule) return verdict(candidate, rule.accepted, rule.accepted ? UNAMBIGUOUS : RULE, rule.reason);
  const weighed = weigh(candidate);
  const accepted = weighed.probability >= 0.5;
  const confidence = accepted ? weighed.probability : 1 - weighed.probability;
  const evidence = explain(weighed, accepted);
  const what = accepted ? "the name" : "an ordinary word";
  return verdict(candidate, accepted, confidence, evidence === "" ? what : `${what}: ${evidence}`);
}

/** What decides a candidate without weighing anything; nothing where the evidence has to be weighed. */
export function ruleFor(
  candidate: Candidate,
  input: SenseInput,
  reading: Reading,
): { accepted: boolean; reason: string } | undefined {
  const mention = input.mentions.length > 0 && overlapping(input.mentions, candidate);
  if (mention) {
    return { accepted: false, reason: `part of the account name @${input.text.slice(mention.start, mention.end)}` };
  }
  const word = excludingWord(candidate, reading.folded);
  if (word !== undefined) return { accepted: false, reason: `part of ${word}, which is something else` };
  return candidate.entry.ambiguous ? undefined : { accepted: true, reason: "a name that is no ordinary word" };
}

function verdict({ start, end, entry }: Candidate, accepted: boolean, confidence: number, reason: string): Sense {
  return { start, end, entry, accepted, confidence, reason };
}

function shadowed(candidate: Candidate, owner: Candidate, text: string): Sense {
  const name = text.slice(owner.start, owner.end);
  const how = contains(owner, candidate) ? "part of the name" : "cut through by the name";
  return verdict(candidate, false, RULE, `${how} ${name} (${owner.entry.target})`);
}

/** 小米 in 小米手机 is no look-alike but the same name; 荣耀 in 王者荣耀 is one, whatever the English. */
function isSameName(owner: Candidate, inner: Candidate): boolean {
  if (owner.start !== inner.start) return false;
  const english = `${owner.entry.target} `.toLowerCase();
  return [inner.entry.target, ...(inner.entry.accept ?? [])].some((name) =>
    english.startsWith(`${name.toLowerCase()} `),
  );
}

/** What the decision knows beside the entries: words that tell something, and learned weights. */
export interface SenseModel {
  readonly vocabulary: Vocabulary;
  readonly weigh: ReturnType<typeof createWeigh>;
}

let bundled: SenseModel | undefined;

/** The model of dictionaries/senses.json, read at the first call. */
export function bundledModel(): SenseModel {
  if (!bundled) {
    const dictionary = sensesDictionary();
    bundled = { vocabulary: createVocabulary(dictionary.words), weigh: createWeigh(dictionary) };
  }
  return bundled;
}
