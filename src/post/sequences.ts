import type { Range } from "../span.js";
import { hasWords } from "./chars.js";
import { type Marker, NUMBER_FAMILIES, SIGN_FAMILIES } from "./markers.js";

/** How many ordinals a list may skip, as when one was lost, and still go on. */
const MAX_GAP = 3;

/** The family and ordinal with which each list that is still growing goes on. */
type Open = Map<string, Marker[]>;

function hasContent(text: string, before: Marker, start: number): boolean {
  return hasWords(text, before.content, start);
}

/** The list that the marker goes on with: of its family, or of another way to write a number where that fits exactly. */
function listFor(text: string, open: Open, marker: Marker): Marker[] | undefined {
  const own = open.get(marker.family);
  if (own !== undefined && follows(text, own, marker)) return own;
  if (!NUMBER_FAMILIES.has(marker.family) || own !== undefined || !marker.firm || marker.tight) return undefined;
  for (const family of NUMBER_FAMILIES) {
    const list = open.get(family);
    if (list !== undefined && list.at(-1)!.ordinal + 1 === marker.ordinal && follows(text, list, marker)) return list;
  }
  return undefined;
}

function follows(text: string, list: readonly Marker[], marker: Marker): boolean {
  const last = list.at(-1)!;
  const gap = marker.ordinal - last.ordinal;
  const next = gap === 1 || (gap > 1 && gap <= MAX_GAP && marker.firm && !marker.tight && list.length > 1);
  return next && hasContent(text, last, marker.start);
}

function mayBegin(open: Open, marker: Marker): boolean {
  if (marker.pointed) return false;
  if (SIGN_FAMILIES.has(marker.family)) return true;
  if (marker.ordinal !== 1) return false;
  return marker.firm || !open.has(marker.family);
}

/** 奖品1、…奖品2、…: the number belongs to the word before it. */
function isLabelled(text: string, list: readonly Marker[]): boolean {
  const before = text.charAt(list[0]!.start - 1);
  return list.every((marker) => !marker.firm && text.charAt(marker.start - 1) === before);
}

/** The markers of one list, and the end of the part of the post that it stands in. */
export interface Sequence {
  markers: Marker[];
  limit: number;
}

/**
 * Finds the sequences among the markers: of one family, in increasing order, with words between them, beginning at 1
 * or, where they are signs such as ⑤, anywhere. No sequence reaches over the ends of `scopes`.
 *
 * Sequences come in order of their first markers.
 */
export function sequences(text: string, markers: readonly Marker[], scopes: readonly Range[]): Sequence[] {
  const found: Sequence[] = [];
  const open: Open = new Map();
  let scope = 0;
  for (const marker of markers) {
    while (scopes[scope]!.end <= marker.start) {
      scope++;
      open.clear();
    }
    const list = listFor(text, open, marker);
    if (list !== undefined) {
      list.push(marker);
    } else if (mayBegin(open, marker)) {
      const begun = [marker];
      open.set(marker.family, begun);
      found.push({ markers: begun, limit: scopes[scope]!.end });
    }
  }
  for (const { markers: list, limit } of found) {
    // A last marker that nothing follows, as where the post was cut off, marks no item.
    if (list.length > 1 && !hasWords(text, list.at(-1)!.content, limit)) list.pop();
  }
  return found.filter(({ markers: list }) => list.length > 1 && !isLabelled(text, list));
}
