import type { Range } from "../span.js";
import type { Finding, Findings, Spare } from "./findings.js";
import { findUndamaged } from "./intact.js";
import { type Letters, lettersOf, occurrences } from "./locate.js";
import type { Output } from "./output.js";
import { pairBeside, pairInOrder } from "./pair.js";
import { addPlaces, claim, type Place, placesOf } from "./places.js";
import type { ProtectedSlot, ProtectedUnit } from "./protect.js";

/** Findings under way. */
interface OpenFindings {
  slots: (Finding | undefined)[];
  spare: Spare[];
}

/**
 * Finds each occurrence of each slot by itself: its element, its placeholder whatever happened to its case and spacing,
 * its English, one of its forbidden forms.
 */
export function findSlots({ text, elements, found }: Output, unit: ProtectedUnit): Findings {
  const { slots } = unit;
  if (found) return { slots: found, spare: NONE };
  const undamaged = elements.size === 0 ? findUndamaged(text, slots) : undefined;
  if (undamaged) return { slots: undamaged, spare: NONE };
  const findings: OpenFindings = { slots: slots.map(() => undefined), spare: [] };
  findElements(text, elements, slots, findings);
  if (!findings.slots.includes(undefined)) return findings;
  const read = lettersOf(text);
  findPlaceholders(read, slots, findings);
  if (findings.slots.includes(undefined)) findForms(read, unit, findings, "kept");
  if (findings.slots.includes(undefined)) findForms(read, unit, findings, "repaired");
  if (findings.slots.includes(undefined)) findWithin(read, unit, findings);
  return findings;
}

const NONE: readonly Spare[] = [];

/** Finds the marks of elements; an element whose content an engine changed is found all the same, and mended. */
function findElements(
  text: string,
  elements: Output["elements"],
  slots: readonly ProtectedSlot[],
  findings: OpenFindings,
): void {
  for (const [i, { inner, mark }] of elements) {
    const { placeholder, english } = slots[i]!;
    const status = inner.trim() === (placeholder ?? english.target) ? "kept" : "repaired";
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      addFinding(findings, {
        start: at,
        end: at + mark.length,
        slot: i,
        status,
        english: english.target,
        bare: english.bare,
      });
  }
}

function findPlaceholders(read: Letters, slots: readonly ProtectedSlot[], findings: OpenFindings): void {
  slots.forEach(({ placeholder, english: { target, bare } }, i) => {
    if (placeholder === undefined || findings.slots[i]) return;
    for (const { start, end } of occurrences(read, placeholder.toLowerCase()))
      addFinding(findings, { start, end, slot: i, status: "kept", english: target, bare });
  });
}

function addFinding({ slots, spare }: OpenFindings, finding: Finding): void {
  if (slots[finding.slot]) spare.push(spareOf(finding));
  else slots[finding.slot] = finding;
}

function spareOf({ start, end }: Range): Spare {
  return { start, end, slot: null, english: "" };
}

/**
 * Finds the terms that are still open by what they should say, or, to be repaired, by what they should not: the longest
 * names first, so that a name inside another is not taken for it.
 */
function findForms(
  read: Letters,
  { slots, unit, lookalikes }: ProtectedUnit,
  findings: OpenFindings,
  status: "kept" | "repaired",
): void {
  const { text } = read;
  const groups = openTerms(slots, findings);
  if (groups.length === 0) return;
  const taken: Range[] = [];
  for (const finding of findings.slots) if (finding) claim(taken, finding);
  for (const group of groups) {
    const { english } = slots[group[0]!]!;
    const places = placesOf(read, english, status, group.length, taken);
    if (places.length === 0) continue;
    const expected = group.map((i) => slots[i]!.start / unit.text.length);
    const rivals = status === "repaired" ? rivalsOf(english.target, lookalikes) : [];
    const pairs = pairPlaces(expected, rivals, places, text.length);
    for (const [k, slot] of group.entries()) {
      const place = places[pairs[k]!];
      if (!place) continue;
      const { start, end, form, right } = place;
      const written = text.slice(start, end);
      const isKept = form === right && isExact(written, form);
      findings.slots[slot] = isKept
        ? { start, end, slot, status: "kept", english: written, bare: english.bare }
        : { start, end, slot, status: "repaired", english: inNumber(right, form, written), bare: english.bare };
    }
    if (status === "kept" && places.length > group.length) addEchoes(text, places, new Set(pairs), findings.spare);
  }
}

