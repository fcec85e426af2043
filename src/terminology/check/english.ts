import { parse } from "../../post/parse.js";
import { formOf, type Letters, lettersOf, locate, occurrences } from "../../protect/locate.js";
import { contains, overlaps, type Range } from "../../span.js";
import { addressesIn } from "../../text/addresses.js";

/** A place in a translation where a form stands. */
export interface FormPlace extends Range {
  /** The form, as the glossary writes it. */
  readonly form: string;
}

/** A translation in which forms are looked for. */
export interface ReadTranslation {
  readonly text: string;
  readonly letters: Letters;
  /** What names accounts and addresses: a form in it says nothing. */
  readonly addresses: readonly Range[];
  /** Accounts that the translator named instead of a name in the source: a form has to be the whole of it. */
  readonly ownAccounts: readonly Range[];
  /** Where words begin or end in hashtags, those that are written as one included (#MeiguoPhone). */
  readonly hashtagEdges: ReadonlySet<number>;
}

const ACCOUNTS: ReadonlySet<string> = new Set(["mention", "repost", "reply"]);

/**
 * Reads where a translation's addresses and hashtags are.
 *
 * @param mentions The accounts that its source mentions. Where all of them are kept, a further one was put for a name.
 */
export function readTranslation(text: string, mentions: readonly string[]): ReadTranslation {
  const addresses = addressesIn(text);
  const ownAccounts: Range[] = [];
  const areKept = mentions.every((name) => text.includes(`@${name}`));
  const hashtagEdges = new Set<number>();
  for (const { kind, start, end, nameStart = start, nameEnd = end } of parse(text).tokens) {
    const isOwn = kind === "mention" && areKept && !mentions.includes(text.slice(nameStart, nameEnd));
    if (isOwn) ownAccounts.push({ start: nameStart, end: nameEnd });
    else if (kind === "url" || ACCOUNTS.has(kind)) addresses.push({ start: nameStart, end: nameEnd });
    if (kind !== "hashtag") continue;
    hashtagEdges.add(nameStart).add(nameEnd);
    for (const { index } of text.slice(nameStart, nameEnd).matchAll(INNER_EDGE)) hashtagEdges.add(nameStart + index);
  }
  return { text, letters: lettersOf(text), addresses, ownAccounts, hashtagEdges };
}

/** Between words that are written as one, each with a capital. */
const INNER_EDGE = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})/gu;

/**
 * Where any of the forms stands, in order; of overlapping places the longest counts.
 *
 * A form counts in any letter case, with the spaces and hyphens of any writer, and in the plural; not in an address.
 */
export function placesOf(translation: ReadTranslation, forms: Iterable<string>, taken: readonly Range[]): FormPlace[] {
  const { text, addresses, ownAccounts } = translation;
  const isExact = ({ start, form }: FormPlace) => text.startsWith(form, start);
  const found = [...new Set(forms)].flatMap((form) => occurrencesOf(translation, form));
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || Number(isExact(b)) - Number(isExact(a)));
  const kept: FormPlace[] = [];
  for (const place of found) {
    const isPart = ownAccounts.some((account) => overlaps(account, place) && !contains(place, account));
    if (!isPart && ![addresses, taken, kept].some((list) => list.some((other) => overlaps(other, place))))
      kept.push(place);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function occurrencesOf({ text, letters, hashtagEdges }: ReadTranslation, form: string): FormPlace[] {
  const wanted = formOf(form);
  const places: Range[] = locate(letters, wanted);
  for (const plural of pluralsOf(form)) {
    places.push(
      ...locate(letters, formOf(plural)).filter((range) => isPlural(text.slice(range.start, range.end), plural)),
    );
  }
  if (hashtagEdges.size > 0) {
    places.push(
      ...occurrences(letters, wanted.letters).filter(
        ({ start, end }) => hashtagEdges.has(start) && hashtagEdges.has(end),
      ),
    );
  }
  return places.map(({ start, end }) => ({ start, end, form }));
}

/** The plurals of a name. Of common words `locate` knows the endings. */
function pluralsOf(form: string): string[] {
  if (!/\p{Lu}/u.test(form) || !/\p{Script=Latin}$/u.test(form)) return [];
  if (/[^aeiou]y$/i.test(form)) return [`${form}s`, `${form.slice(0, -1)}ies`];
  return [/(?:[sxz]|[cs]h)$/i.test(form) ? `${form}es` : `${form}s`];
}

/** A name of fewer letters is in the plural only where its letter case shows it: "MGs", not "mgs". */
const SURE_LENGTH = 4;

/** `locate` passes over an apostrophe: a possessive is no plural. */
function isPlural(written: string, plural: string): boolean {
  return written.length === plural.length && (plural.length > SURE_LENGTH || written === plural);
}
