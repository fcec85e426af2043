import type { GlossaryEntry, Post } from "../../model.js";
import { pairBeside, pairInOrder } from "../../protect/pair.js";
import { type Span, spanOf } from "../../span.js";
import { type FormPlace, placesOf, type ReadTranslation } from "./english.js";

/** A place in a source where a term stands, or a word that only looks like it. */
export interface Occurrence {
  readonly entry: GlossaryEntry;
  readonly source: Span;
}

/** What became of a term: it is right, forbidden, still Chinese, or nothing is to be seen of it. */
export interface Verdict extends Occurrence {
  readonly status: "right" | "forbidden" | "chinese" | "unseen";
  /** What stands in the translation, and as what form of the glossary. */
  readonly target: Span | null;
  readonly form: string | undefined;
  /** Whether the translation has the same English, or what stands for it, for another occurrence. */
  readonly isElsewhere: boolean;
}

/** The terms of one English; they go with its places in the order in which both stand. */
interface Group {
  readonly target: string;
  readonly right: ReadonlySet<string>;
  readonly forbid: ReadonlySet<string>;
  readonly chinese: ReadonlySet<string>;
  readonly terms: readonly Occurrence[];
  /** Those that no place was found for yet, and the places that were. */
  open: Occurrence[];
  readonly places: Place[];
  readonly lookalikes: readonly Occurrence[];
}

/** A place that a term may have come out at. */
interface Place extends FormPlace {
  readonly status: Verdict["status"];
}

/**
 * Tells what became of each term of a source.
 *
 * What is right is looked for first, and the longest forms of all terms before shorter ones, so that no name is seen in
 * another's; then what is forbidden, and what is still Chinese. Of several occurrences each goes with the place that lies
 * where it does. A look-alike (the porridge) may be what a forbidden word is for.
 */
export function judgeTerms({ source, terms, rejected }: Post, read: ReadTranslation): Verdict[] {
  const { text: translation } = read;
  const lengths = { source: source.text.length, translation: translation.length };
  const groups = groupsOf(terms, rejected);
  const settle = (status: Place["status"], formsOf: (group: Group) => ReadonlySet<string>, taken: FormPlace[]) => {
    const forms = groups.flatMap((group) => [...formsOf(group)]);
    const places = placesOf(read, forms, taken).map((place): Place => ({ ...place, status }));
    let free = places;
    // Forms that several accept are first for the one that they are the English of.
    for (const isOwn of [true, false]) {
      for (const group of groups) {
        const mayTake = ({ form }: Place) =>
          formsOf(group).has(form) &&
          (!isOwn || form === group.target || groups.every(({ target }) => target !== form));
        const settled = pairGroup(group, free.filter(mayTake), read.text, lengths);
        const gone = new Set(settled.values());
        free = free.filter((place) => !gone.has(place));
        group.open = group.open.filter((term) => !settled.has(term));
        group.places.push(...gone);
      }
    }
    return [...taken, ...places];
  };
  const right = settle("right", (group) => group.right, []);
  const wrong = settle("forbidden", (group) => group.forbid, right);
  settle("chinese", (group) => group.chinese, wrong);
  const placeOf = new Map(groups.flatMap((group) => [...inOrder(group, lengths)]));
  const isSeen = new Set([...placeOf.keys()].map(({ entry }) => keyOf(entry)));
  return terms.map((term): Verdict => {
    const place = placeOf.get(term);
    const common = { entry: term.entry, source: term.source, isElsewhere: isSeen.has(keyOf(term.entry)) };
    if (!place) return { ...common, status: "unseen", target: null, form: undefined };
    return { ...common, status: place.status, target: spanOf(translation, place.start, place.end), form: place.form };
  });
}

const keyOf = ({ target }: GlossaryEntry) => target.toLowerCase();

function groupsOf(terms: readonly Occurrence[], lookalikes: readonly Occurrence[]): Group[] {
  const byTarget = new Map<string, Occurrence[]>();
  for (const term of terms) byTarget.set(keyOf(term.entry), [...(byTarget.get(keyOf(term.entry)) ?? []), term]);
  return [...byTarget].map(([key, own]): Group => {
    const entries = [...new Set(own.map(({ entry }) => entry))];
    return {
      target: entries[0]!.target,
      right: new Set(entries.flatMap(({ target, accept = [] }) => [target, ...accept])),
      forbid: new Set(entries.flatMap(({ forbid = [] }) => forbid)),
      chinese: new Set(own.map(({ source }) => source.text)),
      terms: own,
      open: own,
      places: [],
      lookalikes: lookalikes.filter(({ entry }) => keyOf(entry) === key),
    };
  });
}

interface Lengths {
  readonly source: number;
  readonly translation: number;
}

/** Pairs the open terms of a group with places, both in order. */
function pairGroup(
  { open, lookalikes }: Group,
  places: readonly Place[],
  translation: string,
  lengths: Lengths,
): Map<Occurrence, Place> {
  // A name in its own letter case is the name; in another one it may be the ordinary word: an apple.
  const isName = ({ status, start, form }: Place) => status !== "forbidden" && translation.startsWith(form, start);
  const isSure = lookalikes.length === 0 ? () => true : isName;
  const sure = pair(open, places.filter(isSure), [], lengths);
  const rest = open.filter((term) => !sure.has(term));
  const others = places.filter((place) => !isSure(place));
  return new Map([...sure, ...pair(rest, others, lookalikes, lengths)]);
}

/** Pairs all terms of a group with the places that were found for it, whatever stands there: none crosses another. */
function inOrder({ terms, places }: Group, lengths: Lengths): Map<Occurrence, Place> {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  return pair(terms, sorted, [], lengths);
}

function pair(
  terms: readonly Occurrence[],
  places: readonly Place[],
  rivals: readonly Occurrence[],
  lengths: Lengths,
): Map<Occurrence, Place> {
  const shares = (list: readonly Occurrence[]) => list.map(({ source }) => source.start / lengths.source);
  const found = places.map(({ start }) => start / lengths.translation);
  const pairs =
    rivals.length > 0 ? pairBeside(shares(terms), shares(rivals), found) : pairInOrder(shares(terms), found);
  return new Map(terms.flatMap((term, i) => (pairs[i]! >= 0 ? [[term, places[pairs[i]!]!] as const] : [])));
}