/**
 * Which of the places is whose. Where the source has as many words that are rightly translated so as the text has places
 * ("millet" is in the porridge), none is a term's.
 */
function pairPlaces(expected: number[], rivals: number[], places: readonly Range[], length: number): number[] {
  if (places.length <= rivals.length) return [];
  const found = places.map(({ start }) => start / length);
  const scarce = places.length < expected.length + rivals.length;
  return scarce ? pairBeside(expected, rivals, found) : pairInOrder(expected, found);
}

/** The places of the words that an engine may rightly have translated by what would be wrong for a term. */
function rivalsOf(target: string, lookalikes: ProtectedUnit["lookalikes"]): number[] {
  return lookalikes.filter((word) => word.target === target).map(({ place }) => place);
}

const COMMON_END = /(?:^|[ -])\p{Ll}*[^s\P{Ll}]$/u;

/** What stands instead of a wrong form: in the plural where that is in the plural and the last word is a common one. */
function inNumber(right: string, form: string, written: string): string {
  return /s$/i.test(written) && !/s$/i.test(form) && COMMON_END.test(right) ? `${right}s` : right;
}

/**
 * Puts right what is wrong of a name within a term of which nothing else was found: "the millet spoon" for what should be
 * a Xiaomi Spatula becomes "the Xiaomi spoon", and the term stays missing.
 */
function findWithin(read: Letters, { slots, unit, lookalikes }: ProtectedUnit, findings: OpenFindings): void {
  const taken: Range[] = [];
  for (const finding of findings.slots) if (finding) claim(taken, finding);
  for (const group of openTerms(slots, findings)) {
    const { within } = slots[group[0]!]!.english;
    const expected = group.map((i) => slots[i]!.start / unit.text.length);
    for (const name of new Set(within.map(({ instead }) => instead))) {
      const places: Place[] = [];
      addPlaces(
        read,
        within.filter(({ instead }) => instead === name),
        taken,
        places,
      );
      places.sort((a, b) => a.start - b.start);
      for (const at of pairPlaces(expected, rivalsOf(name, lookalikes), places, read.text.length)) {
        if (at >= 0) findings.spare.push({ start: places[at]!.start, end: places[at]!.end, slot: null, english: name });
      }
    }
  }
}

/** The terms that were not found yet, the occurrences of one name together, the longest names first. */
function openTerms(slots: readonly ProtectedSlot[], findings: OpenFindings): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, { slot, english }] of slots.entries()) {
    if (slot.kind === "token" || findings.slots[i]) continue;
    const { target } = english;
    const group = groups.get(target);
    if (group) group.push(i);
    else groups.set(target, [i]);
  }
  return [...groups.values()].sort((a, b) => slots[b[0]!]!.english.target.length - slots[a[0]!]!.english.target.length);
}

/** Written as the form is, save a capital at the beginning of a common word and an ending. */
function isExact(written: string, form: string): boolean {
  if (written.startsWith(form)) return true;
  const common = form === form.toLowerCase();
  return common && written.slice(0, form.length).toLowerCase() === form;
}

/** Adds names that are written again right after themselves, nothing but spaces between, where no slot asks for it. */
function addEchoes(text: string, places: readonly Place[], used: ReadonlySet<number>, spare: Spare[]): void {
  for (let first = 0, next = 1; first < places.length; first = next, next++) {
    while (next < places.length && isEcho(text, places[next - 1]!, places[next]!)) next++;
    let kept = false;
    for (let k = first; k < next; k++) kept ||= used.has(k);
    for (let k = kept ? first : first + 1; k < next; k++) if (!used.has(k)) spare.push(spareOf(places[k]!));
  }
}

function isEcho(text: string, before: Place, place: Place): boolean {
  return before.form === place.form && text.slice(before.end, place.start).trim() === "";
}
