import type { EntryKind, Word } from "../model.js";
import type { Range } from "../span.js";
import type { NormalizedText } from "../text/normalize.js";
import type { WordSegmenter } from "./segmenter.js";

/** jieba's tags of what an accepted term names. */
const TAG_OF_KIND: Record<EntryKind, string> = {
  brand: "nz",
  product: "nz",
  service: "nz",
  person: "nr",
  organization: "nt",
  place: "ns",
  term: "n",
  jargon: "n",
};

/** A piece of the source that is one word: an accepted term, or a mention, link or emoticon (without `kind`). */
export interface WholeWord extends Range {
  kind?: EntryKind;
}

/**
 * The words of a text, in order, spaces left out; offsets are into the source.
 *
 * The segmenter gets the normalized text between the whole words, so that no dictionary has to learn them.
 *
 * @param whole pieces of the source that are one word each, in order, not overlapping.
 */
export function wordsOf(
  source: string,
  normalized: NormalizedText,
  whole: readonly WholeWord[],
  segmenter: WordSegmenter,
): Word[] {
  const words: Word[] = [];
  const add = (start: number, end: number, pos: string) =>
    words.push({ text: source.slice(start, end), start, end, pos });
  const segment = (start: number, end: number) => {
    let at = normalized.fromSource(start);
    const piece = normalized.text.slice(at, normalized.fromSource(end));
    if (piece.trim() === "") return;
    for (const { text, pos } of segmenter.segment(piece)) {
      const range = normalized.toSource({ start: at, end: at + text.length });
      if (text.trim() !== "") add(range.start, range.end, pos);
      at += text.length;
    }
  };
  let from = 0;
  for (const { start, end, kind } of whole) {
    segment(from, start);
    add(start, end, kind ? TAG_OF_KIND[kind] : "x");
    from = end;
  }
  segment(from, source.length);
  return words;
}
