import { firstAfter, type Range } from "../span.js";
import { type Form, type Letters, locate, locateExact } from "./locate.js";
import type { SlotText, WrongForm } from "./protect.js";
import { locateTool, type Tool } from "./tools.js";

/** Where a text has a form of a name. */
export interface Place extends Range {
  form: string;
  /** What has to stand there instead; the form itself where that is right. */
  right: string;
}

/**
 * Where a text says a slot as it should, or as it should not, in order; what is taken already is passed over.
 *
 * Damaged and other forms are looked for only where the name itself stands there less often than it should.
 */
export function placesOf(
  read: Letters,
  { target, right, wrong, longer, tools }: SlotText,
  status: "kept" | "repaired",
  count: number,
  taken: Range[],
): Place[] {
  const places: Place[] = [];
  if (status === "repaired") addPlaces(read, wrong, taken, places);
  else {
    addPlaces(read, longer, taken, places);
    for (const { start, end } of locateExact(read.text, target))
      if (claim(taken, { start, end })) places.push({ start, end, form: target, right: target });
    if (places.length < count) addPlaces(read, right, taken, places, target);
    if (places.length < count) addTools(read.text, tools, target, taken, places);
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Adds the places of forms that are not taken yet; the first form has the first choice. */
export function addPlaces(
  read: Letters,
  forms: readonly (Form | WrongForm)[],
  taken: Range[],
  places: Place[],
  target?: string,
): void {
  for (const form of forms) {
    const isWrong = "instead" in form;
    for (const { start, end } of locate(read, form)) {
      const written = read.text.slice(start, end);
      if (
        isWrong
          ? QUOTED.test(written) || isNoName(read.text, written, form)
          : form.written !== target && isOtherWord(read.text, written, form.written)
      )
        continue;
      if (claim(taken, { start, end }))
        places.push({ start, end, form: form.written, right: isWrong ? form.instead : form.written });
    }
  }
}

/** What a name would look like, in small letters where the text has capitals: 大米 is no "dami". */
function isNoName(text: string, written: string, { isName }: WrongForm): boolean {
  return isName && !CAPITAL.test(written) && CAPITAL.test(text);
}

const CAPITAL = /\p{Lu}/u;

/** Adds the names that say a term with a verb; a name that the source has too is looked for later, and finds its own. */
function addTools(text: string, tools: readonly Tool[], target: string, taken: Range[], places: Place[]): void {
  for (const tool of tools)
    for (const range of locateTool(text, tool))
      if (claim(taken, range)) places.push({ ...range, form: tool.name, right: target });
}

/** Capitals that read as a word: where a text has that word in small letters, and capitals elsewhere, it is a red dress, not RED. */
function isOtherWord(text: string, written: string, form: string): boolean {
  return IN_CAPITALS.test(form) && VOWEL.test(form) && written === written.toLowerCase() && text !== text.toLowerCase();
}

const IN_CAPITALS = /^\p{Lu}+$/u;
const VOWEL = /[AEIOU]/;

/** A quotation mark amid the words of a wrong form, which would be lost with them: "the 'millet' conference". */
const QUOTED = /["“”]|['‘’](?!\p{L})/u;

/** Adds a range to disjoint ones in order, unless it overlaps one of them. */
export function claim(taken: Range[], range: Range): boolean {
  if (taken.length === 0 || taken.at(-1)!.end <= range.start) {
    taken.push(range);
    return true;
  }
  const next = firstAfter(taken, range.start);
  if (taken[next]!.start < range.end) return false;
  taken.splice(next, 0, range);
  return true;
}
