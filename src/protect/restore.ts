import type { TermStatus } from "../model.js";
import { overlaps, type Range } from "../span.js";
import { applyEdits, type Edit, type Edited } from "./edits.js";
import { fold, locate } from "./locate.js";
import { pairInOrder } from "./pair.js";
import type { ProtectedSlot, ProtectedUnit } from "./protect.js";
import { englishPunctuation, tidySpacing } from "./punctuation.js";
import { seamEdits } from "./seams.js";

/** Where a slot came out, and how. */
export interface RestoredSlot {
  range: Range | null;
  status: TermStatus;
}

/** What an engine made of a unit, its terms and tokens put back in their places. */
export interface RestoredUnit {
  text: string;
  /** One for each slot of the unit, in the order of the source. */
  slots: RestoredSlot[];
  /** Where a range of the engine's own text went. */
  map: (range: Range) => Range;
}

/** Where a slot was found in an engine's output, before anything is mended. */
interface Finding extends Range {
  status: TermStatus;
  /** It stands there in right English and stays as it is. */
  inWords?: boolean;
}

/**
 * Puts the terms and tokens of a unit back into what an engine made of it; the only reader of placeholders.
 *
 * It looks for each occurrence by itself: its placeholder whatever happened to its case and spacing, its element, its
 * English, one of its forbidden forms. What is found is mended in place; what is not is `missing`.
 */
export function restore(output: string, unit: ProtectedUnit): RestoredUnit {
  const { text, elements } = readOutput(output, unit);
  const findings: (Finding | undefined)[] = unit.slots.map(() => undefined);
  const spare: Range[] = [];
  findElements(text, elements, unit.slots, findings, spare);
  findPlaceholders(text, unit.slots, findings, spare);
  findForms(text, unit.slots, findings, spare, (slot) => [slot.target, ...slot.accept]);
  findForms(text, unit.slots, findings, [], (slot) => slot.forbid, "repaired");
  return mend(text, unit.slots, findings, spare);
}

