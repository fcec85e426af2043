import type { TermStatus } from "../model.js";
import { firstWhere, type Range } from "../span.js";
import { locate, locateExact, occurrences } from "./locate.js";
import { elementMark, type Output } from "./output.js";
import { pairInOrder } from "./pair.js";
import type { ProtectedSlot, ProtectedUnit } from "./protect.js";

/** Where a slot was found in an engine's output, before anything is mended. */
export interface Finding extends Range {
  status: TermStatus;
  /** What has to stand there. */
  english: string;
}

/** What was found of the slots of a unit. */
export interface Findings {
  /** One for each slot, undefined where it is nowhere. */
  slots: (Finding | undefined)[];
  /** Where a slot stands once more than it should. */
  spare: Range[];
}

/**
 * Finds each occurrence of each slot by itself: its element, its placeholder whatever happened to its case and spacing,
 * its English, one of its forbidden forms.
 */
export function findSlots({ text, elements }: Output, unit: ProtectedUnit): Findings {
  const { slots } = unit;
  const findings: Findings = { slots: slots.map(() => undefined), spare: [] };
  if (slots.length === 0) return findings;
  findElements(text, elements, slots, findings);
  findPlaceholders(text, slots, findings);
  if (findings.slots.includes(undefined)) findForms(text, unit, findings, "kept");
  if (findings.slots.includes(undefined)) findForms(text, unit, findings, "repaired");
  return findings;
}

/** Finds the marks of elements; an element whose content an engine changed is found all the same, and mended. */
function findElements(
  text: string,
  elements: ReadonlyMap<number, string>,
  slots: readonly ProtectedSlot[],
  findings: Findings,
): void {
  for (const [i, inner] of elements) {
    const status = inner.trim() === (slots[i]!.placeholder ?? slots[i]!.target) ? "kept" : "repaired";
    const mark = elementMark(i);
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1))
      addFinding(findings, i, { start: at, end: at + 1, status, english: slots[i]!.target });
  }
}

function findPlaceholders(text: string, slots: readonly ProtectedSlot[], findings: Findings): void {
  slots.forEach(({ placeholder, target }, i) => {
    if (placeholder === undefined || findings.slots[i]) return;
    for (const range of occurrences(text, placeholder))
      addFinding(findings, i, { ...range, status: "kept", english: target });
  });
}

function addFinding({ slots, spare }: Findings, i: number, finding: Finding): void {
  if (slots[i]) spare.push(finding);
  else slots[i] = finding;
}

interface Place extends Range {
  form: string;
  /** What has to stand there instead; the form itself where that is right. */
  right: string;
}

/**
 * Finds the terms that are still open by what they should say, or, to be repaired, by what they should not: the longest
 * names first, so that a name inside another is not taken for it.
 */
function findForms(
  text: string,
  { slots, unit }: ProtectedUnit,
  findings: Findings,
  status: "kept" | "repaired",
): void {
  const groups = openTerms(slots, findings);
  if (groups.length === 0) return;
  const taken: Range[] = [];
  for (const finding of findings.slots) if (finding) claim(taken, finding);
  for (const group of groups) {
    const places = placesOf(text, slots[group[0]!]!, status, group.length, taken);
    if (places.length === 0) continue;
    const pairs = pairInOrder(
      group.map((i) => slots[i]!.start / unit.text.length),
      places.map(({ start }) => start / text.length),
    );
    for (let k = 0; k < group.length; k++) {
      const place = places[pairs[k]!];
      if (!place) continue;
      const { start, end, form, right } = place;
      const written = text.slice(start, end);
      findings.slots[group[k]!] =
        form === right && isExact(written, form)
          ? { start, end, status: "kept", english: written }
          : { start, end, status: "repaired", english: right };
    }
    if (status === "kept" && places.length > group.length) addEchoes(text, places, new Set(pairs), findings.spare);
  }
}

/** The terms that were not found yet, the occurrences of one name together, the longest names first. */
function openTerms(slots: readonly ProtectedSlot[], findings: Findings): number[][] {
  const groups = new Map<string, number[]>();
  for (const [i, { slot, target }] of slots.entries()) {
    if (slot.kind === "token" || findings.slots[i]) continue;
    const group = groups.get(target);
    if (group) group.push(i);
    else groups.set(target, [i]);
  }
  return [...groups.values()].sort((a, b) => slots[b[0]!]!.target.length - slots[a[0]!]!.target.length);
}

/**
 * Where a text says a slot as it should, or as it should not, in order; what is taken already is passed over.
 *
 * Damaged and other forms are looked for only where the name itself stands there less often than it should.
 */
function placesOf(
  text: string,
  { target, accept, forbid }: ProtectedSlot,
  status: "kept" | "repaired",
  count: number,
  taken: Range[],
): Place[] {
  const places: Place[] = [];
  const add = (ranges: readonly Range[], form: string, right: string) => {
    for (const { start, end } of ranges) if (claim(taken, { start, end })) places.push({ start, end, form, right });
  };
  if (status === "repaired") {
    for (const { wrong, right } of [...forbid].sort((a, b) => b.wrong.length - a.wrong.length))
      add(locate(text, wrong), wrong, right);
  } else {
    add(locateExact(text, target), target, target);
    if (places.length >= count) return places;
    for (const form of [target, ...accept].sort((a, b) => b.length - a.length)) add(locate(text, form), form, form);
  }
  return places.sort((a, b) => a.start - b.start);
}

/** Adds a range to disjoint ones in order, unless it overlaps one of them. */
function claim(taken: Range[], range: Range): boolean {
  const next = firstWhere(taken.length, (i) => taken[i]!.end > range.start);
  if (next < taken.length && taken[next]!.start < range.end) return false;
  if (next === taken.length) taken.push(range);
  else taken.splice(next, 0, range);
  return true;
}

/** Written as the form is, save a capital at the beginning of a common word and an ending. */
function isExact(written: string, form: string): boolean {
  if (written.startsWith(form)) return true;
  const common = form === form.toLowerCase();
  return common && written.slice(0, form.length).toLowerCase() === form;
}

/** Adds names that are written again right after themselves, nothing but spaces between, where no slot asks for it. */
function addEchoes(text: string, places: readonly Place[], used: ReadonlySet<number>, spare: Range[]): void {
  for (let first = 0, next = 1; first < places.length; first = next, next++) {
    while (next < places.length && isEcho(text, places[next - 1]!, places[next]!)) next++;
    let kept = false;
    for (let k = first; k < next; k++) kept ||= used.has(k);
    for (let k = kept ? first : first + 1; k < next; k++) if (!used.has(k)) spare.push(places[k]!);
  }
}

function isEcho(text: string, before: Place, place: Place): boolean {
  return before.form === place.form && text.slice(before.end, place.start).trim() === "";
}
