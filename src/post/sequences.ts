import type { Range } from "../span.js";
import { hasWords } from "./chars.js";
import { type Marker, NUMBER_FAMILIES, SIGN_FAMILIES } from "./markers.js";

/** How many ordinals a list may skip, as when one was lost, and still go on. */
const MAX_GAP = 3;

/** The markers of one list, and the end of the part of the post that it stands in. */
export interface Sequence {
  markers: Marker[];
  limit: number;
}

/** The list of each family that may still go on. */
type Open = Map<string, Sequence>;

/** The list that the marker goes on with: of its family, or of another way to write a number where that fits exactly. */
function sequenceFor(text: string, open: Open, marker: Marker): Sequence | undefined {
  const own = open.get(marker.family);
  if (own !== undefined && follows(text, own.markers, marker)) return own;
  if (!NUMBER_FAMILIES.has(marker.family) || own !== undefined || !marker.firm || marker.tight) return undefined;
  for (const family of NUMBER_FAMILIES) {
    const other = open.get(family);
    const next = other !== undefined && other.markers.at(-1)!.ordinal + 1 === marker.ordinal;
    if (next && follows(text, other.markers, marker)) return other;
  }
  return undefined;
}

function follows(text: string, list: readonly Marker[], marker: Marker): boolean {
  const last = list.at(-1)!;
  const gap = marker.ordinal - last.ordinal;
  const next = gap === 1 || (gap > 1 && gap <= MAX_GAP && marker.firm && !marker.tight && list.length > 1);
  return next && hasWords(text, last.content, marker.start);
}

function mayBegin(open: Open, marker: Marker): boolean {
  if (marker.pointed) return false;
  if (SIGN_FAMILIES.has(marker.family)) return true;
  return marker.ordinal === 1 && (marker.firm || !open.has(marker.family));
}

/** 奖品1、…奖品2、…: the number belongs to the word before it. */
function isLabelled(text: string, list: readonly Marker[]): boolean {
  const before = text.charAt(list[0]!.start - 1);
  return list.every((marker) => !marker.firm && text.charAt(marker.start - 1) === before);
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
    const sequence = sequenceFor(text, open, marker);
    if (sequence !== undefined) {
      if (sequence.markers.push(marker) === 2) found.push(sequence);
    } else if (mayBegin(open, marker)) {
      open.set(marker.family, { markers: [marker], limit: scopes[scope]!.end });
    }
  }
  found.sort((a, b) => a.markers[0]!.start - b.markers[0]!.start);
  for (const { markers: list, limit } of found) {
    // A last marker that nothing follows, as where the post was cut off, marks no item.
    if (!hasWords(text, list.at(-1)!.content, limit)) list.pop();
  }
  return found.filter(({ markers: list }) => list.length > 1 && !isLabelled(text, list));
}
