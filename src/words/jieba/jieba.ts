import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { NotMilletError } from "../../errors.js";
import type { SegmentedWord, WordSegmenter } from "../segmenter.js";
import { tagOfUnknown } from "../tag.js";
import { type JiebaDictionary, openJiebaDictionary } from "./dictionary.js";
import { type JiebaModel, openJiebaModel } from "./model.js";
import { lengthOfCharacter, likeliestEnds } from "./route.js";

const load = createRequire(import.meta.url);

/** Where the dictionary and the model are in nodejieba. */
const FOLDER = "submodules/cppjieba/dict";

/** What segmentation needs, read once for the whole process. */
let resources: { dictionary: JiebaDictionary; model: JiebaModel } | undefined;

/**
 * Words and parts of speech by the method and the data of [jieba](https://github.com/fxsjy/jieba): the likeliest words of
 * its dictionary, and between them those that its model of Chinese words makes probable. The data are read from the
 * optional dependency nodejieba, whose native part need not have been built; the words are nodejieba's, in a twentieth of
 * its memory.
 *
 * Reads its dictionary, in about a tenth of a second, at the first text that is segmented.
 *
 * @throws {NotMilletError} `missing-dependency`, at the first text, where nodejieba is not installed.
 */
export function jiebaSegmenter(): WordSegmenter {
  return { name: "jieba", segment, cut };
}

function segment(text: string): SegmentedWord[] {
  const { dictionary, model } = open();
  const words: SegmentedWord[] = [];
  const add = (start: number, end: number) => {
    const [word, found] = [text.slice(start, end), dictionary.find(text, start, end)];
    words.push({ text: word, pos: found < 0 ? tagOfUnknown(word) : dictionary.tagOf(found) });
  };
  // From here on no word of several characters has been found.
  let unknown = 0;
  const addUnknown = (end: number) => {
    for (let start = unknown; start < end; ) {
      const stop = endOfUnknown(text, start, end);
      const ends = stop > start ? model.endsOf(text, start, stop) : [endOfForeign(text, start, end)];
      for (const wordEnd of ends) {
        add(start, wordEnd);
        start = wordEnd;
      }
    }
  };
  let start = 0;
  for (const end of likeliestEnds(text, dictionary)) {
    if (end > start + lengthOfCharacter(text, start)) {
      addUnknown(start);
      add(start, end);
      unknown = end;
    }
    start = end;
  }
  addUnknown(text.length);
  return words;
}

function cut(text: string): string[] {
  let start = 0;
  return likeliestEnds(text, open().dictionary).map((end) => {
    const word = text.slice(start, end);
    start = end;
    return word;
  });
}

/** Where the characters of which the model may make words end: before ASCII, a separator, a surrogate pair. */
function endOfUnknown(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !isForeign(text, at)) at++;
  return at;
}

function isForeign(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 || unit === 0xff0c || unit === 0x3002 || lengthOfCharacter(text, at) === 2;
}

const FOREIGN = /[a-z][a-z\d]*|\d[\d.]*/iy;

/** The end of a Latin word or a number that begins at a place, else of the one character there. */
function endOfForeign(text: string, start: number, end: number): number {
  FOREIGN.lastIndex = start;
  return FOREIGN.test(text) ? Math.min(FOREIGN.lastIndex, end) : start + lengthOfCharacter(text, start);
}

function open(): { dictionary: JiebaDictionary; model: JiebaModel } {
  if (resources) return resources;
  try {
    const folder = join(dirname(load.resolve("nodejieba/package.json")), FOLDER);
    resources = {
      dictionary: openJiebaDictionary(join(folder, "jieba.dict.utf8")),
      model: openJiebaModel(join(folder, "hmm_model.utf8")),
    };
    return resources;
  } catch (cause) {
    const what =
      "jieba's dictionary could not be read: install nodejieba (npm install nodejieba@~3.4.4), or use intlSegmenter().";
    throw new NotMilletError("missing-dependency", what, { dependency: "nodejieba" }, cause);
  }
}
