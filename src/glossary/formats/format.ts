import { GlossaryError } from "../../errors.js";
import type { GlossaryEntry } from "../../model.js";
import { formsOf } from "../forms.js";

/** An entry that a format could not hold, and why. */
export interface SkippedEntry {
  /** The entry. */
  entry: GlossaryEntry;
  /** Why the format could not hold it. */
  reason: string;
}

/** An entry that was written without some of what it says: the names of the fields that the format has no place for. */
export interface ReducedEntry {
  /** The whole entry. */
  entry: GlossaryEntry;
  /** The fields that were not written. */
  lost: (keyof GlossaryEntry)[];
}

/** A glossary in some format, with what did not go into it. */
export interface Stringified {
  /** The text to write to a file. */
  text: string;
  /** Entries that are not in it. */
  skipped: SkippedEntry[];
  /** Entries that are in it only in part. */
  reduced: ReducedEntry[];
}

/** A file format of glossaries: its name, what is read from it and what is written to it. */
export interface GlossaryFormat {
  /** What `parse` and `stringify` call it: `"csv"`. */
  readonly name: string;
  /** One sentence: whose format it is and what it holds. */
  readonly description: string;
  /**
   * Reads entries. A format without kinds gives `term`.
   *
   * @throws GlossaryError `invalid-format` with `line` and `column` where the text is not of this format.
   */
  parse(text: string): GlossaryEntry[];
  /** Writes entries, and says what did not go into the text. */
  stringify(entries: readonly GlossaryEntry[]): Stringified;
}

/** One line of a format that knows sources and targets only. */
export interface TermPair {
  /** The Chinese. */
  source: string;
  /** The English. */
  target: string;
  /** What the file says beside it. */
  note?: string | undefined;
}

/** Says at which line and column (from 1) a text is not of its format. */
export function formatError(
  format: string,
  message: string,
  line: number,
  column?: number,
  cause?: unknown,
): GlossaryError {
  const place = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  return new GlossaryError(
    "invalid-format",
    `This is not a ${format} glossary: ${message} (${place}).`,
    { format, line, ...(column === undefined ? {} : { column }) },
    cause,
  );
}

const DETAILS = ["variants", "accept", "forbid", "ambiguous", "prior", "notIn", "cues", "note"] as const;

/** What is read from a format that has no place for a kind. */
const UNTOLD_KIND = "term";

/** Which fields of an entry a format loses that has a place only for `source`, `target` and these. */
function lostFields(entry: GlossaryEntry, kept: readonly (keyof GlossaryEntry)[]): (keyof GlossaryEntry)[] {
  const lost = DETAILS.filter((field) => entry[field] !== undefined && !kept.includes(field));
  return entry.kind === UNTOLD_KIND ? lost : ["kind", ...lost];
}

/**
 * Parts entries into those that a format holds and those that it cannot hold, and says what it loses of the former.
 *
 * @param kept The fields, besides `source` and `target`, that the format has a place for; left out, it holds everything.
 */
export function sortOut(
  entries: readonly GlossaryEntry[],
  refuse: (entry: GlossaryEntry) => string | undefined,
  kept?: readonly (keyof GlossaryEntry)[],
): Omit<Stringified, "text"> & { held: GlossaryEntry[] } {
  const held: GlossaryEntry[] = [];
  const skipped: SkippedEntry[] = [];
  const reduced: ReducedEntry[] = [];
  for (const entry of entries) {
    const reason = refuse(entry);
    if (reason !== undefined) {
      skipped.push({ entry, reason });
      continue;
    }
    held.push(entry);
    const lost = kept ? lostFields(entry, kept) : [];
    if (lost.length > 0) reduced.push({ entry, lost });
  }
  return { held, skipped, reduced };
}

/** What keeps a pair out of a format: a reason, or `undefined` where it may go in. */
export type PairCheck = (pair: TermPair) => string | undefined;

/** Control characters and line ends, which no line-based format can hold. */
const UNWRITABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\p{Cs}/u;

/** Tabs and line ends, which a note in XML may hold. */
const LINE_ENDS = /[\t\n\r]/g;

/** What keeps an entry out of formats that fold spaces and hold no control characters: XML, and lines. */
export function unwritable(entry: GlossaryEntry): string | undefined {
  const { source, target, variants = [], accept = [], forbid = [], note } = entry;
  return unwritableTexts([source, target, ...variants, ...accept, ...forbid], note);
}

/** Why an entry is left out whose name would lose the space at its edge. */
export const EDGE_REASON = "it begins or ends with a space";

function unwritableTexts(names: readonly string[], note = ""): string | undefined {
  if ([...names, note.replace(LINE_ENDS, "")].some((text) => UNWRITABLE.test(text)))
    return "it has a control character or a line break";
  return names.some((name) => name.trim() !== name) ? EDGE_REASON : undefined;
}

/**
 * Spreads entries over the lines of a format of pairs: one for the source, one for each variant, no source twice.
 *
 * @param kept The fields that the format has a place for. @param check What else the format refuses.
 */
export function pairsOf(
  entries: readonly GlossaryEntry[],
  kept: readonly (keyof GlossaryEntry)[],
  check: PairCheck = () => undefined,
): Omit<Stringified, "text"> & { pairs: TermPair[] } {
  const pairs: TermPair[] = [];
  const skipped: SkippedEntry[] = [];
  const reduced: ReducedEntry[] = [];
  const taken = new Set<string>();
  for (const entry of entries) {
    const note = kept.includes("note") ? entry.note : undefined;
    const candidates = formsOf(entry).map((source): TermPair => ({ source, target: entry.target, note }));
    const refused = candidates.map((pair) => refusal(pair, taken) ?? check(pair));
    for (const [i, pair] of candidates.entries()) {
      const reason = refused[i];
      if (reason === undefined) {
        taken.add(pair.source);
        pairs.push(pair);
      } else skipped.push({ entry, reason: i === 0 ? reason : `its variant ${pair.source}: ${reason}` });
    }
    const lost = lostFields(entry, [...kept, "variants"]);
    if (refused[0] === undefined && lost.length > 0) reduced.push({ entry, lost });
  }
  return { pairs, skipped, reduced };
}

function refusal({ source, target, note }: TermPair, taken: ReadonlySet<string>): string | undefined {
  return taken.has(source) ? "another entry has the same source" : unwritableTexts([source, target], note);
}

/** Makes an entry of a pair that was read, and of what else was read with it; fields that hold nothing are left out. */
export function entryOf({
  source,
  target,
  ...rest
}: TermPair & Pick<GlossaryEntry, "variants" | "accept" | "forbid">): GlossaryEntry {
  const told = Object.entries(rest).filter(([, value]) => value?.length);
  return { source: source.trim(), target: target.trim(), kind: UNTOLD_KIND, ...Object.fromEntries(told) };
}
