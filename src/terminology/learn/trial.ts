import { senseInputOf } from "../../analyze.js";
import { Glossary } from "../../glossary/glossary.js";
import type { Matcher } from "../../glossary/match.js";
import { decideSenses, type Sense } from "../../glossary/senses.js";
import type { GlossaryEntry } from "../../model.js";
import { parse } from "../../post/parse.js";
import { type NormalizedText, normalize } from "../../text/normalize.js";
import type { WordSegmenter } from "../../words/segmenter.js";
import type { Lesson } from "./lessons.js";

/** How likely the labels of lessons are by an entry that takes the place of theirs: 0…1 each. */
export type Trial = (entry: GlossaryEntry, lessons: readonly Lesson[]) => number[];

/** The logarithms of how likely labels are; no single one counts for more than a rule that errs. */
export function likelihoods(likely: readonly number[]): number[] {
  return likely.map((p) => Math.log(Math.max(p, 0.02)));
}

/** Makes a trial of the lessons of one entry, with those of the glossary's other entries that their posts hold. */
export function createTrial(glossary: Glossary, lessons: readonly Lesson[], segmenter: WordSegmenter): Trial {
  const read = new Map(
    lessons.map((lesson) => {
      const normalized = normalize(lesson.text);
      return [lesson, { normalized, input: senseInputOf(parse(lesson.text).tokens, normalized) }];
    }),
  );
  const present = new Set<GlossaryEntry>(lessons.map(({ entry }) => entry));
  for (const { input } of read.values()) for (const { entry } of glossary.matcher.find(input.text)) present.add(entry);
  const small = Glossary.of(glossary.entries.filter((entry) => present.has(entry)));
  const matcherFor = createMatchers(small);
  return (entry, asked) => {
    const matcher = matcherFor(entry);
    return asked.map((lesson) => {
      const { normalized, input } = read.get(lesson)!;
      const name = nameProbability(lesson, normalized, decideSenses(input, matcher, segmenter));
      return lesson.isName ? name : 1 - name;
    });
  };
}

/** Makes matchers of a glossary with one entry changed; for entries that differ in their prior alone one is made. */
function createMatchers(glossary: Glossary): (entry: GlossaryEntry) => Matcher {
  let known: { key: string; matcher: Matcher; entry: GlossaryEntry | undefined } | undefined;
  return (entry) => {
    const key = JSON.stringify({ ...entry, prior: 0 });
    if (known?.key !== key) {
      const { matcher } = glossary.with([entry]);
      known = { key, matcher, entry: matcher.get(entry.source) };
    }
    const { matcher, entry: stored } = known;
    return {
      get: matcher.get,
      cues: matcher.cues,
      find: (text) => matcher.find(text).map((found) => (found.entry === stored ? { ...found, entry } : found)),
    };
  };
}

/** How likely the form is a name where it stands: by itself, or, where it is one, within a longer name. */
function nameProbability(
  { start, form, isName }: Lesson,
  normalized: NormalizedText,
  senses: readonly Sense[],
): number {
  const end = start + form.length;
  let probability = 0.01;
  for (const sense of senses) {
    const source = normalized.toSource(sense);
    if (source.start >= end || source.end <= start) continue;
    if (!isName && source.end - source.start > form.length) continue;
    probability = Math.max(probability, sense.accepted ? sense.confidence : 1 - sense.confidence);
  }
  return probability;
}
