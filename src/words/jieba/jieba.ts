import { NotMilletError } from "../../errors.js";
import { load } from "../../package.js";
import type { SegmentedWord, WordSegmenter } from "../segmenter.js";
import { tagOfUnknown } from "../tag.js";
import { type JiebaDictionary, openJiebaDictionary } from "./dictionary.js";
import { type JiebaModel, openJiebaModel } from "./model.js";
import { lengthOfCharacter, likeliestEnds } from "./route.js";

/** What segmentation needs, read once for the whole process. */
let resources: [JiebaDictionary, JiebaModel] | undefined;

/**
 * Words and parts of speech by the method and the data of [jieba](https://github.com/fxsjy/jieba): the likeliest words of
 * its dictionary, and between them those that its model of Chinese words makes probable. The data are read from the
 * optional dependency nodejieba, whose native part need not have been built; the words are nodejieba's, in a small part of
 * its memory.
 *
 * Reads its dictionary at the first text that is segmented.
 *
 * @throws {NotMilletError} `missing-dependency`, at the first text, where nodejieba is not installed.
 */
export function jiebaSegmenter(): WordSegmenter {
  return { name: "jieba", segment, cut };
}

function segment(text: string): SegmentedWord[] {
  const [dictionary, model] = open();
  const words: SegmentedWord[] = [];
  let start = 0;
  const add = (end: number) => {
    const [word, found] = [text.slice(start, end), dictionary.find(text, start, end)];
    words.push({ text: word, pos: found ? dictionary.tagOf(found) : tagOfUnknown(word) });
    start = end;
  };
  /** Adds what stands before a place and came in single characters. */
  const addUnknown = (end: number) => {
    for (const [part, han] of text.slice(start, end).matchAll(PARTS)) {
      if (han) model(text, start, start + han.length).forEach(add);
      else add(start + part.length);
    }
  };
  let before = 0;
  for (const end of likeliestEnds(text, dictionary)) {
    if (end > before + lengthOfCharacter(text, before)) {
      addUnknown(before);
      add(end);
    }
    before = end;
  }
  addUnknown(text.length);
  return words;
}

function cut(text: string): string[] {
  return likeliestEnds(text, open()[0]).map((end, i, ends) => text.slice(ends[i - 1] ?? 0, end));
}

/** What the model makes words of; a Latin word, a number, or a character by itself: an emoji, a separator. */
const PARTS = /([^\0-\x7f，。\u{10000}-\u{10ffff}]+)|[A-Za-z][A-Za-z\d]*|\d[\d.]*|./gsu;

function open(): [JiebaDictionary, JiebaModel] {
  const pathOf = (name: string) => load.resolve(`nodejieba/submodules/cppjieba/dict/${name}.utf8`);
  try {
    resources ??= [openJiebaDictionary(pathOf("jieba.dict")), openJiebaModel(pathOf("hmm_model"))];
    return resources;
  } catch (cause) {
    const what = "There is no nodejieba: npm install nodejieba, or use intlSegmenter().";
    throw new NotMilletError("missing-dependency", what, { dependency: "nodejieba" }, cause);
  }
}
