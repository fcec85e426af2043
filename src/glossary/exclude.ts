import type { GlossaryEntry } from "../model.js";
import { foldForm } from "./forms.js";
import { isOrdering } from "./ordered.js";
import type { Candidate } from "./scan.js";

/** A longer word that is not the term, and where in it the form stands. */
interface Exclusion {
  readonly word: string;
  readonly at: number;
}

/** The exclusions of one form by the character after the form or, where the word ends with the form, before it. */
interface Exclusions {
  readonly after: ReadonlyMap<string, readonly Exclusion[]>;
  readonly before: ReadonlyMap<string, readonly Exclusion[]>;
}

const known = new WeakMap<GlossaryEntry, Map<string, Exclusions>>();

/** The word of the entry's `notIn` in which a candidate stands; `folded` is the text in lower case. */
export function excludingWord({ start, end, entry }: Candidate, folded: string): string | undefined {
  if (!entry.notIn) return undefined;
  const { after, before } = exclusionsOf(entry, folded.slice(start, end));
  const stands = ({ word, at }: Exclusion) =>
    folded.startsWith(word, start - at) && !(at === 1 && isOrdering(folded, start - at));
  return (after.get(folded[end] ?? "")?.find(stands) ?? before.get(folded[start - 1] ?? "")?.find(stands))?.word;
}

function exclusionsOf(entry: GlossaryEntry, form: string): Exclusions {
  let byForm = known.get(entry);
  if (!byForm) {
    byForm = new Map();
    known.set(entry, byForm);
  }
  let exclusions = byForm.get(form);
  if (!exclusions) {
    exclusions = makeExclusions(entry.notIn ?? [], form);
    byForm.set(form, exclusions);
  }
  return exclusions;
}

function makeExclusions(words: readonly string[], form: string): Exclusions {
  const after = new Map<string, Exclusion[]>();
  const before = new Map<string, Exclusion[]>();
  for (const word of words.map(foldForm)) {
    for (let at = word.indexOf(form); at >= 0; at = word.indexOf(form, at + 1)) {
      const next = word[at + form.length];
      const previous = word[at - 1];
      if (next !== undefined) add(after, next, { word, at });
      else if (previous !== undefined) add(before, previous, { word, at });
    }
  }
  return { after, before };
}

function add(map: Map<string, Exclusion[]>, key: string, exclusion: Exclusion): void {
  const list = map.get(key);
  if (list) list.push(exclusion);
  else map.set(key, [exclusion]);
}
