import { listWords } from "./listwords.js";
import { type Marker, STEP_FAMILIES } from "./markers.js";
import type { ParsedItem } from "./parsed.js";

const MAX_HEADING = 40;
/** 烤焦的肉: a verb that only describes what the item is about. */
const MODIFIER = /^[\u4e00-\u9fff]{2,3}的/;
const BEFORE_HEADING = /[。；;\n](?=[^。；;\n]*[^。；;\s])/g;

/** The words before a list that say what it is: at most the last 40 characters, from the last full stop on. */
function headingOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MAX_HEADING), at);
  let cut = 0;
  for (const stop of before.matchAll(BEFORE_HEADING)) cut = stop.index + 1;
  return before.slice(cut);
}

/**
 * Whether a list is steps, to be done one after the other, or points.
 *
 * Markers such as 第一步 make steps. Of other lists the heading decides (做法：; but 三种方法 are alternatives), and how many
 * of the items begin with the verb of an instruction: most of them, half under a heading that may announce a procedure.
 */
export function kindOf(text: string, first: Marker, items: readonly ParsedItem[]): "steps" | "points" {
  if (STEP_FAMILIES.has(first.family)) return "steps";
  const { action, alternatives, sequence, sureHeading, likelyHeading } = listWords();
  const heading = headingOf(text, first.start);
  let actions = 0;
  let sequenced = 0;
  for (const { markerEnd, end } of items) {
    const words = text.slice(markerEnd, Math.min(end, markerEnd + 60));
    if (action.test(words) && !MODIFIER.test(words)) actions++;
    if (sequence.test(words)) sequenced++;
  }
  const share = actions / items.length;
  if (sureHeading.test(heading)) return share > 0.25 || sequenced > 0 ? "steps" : "points";
  if (alternatives.test(heading)) return "points";
  if (likelyHeading.test(heading)) return share >= 0.5 || (actions > 0 && sequenced > 0) ? "steps" : "points";
  return share >= 0.8 || (share >= 0.6 && items.length > 2) ? "steps" : "points";
}
