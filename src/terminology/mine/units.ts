/** What a unit is: a Han character, a word of Latin letters, a number, or the dot between parts of a foreign name. */
export type UnitKind = "han" | "latin" | "number" | "dot";

/** The smallest piece that forms are made of; offsets are into the normalized text. */
export interface Unit {
  readonly kind: UnitKind;
  readonly start: number;
  readonly end: number;
  /** Whether no unit stands next before it: punctuation, a line's end, or a space between Han characters does. */
  readonly detached: boolean;
}

const LATIN = /[\p{Script=Latin}\d]+(?:[-.&'’_][\p{Script=Latin}\d]+)*\+{0,2}/uy;
const LETTER = /\p{Script=Latin}/u;
const SPACES = /[ \t]+/y;

/** Splits a normalized text into units; ranges of `hidden` hold none. */
export function unitsOf(text: string, hidden: readonly { start: number; end: number }[]): Unit[] {
  const units: Unit[] = [];
  let detached = true;
  let spaced = false;
  let next = 0;
  for (let at = 0; at < text.length; ) {
    while (next < hidden.length && hidden[next]!.end <= at) next++;
    if (next < hidden.length && hidden[next]!.start <= at) {
      at = hidden[next]!.end;
      detached = true;
      continue;
    }
    const kind = kindAt(text, at);
    const end = kind === "latin" ? LATIN.lastIndex : at + 1;
    if (kind === "space") {
      SPACES.lastIndex = at;
      SPACES.test(text);
      at = SPACES.lastIndex;
      spaced = true;
      continue;
    }
    if (kind === "other") {
      detached = true;
    } else {
      const exact = kind === "latin" && !LETTER.test(text.slice(at, end)) ? "number" : kind;
      const apart = spaced && exact === "han" && units.at(-1)?.kind === "han";
      units.push({ kind: exact, start: at, end, detached: detached || apart });
      detached = false;
    }
    spaced = false;
    at = end;
  }
  return units;
}

function kindAt(text: string, at: number): Exclude<UnitKind, "number"> | "space" | "other" {
  const unit = text.charCodeAt(at);
  if ((unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3007) return "han";
  if (unit === 0x20 || unit === 0x09) return "space";
  if (unit === 0xb7 || unit === 0x2022 || unit === 0x30fb) return "dot";
  LATIN.lastIndex = at;
  return LATIN.test(text) ? "latin" : "other";
}