const ENTITIES = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["#39", "'"],
  ["#x27", "'"],
  ["#34", '"'],
  ["nbsp", " "],
]);
const ENTITY = /&(amp|lt|gt|quot|apos|nbsp|#39|#x27|#34);/gi;
const ELEMENT = /<\s*span\b[^<>]*\bid\s*=\s*["'“”]?\s*t\s*(\d+)[^<>]*>([^<]*)<\s*\/\s*span\s*>/gi;
const TAG = /<\/?\s*span\b[^<>]*>/gi;

const LINE_BREAKS = /\s*[\r\n\u2028\u2029]\s*/g;

/** Stands for an element that was read; from the end of the private-use area, which no placeholder reaches. */
const ELEMENT_MARK = 0xf000;

interface Output {
  text: string;
  /** What stood in the element of a slot, by the slot's index. */
  elements: Map<number, string>;
}

/** Brings an output into plain English text: elements taken off, entities decoded, punctuation and spaces English. */
function readOutput(output: string, { carry, slots }: ProtectedUnit): Output {
  const elements = new Map<number, string>();
  let text = output;
  if (carry === "markup") {
    text = text
      .replace(ELEMENT, (_, id: string, inner: string) => {
        const index = Number(id);
        if (!slots[index]) return inner;
        elements.set(index, elements.get(index) ?? inner);
        return String.fromCharCode(ELEMENT_MARK + index);
      })
      .replace(TAG, "");
  }
  text = text.replace(ENTITY, (_, name: string) => ENTITIES.get(name.toLowerCase())!);
  // A unit is one line of a post: an engine that breaks it has added the break.
  text = text.replace(LINE_BREAKS, " ");
  return { text: tidySpacing(englishPunctuation(text)), elements };
}

/** A placeholder as engines damage it: in any case, with spaces between its letters. */
function placeholderPattern(placeholder: string): RegExp {
  return new RegExp(
    [...placeholder].map((letter) => letter.replace(/[^\p{L}\p{Co}]/gu, "\\$&")).join("[ \\u00a0]?"),
    "giu",
  );
}

function findPlaceholders(
  text: string,
  slots: readonly ProtectedSlot[],
  findings: (Finding | undefined)[],
  spare: Range[],
): void {
  slots.forEach(({ placeholder }, i) => {
    if (placeholder === undefined || findings[i]) return;
    for (const match of text.matchAll(placeholderPattern(placeholder))) {
      const range = { start: match.index, end: match.index + match[0].length };
      if (findings[i]) spare.push(range);
      else findings[i] = { ...range, status: "kept" };
    }
  });
}

/** Finds the marks of elements; an element whose content an engine changed is found all the same, and mended. */
function findElements(
  text: string,
  elements: ReadonlyMap<number, string>,
  slots: readonly ProtectedSlot[],
  findings: (Finding | undefined)[],
  spare: Range[],
): void {
  for (const [i, inner] of elements) {
    const mark = String.fromCharCode(ELEMENT_MARK + i);
    const status = inner.trim() === (slots[i]!.placeholder ?? slots[i]!.target) ? "kept" : "repaired";
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      if (findings[i]) spare.push({ start: at, end: at + 1 });
      else findings[i] = { start: at, end: at + 1, status };
    }
  }
}

/** Finds slots by what they should say: the longest forms first, so that a name inside another is not taken for it. */
function findForms(
  text: string,
  slots: readonly ProtectedSlot[],
  findings: (Finding | undefined)[],
  spare: Range[],
  formsOf: (slot: ProtectedSlot) => readonly string[],
  status?: "repaired",
): void {
  const bySlotText = new Map<string, number[]>();
  slots.forEach((slot, i) => {
    if (slot.slot.kind === "token" || findings[i]) return;
    const key = slot.target;
    bySlotText.set(key, [...(bySlotText.get(key) ?? []), i]);
  });
  if (bySlotText.size === 0) return;
  const folded = fold(text);
  const taken: Range[] = findings.filter((finding) => finding !== undefined);
  const groups = [...bySlotText.values()].sort((a, b) => slots[b[0]!]!.target.length - slots[a[0]!]!.target.length);
  for (const group of groups) {
    const slot = slots[group[0]!]!;
    const forms = [...formsOf(slot)].sort((a, b) => b.length - a.length);
    const places: (Range & { exact: boolean })[] = [];
    for (const form of forms) {
      for (const range of locate(text, folded, form)) {
        if ([...taken, ...places].some((other) => overlaps(other, range))) continue;
        places.push({ ...range, exact: isExact(text.slice(range.start, range.end), form) });
      }
    }
    places.sort((a, b) => a.start - b.start);
    const pairs = pairInOrder(
      group.map((i) => slots[i]!.position),
      places.map(({ start }) => start / (text.length || 1)),
    );
    group.forEach((i, k) => {
      const place = places[pairs[k]!];
      if (!place) return;
      const { start, end } = place;
      const inWords = place.exact && status === undefined;
      findings[i] = { start, end, status: inWords ? "kept" : "repaired", inWords };
    });
    const used = new Set(pairs);
    places.forEach((place, k) => {
      taken.push(place);
      if (!used.has(k) && isEcho(text, place, places)) spare.push(place);
    });
  }
}

/** Written as the form is, save a capital at the beginning of a common word and an ending. */
function isExact(written: string, form: string): boolean {
  if (written.startsWith(form)) return true;
  const common = form === form.toLowerCase();
  return common && written.slice(0, form.length).toLowerCase() === form;
}

/** A name written twice in a row, with nothing but spaces between. */
function isEcho(text: string, place: Range, places: readonly Range[]): boolean {
  return places.some(
    (other) => other !== place && other.end <= place.start && text.slice(other.end, place.start).trim() === "",
  );
}

function withSpacesBefore(text: string, { start, end }: Range): Range {
  let from = start;
  while (from > 0 && text[from - 1] === " ") from--;
  return { start: from, end };
}

function mend(
  text: string,
  slots: readonly ProtectedSlot[],
  findings: readonly (Finding | undefined)[],
  spare: readonly Range[],
): RestoredUnit {
  const edits: (Edit & { slot?: number })[] = spare.map((range) => ({
    ...withSpacesBefore(text, range),
    replacement: "",
  }));
  findings.forEach((finding, i) => {
    if (!finding) return;
    const slot = slots[i]!;
    const found = text.slice(finding.start, finding.end);
    edits.push({ ...finding, replacement: finding.inWords ? found : slot.target, slot: i });
  });
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const disjoint = edits.filter((edit, i) => i === 0 || edit.start >= edits[i - 1]!.end);
  const edited: Edited = applyEdits(text, disjoint);
  const ranges = new Map<number, Range>();
  disjoint.forEach((edit, i) => {
    if (edit.slot !== undefined) ranges.set(edit.slot, edited.written[i]!);
  });
  const seamed = applyEdits(
    edited.text,
    seamEdits(
      edited.text,
      [...ranges.values()].sort((a, b) => a.start - b.start),
    ),
  );
  return {
    text: seamed.text,
    slots: findings.map((finding, i) => {
      const range = ranges.get(i);
      return finding && range
        ? { range: seamed.map(range), status: finding.status }
        : { range: null, status: "missing" };
    }),
    map: (range) => seamed.map(edited.map(range)),
  };
}
