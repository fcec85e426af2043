import type { Judged } from "./score.js";

/** A form with the others that were folded into it. */
export interface Folded extends Judged {
  readonly folded: readonly string[];
}

/** Where a piece stands for this much of a longer form's places it is a piece of that one and nothing else. */
const MOSTLY = 0.65;

/**
 * Folds forms that are one another's pieces into one.
 *
 * A piece that mostly stands in one longer form is folded into that; a longer one that is made of a better form and
 * ordinary words (`小米` and `手机`) is folded into the better one. The rest comes best first.
 *
 * @param isOrdinary Tells whether a string is made of ordinary words.
 */
export function foldForms(judged: readonly Judged[], isOrdinary: (text: string) => boolean): Folded[] {
  const byKey = new Map(judged.map((one) => [one.key, one]));
  const into = new Map<string, string>();
  const longestFirst = [...judged].sort((a, b) => b.key.length - a.key.length);
  for (const whole of longestFirst) {
    for (const piece of piecesOf(whole.key)) {
      const part = byKey.get(piece);
      if (!part || into.has(piece)) continue;
      const rest = whole.key.replace(piece, "");
      const isMadeOf = part.logit >= whole.logit && !whole.known.name && isOrdinary(rest.trim());
      if (isMadeOf) {
        into.set(whole.key, piece);
        break;
      }
      if (whole.seen.count >= MOSTLY * part.seen.count && !part.known.name) into.set(piece, whole.key);
    }
  }
  const folded = new Map<string, string[]>();
  for (const key of into.keys()) {
    const end = endOf(key, into);
    if (end !== key) folded.set(end, [...(folded.get(end) ?? []), byKey.get(key)!.seen.form]);
  }
  return judged
    .filter(({ key }) => !into.has(key))
    .map((one) => ({ ...one, folded: folded.get(one.key) ?? [] }))
    .sort((a, b) => b.logit - a.logit || b.seen.count - a.seen.count || (a.key < b.key ? -1 : 1));
}

function endOf(key: string, into: ReadonlyMap<string, string>): string {
  for (let steps = 0; steps < 20; steps++) {
    const next = into.get(key);
    if (next === undefined) break;
    key = next;
  }
  return key;
}

const LATIN = /[\p{Script=Latin}\d]/u;

/** Every shorter piece of two or more characters that cuts through no Latin word, the longer ones first. */
function piecesOf(key: string): string[] {
  const pieces: string[] = [];
  for (let length = key.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= key.length; start++) {
      if (!isWithinWord(key, start) && !isWithinWord(key, start + length))
        pieces.push(key.slice(start, start + length));
    }
  }
  return pieces;
}

function isWithinWord(key: string, at: number): boolean {
  return LATIN.test(key[at - 1] ?? "") && LATIN.test(key[at] ?? "");
}
